//! Schemas as text for people: what fits stays on one line.

use serde::Serialize;
use serde_json::Value;

/// Columns of a line.
const WIDTH: usize = 110;

/// The text of a file.
pub(super) fn of(value: &impl Serialize) -> Result<String, String> {
    let value =
        serde_json::to_value(value).map_err(|error| format!("error: a schema is no JSON: {error}"))?;
    let mut out = String::new();
    write(&value, 0, 0, &mut out);
    out.push('\n');
    Ok(out)
}

/// Writes a value. `before` is the number of columns that its line has already.
fn write(value: &Value, depth: usize, before: usize, out: &mut String) {
    let line = line(value);
    let Value::Object(entries) = value else { return out.push_str(&line) };
    if entries.is_empty() || (entries.values().all(is_flat) && before + line.len() <= WIDTH) {
        return out.push_str(&line);
    }
    let indentation = "  ".repeat(depth + 1);
    for (position, (key, value)) in entries.iter().enumerate() {
        out.push_str(if position == 0 { "{\n" } else { ",\n" });
        let head = format!("{indentation}{key:?}: ");
        out.push_str(&head);
        write(value, depth + 1, head.len(), out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push('}');
}

/// Whether no object is in it.
fn is_flat(value: &Value) -> bool {
    value.as_object().is_none_or(|entries| !entries.values().any(Value::is_object))
}

/// The value on one line, with blanks.
fn line(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key:?}: {}", line(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        other => other.to_string(),
    }
}
