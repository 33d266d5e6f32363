//! Which values the traits of Smithy may have.

use serde_json::Value;

use super::aws::{AwsService, QueryError, RestXml};
use super::constraints::{Length, Range};
use super::http::{Endpoint, Http, http_error};
use super::marks::{MARKS, STRINGS};
use super::meaning::{Deprecated, Fault, Retryable};
use super::xml::{TimestampFormat, XmlNamespace};
use super::{Problem, TraitValue};
use crate::diagnostics::nearest;
use crate::model::Kind;
use crate::prelude;

/// Finds what is wrong with a value, on a shape of this kind or on a member of one.
type Check = fn(&Value, &Kind) -> Option<Problem>;

/// Checks of traits whose value is neither empty nor a string. All other traits accept any value.
const CHECKS: &[(&str, Check)] = &[
    (AwsService::ID, of_type::<AwsService>),
    (Deprecated::ID, of_type::<Deprecated>),
    (Endpoint::ID, of_type::<Endpoint>),
    (Fault::ID, of_type::<Fault>),
    (Http::ID, of_type::<Http>),
    (Length::ID, of_type::<Length>),
    (QueryError::ID, of_type::<QueryError>),
    (Range::ID, of_type::<Range>),
    (RestXml::ID, of_type::<RestXml>),
    (Retryable::ID, of_type::<Retryable>),
    (TimestampFormat::ID, of_type::<TimestampFormat>),
    (XmlNamespace::ID, of_type::<XmlNamespace>),
    (prelude::ENUM, |value, _| legacy_enum(value)),
    (prelude::ENUM_VALUE, enum_value),
    (prelude::HTTP_ERROR, |value, _| http_error(value)),
];

/// What is wrong with `value` as the value of the trait `id` on a shape, or a member of a shape, of `kind`.
pub(crate) fn problem(id: &str, value: &Value, kind: &Kind) -> Option<Problem> {
    if !id.contains('#') {
        let help = format!("write the absolute id of the trait, `smithy.api#{id}` for instance");
        return Some(Problem::new("has no namespace", help));
    }
    if MARKS.contains(&id) {
        let message = format!("must be an object, not {value}");
        return (!value.is_object()).then(|| Problem::new(message, "write {}, or remove the trait"));
    }
    if STRINGS.contains(&id) {
        let message = format!("must be a string, not {value}");
        return (!value.is_string()).then(|| Problem::new(message, "write a string, or remove the trait"));
    }
    if let Some((_, check)) = CHECKS.iter().find(|(known, _)| *known == id) {
        return check(value, kind);
    }
    let is_known = !id.starts_with("smithy.api#") || prelude::TRAITS.contains(&id);
    (!is_known).then(|| unknown(id, prelude::TRAITS))
}

/// The problem of a trait that its namespace does not have; `known` are the traits that it has.
pub(crate) fn unknown(id: &str, known: &[&'static str]) -> Problem {
    let name = |id: &'static str| id.split_once('#').map_or(id, |(_, name)| name);
    let (namespace, wrong) = id.split_once('#').unwrap_or(("", id));
    let help = match nearest(wrong, known.iter().copied().map(name)) {
        Some(near) => format!("did you mean `{namespace}#{near}`?"),
        None => "correct the id, or remove the trait".to_owned(),
    };
    Problem::new("does not exist", help)
}

fn of_type<T: TraitValue>(value: &Value, _: &Kind) -> Option<Problem> {
    T::from_json(value).err()
}

fn enum_value(value: &Value, kind: &Kind) -> Option<Problem> {
    match kind {
        Kind::IntEnum if value.is_i64() => None,
        Kind::IntEnum => {
            let message = format!("must be an integer in an intEnum, not {value}");
            Some(Problem::new(message, "write an integer"))
        }
        _ if value.is_string() => None,
        _ => Some(Problem::new(format!("must be a string in an enum, not {value}"), "write a string")),
    }
}

fn legacy_enum(value: &Value) -> Option<Problem> {
    let valid = |item: &&Value| item.get("value").is_some_and(Value::is_string);
    let message = match value.as_array() {
        None => format!("must be a list, not {value}"),
        Some(items) if items.is_empty() => "has no values".to_owned(),
        Some(items) => {
            let item = items.iter().find(|item| !valid(item))?;
            format!("has the item {item}, which has no string `value`")
        }
    };
    Some(Problem::new(message, "write a list of objects, each with a string `value`"))
}
