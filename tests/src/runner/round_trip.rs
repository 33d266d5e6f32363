//! Round trips of arbitrary inputs and outputs of every operation.

use serde_json::{Value, json};
use shapewright_http::xml::{Content, Element};
use shapewright_http::{Binding, Body, BuildError, Location, Message, ReadOptions, Router};
use shapewright_runtime::Structure;

use super::Service;
use crate::answered::answered;
use crate::arbitrary::{self, ArbitraryReader, Style};
use crate::messages::{fill, in_whole_seconds, json_of, request_json, response_json};

/// The number of values for each message.
const ROUNDS: u64 = 24;

/// Returns all differences, and the number of compared messages.
pub(super) fn all(service: &Service) -> (Vec<String>, usize) {
    let router = Router::new(service.operations.iter().copied());
    let mut problems = Vec::new();
    let mut compared = 0;
    for binding in service.operations {
        for round in 0..ROUNDS {
            for outcome in [input(service, &router, binding, round), output(service, binding, round)] {
                match outcome {
                    Ok(was_compared) => compared += usize::from(was_compared),
                    Err(problem) => problems.push(format!("{} {round}: {problem}", binding.name)),
                }
            }
        }
    }
    (problems, compared)
}

/// The reasons why arbitrary values cannot be sent.
const REFUSED: [&str; 5] = [
    "is not allowed in XML",
    "cannot hold control characters",
    "cannot begin or end with blanks",
    "cannot be the name of a header",
    "is not an HTTP status",
];

/// Returns `false` (nothing to compare) if the value cannot be sent for one of these reasons.
fn refused(error: &BuildError) -> Result<bool, String> {
    let is_known = REFUSED.iter().any(|reason| error.message().contains(reason));
    if is_known { Ok(false) } else { Err(error.to_string()) }
}

fn input(service: &Service, router: &Router, binding: &Binding, round: u64) -> Result<bool, String> {
    let input =
        with_labels(service, binding, &*generated(service, binding.input.shape, binding.name, round))?;
    let request = match binding.build_request(&*input) {
        Ok(request) => request,
        Err(error) => return refused(&error),
    };
    let found = router.route(request.method(), request.uri()).map_err(|error| error.to_string())?;
    // Some operations of S3 have the same URI, and differ only in headers or not at all.
    if found.uri != binding.uri {
        same("operation", &binding.name, &found.name)?;
    }
    let mut read = service.empty(binding.input.shape);
    if let Err(error) = binding.parse_request(&request, ReadOptions::default(), &mut *read) {
        // A client may leave out a body that the service requires.
        let is_missing = error.code() == binding.service.missing_body && request.body().is_empty();
        return if is_missing { Ok(false) } else { Err(error.to_string()) };
    }
    let again = binding.build_request(&*read).map_err(|error| error.to_string())?;
    same("request", &request_json(&request), &request_json(&again))?;
    same("input", &in_body(&binding.input, &*input), &in_body(&binding.input, &*read))?;
    Ok(true)
}

fn output(service: &Service, binding: &Binding, round: u64) -> Result<bool, String> {
    let output = generated(service, binding.output.shape, binding.name, round);
    let response = match binding.build_response(&*output) {
        Ok(response) => response,
        Err(error) => return refused(&error),
    };
    // A member bound to the status may make the response an error.
    if !response.status().is_success() {
        return Ok(false);
    }
    let mut read = service.empty(binding.output.shape);
    let outcome = binding.parse_response(&response, ReadOptions::default(), &mut *read);
    outcome.map_err(|error| error.to_string())?;
    let again = binding.build_response(&*read).map_err(|error| error.to_string())?;
    same("response", &response_json(&response), &response_json(&again))?;
    let in_response = |structure: &dyn Structure| {
        answered(&binding.output, structure.member_names(), in_body(&binding.output, structure))
    };
    same("output", &in_response(&*output), &in_response(&*read))?;
    Ok(true)
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, before: &T, after: &T) -> Result<(), String> {
    if before == after { Ok(()) } else { Err(format!("{what} was {before:?} and is {after:?}")) }
}

/// Returns the members that are sent in the body. Other members may lose the difference between absent and empty lists
/// or maps; for them the message must stay the same.
fn in_body(message: &Message, structure: &dyn Structure) -> Value {
    let mut value = in_whole_seconds(json_of(structure));
    let is_raw = matches!(message.body, Body::Raw { .. });
    if let Some(members) = value.as_object_mut() {
        for (name, location) in structure.member_names().iter().zip(message.members) {
            let is_empty = members.get(*name).is_some_and(|value| value.as_str() == Some(""));
            let stays = match location {
                Location::Document => true,
                Location::Payload => !(is_raw && is_empty),
                _ => false,
            };
            if !stays {
                members.remove(*name);
            }
        }
    }
    if let Body::Document { root, .. } | Body::Payload { root, .. } = &message.body
        && is_flat(root, MAX_DEPTH)
    {
        remove_empty(&mut value);
    }
    value
}

/// The largest depth of a search in tables, which may be recursive.
const MAX_DEPTH: usize = 6;

/// Returns whether lists or maps inside an element are flattened. Then an empty one equals an absent one.
fn is_flat(element: &Element, depth: usize) -> bool {
    match element.content {
        _ if depth == 0 => false,
        Content::FlatList(_) | Content::FlatMap(_) => true,
        Content::Structure(members) => members.elements.iter().any(|element| is_flat(element, depth - 1)),
        Content::List(list) => is_flat(&list.item, depth - 1),
        Content::Map(entry) => is_flat(&entry.value, depth - 1),
        _ => false,
    }
}

/// Removes empty lists and maps from structures.
fn remove_empty(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(remove_empty);
            members.retain(|_, value| *value != json!([]) && *value != json!({}));
        }
        Value::Array(items) => items.iter_mut().for_each(remove_empty),
        _ => {}
    }
}

/// Returns the input with a text for every empty label.
fn with_labels(
    service: &Service,
    binding: &Binding,
    input: &dyn Structure,
) -> Result<Box<dyn Structure>, String> {
    let mut value = json_of(input);
    if let Some(members) = value.as_object_mut() {
        for (name, location) in input.member_names().iter().zip(binding.input.members) {
            let is_empty = members.get(*name).is_none_or(|value| value.as_str() == Some(""));
            if *location == Location::Label && is_empty {
                let fits = |value: &Value| {
                    fill(service.empty(binding.input.shape), &json!({ *name: value })).is_ok()
                };
                let texts = [json!("arn:a/b"), json!(1), json!(true), json!("2026-11-20T00:00:00Z")];
                members.extend(texts.into_iter().find(fits).map(|value| ((*name).to_owned(), value)));
            }
        }
    }
    fill(service.empty(binding.input.shape), &value)
}

/// Returns a value that depends only on the name and the round.
fn generated(service: &Service, shape: &str, name: &str, round: u64) -> Box<dyn Structure> {
    let mut structure = service.empty(shape);
    let seed = name.bytes().fold(round, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let style = if round.is_multiple_of(2) { Style::Tame } else { Style::Wild };
    ArbitraryReader::new(style, &arbitrary::bytes(seed, 4096)).fill(&mut *structure);
    structure
}
