//! Errors do not show values of sensitive members.

use std::sync::LazyLock;

use cloudfront_http::OPERATIONS;
use serde_json::{Deserializer, Value, json};
use shapewright_http::http::{Request, Response, Uri};
use shapewright_http::{Binding, Location, ReadOptions, Strictness};
use shapewright_runtime::text::is_control;
use shapewright_runtime::{deserialize_into, deserialize_into_strict};

use crate::sensitive::{document, places};
use crate::wire::{empty, filled};

/// A sensitive member of an input or output.
struct Member {
    binding: &'static Binding,
    is_input: bool,
    place: String,
    /// The body of a message with [`VALUE`] as the value of the member; empty if the member is not in the body.
    body: String,
}

/// The value in messages: a string that is also base64.
const VALUE: &str = "VmFsdWVWYWx1ZVZhbHVl";

/// The part of every value that must not be shown.
const SECRET: &str = "73917391";

static MEMBERS: LazyLock<Vec<Member>> = LazyLock::new(|| {
    let sides = OPERATIONS.iter().flat_map(|binding| [(*binding, true), (*binding, false)]);
    sides.flat_map(|(binding, is_input)| members(binding, is_input)).collect()
});

fn members(binding: &'static Binding, is_input: bool) -> Vec<Member> {
    let message = if is_input { &binding.input } else { &binding.output };
    let member = |place: String| Member { binding, is_input, body: body(binding, is_input, &place), place };
    places(message.shape).into_iter().map(member).collect()
}

/// Returns the body of a message that has a member.
fn body(binding: &Binding, is_input: bool, place: &str) -> String {
    let message = if is_input { &binding.input } else { &binding.output };
    let labels = message.members.iter().zip(empty(message.shape).member_names());
    let labels = labels.filter(|(location, _)| matches!(location, Location::Label));
    let labels: Vec<_> = labels.map(|(_, name)| (*name).to_owned()).collect();
    // The member is a string or bytes, or a list of strings.
    let values = [json!(VALUE), json!([VALUE])];
    let bodies = values.into_iter().filter_map(|value| {
        let mut value = document(place, value);
        value.as_object_mut()?.extend(labels.iter().map(|name| (name.clone(), json!("x"))));
        let structure = filled(message.shape, &value).ok()?;
        Some(if is_input {
            binding.build_request(&*structure).ok()?.into_body()
        } else {
            binding.build_response(&*structure).ok()?.into_body()
        })
    });
    bodies.map(|body| String::from_utf8_lossy(&body).into_owned()).next().unwrap_or_default()
}

/// The first line is a number or a name, which selects a sensitive member; the rest is its value. It is put into JSON
/// and into a body, as a string and as it is, and no error may show the middle of it.
pub fn quiet_errors(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (name, value) = text.split_once('\n').unwrap_or(("", &text));
    let sum: usize = name.bytes().map(usize::from).sum();
    let member = &MEMBERS[name.parse().unwrap_or(sum) % MEMBERS.len()];
    let half = (0..=value.len() / 2).rfind(|half| value.is_char_boundary(*half)).unwrap_or_default();
    let (before, after) = value.split_at(half);
    let secret = format!("{before}{SECRET}{after}");
    json_errors(member, &secret);
    body_errors(member, &secret);
}

fn json_errors(member: &Member, secret: &str) {
    let message = if member.is_input { &member.binding.input } else { &member.binding.output };
    let template = document(&member.place, json!(VALUE)).to_string();
    let quoted = json!(VALUE).to_string();
    let raws = [secret.to_owned(), json!(secret).to_string(), json!([secret]).to_string(), SECRET.to_owned()];
    for raw in raws.into_iter().chain([format!("{{{}:{SECRET}}}", json!(secret))]) {
        let text = template.replace(&quoted, &raw);
        let outcomes = [
            deserialize_into(&mut *empty(message.shape), &mut Deserializer::from_str(&text)),
            deserialize_into_strict(&mut *empty(message.shape), &mut Deserializer::from_str(&text)),
            serde_json::from_str::<Value>(&text)
                .and_then(|tree| deserialize_into_strict(&mut *empty(message.shape), &tree)),
        ];
        for error in outcomes.into_iter().filter_map(Result::err) {
            // Other texts may end the value before the secret.
            if serde_json::from_str::<Value>(&raw).is_ok() {
                assert_quiet(member, &text, &error.to_string());
            }
            assert!(!error.to_string().contains(is_control), "{text}: {error:?}");
        }
    }
}

fn body_errors(member: &Member, secret: &str) {
    if member.body.is_empty() {
        return;
    }
    let body = member.body.replace(VALUE, secret);
    let Member { binding, .. } = member;
    for options in [ReadOptions::default(), ReadOptions::default().strictness(Strictness::Strict)] {
        if member.is_input {
            let mut request = Request::new(body.as_bytes());
            *request.uri_mut() = Uri::from_static("/");
            if let Err(error) = binding.parse_request(&request, options, &mut *empty(binding.input.shape)) {
                let response = binding.service.build_error(&error.to_response()).into_body();
                // A line feed follows the XML declaration.
                let document = response.strip_prefix(binding.service.responses.declaration.as_bytes());
                let document = String::from_utf8_lossy(document.expect("the form of the service"));
                let shown = format!("{error} {document}");
                assert_quiet_body(member, &body, secret, &shown);
            }
        } else {
            let response = Response::new(body.as_bytes());
            let outcome = binding.parse_response(&response, options, &mut *empty(binding.output.shape));
            if let Err(error) = outcome {
                assert_quiet_body(member, &body, secret, &error.to_string());
            }
        }
    }
}

fn assert_quiet_body(member: &Member, body: &str, secret: &str, shown: &str) {
    assert!(!shown.contains(is_control), "{body}: {shown:?}");
    // An end tag ends the member, and what follows is not its value.
    if !secret.contains("</") {
        assert_quiet(member, body, shown);
    }
}

fn assert_quiet(member: &Member, text: &str, shown: &str) {
    let place = format!("{} {}", member.binding.name, member.place);
    assert!(!shown.contains(SECRET), "{place}: {text}\n{shown}");
}

/// Returns values that are wrong for all sensitive members.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let values = [
        "",
        "x",
        "&x;",
        "a & b",
        "&#1;",
        "<x>",
        "<x/>",
        "a<b",
        "<x></y>",
        "]]>",
        "<![CDATA[",
        "<!-- -- -->",
        "%",
        "\u{1}",
        "\\",
        "\"",
        "1",
        "[1]",
        "{\"a\":1}",
        "\"a",
        "\r\n\u{1B}",
    ];
    let members = 0..MEMBERS.len();
    members.flat_map(|member| values.map(|value| format!("{member}\n{value}").into_bytes())).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::MEMBERS;

    #[test]
    fn most_sensitive_members_are_in_a_body() {
        let places: BTreeSet<_> =
            MEMBERS.iter().filter_map(|member| member.place.rsplit('/').next()).collect();
        assert!(places.len() > 8, "{places:?}");
        let in_body = MEMBERS.iter().filter(|member| member.body.contains(super::VALUE)).count();
        assert!(in_body > 20 && in_body * 2 > MEMBERS.len(), "{in_body} of {}", MEMBERS.len());
    }
}
