//! Messages as recorded vectors have them, and documents as something else than our own parser sees them.

use std::path::Path;

use serde_json::{Map, Value, json};
use shapewright_http::http::{HeaderMap, Request, Response};
use shapewright_runtime::{Blob, Structure, deserialize_into};

use crate::model::root;

/// The recorded vectors of that name, a JSON object each.
pub fn vectors(name: &str) -> Vec<Value> {
    let path = root().join("tests/fixtures/wire").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().enumerate();
    lines.map(|(line, text)| parse(&path, line, text)).collect()
}

fn parse(path: &Path, line: usize, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{}:{}: {error}", path.display(), line + 1))
}

/// The text at a JSON Pointer; empty if there is none.
pub fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The structure of that name, filled from JSON; an empty one without members for an empty name.
pub fn filled(shape: &str, value: &Value) -> Result<Box<dyn Structure>, String> {
    let mut structure = empty(shape);
    deserialize_into(&mut *structure, value).map_err(|error| error.to_string())?;
    Ok(structure)
}

/// The structure of that name.
pub fn empty(shape: &str) -> Box<dyn Structure> {
    cloudfront_shapes::catalog::structure(shape).unwrap_or_else(|| Box::new(()))
}

/// A structure as JSON.
pub fn json_of(structure: &dyn Structure) -> Value {
    serde_json::to_value(structure).unwrap_or_else(|error| panic!("{error}"))
}

/// `{"method", "path", "query_raw", "headers", "body" | "body_base64"}` as a request.
pub fn request(value: &Value) -> Request<Vec<u8>> {
    let query = match text(value, "/query_raw") {
        "" => String::new(),
        query => format!("?{query}"),
    };
    let builder = Request::builder().method(text(value, "/method")).uri(format!("{}{query}", text(value, "/path")));
    let mut request = builder.body(body(value)).unwrap_or_else(|error| panic!("{error}: {value}"));
    *request.headers_mut() = headers(value);
    request
}

/// `{"status", "headers", "body" | "body_base64"}` as a response.
pub fn response(value: &Value) -> Response<Vec<u8>> {
    let status = value["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default();
    let response = Response::builder().status(status).body(body(value));
    let mut response = response.unwrap_or_else(|error| panic!("{error}: {value}"));
    *response.headers_mut() = headers(value);
    response
}

fn headers(value: &Value) -> HeaderMap {
    let none = Map::new();
    let pairs = value["headers"].as_object().unwrap_or(&none);
    let pairs = pairs.iter().map(|(name, value)| {
        let name = name.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, value.as_str().unwrap_or_default().parse().unwrap_or_else(|error| panic!("{value}: {error}")))
    });
    pairs.collect()
}

fn body(value: &Value) -> Vec<u8> {
    match value.get("body_base64").and_then(Value::as_str) {
        Some(text) => Blob::from_base64(text).unwrap_or_else(|| panic!("not base64: {text}")).into(),
        None => text(value, "/body").as_bytes().to_vec(),
    }
}

/// A document as a tree: `{"name", "namespace", "attributes", "children"}`, where children are trees and texts.
///
/// # Errors
///
/// When it is not a document.
pub fn tree(document: &[u8]) -> Result<Value, String> {
    let text = std::str::from_utf8(document).map_err(|error| error.to_string())?;
    let document = roxmltree::Document::parse(text).map_err(|error| format!("{error} in {text}"))?;
    Ok(node(document.root_element()))
}

fn node(element: roxmltree::Node<'_, '_>) -> Value {
    let mut children: Vec<Value> = Vec::new();
    for child in element.children() {
        match (child.is_element(), child.text(), children.last_mut()) {
            (true, ..) => children.push(node(child)),
            (false, Some(text), Some(Value::String(before))) => before.push_str(text),
            (false, Some(text), _) => children.push(text.into()),
            (false, None, _) => {}
        }
    }
    let attributes: Map<String, Value> =
        element.attributes().map(|attribute| (attribute.name().to_owned(), attribute.value().into())).collect();
    let name = element.tag_name();
    json!({"name": name.name(), "namespace": name.namespace(), "attributes": attributes, "children": children})
}

/// A tree without the blanks between elements.
pub fn without_layout(mut tree: Value) -> Value {
    if let Some(children) = tree["children"].as_array_mut() {
        if children.iter().any(Value::is_object) {
            children.retain(|child| child.as_str().is_none_or(|text| !text.trim().is_empty()));
        }
        *children = children.drain(..).map(without_layout).collect();
    }
    tree
}

/// Where two trees differ first, in words.
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
        return Some(format!("{name}: {} children and not {}: {found:?}", found.len(), wanted.len()));
    }
    wanted.iter().zip(&found).find_map(|(wanted, found)| match (wanted.as_str(), found.as_str()) {
        (None, None) => difference(wanted, found),
        (Some(wanted), Some(found)) if wanted == found || is_same_number(wanted, found) => None,
        _ => Some(format!("{name}: {found} and not {wanted}")),
    })
}

/// Fractions are written in more than one way: `1e-07` and `0.0000001`, `100.0` and `100`.
fn is_same_number(wanted: &str, found: &str) -> bool {
    let is_fraction = |text: &str| text.contains(['.', 'e']);
    let equal = wanted.parse::<f64>().is_ok_and(|wanted| found.parse() == Ok(wanted));
    equal && (is_fraction(wanted) || is_fraction(found))
}
