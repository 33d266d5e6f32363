//! Compares what we and botocore make of a response.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Value};

use super::listed::Listed;
use super::{Mutant, Seed};

/// What one side makes of a response.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A value: an output, or the parts of an error that are not empty.
    Value(Value),
    /// An error of the reader. An error document without a code counts as one.
    Refused(String),
    /// Something that is no value of the model. Only botocore returns it.
    Odd(String),
}

impl Outcome {
    /// Reads an answer: `{"value"}`, `{"error"}`, `{"failure"}` or `{"odd"}`.
    pub fn of(answer: &Value) -> Outcome {
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        match (answer.get("value"), answer.get("error"), text("odd"), text("failure")) {
            (Some(value), ..) => Outcome::Value(value.clone()),
            (_, Some(Value::Object(error)), ..) => of_error(error),
            (.., Some(odd), _) => Outcome::Odd(odd),
            (.., Some(failure)) => Outcome::Refused(failure),
            _ => panic!("no answer: {answer}"),
        }
    }
}

/// botocore does not distinguish absent and empty parts of an error.
fn of_error(error: &Map<String, Value>) -> Outcome {
    let is_known = |name: &str| ["code", "message", "type", "request_id"].contains(&name);
    let parts = error
        .iter()
        .filter(|(name, value)| is_known(name) && value.as_str().is_some_and(|text| !text.is_empty()));
    let parts: Map<String, Value> = parts.map(|(name, value)| (name.clone(), value.clone())).collect();
    if parts.contains_key("code") {
        Outcome::Value(parts.into())
    } else {
        Outcome::Refused("no code".to_owned())
    }
}

/// The result of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Both return the same value.
    Same,
    /// We return an error, and botocore returns an error or something that is no value of the model.
    BothRefuse,
    /// We return an error, and botocore a value.
    WeRefuse,
    /// We return a value, and botocore an error or something that is no value of the model.
    BotocoreRefuses,
    /// Both return a value, and the values differ.
    Differs,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Same => "same value",
            Verdict::BothRefuse => "both refuse",
            Verdict::WeRefuse => "only we refuse",
            Verdict::BotocoreRefuses => "only botocore refuses",
            Verdict::Differs => "another value",
        })
    }
}

/// One difference, which [`Listed`] must explain.
pub(super) struct Difference<'a> {
    pub(super) seed: &'a Seed,
    pub(super) body: &'a [u8],
    /// The error of the side that refuses.
    pub(super) message: &'a str,
    /// The JSON Pointer of the difference in the values.
    pub(super) pointer: &'a str,
    /// The values at the pointer; null where there is none.
    pub(super) ours: &'a Value,
    pub(super) theirs: &'a Value,
}

impl<'a> Difference<'a> {
    /// Whether the changed document contains a text.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// The changed document. Bytes that are not UTF-8 are replaced.
    pub(super) fn text(&self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.body)
    }
}

/// A verdict with the listed kinds of its differences, and those that are not listed.
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The kinds of the differences.
    pub listed: Vec<&'static Listed>,
    /// Descriptions of the differences that are not listed.
    pub unlisted: Vec<String>,
}

/// Compares the outcomes of a response.
pub fn judge(mutant: &Mutant<'_>, ours: &Outcome, theirs: &Outcome) -> Judged {
    let mut places = Vec::new();
    let (verdict, message) = match (ours, theirs) {
        (Outcome::Value(ours), Outcome::Value(theirs)) => {
            differences("", ours, theirs, &mut places);
            (if places.is_empty() { Verdict::Same } else { Verdict::Differs }, "")
        }
        (Outcome::Value(ours), Outcome::Refused(message) | Outcome::Odd(message)) => {
            places.push((String::new(), ours, &Value::Null));
            (Verdict::BotocoreRefuses, message.as_str())
        }
        (Outcome::Refused(message) | Outcome::Odd(message), Outcome::Value(theirs)) => {
            places.push((String::new(), &Value::Null, theirs));
            (Verdict::WeRefuse, message.as_str())
        }
        (_, Outcome::Refused(_) | Outcome::Odd(_)) => (Verdict::BothRefuse, ""),
    };
    let mut judged = Judged { verdict, listed: Vec::new(), unlisted: Vec::new() };
    for (pointer, ours, theirs) in places {
        let Mutant { seed, body, .. } = mutant;
        let difference = Difference { seed, body, message, pointer: &pointer, ours, theirs };
        match Listed::find(verdict, &difference) {
            Some(listed) => judged.listed.push(listed),
            None => judged.unlisted.push(described(verdict, &difference, mutant)),
        }
    }
    judged
}

fn described(verdict: Verdict, difference: &Difference<'_>, mutant: &Mutant<'_>) -> String {
    let Difference { message, pointer, ours, theirs, .. } = difference;
    let what = match verdict {
        Verdict::Differs => format!("at {pointer}: {ours} and not {theirs}"),
        _ => message.escape_debug().to_string(),
    };
    format!("{verdict}: {what}\n    {}", mutant.shown())
}

/// Finds the innermost differences of two values.
fn differences<'v>(
    pointer: &str,
    ours: &'v Value,
    theirs: &'v Value,
    found: &mut Vec<(String, &'v Value, &'v Value)>,
) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
            for name in names {
                differences(
                    &format!("{pointer}/{name}"),
                    &ours[name.as_str()],
                    &theirs[name.as_str()],
                    found,
                );
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (ours, theirs)) in a.iter().zip(b).enumerate() {
                differences(&format!("{pointer}/{index}"), ours, theirs, found);
            }
        }
        _ if ours == theirs => {}
        _ => found.push((pointer.to_owned(), ours, theirs)),
    }
}
