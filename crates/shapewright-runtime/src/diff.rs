//! Differences between two values of one shape.

mod node;

use std::collections::BTreeSet;
use std::fmt;

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use crate::path::Path;
use crate::text::escaped;
use crate::{Document, Structure};
use node::Node;

/// A difference between two values.
///
/// Its `Display` is one line: `/Comment: "a" -> "b"`. It serializes as `pointer`, `old` and `new`; the last
/// two are left out if absent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Difference {
    /// Where, as a JSON Pointer; empty for the whole value.
    pub pointer: String,
    /// The old value; `None` if it was absent. A sensitive value is the string `<redacted>`.
    pub old: Option<Document>,
    /// The new value; `None` if it is absent now. A sensitive value is the string `<redacted>`.
    pub new: Option<Document>,
}

/// Returns the differences between two structures, in model order: members that were set, changed or removed, each with
/// the smallest part that differs.
///
/// Items of lists are compared by position. Values of sensitive members are compared, but not shown. Takes time and
/// memory in proportion to the two values.
///
/// ```
/// use shapewright_runtime::{diff, members, setters};
///
/// #[derive(Debug, Default)]
/// pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// members! { Aliases { "Quantity" => quantity, "Items" => items } }
/// setters! { Aliases { quantity: i32, items: [String] } }
///
/// let old = Aliases::default().items(["a.example.com", "b.example.com"]);
/// let new = Aliases::default().items(["a.example.com", "c.example.com"]).quantity(2);
/// let lines: Vec<String> = diff(&old, &new).iter().map(ToString::to_string).collect();
/// assert_eq!(lines, ["/Quantity: absent -> 2", r#"/Items/1: "b.example.com" -> "c.example.com""#]);
/// ```
pub fn diff<T: Structure + ?Sized>(old: &T, new: &T) -> Vec<Difference> {
    let (old, new) = (Node::of_structure(old), Node::of_structure(new));
    let mut differences = Vec::new();
    compare(&Path::ROOT, Some(&old), Some(&new), &mut differences);
    differences
}

fn compare(path: &Path<'_>, old: Option<&Node>, new: Option<&Node>, found: &mut Vec<Difference>) {
    match (old, new) {
        (None, None) => {}
        (Some(old), Some(new)) if old == new => {}
        (Some(Node::Structure(old_shape, old)), Some(Node::Structure(new_shape, new)))
            if old_shape == new_shape =>
        {
            for ((name, old), (_, new)) in old.iter().zip(new) {
                compare(&path.name(name), old.as_ref(), new.as_ref(), found);
            }
        }
        (Some(Node::Union(Some((old_name, old)))), Some(Node::Union(Some((new_name, new)))))
            if old_name == new_name =>
        {
            compare(&path.name(old_name), Some(old), Some(new), found);
        }
        (Some(Node::List(old)), Some(Node::List(new))) => {
            for index in 0..old.len().max(new.len()) {
                compare(&path.index(index), old.get(index), new.get(index), found);
            }
        }
        (Some(Node::Map(old)), Some(Node::Map(new))) => {
            let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
            for key in keys {
                compare(&path.name(key), old.get(key), new.get(key), found);
            }
        }
        (old, new) => found.push(Difference {
            pointer: path.to_string(),
            old: old.map(Node::to_document),
            new: new.map(Node::to_document),
        }),
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", escaped(&self.pointer))?;
        }
        let side = |f: &mut fmt::Formatter<'_>, value: &Option<Document>| match value {
            Some(value) => value.fmt(f),
            None => f.write_str("absent"),
        };
        side(f, &self.old)?;
        f.write_str(" -> ")?;
        side(f, &self.new)
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sides = [("old", &self.old), ("new", &self.new)];
        let present = sides.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
        let mut map = serializer.serialize_map(Some(1 + present.clone().count()))?;
        map.serialize_entry("pointer", &self.pointer)?;
        for (name, value) in present {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
