//! The formats of comparisons.

use std::fmt::Write;

use serde_json::{Map, Value, json};
use shapewright_runtime::text::escaped;

use super::{Change, Compared, Comparison};

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Lines for people; none if nothing differs.
    #[default]
    Text,
    /// One JSON object: `{"version": 1, "same": …, "requests": […]}`. A change of what a key means changes the version.
    Json,
}

/// Prints a comparison.
pub fn print(comparison: &Comparison, format: Format) -> String {
    match format {
        Format::Text => text(comparison),
        Format::Json => {
            let requests: Vec<Value> = comparison.requests.iter().map(request).collect();
            let object = json!({ "version": 1, "same": comparison.is_same(), "requests": requests });
            format!("{object:#}\n")
        }
    }
}

fn text(comparison: &Comparison) -> String {
    let mut text = String::new();
    for request in &comparison.requests {
        let name = escaped(request.resource.as_deref().or(request.old).or(request.new).unwrap_or_default());
        // Writing to a string does not fail.
        let _ = match (request.old, request.new) {
            (Some(old), Some(new)) if says_something(request) => heading(&mut text, request, [old, new]),
            (Some(_), None) => writeln!(text, "{name}: only in the old document"),
            (None, Some(_)) => writeln!(text, "{name}: only in the new document"),
            _ => Ok(()),
        };
        for change in &request.changes {
            let _ = line(&mut text, change);
        }
        let sides = [("old", &request.only_old), ("new", &request.only_new)];
        for (side, pointers) in sides.into_iter().filter(|(_, pointers)| !pointers.is_empty()) {
            let _ = writeln!(
                text,
                "not compared, only in the {side} document: {}",
                escaped(&pointers.join(", "))
            );
        }
    }
    text
}

/// Whether a line about a request is printed.
fn says_something(request: &Compared) -> bool {
    let is_left_out = !request.only_old.is_empty() || !request.only_new.is_empty();
    !request.changes.is_empty() || is_left_out || request.structure.is_empty()
}

/// The resource, and what is compared if that is not all.
fn heading(text: &mut String, request: &Compared, [old, new]: [&str; 2]) -> std::fmt::Result {
    if let Some(resource) = &request.resource {
        writeln!(text, "{}", escaped(resource))?;
    }
    if request.structure.is_empty() {
        writeln!(text, "{old} and {new} have nothing in common")?;
    } else if old != new {
        writeln!(text, "{} of {old} and of {new}", request.structure)?;
    }
    Ok(())
}

fn line(text: &mut String, change: &Change) -> std::fmt::Result {
    let side = |value: &Option<_>| value.as_ref().map_or_else(|| "absent".to_owned(), ToString::to_string);
    let (old, new) = (side(&change.old), side(&change.new));
    let unknown = if change.is_unknown { " (a value is only known at deployment)" } else { "" };
    let default = change.default_if.map(|when| format!(" (the default if {when})")).unwrap_or_default();
    writeln!(text, "{}: {old} -> {new}{unknown}{default}", escaped(&change.pointer))?;
    if let Some(rule) = change.forbidden {
        let (severity, code, id) = (rule.severity.as_str(), rule.code, rule.id);
        writeln!(text, "  {severity}[{code}]: an update cannot change it\n    rule {id}")?;
    }
    if let Some(resource) = change.replaces {
        writeln!(text, "  {resource} is replaced by a new one: an update cannot change it")?;
    }
    Ok(())
}

fn request(request: &Compared) -> Value {
    json!({
        "resource": request.resource,
        "old_operation": request.old,
        "new_operation": request.new,
        "structure": request.structure,
        "only_old": request.only_old,
        "only_new": request.only_new,
        "changes": request.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    let mut object = Map::new();
    object.insert("pointer".to_owned(), json!(change.pointer));
    for (name, value) in [("old", &change.old), ("new", &change.new)] {
        if let Some(value) = value {
            object.insert(name.to_owned(), json!(value));
        }
    }
    object.insert("unknown".to_owned(), json!(change.is_unknown));
    object.insert("default_if".to_owned(), json!(change.default_if));
    object.insert("forbidden_by".to_owned(), json!(change.forbidden.map(|rule| rule.id)));
    object.insert("replaces".to_owned(), json!(change.replaces));
    object.into()
}
