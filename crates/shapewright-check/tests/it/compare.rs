//! Compares a tree with a document of another program.

use serde_json::Value;
use shapewright_source::{Kind, Node};

/// Something that is not the same.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) pointer: String,
    /// What the document has; null if it has nothing.
    pub(crate) theirs: Value,
}

/// Returns what differs. Values that are not known are equal to all others, supplied ones to absent ones.
pub(crate) fn compare(ours: Node<'_>, theirs: &Value) -> Vec<Difference> {
    let mut differences = Vec::new();
    add(Some(ours), theirs, "", &mut differences);
    differences
}

fn add(ours: Option<Node<'_>>, theirs: &Value, pointer: &str, differences: &mut Vec<Difference>) {
    let is_same = match (ours.map(|node| (node, node.kind())), theirs) {
        (Some((_, Kind::Unknown { .. })), _) | (None | Some((_, Kind::Null)), Value::Null) => true,
        (Some((node, _)), Value::Null) => node.is_supplied(),
        (None, _) => false,
        (Some((node, Kind::Object)), Value::Object(members)) => {
            for member in node.members() {
                let key = member.key().unwrap_or_default();
                let theirs = members.get(key).unwrap_or(&Value::Null);
                add(Some(member), theirs, &format!("{pointer}/{key}"), differences);
            }
            for (key, theirs) in members.iter().filter(|(key, _)| node.get(key).is_none()) {
                add(None, theirs, &format!("{pointer}/{key}"), differences);
            }
            true
        }
        (Some((node, Kind::List)), Value::Array(items)) if node.children().count() == items.len() => {
            for (index, (node, item)) in node.children().zip(items).enumerate() {
                add(Some(node), item, &format!("{pointer}/{index}"), differences);
            }
            true
        }
        (Some((_, Kind::List | Kind::Object)), _) => false,
        (Some((node, kind)), _) => {
            let text = theirs.as_str().map_or_else(|| theirs.to_string(), str::to_owned);
            if let Kind::Boolean(value) = kind { text == value.to_string() } else { text == node.text() }
        }
    };
    if !is_same {
        differences.push(Difference { pointer: pointer.to_owned(), theirs: theirs.clone() });
    }
}
