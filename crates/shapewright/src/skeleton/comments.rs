//! What the comments of a skeleton say about its members.

use cloudfront::shapes::summaries;
use cloudfront::validators::{Kind, Severity, rules};

/// What a member is, whether it is required, and which values it can have.
pub(super) fn about(structure: &str, member: &str) -> Option<String> {
    let mut sentences: Vec<String> =
        summaries::of_member(structure, member).map(str::to_owned).into_iter().collect();
    let target = format!("{structure}${member}");
    let rules = rules().filter(|rule| rule.target.trim_end_matches("[]") == target);
    for rule in rules.filter(|rule| rule.severity == Severity::Error) {
        match rule.kind {
            Kind::Required => sentences.push("Required.".to_owned()),
            Kind::Enum => sentences.push(format!("{}.", capital(rule.expected))),
            _ => {}
        }
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A text that begins with a capital letter.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}
