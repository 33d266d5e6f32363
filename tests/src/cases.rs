//! Cases of rules: a valid request, a change that breaks a rule, and a change at the limit that does not.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cloudfront_validators::{Input, Options, Report};
use serde_json::{Map, Value};
use shapewright_runtime::{FixQuantities, PointerStep, deserialize_into};

use crate::model::root;

/// A valid request.
#[derive(Clone, Debug)]
pub struct Request {
    /// Name of the operation.
    pub operation: String,
    /// Its parameters, in the format of the AWS CLI.
    pub params: Value,
}

/// A change that must break a rule, and changes that must not.
#[derive(Debug)]
pub struct Case {
    /// File and position, for messages.
    pub name: String,
    /// The rule.
    pub rule: String,
    /// The valid request that is changed.
    pub base: Request,
    /// The change that violates the rule.
    pub breaks: Map<String, Value>,
    /// The changes that do not violate the rule.
    pub holds: Vec<Map<String, Value>>,
    /// Expected pointer of the violation, if the case has one.
    pub at: Option<String>,
    /// Expected error code of the operation, if the case has one.
    pub code: Option<String>,
    /// Expected severity in the operation, if the case has one.
    pub severity: Option<String>,
    /// Other rules that the change breaks too.
    pub also: BTreeSet<String>,
    /// Whether quantities are left unchanged.
    pub raw: bool,
}

/// Returns the valid request `tests/fixtures/requests/<name>.json`.
pub fn request(name: &str) -> Request {
    let path = fixtures("requests").join(format!("{name}.json"));
    let value = read(&path);
    let operation = value["operation"].as_str().expect("a request names its operation").to_owned();
    Request { operation, params: value["params"].clone() }
}

/// Names of all valid requests.
pub fn requests() -> Vec<String> {
    let names = files("requests").into_iter();
    names.map(|path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned()).collect()
}

/// Returns all cases.
pub fn cases() -> Vec<Case> {
    files("rules").iter().flat_map(|path| cases_of(path)).collect()
}

fn cases_of(path: &Path) -> Vec<Case> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let list = read(path);
    let cases = list.as_array().expect("a file of cases is a list").iter().enumerate();
    cases.map(|(index, value)| case(&format!("{file}[{index}]"), value)).collect()
}

fn case(name: &str, value: &Value) -> Case {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let change = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let holds = match &value["holds"] {
        Value::Array(changes) => changes.iter().map(change).collect(),
        one => vec![change(one)],
    };
    let also = value["also"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Case {
        name: name.to_owned(),
        rule: text("rule").unwrap_or_else(|| panic!("{name} has no rule")),
        base: request(&text("base").unwrap_or_else(|| panic!("{name} has no base"))),
        breaks: change(&value["breaks"]),
        holds,
        at: text("at"),
        code: text("code"),
        severity: text("severity"),
        also: also.map(str::to_owned).collect(),
        raw: value["raw"] == Value::Bool(true),
    }
}

/// Returns the report on a request after a change. A change has JSON Pointers with new values; null removes a value,
/// and `-` appends one.
pub fn report(base: &Request, change: &Map<String, Value>, raw: bool) -> Report {
    report_with(base, change, raw, &Options::default())
}

/// Does the same as [`report`] with options.
pub fn report_with(base: &Request, change: &Map<String, Value>, raw: bool, options: &Options) -> Report {
    changed_input(base, change, raw).report(options)
}

/// Returns the input of a request after a change. Quantities are set to the number of items, unless it is raw.
pub fn changed_input(base: &Request, change: &Map<String, Value>, raw: bool) -> Box<dyn Input> {
    let mut input = input(&base.operation, &changed(&base.params, change));
    if !raw {
        input.structure().fix_quantities();
    }
    input
}

/// Returns the parameters after a change.
pub fn changed(params: &Value, change: &Map<String, Value>) -> Value {
    let mut params = params.clone();
    for (pointer, value) in change {
        set(&mut params, pointer, value);
    }
    params
}

/// Returns the parameters as the input of the operation.
pub fn input(operation: &str, params: &Value) -> Box<dyn Input> {
    let mut input =
        cloudfront_validators::input(operation).unwrap_or_else(|| panic!("no operation {operation}"));
    deserialize_into(input.structure(), params).unwrap_or_else(|error| panic!("{operation}: {error}"));
    input
}

/// Sets the value at a JSON Pointer, creating missing parents.
fn set(value: &mut Value, pointer: &str, new: &Value) {
    let names: Vec<String> = pointer.split('/').skip(1).map(PointerStep::name).collect();
    let Some((last, path)) = names.split_last() else { return };
    let mut current = value;
    for name in path {
        current = child(current, name);
    }
    match (current, new) {
        (Value::Array(items), Value::Null) => drop(items.remove(last.parse().expect("a position in a list"))),
        (Value::Array(items), new) if last == "-" => items.push(new.clone()),
        (Value::Object(members), Value::Null) => drop(members.remove(last)),
        (current, new) => *child(current, last) = new.clone(),
    }
}

fn child<'a>(value: &'a mut Value, name: &str) -> &'a mut Value {
    match value {
        Value::Array(items) => {
            let index: usize = name.parse().expect("a position in a list");
            items.get_mut(index).unwrap_or_else(|| panic!("the list has no element {index}"))
        }
        other => {
            if !other.is_object() {
                *other = Value::Object(Map::new());
            }
            other.as_object_mut().expect("made an object above").entry(name).or_insert(Value::Null)
        }
    }
}

fn fixtures(directory: &str) -> PathBuf {
    root().join("tests/fixtures").join(directory)
}

fn files(directory: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(fixtures(directory)).expect("the fixtures are in the repository");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    files
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
