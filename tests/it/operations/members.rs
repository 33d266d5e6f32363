//! Checks the members of a request or response, one by one.

use std::collections::BTreeSet;

use serde_core::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use cloudfront_validators::{Report, Validate};
use shapewright_runtime::Structure;

/// A member of a page.
pub(crate) struct Member {
    /// The JSON Pointer of the member in the document.
    pub(crate) pointer: &'static str,
    /// The type that the page lists.
    pub(crate) kind: Kind,
    /// The violation if the member is absent; `None` if it is optional.
    pub(crate) absent: Option<ExpectedViolation>,
    /// The violation if the member is an empty string.
    pub(crate) empty: Option<ExpectedViolation>,
}

/// A violation: rule, error code, message.
pub(crate) type ExpectedViolation = (&'static str, &'static str, &'static str);

/// The types that the page uses.
#[allow(dead_code)] // not every page uses all of them
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    String,
    Integer,
    Boolean,
    Datetime,
    List,
    Dict,
}

/// Returns an optional member.
pub(crate) const fn optional(pointer: &'static str, kind: Kind) -> Member {
    Member { pointer, kind, absent: None, empty: None }
}

/// Returns a required member with the violation if it is absent.
pub(crate) const fn required(pointer: &'static str, kind: Kind, absent: ExpectedViolation) -> Member {
    Member { pointer, kind, absent: Some(absent), empty: None }
}

/// Checks that the document has exactly the members of the page, in this order and with these types.
pub(crate) fn assert_members(document: &Value, page: &[Member]) {
    let mut pointers = Vec::new();
    collect(document, "", &mut pointers);
    let pointers: BTreeSet<_> = pointers.into_iter().collect();
    let expected: BTreeSet<_> = page.iter().map(|member| member.pointer.to_owned()).collect();
    assert_eq!(pointers, expected);
    for member in page {
        let value = document.pointer(member.pointer).expect(member.pointer);
        assert!(of_kind(member.kind, value), "{}: {value}", member.pointer);
    }
}

/// Adds the pointers of all values below the root.
fn collect(value: &Value, pointer: &str, pointers: &mut Vec<String>) {
    let children: Vec<_> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let pointer = format!("{pointer}/{name}");
        collect(child, &pointer, pointers);
        pointers.push(pointer);
    }
}

fn of_kind(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::String | Kind::Datetime => value.is_string(),
        Kind::Integer => value.is_i64(),
        Kind::Boolean => value.is_boolean(),
        Kind::List => value.is_array(),
        Kind::Dict => value.is_object(),
    }
}

/// Returns the structure after checking that it has exactly these members. A pattern cannot check that, because the
/// structure is non-exhaustive.
pub(crate) fn with_members<T: Structure>(structure: T, names: &[&str]) -> T {
    assert_eq!(structure.member_names(), names, "members of {}", structure.shape_name());
    structure
}

/// Reads a value from a document.
pub(crate) fn read<T: DeserializeOwned>(document: &Value) -> T {
    serde_json::from_value(document.clone()).expect("readable")
}

/// Checks that the document is the same after reading and writing, as a whole and without each of its members.
pub(crate) fn assert_round_trip<T: Serialize + DeserializeOwned>(document: &Value, page: &[Member]) {
    let written = |document: &Value| serde_json::to_value(read::<T>(document)).expect("writable");
    assert_eq!(written(document), *document);
    for member in page.iter().filter(|member| !is_element(member)) {
        let without = without(document, member.pointer);
        assert_eq!(written(&without), without);
        assert_eq!(written(&with(document, member.pointer, Value::Null)), without);
    }
}

/// Checks that a value of another type is an error for every member, with the pointer and the expected type.
pub(crate) fn assert_types<T: DeserializeOwned>(document: &Value, page: &[Member]) {
    for Member { pointer, kind, .. } in page {
        let (wrong, expected) = match kind {
            Kind::String => (json!(1), "a string"),
            Kind::Integer => (json!("1"), "an integer"),
            Kind::Boolean => (json!("true"), "a boolean"),
            Kind::Datetime => (json!(true), "a date and time or a number of seconds"),
            Kind::List => (json!({}), "a list"),
            Kind::Dict => (json!("x"), ""),
        };
        let text = with(document, pointer, wrong).to_string();
        let error = serde_json::from_str::<T>(&text).map(|_| ()).expect_err(pointer).to_string();
        assert!(error.contains(&format!("expected {expected}")), "{error}");
        assert!(error.contains(&format!(" for {pointer} at line 1 column ")), "{error}");
    }
}

/// Checks that each absent or empty member violates exactly the rules in the table.
pub(crate) fn assert_violations<T: Validate + DeserializeOwned>(document: &Value, page: &[Member]) {
    assert_eq!(read::<T>(document).validate().to_string(), "");
    for member in page.iter().filter(|member| !is_element(member)) {
        let absent = read::<T>(&without(document, member.pointer)).validate();
        assert_violation(&absent, member.pointer, member.absent);
        if member.kind == Kind::String {
            let empty = read::<T>(&with(document, member.pointer, json!(""))).validate();
            assert_violation(&empty, member.pointer, member.empty);
        }
    }
}

fn assert_violation(report: &Report, pointer: &str, expected: Option<ExpectedViolation>) {
    let found = report.iter().map(|violation| (violation.rule(), violation.code(), violation.message()));
    assert_eq!(found.collect::<Vec<_>>(), Vec::from_iter(expected), "{pointer}");
    // An absent list is reported at its quantity.
    let place = pointer.strip_suffix("Items").map_or(pointer.to_owned(), |list| format!("{list}Quantity"));
    assert!(report.iter().all(|violation| violation.pointer() == place), "{report}");
}

/// Returns the report of the document with another value at `pointer`.
pub(crate) fn report<T: Validate + DeserializeOwned>(
    document: &Value,
    pointer: &str,
    value: Value,
) -> Report {
    read::<T>(&with(document, pointer, value)).validate()
}

/// Returns the document with another value at `pointer`.
pub(crate) fn with(document: &Value, pointer: &str, value: Value) -> Value {
    let mut document = document.clone();
    *document.pointer_mut(pointer).expect(pointer) = value;
    document
}

/// Returns the document without the member at `pointer`.
pub(crate) fn without(document: &Value, pointer: &str) -> Value {
    let mut document = document.clone();
    let (parent, name) = pointer.rsplit_once('/').expect(pointer);
    let parent = document.pointer_mut(parent).and_then(Value::as_object_mut).expect(pointer);
    parent.remove(name).expect(pointer);
    document
}

/// Returns whether the member is an element of a list, which cannot be absent.
fn is_element(member: &Member) -> bool {
    member.pointer.ends_with(|c: char| c.is_ascii_digit())
}
