//! Tests that each trait rule is violated by a value beyond its limit, but not by a value at its limit.

use std::collections::BTreeSet;

use cloudfront_validators::{Kind, Options, RULES, rules};
use serde_json::Value;
use shapewright_runtime::FixQuantities;
use shapewright_tests::cases::input;
use shapewright_tests::documents::service;
use shapewright_tests::model::Model;
use shapewright_tests::trait_cases::{TraitCase, TraitCases};

fn broken(operation: &str, params: &Value, repair: bool) -> BTreeSet<String> {
    let mut input = input(operation, params);
    if repair {
        input.structure().fix_quantities();
    }
    input.report(&Options::default()).iter().map(|violation| violation.rule().to_owned()).collect()
}

/// Problem of a case, if there is one. Generated values may break conditions, but no other traits.
fn problem(case: &TraitCase) -> Option<String> {
    let is_trait = |id: &&String| {
        RULES.find(id).is_none_or(|rule| !matches!(rule.kind, Kind::Condition | Kind::Check | Kind::Pattern))
    };
    // Missing and negative quantities would be fixed.
    let repair = !["-quantity-required", "-quantity-range"].iter().any(|end| case.rule.ends_with(end));
    let broken = broken(&case.operation, &case.breaks, repair);
    let held = self::broken(&case.operation, &case.holds, repair);
    let more: BTreeSet<&String> = broken.difference(&held).filter(is_trait).collect();
    let only = more.len() == 1 && more.contains(&case.rule);
    (!only || held.contains(&case.rule)).then(|| {
        format!(
            "{} {}: beyond the limit also {more:?}; at the limit {held:?}\n  {}",
            case.operation, case.rule, case.breaks
        )
    })
}

#[test]
fn limits_are_those_of_the_model() {
    let service = service();
    let cases = TraitCases::new(&service).all();
    let wrong: Vec<String> = cases.iter().filter_map(problem).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    let tested: BTreeSet<&str> = cases.iter().map(|case| case.rule.as_str()).collect();
    let by_nature = |kind: Kind| {
        matches!(
            kind,
            Kind::Required
                | Kind::Label
                | Kind::Length
                | Kind::Quota
                | Kind::Range
                | Kind::Enum
                | Kind::Deprecated
        )
    };
    let untested: Vec<&str> = rules()
        .filter(|rule| by_nature(rule.kind) && !tested.contains(rule.id))
        .map(|rule| rule.id)
        .collect();
    assert!(untested.is_empty(), "rules without a case: {untested:#?}");
    assert!(cases.len() > 500, "only {} cases", cases.len());
}

/// The rules with the source "model" are those of the plain model, read without the generator.
#[test]
fn rules_with_the_source_model_are_in_the_model() {
    let of_kinds = |kinds: &[Kind]| -> BTreeSet<String> {
        let found = rules().filter(|rule| rule.source == "model" && kinds.contains(&rule.kind));
        found.map(|rule| rule.id.to_owned()).collect()
    };
    let model = Model::read();
    assert_eq!(of_kinds(&[Kind::Required]), model.required_rules());
    let sizes = of_kinds(&[Kind::Length, Kind::Range]);
    let minima = model.minimum_rules();
    let missing: Vec<_> = minima.keys().filter(|rule| !sizes.contains(*rule)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}
