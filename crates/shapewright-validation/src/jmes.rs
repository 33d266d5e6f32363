//! The words of compiled JMESPath conditions: values are `Option`s, null is `None`, lists are iterators.

use shapewright_runtime::Structure;

use crate::Number;

/// A number, of whatever kind in the model.
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

/// A text or value of an enum.
#[inline]
pub fn text<T: AsRef<str>>(value: &Option<T>) -> Option<&str> {
    value.as_ref().map(AsRef::as_ref)
}

/// A list of texts or values of enums.
#[inline]
pub fn texts<T: AsRef<str>>(list: &Option<Vec<T>>) -> Option<impl Iterator<Item = &str>> {
    list.as_ref().map(|items| items.iter().map(AsRef::as_ref))
}

/// A list of numbers.
#[inline]
pub fn numbers<T: Number<Limit: Into<Numeric>> + Copy>(
    list: &Option<Vec<T>>,
) -> Option<impl Iterator<Item = f64>> {
    list.as_ref().map(|items| items.iter().map(|value| value.limit().into().0))
}

/// A list of structures, or of values of enums to be compared as such.
#[inline]
pub fn items<T>(list: &Option<Vec<T>>) -> Option<std::slice::Iter<'_, T>> {
    list.as_ref().map(|items| items.iter())
}

/// Whether a text is there and not empty.
#[inline]
pub fn has_text(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

/// Whether a list is there and not empty.
#[inline]
pub fn has_any(list: Option<impl Iterator>) -> bool {
    list.is_some_and(|mut items| items.next().is_some())
}

/// Whether a structure is there and has a member.
pub fn has_members<T: Structure>(structure: Option<&T>) -> bool {
    let mut found = false;
    if let Some(structure) = structure {
        structure.visit_fields(&mut |fields| found = fields.iter().any(|field| !field.is_absent()));
    }
    found
}

/// Whether both are there and the first is less.
#[inline]
pub fn less(lhs: Option<f64>, rhs: Option<f64>) -> bool {
    lhs.zip(rhs).is_some_and(|(lhs, rhs)| lhs < rhs)
}

/// Whether both are there and the first is not greater.
#[inline]
pub fn less_or_equal(lhs: Option<f64>, rhs: Option<f64>) -> bool {
    lhs.zip(rhs).is_some_and(|(lhs, rhs)| lhs <= rhs)
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

/// Whether a list has an element.
#[inline]
pub fn contains<T: PartialEq>(list: Option<impl Iterator<Item = T>>, wanted: Option<T>) -> Option<bool> {
    list.map(|mut items| wanted.is_some_and(|wanted| items.any(|item| item == wanted)))
}

/// Whether a text has a part.
#[inline]
pub fn contains_text(text: Option<&str>, part: Option<&str>) -> Option<bool> {
    text.map(|text| part.is_some_and(|part| text.contains(part)))
}

/// Whether a text begins with another.
#[inline]
pub fn starts_with(text: Option<&str>, prefix: Option<&str>) -> Option<bool> {
    text.zip(prefix).map(|(text, prefix)| text.starts_with(prefix))
}

/// Whether a text ends with another.
#[inline]
pub fn ends_with(text: Option<&str>, suffix: Option<&str>) -> Option<bool> {
    text.zip(suffix).map(|(text, suffix)| text.ends_with(suffix))
}

/// How many elements a list has.
#[inline]
pub fn count(list: Option<impl Iterator>) -> Option<f64> {
    list.map(|items| items.count() as f64)
}

/// How many code points a text has.
#[inline]
pub fn length(text: Option<&str>) -> Option<f64> {
    text.map(|text| text.chars().count() as f64)
}

/// The largest number; null for an empty list.
pub fn max(list: Option<impl Iterator<Item = f64>>) -> Option<f64> {
    list.and_then(|items| items.reduce(f64::max))
}

/// The smallest number; null for an empty list.
pub fn min(list: Option<impl Iterator<Item = f64>>) -> Option<f64> {
    list.and_then(|items| items.reduce(f64::min))
}

/// The sum of all numbers.
pub fn sum(list: Option<impl Iterator<Item = f64>>) -> Option<f64> {
    list.map(Iterator::sum)
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
