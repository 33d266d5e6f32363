//! The texts of findings: names as the document spells them, and where rules are documented.

use cloudfront_validators::Violation;
use shapewright_source::Node;

use crate::Finding;

/// Where the rule is documented: the first address in its source, or `model`.
pub(super) fn source(violation: &Violation) -> String {
    let source = violation.rule_entry().map_or("", |rule| rule.source);
    if source == "model" {
        return source.to_owned();
    }
    let address = source.split([' ', ',', ';']).find(|word| word.starts_with("https://"));
    address.unwrap_or_default().to_owned()
}

/// Names the member at the place of a finding as the document spells it, if that differs from the API.
pub(super) fn spell(finding: &mut Finding, root: Node<'_>) {
    let node = root.locate(&finding.pointer).node;
    let Some((name, written)) = node.key().zip(node.key_span()) else { return };
    let written = root.source().slice(written).trim_matches(['"', '\'']);
    if written.is_empty() || written == name || node.is_supplied() {
        return;
    }
    if let Some(at) = word(&finding.message, name) {
        finding.message.replace_range(at..at + name.len(), &format!("{written} ({name})"));
    }
}

/// Where a text has a name as a whole word.
fn word(text: &str, name: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn names_are_whole_words() {
        assert_eq!(word("MinTTLs and MinTTL", "MinTTL"), Some(12));
        assert_eq!(word("MinTTLs", "MinTTL"), None);
        assert_eq!(word("Id", "Id"), Some(0));
    }
}
