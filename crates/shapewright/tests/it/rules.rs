//! `shapewright rules`: filters, formats and order.

use cloudfront::validators::{Evidence, Kind, RULES, Severity, rules};
use serde_json::Value;

use crate::common::{of, run, stdout};

/// The ids of the rules that a command lists.
fn listed(arguments: &[&str]) -> Vec<String> {
    let arguments = [&["rules"], arguments].concat();
    let text = stdout(&arguments);
    text.lines().map(|line| line.split(' ').next().expect("an id").to_owned()).collect()
}

#[test]
fn all_rules_are_listed_by_member_and_id() {
    let ids = listed(&[]);
    let mut expected: Vec<_> = rules().collect();
    expected.sort_by_key(|rule| (rule.target, rule.id));
    assert_eq!(ids, expected.iter().map(|rule| rule.id).collect::<Vec<_>>());
}

#[test]
fn a_line_has_severity_code_member_and_expectation() {
    assert_eq!(
        stdout(&["rules", "key-group-config-items-quota"]),
        "key-group-config-items-quota quota[TooManyPublicKeysInKeyGroup] KeyGroupConfig.Items: quota of 5\n"
    );
}

/// Each option selects what its column has, and values of one option are alternatives.
#[test]
fn options_select_rules() {
    let ids = |is_wanted: fn(&cloudfront::validators::Rule) -> bool| {
        let mut wanted: Vec<_> = rules().filter(|rule| is_wanted(rule)).collect();
        wanted.sort_by_key(|rule| (rule.target, rule.id));
        wanted.iter().map(|rule| rule.id.to_owned()).collect::<Vec<_>>()
    };
    let is_kind = ids(|rule| matches!(rule.kind, Kind::Immutable | Kind::Union));
    let is_quota = ids(|rule| rule.severity == Severity::Quota);
    let is_observed = ids(|rule| matches!(rule.evidence, Evidence::Observed(_)));
    let has_code = ids(|rule| {
        let overrides = rule.code_overrides.iter().map(|(_, code)| *code);
        overrides
            .chain([rule.code])
            .any(|code| code == "TooManyInvalidationsInProgress" || code == "InvalidOrigin")
    });
    for (options, expected) in [
        (&["--kind", "immutable,union"], is_kind),
        (&["--severity", "quota"], is_quota),
        (&["--evidence", "observed"], is_observed),
        (&["--code", "TooManyInvalidationsInProgress,InvalidOrigin"], has_code),
    ] {
        assert!(!expected.is_empty(), "{options:?}");
        assert_eq!(listed(options), expected, "{options:?}");
    }
}

#[test]
fn all_options_and_texts_must_fit() {
    let both = listed(&["minttl", "order", "--kind", "condition"]);
    assert!(both.contains(&"cache-behavior-min-ttl-order".to_owned()), "{both:?}");
    for id in &both {
        let rule = RULES.find(id).expect(id);
        let whole = [rule.id, rule.target, rule.message, rule.remedy].join(" ").to_lowercase();
        assert!(whole.contains("minttl") && whole.contains("order"), "{whole}");
        assert_eq!(rule.kind, Kind::Condition);
    }
}

/// A resource is what the request that creates it has, and a structure has what is inside it.
#[test]
fn rules_of_operations_structures_and_resources() {
    let of_resource = listed(&["--in", "KeyGroup"]);
    assert_eq!(of_resource, listed(&["--in", "CreateKeyGroup"]));
    assert!(of_resource.contains(&"create-key-group-request-key-group-config-required".to_owned()));
    let of_structure = listed(&["--in", "KeyGroupConfig"]);
    assert!(of_structure.contains(&"key-group-config-items-quota".to_owned()));
    assert!(!of_structure.contains(&"create-key-group-request-key-group-config-required".to_owned()));
    let nested = listed(&["--in", "DistributionConfig"]);
    assert!(nested.contains(&"cache-behavior-min-ttl-order".to_owned()));
    assert!(!nested.iter().any(|id| id.starts_with("key-group")), "{nested:?}");
}

/// The JSON form has all that the table of rules has.
#[test]
fn rules_as_json() {
    let text = stdout(&["rules", "--format", "json", "--evidence", "observed", "--in", "CacheBehavior"]);
    let list: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(list["version"], 1);
    let objects = list["rules"].as_array().expect("a list");
    assert!(!objects.is_empty());
    for object in objects {
        let rule = RULES.find(of(object, "id")).expect("a known rule");
        assert_eq!(of(object, "code"), rule.code);
        assert_eq!(of(object, "kind"), rule.kind.as_str());
        assert_eq!(of(object, "severity"), rule.severity.as_str());
        assert_eq!(of(object, "target"), rule.target.replace('$', "."));
        assert_eq!(of(object, "source"), rule.source);
        assert!(!of(object, "message").is_empty());
        assert!(!object["reports"].as_array().expect("a list").is_empty());
    }
}

/// Every row has the cells of the header: no text of a rule ends a cell.
#[test]
fn rules_as_markdown() {
    let text = stdout(&["rules", "--format", "markdown"]);
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("| Rule | Severity | Code | Evidence | Member | Message | Help |"));
    assert_eq!(text.lines().count(), rules().count() + 2);
    for line in lines {
        assert_eq!(cells(line), 8, "{line}");
    }
}

#[test]
fn unknown_names_are_errors() {
    for (arguments, error) in [
        (&["--code", "InvalidOrigni"], "did you mean `InvalidOrigin`?"),
        (&["--in", "Distributoin"], "did you mean `Distribution`?"),
        (&["--in", "PriceClass"], "there is no operation, structure or resource `PriceClass`\n"),
        (&["no such", "text"], "no rule fits all options"),
    ] {
        let output = run(&[&["rules"], &arguments[..]].concat(), "");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(String::from_utf8_lossy(&output.stderr).contains(error), "{output:?}");
    }
    let output = run(&["rules", "--kind", "lenght"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("a similar value exists: 'length'"),
        "{output:?}"
    );
}
