//! Tests `Valid`: every operation has values that satisfy all rules, and one change violates the expected rule.

use std::collections::{BTreeMap, BTreeSet};

use arbitrary::{Arbitrary, Unstructured};
use cloudfront_shapes::{KeyGroupConfig, StreamingDistributionConfig};
use cloudfront_validators::{Kind, OPERATIONS, Options, Valid, Validate, Violation, valid_input};
use serde_json::Value;
use shapewright_tests::arbitrary::bytes;
use shapewright_tests::cases::input;
use shapewright_tests::documents::service;
use shapewright_tests::mutations::{Mutation, mutations};

/// Number of values per operation, and of bytes per value.
const SEEDS: u64 = 4;
const BYTES: usize = 64;

/// Returns the parameters of a valid request.
fn request(operation: &str, seed: u64, count: usize) -> Value {
    let bytes = bytes(seed << 32, count);
    let mut input = valid_input(operation, &mut Unstructured::new(&bytes))
        .unwrap_or_else(|error| panic!("no valid {operation} of seed {seed}: {error}"));
    let report = input.report(&Options::default());
    assert!(report.is_valid(), "{operation} of seed {seed}:\n{report}");
    serde_json::to_value(&*input.structure()).expect("inputs are JSON")
}

#[test]
fn every_operation_has_valid_inputs() {
    for operation in OPERATIONS {
        let requests: Vec<Value> = (0..SEEDS).map(|seed| request(operation, seed, BYTES)).collect();
        for request in &requests {
            let mut read = input(operation, request);
            assert_eq!(serde_json::to_value(&*read.structure()).expect("JSON"), *request, "{operation}");
            assert!(read.report(&Options::default()).is_valid(), "{operation}: {request}");
        }
        let different: BTreeSet<String> = requests.iter().map(Value::to_string).collect();
        assert!(different.len() > 1, "{operation} is always {:?}", different.first());
    }
}

#[test]
fn the_same_bytes_give_the_same_value() {
    for operation in ["CreateDistribution", "UpdateStreamingDistribution", "TagResource"] {
        assert_eq!(request(operation, 7, BYTES), request(operation, 7, BYTES));
    }
    let mut long = 0;
    for seed in 0..SEEDS {
        let (small, large) =
            (request("CreateDistribution", seed, 8), request("CreateDistribution", seed, 400));
        long += usize::from(large.to_string().len() > small.to_string().len());
    }
    assert!(long as u64 > SEEDS / 2, "more bytes do not give more members");
}

#[test]
fn no_bytes_give_a_valid_value() {
    let Valid(config) =
        Valid::<StreamingDistributionConfig>::arbitrary(&mut Unstructured::new(&[])).expect("valid");
    assert!(config.validate().is_valid());
    let mut bytes = Unstructured::new(&[1; 100]);
    let (first, second) =
        <(Valid<KeyGroupConfig>, Valid<KeyGroupConfig>)>::arbitrary(&mut bytes).expect("two");
    assert!(first.0.validate().is_valid() && second.0.validate().is_valid());
    assert!(valid_input("NoSuchOperation", &mut Unstructured::new(&[])).is_err());
}

/// Returns the pointer of the quantity of the list at this pointer; `None` if the list is not called `Items`.
fn quantity_of(pointer: &str) -> Option<String> {
    pointer.strip_suffix("/Items").map(|parent| format!("{parent}/Quantity"))
}

#[test]
fn the_quantity_of_a_list_is_beside_it() {
    assert_eq!(
        quantity_of("/Origins/Items/0/CustomHeaders/Items").as_deref(),
        Some("/Origins/Items/0/CustomHeaders/Quantity")
    );
    assert_eq!(quantity_of("/Origins/Items/0/Id"), None);
}

/// Returns the problem of a change, if there is one. A change may also violate conditions and checks, other rules of
/// the same value (an empty value may be too short), and the quantity of a removed list.
fn problem(operation: &str, before: &[Violation], mutation: &Mutation) -> Option<String> {
    let report = input(operation, &mutation.document).report(&Options::default());
    let reported = |violation: &Violation| (violation.rule().to_owned(), violation.pointer().to_owned());
    let before: BTreeSet<_> = before.iter().map(reported).collect();
    let is_trait = |violation: &&Violation| !matches!(violation.kind(), Some(Kind::Condition | Kind::Check));
    let new: BTreeSet<_> = report
        .iter()
        .filter(is_trait)
        .map(reported)
        .filter(|violation| !before.contains(violation))
        .collect();
    let expected = (mutation.rule.clone(), mutation.pointer.clone());
    let counts = |pointer: &str| {
        mutation.kind == "required" && quantity_of(&mutation.pointer).as_deref() == Some(pointer)
    };
    let elsewhere = new.iter().any(|(_, pointer)| *pointer != mutation.pointer && !counts(pointer));
    (!new.contains(&expected) || elsewhere).then(|| format!("{operation}: {expected:?} became {new:?}"))
}

#[test]
fn one_mutation_violates_the_expected_rule() {
    let service = service();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for operation in OPERATIONS {
        let request = request(operation, 0, 2 * BYTES);
        let before = input(operation, &request).report(&Options::default());
        for mutation in mutations(&service, operation, &request) {
            *tried.entry(mutation.kind).or_default() += 1;
            wrong.extend(problem(operation, before.violations(), &mutation));
        }
    }
    assert!(wrong.is_empty(), "{} of {tried:?}:\n{}", wrong.len(), wrong.join("\n"));
    for kind in ["required", "label", "length", "enum", "quantity"] {
        assert!(tried.get(kind).is_some_and(|count| *count > 20), "few changes of kind {kind}: {tried:?}");
    }
}
