//! Properties of all values of all shapes: JSON keeps them, validators do not panic, quantities can be fixed.
//!
//! A failure prints the shortest bytes that show it; `ArbitraryReader` generates the value from them.

use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_shapes::{Aliases, FixQuantities, StreamingDistributionConfig};
use cloudfront_validators::{
    Input, Kind, Limits, OPERATIONS, Options, RULES, Report, Validate, Violation, input,
};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;
use shapewright_runtime::{Structure, collect_unknown_into, deserialize_into};
use shapewright_tests::arbitrary::{ArbitraryReader, Style};
use shapewright_tests::model::Model;

/// Number of cases per property, each with all shapes. `PROPTEST_CASES` sets another number.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { 48 };
    ProptestConfig { cases, max_shrink_iters: 10_000, failure_persistence: None, ..default }
}

/// Returns an empty structure of that name.
fn empty(name: &str) -> Box<dyn Structure> {
    structure(name).expect("the catalog has all structures that it lists")
}

/// Returns a structure filled with arbitrary values.
fn filled(name: &str, bytes: &[u8]) -> Box<dyn Structure> {
    let mut structure = empty(name);
    ArbitraryReader::new(Style::Wild, bytes).fill(&mut *structure);
    structure
}

/// Returns the input of every operation, filled with arbitrary values.
fn inputs(operations: &[String], bytes: &[u8]) -> Vec<Box<dyn Input>> {
    let filled = operations.iter().map(|operation| {
        let mut input = input(operation).expect("every operation of the model has an input");
        ArbitraryReader::new(Style::Wild, bytes).fill(input.structure());
        input
    });
    filled.collect()
}

fn operations() -> Vec<String> {
    Model::read().operations().into_iter().map(str::to_owned).collect()
}

fn write(structure: &dyn Structure) -> String {
    serde_json::to_string(structure).expect("any value can be written as JSON")
}

/// Violations that `fix_quantities` must have removed.
fn quantity_violations(report: &Report) -> Vec<String> {
    let by_code = |code| code == "InconsistentQuantities";
    let violations = report
        .iter()
        .filter(|violation| by_code(violation.code()) || violation.rule().ends_with("-quantity-required"));
    violations.map(ToString::to_string).collect()
}

/// Returns whether the pointer of a violation matches its rule: a member of a value that is present or, for a condition
/// or check, the place inside the structure that the rule lists.
fn has_expected_pointer(violation: &Violation, value: &Value) -> bool {
    let (pointer, rule) = (violation.pointer(), RULES.find(violation.rule()));
    let is_there = |pointer: Option<&str>| pointer.is_some_and(|pointer| value.pointer(pointer).is_some());
    match rule.map(|rule| rule.kind) {
        None => false,
        Some(Kind::Condition | Kind::Check) => {
            is_there(pointer.strip_suffix(rule.map_or("", |rule| rule.pointer)))
        }
        Some(Kind::Union) => is_there(Some(pointer)),
        Some(_) => is_there(pointer.rsplit_once('/').map(|(parent, _)| parent)),
    }
}

#[test]
fn all_structures_and_operations_are_listed() {
    assert!(STRUCTURES.is_sorted());
    assert_eq!(Model::read().structures(), STRUCTURES);
    assert!(STRUCTURES.iter().all(|name| empty(name).shape_name() == *name));
    assert!(structure("aliases").is_none());
    let operations = operations();
    assert_eq!(operations, OPERATIONS);
    assert!(operations.iter().all(|operation| input(operation).is_some()));
    assert!(input("CreateAliases").is_none());
    for operation in &operations {
        let name = input(operation).map(|mut input| input.structure().shape_name());
        assert_eq!(name, Some(&*format!("{operation}Request")));
    }
}

/// Enough bytes set members of every structure, so that the properties below are not tested with absent members only.
#[test]
fn arbitrary_values_are_not_empty() {
    let bytes = [0xff; 4096];
    let without_members = |name: &&&str| empty(name).member_names().is_empty();
    let empty = STRUCTURES.iter().filter(|name| write(&*filled(name, &bytes)) == "{}");
    assert!(empty.eq(STRUCTURES.iter().filter(without_members)));
    assert!(STRUCTURES.iter().all(|name| write(&*filled(name, &[])) == "{}"));
}

proptest! {
    #![proptest_config(config())]

    /// Includes numbers that JSON does not have (written as texts), unknown values of enums, and empty lists.
    #[test]
    fn json_keeps_everything(bytes in vec(any::<u8>(), 0..2048)) {
        for name in STRUCTURES {
            let json = write(&*filled(name, &bytes));

            let mut from_text = empty(name);
            let unknown = collect_unknown_into(&mut *from_text, &mut serde_json::Deserializer::from_str(&json));
            prop_assert!(unknown.expect(&json).is_empty());
            prop_assert_eq!(write(&*from_text), json.as_str());

            let value = serde_json::to_value(&*from_text).expect(&json);
            let mut from_value = empty(name);
            deserialize_into(&mut *from_value, value).expect(&json);
            prop_assert_eq!(write(&*from_value), json);
        }
    }

    #[test]
    fn validators_do_not_panic(bytes in vec(any::<u8>(), 0..4096)) {
        for mut input in inputs(&operations(), &bytes) {
            let report = input.report(&Options::default());
            prop_assert!(report.violations().len() <= Limits::default().max_violations);
            let value = serde_json::to_value(&*input.structure()).expect("JSON");
            for violation in &report {
                prop_assert!(has_expected_pointer(violation, &value), "{}", violation);
                prop_assert!(violation.to_string().len() < 3000, "{}", violation);
                prop_assert!(violation.to_string().lines().count() == 3, "{:?}", violation);
                prop_assert!(!violation.message().is_empty() && !violation.help().is_empty(), "{:?}", violation);
            }
            prop_assert_eq!(report.is_valid(), report.errors().next().is_none());
            prop_assert_eq!(report.errors().count() + report.warnings().count(), report.violations().len());
            prop_assert_eq!(input.report(&Options::default()), report);
        }
    }

    #[test]
    fn fixed_quantities_are_correct(bytes in vec(any::<u8>(), 0..4096)) {
        for name in STRUCTURES {
            let mut structure = filled(name, &bytes);
            structure.fix_quantities();
            let fixed = write(&*structure);
            prop_assert_eq!(structure.fix_quantities(), 0);
            prop_assert_eq!(write(&*structure), fixed);
        }
        for mut input in inputs(&operations(), &bytes) {
            input.structure().fix_quantities();
            prop_assert_eq!(quantity_violations(&input.report(&Options::default())), Vec::<String>::new());
        }
    }
}

#[test]
fn reports_are_bounded() {
    let aliases: Aliases = (0..5000).map(|_| "x".repeat(300)).collect();
    let config = StreamingDistributionConfig::default().aliases(aliases);
    let report = config.validate();
    assert_eq!((report.violations().len(), report.truncated()), (1000, true));
    let report = config.validate_with(&Options::default().limits(Limits::default().max_violations(7)));
    assert_eq!((report.violations().len(), report.truncated()), (7, true));
    assert!(report.to_string().len() < 2000);
}
