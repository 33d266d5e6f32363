//! `shapewright diff`: what two documents mean differently.

mod align;
mod part;
mod print;
mod replaced;

use std::collections::BTreeMap;

use cloudfront::validators::{ASSUMPTIONS, Assumed, Kind, RULES, Rule};
use shapewright_dialect::Resource;
use shapewright_runtime::{Difference, Document, PointerStep};

use self::part::Pair;
use crate::explain::target_of;
use crate::given::{self, Given};

pub use self::print::{Format, print};
pub use crate::given::Unreadable;

/// A text to compare.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The name of the file, which errors have.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What two documents mean differently.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// Their requests: those of both, in the order of the old document, then those that only the new one has.
    pub requests: Vec<Compared>,
}

/// A request of the old document, of the new one, or of both.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Compared {
    /// The logical id or address of its resource, if the documents have resources.
    pub resource: Option<String>,
    /// The operation in the old document; `None` if it does not have the request.
    pub old: Option<&'static str>,
    /// The operation in the new document; `None` if it does not have the request.
    pub new: Option<&'static str>,
    /// The structure that is compared: the input of the operation, or what the inputs of both have in common; empty
    /// if they have nothing in common.
    pub structure: &'static str,
    /// The JSON Pointers of values of the old request that are not compared, because the new operation or the model
    /// does not have their members.
    pub only_old: Vec<String>,
    /// The same of the new request.
    pub only_new: Vec<String>,
    /// What differs, in the order of the model.
    pub changes: Vec<Change>,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// Its JSON Pointer in the old request; in the new one, for an element that only that has.
    pub pointer: String,
    /// The old value; `None` if it was absent. Sensitive values are not shown.
    pub old: Option<Document>,
    /// The new value; `None` if it is absent now. Sensitive values are not shown.
    pub new: Option<Document>,
    /// Whether one of the two is only known at deployment, so that they can be equal.
    pub is_unknown: bool,
    /// The condition under which the service assumes the value of the one side if it is absent as on the other side;
    /// `None` if it does not.
    pub default_if: Option<&'static str>,
    /// The rule that forbids updates to change it.
    pub forbidden: Option<&'static Rule>,
    /// The type of resource for which the tool makes a new one, because it cannot change the value:
    /// `AWS::CloudFront::Function`.
    pub replaces: Option<&'static str>,
}

impl Comparison {
    /// Whether both documents have the same requests, and mean the same. Values that are only known at deployment do
    /// not count.
    pub fn is_same(&self) -> bool {
        let is_in_both = |request: &Compared| {
            request.old.is_some() && request.new.is_some() && !request.structure.is_empty()
        };
        let is_unknown = |change: &Change| change.is_unknown;
        self.requests.iter().all(|request| is_in_both(request) && request.changes.iter().all(is_unknown))
    }
}

/// Compares two documents by what they mean: API forms, templates of CloudFormation, plans and configurations of
/// Terraform. `operation` is the one that documents of the API are for, if that is known.
///
/// The order of texts in lists with a `Quantity` has no meaning, nor has that of elements with an id or another key,
/// such as origins and tags. All other lists are compared by position. A value that the service always assumes is the
/// same as none, and so are a list without elements and a structure that is not `Enabled`.
///
/// ```
/// use shapewright::diff::{Format, Text, diff, print};
///
/// let text = |name: &str, text: &str| Text { name: name.to_owned(), bytes: text.into() };
/// let old = text("old.json", r#"{"Name": "keys", "Items": ["K1XMPL", "K2XMPL"]}"#);
/// let new = text("new.yaml", "Name: keys\nItems: [K1XMPL]\n");
/// let comparison = diff(old, new, Some("CreateKeyGroup"))?;
/// assert_eq!(print(&comparison, Format::Text), "/KeyGroupConfig/Items/1: \"K2XMPL\" -> absent\n");
/// # Ok::<(), shapewright::diff::Unreadable>(())
/// ```
///
/// # Errors
///
/// When one of them cannot be read, or has values that do not fit.
pub fn diff(old: Text, new: Text, operation: Option<&str>) -> Result<Comparison, Unreadable> {
    let old = given::read(&old.name, old.bytes, operation)?;
    let new = given::read(&new.name, new.bytes, operation)?;
    Ok(Comparison { requests: paired(old, new).into_iter().map(compare).collect() })
}

impl Change {
    /// Whether the one side is absent, and the other a list without elements, counted or not, or what is switched off.
    fn says_nothing(&self) -> bool {
        let is_zero = |(name, value): (&String, &Document)| match name.as_str() {
            "Quantity" => *value == Document::Integer(0),
            _ => is_nothing(value),
        };
        match (&self.old, &self.new) {
            (Some(Document::List(items)), None) | (None, Some(Document::List(items))) => items.is_empty(),
            (Some(Document::Object(list)), None) | (None, Some(Document::Object(list))) => {
                ["Quantity", "Enabled"].iter().any(|name| list.contains_key(*name))
                    && list.iter().all(is_zero)
            }
            _ => false,
        }
    }
}

/// A request in the old and in the new document.
type Sides = (Option<Given>, Option<Given>);

/// The requests of the same resources. Documents with one request each are about the same.
fn paired(mut old: Vec<Given>, mut new: Vec<Given>) -> Vec<Sides> {
    if old.len() == 1 && new.len() == 1 {
        return vec![(old.pop(), new.pop())];
    }
    let mut pairs = Vec::new();
    for old in old {
        let is_same = |new: &Given| match (&old.resource, &new.resource) {
            (None, None) => old.operation == new.operation,
            (old, new) => old == new,
        };
        let index = new.iter().position(is_same);
        let new = index.map(|index| new.remove(index));
        pairs.push((Some(old), new));
    }
    pairs.extend(new.into_iter().map(|new| (None, Some(new))));
    pairs
}

fn compare((mut old, mut new): Sides) -> Compared {
    let resource = old.as_ref().or(new.as_ref()).and_then(|given| given.resource.clone());
    let operations = [&old, &new].map(|given| given.as_ref().map(|given| given.operation));
    let (Some(old_given), Some(new_given)) = (&mut old, &mut new) else {
        let [old, new] = operations;
        let (only_old, only_new) = (Vec::new(), Vec::new());
        return Compared { resource, old, new, structure: "", only_old, only_new, changes: Vec::new() };
    };
    let parts = part::pair(old_given, new_given);
    let tool = new_given.request.resource_type.or(old_given.request.resource_type);
    let structure = parts.pair.as_ref().map(|pair| pair.structure).unwrap_or_default();
    let changes = parts.pair.map(|pair| changes(pair, tool)).unwrap_or_default();
    let [old, new] = operations;
    let [only_old, only_new] = parts.left_out;
    Compared { resource, old, new, structure, only_old, only_new, changes }
}

fn changes(mut pair: Pair, tool: Option<&'static Resource>) -> Vec<Change> {
    let mut moved = BTreeMap::new();
    align::align(&mut pair.old, &mut pair.new, String::new(), &mut moved);
    let differences = pair.differences().into_iter();
    let changes = differences.map(|difference| change(&pair, &moved, difference, tool));
    // What is absent and always has the value of the other side is no difference.
    changes.filter(|change| change.default_if != Some("") && !change.says_nothing()).collect()
}

fn change(
    pair: &Pair,
    moved: &align::Moved,
    difference: Difference,
    tool: Option<&'static Resource>,
) -> Change {
    let inside = align::original(&difference.pointer, moved);
    let Difference { old, new, .. } = difference;
    let steps: Vec<String> = inside.split('/').skip(1).map(PointerStep::name).collect();
    let pointer = format!("{}{inside}", pair.pointer);
    let default_if = match (&old, &new) {
        (Some(value), None) | (None, Some(value)) => default_if(pair.structure, &steps, value),
        _ => None,
    };
    let is_unknown = pair.unknown.iter().any(|unknown| is_inside(&inside, unknown));
    let says_nothing = match (&old, &new) {
        (Some(value), None) | (None, Some(value)) => is_nothing(value),
        _ => false,
    };
    let rule = || (1..=steps.len()).find_map(|count| immutable(pair.structure, steps.get(..count)?));
    let forbidden = if is_unknown || says_nothing { None } else { rule() };
    let replaces = tool.filter(|_| !is_unknown && !says_nothing).filter(|resource| {
        let start = pair.tool_pointer.split('/').skip(1).map(PointerStep::name);
        let steps: Vec<String> = start.chain(steps.iter().cloned()).collect();
        replaced::is_replaced(resource, &steps)
    });
    let replaces = replaces.map(|resource| resource.name);
    Change { pointer, old, new, is_unknown, default_if, forbidden, replaces }
}

/// Whether a value says no more than an absent one.
fn is_nothing(value: &Document) -> bool {
    match value {
        Document::Null | Document::Boolean(false) => true,
        Document::String(text) => text.is_empty(),
        Document::List(items) => items.is_empty(),
        _ => false,
    }
}

/// The condition under which the service assumes a value for an absent member.
fn default_if(structure: &str, steps: &[String], value: &Document) -> Option<&'static str> {
    let target = target_of(structure, steps)?;
    let value = serde_json::to_value(value).ok()?;
    let is_value = |assumed: &Assumed| match assumed {
        Assumed::Json(text) => {
            serde_json::from_str::<serde_json::Value>(text).is_ok_and(|assumed| assumed == value)
        }
        _ => false,
    };
    let assumptions = ASSUMPTIONS.iter().filter(|assumption| assumption.target == target);
    assumptions.filter(|assumption| is_value(&assumption.assumed)).map(|assumption| assumption.when).next()
}

/// Whether a pointer leads to a value or into it.
fn is_inside(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The rule that forbids to change a member.
fn immutable(structure: &str, steps: &[String]) -> Option<&'static Rule> {
    let target = target_of(structure, steps)?;
    RULES.iter().find(|rule| rule.kind == Kind::Immutable && rule.target == target)
}
