//! Tests that the examples of the AWS CLI have no violations. The Python package awscli contains them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use cloudfront_validators::{OPERATIONS, Options};
use codegen::__internal::ir::{Location, Service, Type};
use serde_json::{Map, Value, json};
use shapewright_tests::botocore::directory;
use shapewright_tests::cases::input;
use shapewright_tests::documents::service;

fn examples() -> Vec<PathBuf> {
    let directory = directory().join("awscli/examples/cloudfront");
    let entries = std::fs::read_dir(&directory).unwrap_or_else(|error| {
        panic!("{}: {error}; install awscli with `cargo xtask ci python`", directory.display())
    });
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// Returns all JSON objects in a page: indented blocks that begin with a brace.
fn objects(page: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut block = String::new();
    for line in page.lines().chain(["end"]) {
        let inside = line.starts_with(' ') || (line.is_empty() && !block.is_empty());
        if inside {
            block.push_str(line.trim_start());
            block.push('\n');
        } else if !block.is_empty() {
            let mut values = serde_json::Deserializer::from_str(&block).into_iter::<Value>();
            found.extend(values.next().and_then(Result::ok).filter(Value::is_object));
            block.clear();
        }
    }
    found
}

/// Returns the operation whose payload is a structure: `CreateDistribution` for `DistributionConfig`. Prefers
/// operations that create a resource.
fn operations_by_payload(service: &Service) -> BTreeMap<String, (String, Vec<String>)> {
    let mut takers = BTreeMap::new();
    let mut operations: Vec<&str> = OPERATIONS.to_vec();
    operations.sort_by_key(|name| !name.starts_with("Create"));
    for operation in operations {
        let input = service.operations[operation].input.as_ref().and_then(|id| service.structures.get(id));
        for member in input.into_iter().flat_map(|shape| &shape.members) {
            let Type::Structure(id) = &member.ty else { continue };
            if member.location == Location::Payload {
                let members = service.structures[id].members.iter().map(|member| member.wire.clone());
                takers.entry(member.wire.clone()).or_insert((operation.to_owned(), members.collect()));
            }
        }
    }
    takers
}

/// Finds every value in the tree that is the payload of an operation.
fn payloads<'a>(
    value: &'a Value,
    takers: &'a BTreeMap<String, (String, Vec<String>)>,
    found: &mut Vec<(&'a str, &'a str, &'a Value)>,
) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| payloads(item, takers, found)),
        Value::Object(members) => {
            for (name, value) in members {
                if let Some((operation, _)) = takers.get(name) {
                    found.push((operation, name, value));
                }
                payloads(value, takers, found);
            }
        }
        _ => {}
    }
}

/// Returns the payload type of a bare document, recognized by its members.
fn bare<'a>(
    document: &Value,
    takers: &'a BTreeMap<String, (String, Vec<String>)>,
) -> Option<(&'a str, &'a str)> {
    let object = document.as_object()?;
    let fits = |members: &[String]| object.keys().all(|name| members.contains(name));
    let mut fitting = takers.iter().filter(|(_, (_, members))| fits(members));
    let (name, (operation, _)) = fitting.next()?;
    // A document that fits several types is ambiguous.
    (object.len() > 2 && fitting.next().is_none()).then_some((operation, name))
}

#[test]
#[ignore = "needs the Python packages botocore and awscli: cargo xtask ci python"]
fn the_examples_of_the_aws_cli_are_valid() {
    let service = service();
    let takers = operations_by_payload(&service);
    let (mut checked, mut alarms) = (0, Vec::new());
    for page in examples() {
        let text = std::fs::read_to_string(&page).expect("a page is text");
        for document in objects(&text) {
            let mut found = Vec::new();
            payloads(&document, &takers, &mut found);
            found.extend(bare(&document, &takers).map(|(operation, name)| (operation, name, &document)));
            for (operation, name, value) in found {
                let params = with_labels(&service, operation, name, value);
                let report = input(operation, &params).report(&Options::default());
                checked += 1;
                if !report.is_valid() {
                    let page = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    alarms.push(format!("{page}, {name} by {operation}:\n{report}"));
                }
            }
        }
    }
    assert!(checked >= 30, "only {checked} documents were found");
    assert!(alarms.is_empty(), "{} of {checked} documents:\n{}", alarms.len(), alarms.join("\n\n"));
}

/// Returns the parameters of an operation whose payload is `value`, with values for its labels, headers and query.
fn with_labels(service: &Service, operation: &str, name: &str, value: &Value) -> Value {
    let mut params = Map::from_iter([(name.to_owned(), value.clone())]);
    let input = service.operations[operation].input.as_ref().and_then(|id| service.structures.get(id));
    for member in input.into_iter().flat_map(|shape| &shape.members) {
        let value = match (&member.location, &member.ty) {
            (Location::Label | Location::Header(_), Type::String) => "E2QWRUHAPOMQZL",
            (Location::Query(_), Type::String) => {
                "arn:aws:cloudfront::123456789012:distribution/EMLARXS9EXAMPLE"
            }
            _ => continue,
        };
        params.insert(member.wire.clone(), json!(value));
    }
    Value::Object(params)
}
