//! Explains enums.

use cloudfront::shapes::catalog::enum_values;
use cloudfront::shapes::summaries;
use cloudfront::validators::{Kind, rules};

use super::subject::Subject;
use super::text::{Text, dotted};

/// The values of an enum and the members that have them; nothing if there is no such enum.
pub(super) fn details(text: &mut Text, name: &str) {
    let Some(values) = enum_values(name) else { return };
    text.subject(Subject::Enum(name));
    text.line(format_args!("{name}: enum"));
    text.sentence("  ", summaries::of(name));
    let listed = values.join(", ");
    text.line(format_args!("  values: {listed}"));
    for value in values {
        if let Some(sentence) = summaries::of_member(name, value) {
            text.line(format_args!("    {value}: {sentence}"));
        }
    }
    // The table of rules has values, but no names of enums.
    let has_values = |limit: &str| limit.trim_start_matches("one of ") == listed;
    let rules = rules().filter(|rule| rule.kind == Kind::Enum && has_values(rule.expected));
    let mut members: Vec<String> = rules.map(|rule| dotted(rule.target)).collect();
    members.sort_unstable();
    members.dedup();
    if !members.is_empty() {
        text.line(format_args!("  members with these values: {}", members.join(", ")));
    }
}
