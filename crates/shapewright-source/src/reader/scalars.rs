//! Numbers, booleans and the like of a tree.

use crate::yaml::words::{Word, yaml_1_1};
use crate::{Kind, Node};

use super::Options;

/// What a whole number can be.
pub(super) enum Whole {
    Number(i64),
    /// A number with a fraction, or one that 64 bits cannot hold.
    Other,
    /// No number.
    No,
}

/// The text of a value that is a number, or may be one.
fn number_text<'t>(node: Node<'t>, options: &Options) -> Option<&'t str> {
    match node.kind() {
        Kind::Number => Some(node.text()),
        Kind::String if options.texts => Some(node.text().trim()),
        _ => None,
    }
}

/// A word of YAML 1.1, if those are asked for.
fn word(node: Node<'_>, options: &Options) -> Option<Word> {
    let is_plain = matches!(node.kind(), Kind::String | Kind::Number) && !node.is_quoted();
    if options.yaml_1_1 && is_plain { yaml_1_1(node.text()) } else { None }
}

pub(super) fn boolean(node: Node<'_>, options: &Options) -> Option<bool> {
    if let Some(Word::Boolean(value)) = word(node, options) {
        return Some(value);
    }
    match (node.kind(), node.text().trim()) {
        (Kind::Boolean(value), _) => Some(value),
        (Kind::String, "true" | "True" | "TRUE") if options.texts => Some(true),
        (Kind::String, "false" | "False" | "FALSE") if options.texts => Some(false),
        _ => None,
    }
}

pub(super) fn integer(node: Node<'_>, options: &Options) -> Whole {
    if let Some(Word::Integer(value)) = word(node, options) {
        return Whole::Number(value);
    }
    let Some(text) = number_text(node, options) else { return Whole::No };
    let value = match radix(text) {
        Some((digits, radix)) => i64::from_str_radix(digits, radix).ok(),
        None => text.parse().ok(),
    };
    match value {
        Some(value) => Whole::Number(value),
        None => match double(node, options) {
            Some(value) if options.fractions && is_exact(value) => Whole::Number(value as i64),
            Some(_) => Whole::Other,
            None => Whole::No,
        },
    }
}

/// Whether a number is whole, and a double has all its digits.
fn is_exact(value: f64) -> bool {
    const LIMIT: f64 = 9_007_199_254_740_992.0;
    value.fract() == 0.0 && value.abs() <= LIMIT
}

pub(super) fn double(node: Node<'_>, options: &Options) -> Option<f64> {
    let text = number_text(node, options)?;
    let unsigned = text.trim_start_matches(['-', '+']);
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    match unsigned {
        ".inf" | ".Inf" | ".INF" | "Infinity" => return Some(sign * f64::INFINITY),
        ".nan" | ".NaN" | ".NAN" | "NaN" => return Some(f64::NAN),
        _ => {}
    }
    match radix(text) {
        Some((digits, radix)) => u64::from_str_radix(digits, radix).ok().map(|value| value as f64),
        None if unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') => text.parse().ok(),
        None => None,
    }
}

/// The digits of a number of YAML that is not decimal.
fn radix(text: &str) -> Option<(&str, u32)> {
    let hexadecimal = text.strip_prefix("0x").map(|digits| (digits, 16));
    hexadecimal.or_else(|| text.strip_prefix("0o").map(|digits| (digits, 8)))
}

pub(super) fn string<'t>(node: Node<'t>, options: &Options) -> Option<&'t str> {
    match node.kind() {
        Kind::String => Some(node.text()),
        Kind::Number | Kind::Boolean(_) if options.texts => Some(node.text()),
        _ => None,
    }
}

/// The kind of a value, without its text: strings may be secrets even if the member is not sensitive.
pub(super) fn described(node: Node<'_>, is_sensitive: bool) -> String {
    match node.kind() {
        Kind::Null => "null".to_owned(),
        Kind::Boolean(_) if is_sensitive => "a boolean".to_owned(),
        Kind::Boolean(value) => value.to_string(),
        Kind::Number if is_sensitive => "a number".to_owned(),
        Kind::Number => format!("the number {}", shapewright_runtime::text::start(node.text())),
        Kind::List => "a list".to_owned(),
        Kind::Object if node.tree().is_xml() => "elements".to_owned(),
        Kind::Object => "an object".to_owned(),
        _ => "a string".to_owned(),
    }
}
