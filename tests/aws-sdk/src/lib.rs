//! Shared code of the tests with the official SDK: its client, and comparisons of values.
#![allow(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    reason = "helpers of tests fail where the test fails"
)]

pub mod client;
pub mod compare;
pub mod line;
pub mod operations;
pub mod send;
pub mod steps;
pub mod values;

use serde_json::Value;

/// The defaults of the builders of the SDK for absent values, by name of the member.
const DEFAULTS: [(&str, &str); 6] = [
    ("Bucket", "\"\""),
    ("Enabled", "false"),
    ("IncludeCookies", "false"),
    ("Mode", "\"required\""),
    ("OriginAccessIdentity", "\"\""),
    ("Prefix", "\"\""),
];

/// Returns the pointers at which `after` differs from `before`, except for defaults of absent values.
pub fn differences(before: &Value, after: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(before, after, String::new(), &mut found);
    found
}

fn compare(before: &Value, after: &Value, pointer: String, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                let kept = after.get(name).unwrap_or(&Value::Null);
                compare(value, kept, format!("{pointer}/{name}"), found);
            }
            let new = after.iter().filter(|(name, _)| !before.contains_key(*name));
            let strange = new.filter(|(name, value)| !DEFAULTS.contains(&(name, &value.to_string())));
            found.extend(strange.map(|(name, value)| format!("{pointer}/{name} became {value}")));
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                compare(before, after, format!("{pointer}/{index}"), found);
            }
        }
        (before, after) if before == after => {}
        (before, after) => found.push(format!("{pointer} was {before} and became {after}")),
    }
}

/// Returns the names of the fields of a structure from its `{:#?}` output. Ignores deeper indentation.
pub fn fields(debug: &str) -> Vec<&str> {
    let lines = debug.lines().filter_map(|line| line.strip_prefix("    "));
    let own = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    own.filter_map(|line| line.split_once(": ").map(|(name, _)| name)).collect()
}
