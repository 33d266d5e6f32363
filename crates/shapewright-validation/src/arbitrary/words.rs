//! What the words of a violation suggest: members to look at, texts and numbers to try.

use serde_json::Value;

use crate::Violation;

/// The words of a violation.
pub(super) struct Words {
    words: Vec<String>,
}

impl Words {
    /// Those of message, help and limits.
    pub(super) fn of(violation: &Violation) -> Words {
        let mut words = Vec::new();
        for text in [violation.help(), violation.message(), violation.allowed()] {
            for word in text.split(|c: char| c.is_whitespace() || "\"'`,;()[]{}=<>".contains(c)) {
                let word = word.trim_end_matches(['.', ':', '?', '!']);
                if !word.is_empty() && !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
        }
        Words { words }
    }

    /// Whether a member is spoken of, alone or as part of a path.
    pub(super) fn name(&self, member: &str) -> bool {
        self.words.iter().any(|word| word.split(['/', '.', '$']).any(|part| part == member))
    }

    /// Texts to try. Ordinary words make poor values, but nobody can tell which are ordinary.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Numbers to try: those named, and their neighbours.
    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> {
        let named = self.words.iter().filter_map(|word| word.replace('_', "").parse::<i64>().ok());
        named.flat_map(|number| [number, number.saturating_add(1), number.saturating_sub(1)])
    }
}

/// All texts of a document, each once, but no very long ones.
pub(super) fn texts_of(document: &Value, found: &mut Vec<String>) {
    match document {
        Value::String(text) if text.len() <= 256 && !found.contains(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, found)),
        Value::Object(members) => members.values().for_each(|member| texts_of(member, found)),
        _ => {}
    }
}

/// All whole numbers of a document, each once.
pub(super) fn numbers_of(document: &Value, found: &mut Vec<i64>) {
    match document {
        Value::Number(number) => found.extend(number.as_i64().filter(|number| !found.contains(number))),
        Value::Array(items) => items.iter().for_each(|item| numbers_of(item, found)),
        Value::Object(members) => members.values().for_each(|member| numbers_of(member, found)),
        _ => {}
    }
}
