//! Validation, reading and writing take time in proportion to a request: with four times as many elements in a list,
//! about four times as long.

use cloudfront_shapes::AllowedMethods;
use cloudfront_validators::{Input, Limits, Options, Validate};
use serde_json::{Deserializer, Value};
use shapewright_http::ReadOptions;
use shapewright_runtime::{Structure, deserialize_into};
use shapewright_tests::cases::{input, request, requests};
use shapewright_tests::long_lists::{Growth, Keys, lists, with_long_list, with_long_lists};
use shapewright_tests::model::Model;
use shapewright_tests::wire::empty;

/// Elements of the shortest list. The longest has 20,000.
const LENGTH: usize = 5_000;

/// Elements where each is large, or where there are many lists.
const FEWER: usize = 1_250;

/// Every operation that has an input with lists: its name, and the input with all members.
fn operations(model: &Model) -> Vec<(&'static str, Value)> {
    let operations = cloudfront_http::OPERATIONS.iter();
    let inputs = operations.map(|binding| (binding.name, model.full(binding.input.shape)));
    inputs.filter(|(_, input)| !lists(input).is_empty()).collect()
}

/// Fails with everything that is not linear.
fn report(found: Vec<String>) {
    assert!(found.is_empty(), "{} are not linear:\n{}", found.len(), found.join("\n"));
}

/// What is wrong with the validation of an operation's input, which `document` makes of a length.
fn validation(
    what: String,
    operation: &str,
    length: usize,
    document: impl Fn(usize) -> Value,
) -> Option<String> {
    // The words of violations are as much work for any length.
    let options = Options::default().limits(Limits::default().max_violations(1));
    let prepare = |length| input(operation, &document(length));
    let growth = Growth::measure(length, prepare, |input| drop(input.report(&options)));
    (!growth.is_linear()).then(|| format!("{operation} {what}: {growth:?}"))
}

#[test]
fn validation_is_linear_in_each_list() {
    let operations = operations(&Model::read());
    assert!(operations.len() > 30, "{}", operations.len());
    let mut found = Vec::new();
    for (operation, document) in &operations {
        for list in lists(document) {
            let longer = |length| with_long_list(document, &list, length, Keys::Different);
            found.extend(validation(list.clone(), operation, LENGTH, longer));
        }
    }
    report(found);
}

#[test]
fn validation_is_linear_in_all_lists_together() {
    let mut found = Vec::new();
    for (operation, document) in &operations(&Model::read()) {
        for keys in [Keys::Equal, Keys::Absent] {
            let longer = |length| with_long_lists(document, length, keys);
            found.extend(validation(format!("{keys:?}"), operation, FEWER, longer));
        }
    }
    report(found);
}

/// An update by the same value, so that all violations are compared.
#[test]
fn comparison_with_the_current_value_is_linear() {
    let options = Options::default().limits(Limits::default().max_violations(usize::MAX));
    let mut found = Vec::new();
    for (operation, document) in &operations(&Model::read()) {
        for keys in [Keys::Equal, Keys::Different].into_iter().filter(|_| *operation == "UpdateDistribution")
        {
            let prepare = |length| input(operation, &with_long_lists(document, length, keys));
            let growth =
                Growth::measure(FEWER / 8, prepare, |input| drop(input.report_update(&**input, &options)));
            found.extend((!growth.is_linear()).then(|| format!("{operation} {keys:?}: {growth:?}")));
        }
    }
    report(found);
}

/// Every element is wrong, and the service answers them as one error.
#[test]
fn the_error_of_a_report_is_linear() {
    let options = Options::default().limits(Limits::default().max_violations(usize::MAX));
    let prepare = |length| {
        let methods: Vec<String> = (0..length).map(|number| format!("METHOD{number}")).collect();
        AllowedMethods::from(methods).validate_with(&options)
    };
    let growth = Growth::measure(LENGTH, prepare, |report| drop(report.to_response("UpdateDistribution")));
    assert!(growth.is_linear(), "{growth:?}");
}

/// Their elements refer to each other, unlike those above.
#[test]
fn validation_is_linear_in_real_requests() {
    let mut found = Vec::new();
    for name in requests() {
        let request = request(&name);
        if lists(&request.params).is_empty() {
            continue;
        }
        let longer = |length| with_long_lists(&request.params, length, Keys::Different);
        found.extend(validation(name, &request.operation, FEWER, longer));
    }
    report(found);
}

#[test]
fn reading_and_writing_are_linear_in_all_lists() {
    let mut found = Vec::new();
    for (operation, document) in &operations(&Model::read()) {
        let filled = |length| input(operation, &with_long_lists(document, length, Keys::Different));
        let length = FEWER / 2;
        let mut check = |what: &str, growth: Growth| {
            if !growth.is_linear() {
                found.push(format!("{operation} {what}: {growth:?}"));
            }
        };
        let written = |length| json(filled(length).structure());
        check("JSON is read", Growth::measure(length, written, |text| read_json(operation, text)));
        check("JSON is written", Growth::measure(length, filled, |input| drop(json(input.structure()))));
        let binding = cloudfront_http::operation(operation).expect("it is in the table");
        let build = |input: &mut dyn Input| binding.build_request(input.structure()).expect("it can be sent");
        check("a request is built", Growth::measure(length, filled, |input| drop(build(&mut **input))));
        let built = |length| build(&mut *filled(length));
        let parse = |request: &mut _| {
            let outcome =
                binding.parse_request(request, ReadOptions::default(), &mut *empty(binding.input.shape));
            outcome.expect("it was built");
        };
        check("a request is parsed", Growth::measure(length, built, parse));
    }
    report(found);
}

fn json(structure: &dyn Structure) -> String {
    serde_json::to_string(structure).expect("it is JSON")
}

fn read_json(operation: &str, text: &str) {
    let mut input = cloudfront_validators::input(operation).expect("it is in the table");
    deserialize_into(input.structure(), &mut Deserializer::from_str(text)).expect("it was written");
}
