//! The page of rules says how many error codes are known, and how.

use std::collections::BTreeMap;

use cloudfront_validators::{Evidence, Rule, Severity, rules};
use shapewright_tests::model::root;

/// Only a violation of such a rule is refused with its code.
fn refuses(rule: &&Rule) -> bool {
    matches!(rule.severity, Severity::Error | Severity::Quota)
}

#[test]
fn shares_are_those_of_the_page() {
    let mut counts = BTreeMap::from([("observed", 0), ("documented", 0), ("assumed", 0)]);
    for rule in rules().filter(refuses) {
        *counts.entry(rule.evidence.as_str()).or_default() += 1;
    }
    let all: u32 = counts.values().sum();
    let page = std::fs::read_to_string(root().join("crates/cloudfront-validators/RULES.md"));
    let page = page.expect("the page of rules can be read");
    assert!(page.contains(&format!("\nOf the {all} rules of severity")), "{page}");
    for (word, count) in counts {
        let row = format!("| {word} | {count} | {:.1} % |", f64::from(count) * 100.0 / f64::from(all));
        println!("{row}");
        assert!(page.lines().any(|line| line == row), "RULES.md does not say {row:?}");
    }
}

/// A documented code comes from a source, and is not the code of what no source says.
#[test]
fn documented_codes_have_a_source() {
    for rule in rules().filter(|rule| rule.evidence == Evidence::Documented) {
        assert!(!rule.source.is_empty() && rule.source != "model", "{}", rule.id);
        assert_ne!(rule.code, cloudfront_validators::RULES.general, "{}", rule.id);
    }
}
