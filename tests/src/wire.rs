//! Messages of recorded vectors, and documents parsed with `roxmltree`.

use std::path::Path;

use serde_json::{Map, Value, json};
use shapewright_http::{Location, Message};
use shapewright_runtime::{Structure, Timestamp};

use crate::model::root;

pub use crate::messages::{fill, json_of, request, request_json, response, response_json, text};

/// Returns the recorded vectors of that name, a JSON object each.
pub fn vectors(name: &str) -> Vec<Value> {
    let path = root().join("tests/fixtures/wire").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().enumerate();
    lines.map(|(line, text)| parse(&path, line, text)).collect()
}

fn parse(path: &Path, line: usize, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{}:{}: {error}", path.display(), line + 1))
}

/// Returns the structure of CloudFront of that name, filled from JSON.
///
/// # Errors
///
/// Fails if a value has the wrong type.
pub fn filled(shape: &str, value: &Value) -> Result<Box<dyn Structure>, String> {
    fill(empty(shape), value)
}

/// Returns the structure of CloudFront of that name; one without members for an empty name.
pub fn empty(shape: &str) -> Box<dyn Structure> {
    cloudfront_shapes::catalog::structure(shape).unwrap_or_else(|| Box::new(()))
}

/// Returns a document as a tree: `{"name", "namespace", "attributes", "children"}`, where children are trees and
/// strings.
///
/// # Errors
///
/// Fails if it is not a document.
pub fn tree(document: &[u8]) -> Result<Value, String> {
    let text = std::str::from_utf8(document).map_err(|error| error.to_string())?;
    let document = roxmltree::Document::parse(text).map_err(|error| format!("{error} in {text}"))?;
    Ok(node(document.root_element()))
}

fn node(element: roxmltree::Node<'_, '_>) -> Value {
    let mut children: Vec<Value> = Vec::new();
    for child in element.children() {
        match (child.text().filter(|_| child.is_text()), children.last_mut()) {
            _ if child.is_element() => children.push(node(child)),
            (Some(text), Some(Value::String(before))) => before.push_str(text),
            (Some(text), _) => children.push(text.into()),
            (None, _) => {}
        }
    }
    let attributes: Map<String, Value> = element
        .attributes()
        .map(|attribute| (attribute.name().to_owned(), attribute.value().into()))
        .collect();
    let name = element.tag_name();
    json!({"name": name.name(), "namespace": name.namespace(), "attributes": attributes, "children": children})
}

/// Returns a tree without the text between elements, which is insignificant.
pub fn without_layout(mut tree: Value) -> Value {
    if let Some(children) = tree.get_mut("children").and_then(Value::as_array_mut) {
        if children.iter().any(Value::is_object) {
            children.retain(Value::is_object);
        }
        *children = children.drain(..).map(without_layout).collect();
    }
    tree
}

/// Describes the first difference of two trees.
pub fn difference(wanted: &Value, found: &Value) -> Option<String> {
    let name = text(wanted, "/name");
    for key in ["name", "namespace", "attributes"] {
        if wanted[key] != found[key] {
            return Some(format!("{name}: {key} {} and not {}", found[key], wanted[key]));
        }
    }
    let children = |tree: &Value| tree["children"].as_array().cloned().unwrap_or_default();
    let (wanted, found) = (children(wanted), children(found));
    if wanted.len() != found.len() {
        return Some(format!("{name}: {} children instead of {}: {found:?}", found.len(), wanted.len()));
    }
    wanted.iter().zip(&found).find_map(|(wanted, found)| match (wanted.as_str(), found.as_str()) {
        (None, None) => difference(wanted, found),
        (Some(wanted), Some(found)) if wanted == found => None,
        (Some(wanted), Some(found)) if is_same_number(wanted, found) || is_same_time(wanted, found) => None,
        _ => Some(format!("{name}: {found} and not {wanted}")),
    })
}

/// Returns whether two timestamps are the same time. Their offsets may differ.
fn is_same_time(wanted: &str, found: &str) -> bool {
    let time = |text: &str| text.parse::<Timestamp>().ok();
    time(wanted).is_some_and(|wanted| time(found) == Some(wanted))
}

/// Returns a tree with the children of each element in the order of their names. Children of the same name stay as they
/// are, unless they are entries of a map, which has no order.
pub fn sorted(mut tree: Value, has_maps: bool) -> Value {
    if let Some(children) = tree.get_mut("children").and_then(Value::as_array_mut) {
        *children = children.drain(..).map(|child| sorted(child, has_maps)).collect();
        if has_maps {
            children.sort_by_cached_key(Value::to_string);
        } else {
            children.sort_by_cached_key(|child| text(child, "/name").to_owned());
        }
    }
    tree
}

/// Returns whether two numbers are equal. They may have several forms: `1e-07` and `0.0000001`, `100.0` and `100`.
fn is_same_number(wanted: &str, found: &str) -> bool {
    let is_fraction = |text: &str| text.contains(['.', 'e']);
    let equal = wanted.parse::<f64>().is_ok_and(|wanted| found.parse() == Ok(wanted));
    equal && (is_fraction(wanted) || is_fraction(found))
}

/// Returns the JSON Pointer of the member bound to `Content-Type`, if it is absent and there is a body. The writer then
/// sends a default, which the reader reads as the value of the member.
pub fn unset_content_type(message: &Message, output: &Value) -> Option<String> {
    let structure = empty(message.shape);
    let named = |wanted| {
        let mut members = structure.member_names().iter().zip(message.members);
        members.find(|(_, location)| **location == wanted).map(|(name, _)| *name)
    };
    let name = named(Location::Header("Content-Type"))?;
    (output.get(name).is_none() && output.get(named(Location::Payload)?).is_some())
        .then(|| format!("/{name}"))
}
