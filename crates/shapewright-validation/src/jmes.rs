//! The words of compiled JMESPath conditions: a value that may be null is an `Option`, and every word says what it does
//! where there is none.

use std::iter::Sum;

use shapewright_runtime::Structure;

use crate::Number;

/// A text or value of an enum that may be absent: a field, or a borrowed value.
pub trait Text<'a> {
    /// The text.
    fn text(self) -> Option<&'a str>;
}

impl<'a, T: AsRef<str>> Text<'a> for &'a Option<T> {
    #[inline]
    fn text(self) -> Option<&'a str> {
        self.as_ref().map(AsRef::as_ref)
    }
}

impl<'a, T: AsRef<str> + ?Sized> Text<'a> for Option<&'a T> {
    #[inline]
    fn text(self) -> Option<&'a str> {
        self.map(AsRef::as_ref)
    }
}

/// A list that may be absent: a field, a borrowed list, or one that is known to be there.
pub trait List<'a, T> {
    /// The elements; `None` where there is no list.
    fn list(self) -> Option<&'a [T]>;
}

impl<'a, T> List<'a, T> for &'a Option<Vec<T>> {
    #[inline]
    fn list(self) -> Option<&'a [T]> {
        self.as_deref()
    }
}

impl<'a, T> List<'a, T> for Option<&'a Vec<T>> {
    #[inline]
    fn list(self) -> Option<&'a [T]> {
        self.map(Vec::as_slice)
    }
}

impl<'a, T> List<'a, T> for &'a Vec<T> {
    #[inline]
    fn list(self) -> Option<&'a [T]> {
        Some(self)
    }
}

/// A text or value of an enum.
#[inline]
pub fn text<'a>(text: impl Text<'a>) -> Option<&'a str> {
    text.text()
}

/// Whether a text is there and not empty.
#[inline]
pub fn has_text<'a>(text: impl Text<'a>) -> bool {
    text.text().is_some_and(|text| !text.is_empty())
}

/// A value that may be absent: a field, or a borrowed value.
pub trait Value<'a, T> {
    /// The value.
    fn value(self) -> Option<&'a T>;
}

impl<'a, T> Value<'a, T> for &'a Option<T> {
    #[inline]
    fn value(self) -> Option<&'a T> {
        self.as_ref()
    }
}

impl<'a, T> Value<'a, T> for Option<&'a T> {
    #[inline]
    fn value(self) -> Option<&'a T> {
        self
    }
}

/// Whether a value is there and one of these.
#[inline]
pub fn is_one_of<'a, T: PartialEq + 'a>(value: impl Value<'a, T>, choices: &[T]) -> bool {
    value.value().is_some_and(|value| choices.contains(value))
}

/// Whether a list is there and not empty.
#[inline]
pub fn has_items<'a, T: 'a>(list: impl List<'a, T>) -> bool {
    list.list().is_some_and(|items| !items.is_empty())
}

/// Whether a structure is there and has a member.
pub fn has_members<T: Structure>(structure: Option<&T>) -> bool {
    let mut found = false;
    if let Some(structure) = structure {
        structure.visit_fields(&mut |fields| found = fields.iter().any(|field| !field.is_absent()));
    }
    found
}

/// Whether a list is there and has an element.
#[inline]
pub fn contains<'a, T: PartialEq<U> + 'a, U: ?Sized>(list: impl List<'a, T>, wanted: &U) -> bool {
    list.list().is_some_and(|items| items.iter().any(|item| item == wanted))
}

/// Whether a list is there and has each of these elements once, in any order, and no others. The elements given must be
/// different from each other.
#[inline]
pub fn is_exactly<'a, T: PartialEq<U> + 'a, U>(list: impl List<'a, T>, elements: &[U]) -> bool {
    let has_all = |items: &[T]| elements.iter().all(|wanted| items.iter().any(|item| item == wanted));
    list.list().is_some_and(|items| items.len() == elements.len() && has_all(items))
}

/// Whether a list is there and one of its elements passes a test.
#[inline]
pub fn any<'a, T: 'a>(list: impl List<'a, T>, test: impl Fn(&'a T) -> bool) -> bool {
    list.list().is_some_and(|items| items.iter().any(test))
}

/// Whether exactly one of these holds.
#[inline]
pub fn exactly_one<const N: usize>(tests: [bool; N]) -> bool {
    tests.into_iter().filter(|holds| *holds).count() == 1
}

/// Whether both are there and the first is less.
#[inline]
pub fn is_less<T: PartialOrd>(lhs: Option<T>, rhs: Option<T>) -> bool {
    lhs.zip(rhs).is_some_and(|(lhs, rhs)| lhs < rhs)
}

/// Whether both are there and the first is not greater.
#[inline]
pub fn is_at_most<T: PartialOrd>(lhs: Option<T>, rhs: Option<T>) -> bool {
    lhs.zip(rhs).is_some_and(|(lhs, rhs)| lhs <= rhs)
}

/// Whether both are there and the first is greater.
#[inline]
pub fn is_greater<T: PartialOrd>(lhs: Option<T>, rhs: Option<T>) -> bool {
    lhs.zip(rhs).is_some_and(|(lhs, rhs)| lhs > rhs)
}

/// Whether both are there and the first is not less.
#[inline]
pub fn is_at_least<T: PartialOrd>(lhs: Option<T>, rhs: Option<T>) -> bool {
    lhs.zip(rhs).is_some_and(|(lhs, rhs)| lhs >= rhs)
}

/// Whether two lists are both null, or have the same elements in the same order.
pub fn same<T: PartialEq>(
    lhs: Option<impl Iterator<Item = T>>,
    rhs: Option<impl Iterator<Item = T>>,
) -> bool {
    match (lhs, rhs) {
        (Some(lhs), Some(rhs)) => lhs.eq(rhs),
        (None, None) => true,
        _ => false,
    }
}

/// Whether both are there and the list has the element.
#[inline]
pub fn contains_value<T: PartialEq>(list: Option<impl Iterator<Item = T>>, wanted: Option<T>) -> bool {
    list.zip(wanted).is_some_and(|(mut items, wanted)| items.any(|item| item == wanted))
}

/// Whether a text has a part; null without a text.
#[inline]
pub fn contains_text(text: Option<&str>, part: Option<&str>) -> Option<bool> {
    text.map(|text| part.is_some_and(|part| text.contains(part)))
}

/// Whether a text begins with another; null without both.
#[inline]
pub fn starts_with(text: Option<&str>, prefix: Option<&str>) -> Option<bool> {
    text.zip(prefix).map(|(text, prefix)| text.starts_with(prefix))
}

/// Whether a text ends with another; null without both.
#[inline]
pub fn ends_with(text: Option<&str>, suffix: Option<&str>) -> Option<bool> {
    text.zip(suffix).map(|(text, suffix)| text.ends_with(suffix))
}

/// The elements of a list of texts or values of enums.
#[inline]
pub fn texts<'a, T: AsRef<str> + 'a>(list: impl List<'a, T>) -> Option<impl Iterator<Item = &'a str>> {
    list.list().map(|items| items.iter().map(AsRef::as_ref))
}

/// The elements of a list of numbers.
#[inline]
pub fn numbers<'a, T: Number<Limit: Into<Numeric>> + Copy + 'a>(
    list: impl List<'a, T>,
) -> Option<impl Iterator<Item = f64>> {
    list.list().map(|items| items.iter().map(|value| value.limit().into().0))
}

/// How many elements a list has.
#[inline]
pub fn count(list: Option<impl Iterator>) -> Option<usize> {
    list.map(Iterator::count)
}

/// How many code points a text has.
#[inline]
pub fn length(text: Option<&str>) -> Option<usize> {
    text.map(|text| text.chars().count())
}

/// The largest number; null for an empty list.
pub fn max<T: PartialOrd>(list: Option<impl Iterator<Item = T>>) -> Option<T> {
    list.and_then(|items| items.reduce(|most, next| if next > most { next } else { most }))
}

/// The smallest number; null for an empty list.
pub fn min<T: PartialOrd>(list: Option<impl Iterator<Item = T>>) -> Option<T> {
    list.and_then(|items| items.reduce(|least, next| if next < least { next } else { least }))
}

/// The sum of all numbers.
pub fn sum<T: Sum>(list: Option<impl Iterator<Item = T>>) -> Option<T> {
    list.map(Iterator::sum)
}

/// A number of any kind, to be compared with one of another kind.
#[inline]
pub fn number<T: Number<Limit: Into<Numeric>>>(value: Option<T>) -> Option<f64> {
    value.map(|value| value.limit().into().0)
}

/// Any number as JMESPath sees it.
pub struct Numeric(f64);

impl From<i64> for Numeric {
    fn from(value: i64) -> Self {
        // Beyond 2^53 JSON numbers lose their last digits too.
        Numeric(value as f64)
    }
}

impl From<f64> for Numeric {
    fn from(value: f64) -> Self {
        Numeric(value)
    }
}

/// The number that a text spells, as JSON spells numbers; null for any other text.
pub fn to_number(text: Option<&str>) -> Option<f64> {
    text.filter(|text| is_json_number(text)).and_then(|text| text.parse().ok())
}

/// `-0.5e+3`, but not `.5`, `1.`, `007`, `+1` or `inf`, which Rust would read as well.
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.strip_prefix('-').unwrap_or(text);
    let whole = digits(rest);
    let (leads_with_zero, mut rest) = (rest.starts_with('0'), &rest[whole..]);
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = &fraction[digits(fraction)..];
        if rest.len() == fraction.len() {
            return false;
        }
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        rest = &exponent[digits(exponent)..];
        if rest.len() == exponent.len() {
            return false;
        }
    }
    rest.is_empty() && whole > 0 && (whole == 1 || !leads_with_zero)
}
