//! Hints of a violated rule: members to change, strings and numbers to try.

use serde_json::Value;
use shapewright_validation::{Expected, Violation};

/// The hints of a violated rule.
pub(crate) struct Hints {
    members: Vec<&'static str>,
    values: Vec<&'static str>,
}

impl Hints {
    /// Returns the hints in the table entry of the rule, and in the expected value.
    pub(crate) fn of(violation: &Violation) -> Hints {
        let rule = violation.rule_entry();
        let paths = rule.into_iter().flat_map(|rule| rule.depends_on.iter().chain([&rule.pointer]));
        let mut members: Vec<_> = paths.flat_map(|path| path.split(['.', '/'])).collect();
        if let Expected::OneMember(names) = violation.expected() {
            members.extend(names);
        }
        let values = rule.map_or(&[][..], |rule| rule.literals).to_vec();
        Hints { members, values }
    }

    /// Returns whether the rule depends on a member of that name.
    pub(crate) fn has_member(&self, name: &str) -> bool {
        self.members.contains(&name)
    }

    /// Returns the strings to try.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &'static str> {
        self.values.iter().copied()
    }

    /// Returns the numbers to try: those that the rule compares with, and adjacent ones.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = i64> {
        let named = self.values.iter().filter_map(|value| value.parse::<i64>().ok());
        named.flat_map(|number| [number, number.saturating_add(1), number.saturating_sub(1)])
    }
}

/// Adds all strings of a document to `found`, each once, except very long ones.
pub(crate) fn texts_of(document: &Value, found: &mut Vec<String>) {
    match document {
        Value::String(text) if text.len() <= 256 && !found.contains(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, found)),
        Value::Object(members) => members.values().for_each(|member| texts_of(member, found)),
        _ => {}
    }
}

/// Adds all whole numbers of a document to `found`, each once.
pub(crate) fn numbers_of(document: &Value, found: &mut Vec<i64>) {
    match document {
        Value::Number(number) => found.extend(number.as_i64().filter(|number| !found.contains(number))),
        Value::Array(items) => items.iter().for_each(|item| numbers_of(item, found)),
        Value::Object(members) => members.values().for_each(|member| numbers_of(member, found)),
        _ => {}
    }
}
