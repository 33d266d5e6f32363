//! Compares our validators with those of botocore, for generated inputs of all operations.
//!
//! botocore checks types, required members, minima and unions, and nothing else. If it rejects a request for one
//! of these, our validators must report the same place, and otherwise no rule of the same kind.
//!
//! Known differences, which the comparison leaves out:
//!
//! - Rules of overlays (`model/cloudfront/rules`): botocore has no such
//!   rules. Their source is not the model.
//! - Maxima, patterns, known values, quantities: botocore leaves them to the service.
//! - Empty labels: botocore finds them later, when it writes the request.
//! - The length of bytes: botocore does not check it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cloudfront_validators::{Kind as RuleKind, Limits, OPERATIONS, Options, RULES, Rule, Violation, input};
use serde_json::{Value, json};
use shapewright_runtime::deserialize_into;
use shapewright_tests::arbitrary::{ArbitraryReader, Style, bytes};
use shapewright_tests::botocore::{ask, locked_version};
use shapewright_tests::model::Model;

/// Number of random inputs per operation, in addition to the systematic ones.
const ROUNDS: u64 = 12;

/// A violation that both sides can find: its kind and JSON Pointer.
type Finding = (Kind, String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Missing,
    TooSmall,
    Union,
}

/// An input and our violations.
struct Case {
    operation: String,
    params: Value,
    ours: BTreeSet<Finding>,
    /// The ids of the rules of our findings.
    rules: BTreeSet<String>,
}

#[test]
#[ignore = "needs the Python packages botocore and awscli: cargo xtask ci python"]
fn required_members_and_minima_agree() {
    let model = Model::read();
    let known = Known { required: model.required_rules(), minima: model.minimum_rules() };
    let cases = cases(&model.operations(), &known);
    let lines: String = cases.iter().map(|case| request(case) + "\n").collect();
    let version = locked_version();
    let answer = ask("param_validator.py", &[Path::new(&version)], lines);

    let mut answers = answer.lines();
    let first: Value = answers.next().and_then(|line| serde_json::from_str(line).ok()).expect(&answer);
    assert_eq!(first["botocore"], version.as_str(), "install it with `cargo xtask ci python`");
    assert_eq!(first["operations"], OPERATIONS.len());

    let mut found = BTreeSet::new();
    let mut counts = [0; 3];
    for (case, line) in cases.iter().zip(answers.by_ref()) {
        let answer: Value = serde_json::from_str(line).expect(line);
        let texts = answer["report"].as_array().expect(line);
        let theirs: BTreeSet<_> = texts.iter().map(|text| finding_of_botocore(text, line)).collect();
        let params = serde_json::to_string_pretty(&case.params).expect("JSON");
        assert_eq!(case.ours, theirs, "left: ours, right: botocore's, for {} {params}", case.operation);
        for (kind, _) in &theirs {
            counts[*kind as usize] += 1;
        }
        found.extend(&case.rules);
    }
    assert_eq!(answers.next(), None, "one answer for each input");

    // Every required member and minimum of the model was violated on both sides.
    let rules = known.required.iter().chain(known.minima.keys());
    let missed: Vec<_> = rules.filter(|rule| !found.contains(rule)).collect();
    assert_eq!(missed, Vec::<&String>::new());
    let sizes = (cases.len(), known.required.len(), known.minima.len());
    assert!(sizes.0 > 2000 && sizes.1 > 400 && sizes.2 > 20, "{sizes:?}");
    assert!(counts[0] > 800 && counts[1] > 400 && counts[2] > 1, "{counts:?}");
}

/// Names of the rules that both sides know.
struct Known {
    required: BTreeSet<String>,
    minima: BTreeMap<String, f64>,
}

/// Inputs of all operations and our violations.
fn cases(operations: &[&str], known: &Known) -> Vec<Case> {
    assert_eq!(operations, OPERATIONS);
    let mut cases = Vec::new();
    for operation in operations {
        let params = systematic(&filled(operation, &[]));
        let random = (0..ROUNDS).map(|round| {
            let seed = (cases.len() as u64) << 16 | round;
            filled(operation, &bytes(seed, 16_384))
        });
        let params: Vec<_> = params.into_iter().chain(random).collect();
        cases.extend(params.into_iter().map(|params| case(operation, params, known)));
    }
    cases
}

/// Returns realistic parameters of an operation, generated from bytes.
fn filled(operation: &str, bytes: &[u8]) -> Value {
    let mut input = input(operation).expect("every operation has an input");
    ArbitraryReader::new(Style::Tame, bytes).fill(input.structure());
    serde_json::to_value(&*input.structure()).expect("JSON")
}

/// Returns the parameters, and changed copies: without each member, with each list empty, and with empty texts and
/// small numbers.
fn systematic(params: &Value) -> Vec<Value> {
    let mut all = vec![params.clone(), small(params)];
    for pointer in pointers(params) {
        let mut changed = params.clone();
        if let Some(list) = changed.pointer_mut(&pointer).and_then(Value::as_array_mut) {
            list.clear();
            all.push(changed.clone());
        }
        let (parent, name) = pointer.rsplit_once('/').expect(&pointer);
        if let Some(parent) = changed.pointer_mut(parent).and_then(Value::as_object_mut) {
            parent.remove(name);
            all.push(changed);
        }
    }
    all
}

/// Returns the value with empty texts and small numbers.
fn small(value: &Value) -> Value {
    match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), small(value))).collect(),
        Value::Array(items) => items.iter().map(small).collect(),
        Value::String(_) => json!(""),
        Value::Number(_) => json!(-1),
        other => other.clone(),
    }
}

/// Returns the pointers of all values below the root.
fn pointers(value: &Value) -> Vec<String> {
    let children: Vec<_> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let below = |(name, child): (String, &Value)| {
        let deeper = pointers(child).into_iter().map(|pointer| format!("/{name}{pointer}"));
        deeper.chain([format!("/{name}")]).collect::<Vec<_>>()
    };
    children.into_iter().flat_map(below).collect()
}

/// Parameters and our violations.
fn case(operation: &str, params: Value, known: &Known) -> Case {
    let mut input = input(operation).expect("every operation has an input");
    deserialize_into(input.structure(), &params).expect("the parameters can be read");
    let report = input.report(&Options::default());
    assert!(report.violations().len() < Limits::default().max_violations, "{operation}: {params}");
    let found = report
        .iter()
        .filter_map(|violation| Some((our_finding(violation, &params, known)?, violation.rule().to_owned())));
    let (ours, rules) = found.unzip();
    Case { operation: operation.to_owned(), params, ours, rules }
}

/// Converts a violation to a finding; `None` if botocore has no such rule.
fn our_finding(violation: &Violation, params: &Value, known: &Known) -> Option<Finding> {
    let pointer = violation.pointer();
    let rule = RULES.find(violation.rule()).filter(|rule| is_of_the_model(rule))?;
    let kind = match rule.kind {
        RuleKind::Required => Kind::Missing,
        RuleKind::Union => Kind::Union,
        RuleKind::Length | RuleKind::Range => {
            let min = *known.minima.get(rule.id)?;
            Some(Kind::TooSmall)
                .filter(|_| params.pointer(pointer).is_some_and(|value| is_less(value, min)))?
        }
        _ => return None,
    };
    Some((kind, pointer.to_owned()))
}

/// Returns whether a rule is a trait of the service's own model.
fn is_of_the_model(rule: &Rule) -> bool {
    rule.source == "model"
}

/// Returns whether a rejected value is below its minimum, not above its maximum.
fn is_less(value: &Value, min: f64) -> bool {
    let size = match value {
        Value::String(text) => text.chars().count() as f64,
        Value::Array(items) => items.len() as f64,
        number => number.as_f64().expect("only texts, lists and numbers have minima"),
    };
    size < min
}

/// Parses a line of the report of botocore: `Missing required parameter in Config.Items[0]: "Quantity"`.
fn finding_of_botocore(text: &Value, line: &str) -> Finding {
    let text = text.as_str().expect(line);
    if let Some(rest) = text.strip_prefix("Missing required parameter in ") {
        let (place, name) = rest.split_once(": ").expect(line);
        return (Kind::Missing, format!("{}/{}", pointer(place), name.trim_matches('"')));
    }
    if let Some((_, rest)) = text.split_once("tagged unionstructure ") {
        let (place, _) = rest.split_once(": ").expect(line);
        return (Kind::Union, pointer(place));
    }
    let rest = text.strip_prefix("Invalid length for parameter ");
    let rest = rest.or_else(|| text.strip_prefix("Invalid value for parameter "));
    let (place, _) = rest.and_then(|rest| rest.split_once(", value: ")).expect(line);
    (Kind::TooSmall, pointer(place))
}

/// Converts `Config.Items[0].Key` to a JSON Pointer. botocore calls the root `input`.
fn pointer(place: &str) -> String {
    let parts = place.split(['.', '[']).filter(|_| place != "input");
    parts.map(|part| format!("/{}", part.trim_end_matches(']'))).collect()
}

fn request(case: &Case) -> String {
    json!({ "operation": case.operation, "params": case.params }).to_string()
}
