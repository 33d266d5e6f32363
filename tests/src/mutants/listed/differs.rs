//! Documents that both sides read, with different values.

use serde_json::{Value, json};

use super::Listed;
use super::document::{has_new_child, has_new_child_of, has_text};
use crate::mutants::verdicts::{Difference, Verdict};

pub(super) const LISTED: &[Listed] = &[
    kind(
        "white space around `true`",
        "botocore reads false, because the text is not exactly `true`. We ignore white space, as for numbers.",
        |found| {
            (found.ours, found.theirs) == (&json!(true), &json!(false))
                && has_text(found, |text| text != "true" && text.trim_ascii() == "true")
        },
    ),
    kind(
        "an empty boolean",
        "botocore reads false, because the text is not exactly `true`. We skip empty booleans, numbers and timestamps.",
        |found| {
            (found.ours, found.theirs) == (&Value::Null, &json!(false))
                && has_text(found, |text| text.trim_ascii().is_empty())
        },
    ),
    kind(
        "an unknown element in a list",
        "botocore reads every child as an item. We skip unknown elements everywhere.",
        |found| match (found.ours, found.theirs) {
            (Value::Array(ours), Value::Array(theirs)) => is_part(ours, theirs) && has_new_child(found),
            _ => false,
        },
    ),
    kind(
        "an entry of a map with another name",
        "botocore reads every child as an entry. We skip unknown elements everywhere.",
        |found| {
            found.ours.is_null() && found.pointer.starts_with("/Labels/") && has_new_child_of(found, "Labels")
        },
    ),
    kind(
        "a time with more than six digits after the second",
        "Python's times have microseconds, and ours nanoseconds.",
        |found| match (found.ours.as_str(), found.theirs.as_str()) {
            (Some(ours), Some(theirs)) => has_nanoseconds(ours) && ours.get(..18) == theirs.get(..18),
            _ => false,
        },
    ),
    kind("an empty body", "botocore returns an empty payload, and we none.", |found| {
        found.body.is_empty() && found.ours.is_null() && found.theirs == &json!({})
    }),
    kind(
        "an error with an unknown type",
        "botocore returns any text. We know `Sender` and `Receiver`.",
        |found| found.seed.is_error() && found.pointer == "/type" && found.ours.is_null(),
    ),
    kind("an error with two messages", "botocore returns none of them. We use the first.", |found| {
        found.seed.is_error() && found.pointer == "/message" && found.text().matches("<Message").count() == 2
    }),
    kind(
        "an error with the request id in another place",
        "botocore reads it in the root element. We also read it in `Error`.",
        |found| found.pointer == "/request_id" && found.theirs.is_null() && !found.ours.is_null(),
    ),
    kind(
        "white space around the code, type or request id of an error",
        "botocore keeps it. We ignore it: it is a part of no code.",
        |found| {
            found.seed.is_error()
                && found.pointer != "/message"
                && found.theirs.as_str().map(str::trim_ascii) == Some(found.ours.as_str().unwrap_or_default())
        },
    ),
];

const fn kind(name: &'static str, reason: &'static str, is: fn(&Difference<'_>) -> bool) -> Listed {
    Listed { verdict: Verdict::Differs, name, reason, is }
}

/// Whether the items of one list are items of the other one, in the same order.
fn is_part(items: &[Value], of: &[Value]) -> bool {
    let mut of = of.iter();
    items.iter().all(|item| of.any(|other| other == item))
}

/// Whether a time has nine digits after the second.
fn has_nanoseconds(time: &str) -> bool {
    let fraction = time.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction.bytes().take_while(u8::is_ascii_digit).count() == 9
}
