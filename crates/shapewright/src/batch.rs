//! `shapewright batch`: one JSON object per line in, one per line out.

mod check;
mod failure;
mod fix;
mod line;
mod message;
mod problem;
mod reader;
mod service_error;
mod strict;
mod wire;

use std::io::{self, BufRead, Read, Write};

use cloudfront::validators::nearest;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use self::failure::Failure;
use self::line::Line;

/// How many bytes a line may have: far more than the largest request or response of CloudFront.
const MAX_LINE: u64 = 16 << 20;

/// Answers one request line with one response line, without line feeds at their ends.
///
/// The request is a JSON object with the keys `id` (any value, returned as it is written), `verb` and what the verb
/// needs; `shapewright batch --help` lists the verbs. A line that cannot be processed is answered with a `failure`.
///
/// ```
/// let line = r#"{"id": 7, "verb": "check", "operation": "GetFunction", "params": {"Name": "redirect"}}"#;
/// assert_eq!(shapewright::answer(line), r#"{"errors":[],"id":7,"valid":true}"#);
///
/// let misspelt = shapewright::answer(r#"{"id": 8, "verb": "check", "operation": "GetFunktion"}"#);
/// assert_eq!(
///     misspelt,
///     r#"{"failure":"there is no operation `GetFunktion`","help":"did you mean GetFunction?","id":8}"#
/// );
/// ```
#[must_use]
pub fn answer(line: &str) -> String {
    answer_numbered(line.as_bytes(), None)
}

/// Answers every line of `input` on `output` until the input ends. Blank lines have no answer, and failures carry the
/// number of their line, counted from 1.
///
/// Each answer is flushed before the next line is read, so that two programs can take turns.
///
/// ```
/// let input = "{\"verb\": \"check\", \"operation\": \"ListFunctions\"}\n\n{\"verb\": \"fly\"}\n";
/// let mut output = Vec::new();
/// shapewright::answer_lines(input.as_bytes(), &mut output)?;
/// let output = String::from_utf8_lossy(&output);
/// let answers: Vec<&str> = output.lines().collect();
/// assert_eq!(answers[0], r#"{"errors":[],"id":null,"valid":true}"#);
/// assert!(answers[1].contains(r#""line":3"#));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// If the input cannot be read or the output cannot be written. A line that is wrong in itself is no error.
pub fn answer_lines(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = 0;
    while input.by_ref().take(MAX_LINE + 1).read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let is_whole = line.ends_with(b"\n") || line.len() as u64 <= MAX_LINE;
        if !is_whole {
            input.skip_until(b'\n')?;
        }
        let answer = match without_mark(&line).trim_ascii() {
            _ if !is_whole => Some(reply(RawValue::NULL, too_long().into_members(Some(number)))),
            b"" => None,
            text => Some(answer_numbered(text, Some(number))),
        };
        if let Some(answer) = answer {
            writeln!(output, "{answer}")?;
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}

/// The line without a leading byte order mark.
fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line)
}

fn too_long() -> Failure {
    Failure::new(format!("the line is longer than {} MiB", MAX_LINE >> 20)).help("write one request per line")
}

fn answer_numbered(line: &[u8], number: Option<u64>) -> String {
    let line = match std::str::from_utf8(without_mark(line)) {
        Ok(text) => Line::parse(text),
        Err(error) => {
            let column = error.valid_up_to() + 1;
            Err(Failure::new(format!("the line is not JSON: invalid UTF-8 at column {column}")))
        }
    };
    match line {
        Ok(line) => {
            let members = dispatch(&line).unwrap_or_else(|failure| failure.into_members(number));
            reply(line.id(), members)
        }
        Err(failure) => reply(RawValue::NULL, failure.into_members(number)),
    }
}

/// The verbs, each with the keys of its lines other than `id` and `verb`.
const VERBS: [(&str, &[&str]); 5] = [
    ("check", &["operation", "params", "current"]),
    ("request", &["operation", "params"]),
    ("parse-request", &["request", "strict"]),
    ("response", &["operation", "response"]),
    ("build-response", &["operation", "result", "error", "request_id"]),
];

fn dispatch(line: &Line<'_>) -> Result<Map<String, Value>, Failure> {
    line.check_keys()?;
    let verb = line.string("verb").map_err(|failure| failure.help(format!("use {}", names_of_verbs())))?;
    let (name, keys) = VERBS.iter().find(|(name, _)| *name == verb).ok_or_else(|| unknown_verb(&verb))?;
    line.check_keys_of(name, keys)?;
    let operation = || line.string("operation");
    let needed = |key: &str| line.exact(key)?.ok_or_else(|| Failure::new(format!("`{key}` is missing")));
    match *name {
        "check" => check::check(&operation()?, line.given("params")?, line.given("current")?),
        "request" => wire::request(&operation()?, line.given("params")?),
        "parse-request" => wire::parse_request(&needed("request")?, line.flag("strict")?),
        "response" => wire::response(&operation()?, &needed("response")?),
        _ => {
            let id = line.exact("request_id")?.map(|_| line.string("request_id")).transpose()?;
            wire::build_response(&operation()?, line.given("result")?, line.exact("error")?, id.as_deref())
        }
    }
}

fn unknown_verb(verb: &str) -> Failure {
    let names = VERBS.map(|(name, _)| name);
    Failure::new(format!("there is no verb `{verb}`")).help(match nearest(verb, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("use {}", names_of_verbs()),
    })
}

fn names_of_verbs() -> String {
    VERBS.map(|(name, _)| name).join(", ")
}

/// The line that answers a request.
fn reply(id: &RawValue, members: Map<String, Value>) -> String {
    // An id may contain carriage returns between its tokens, which some programs treat as line ends.
    serde_json::to_string(&Reply { id, members }).unwrap_or_default().replace('\r', " ")
}

/// The members of an answer and the id of the request, sorted by name.
struct Reply<'a> {
    id: &'a RawValue,
    members: Map<String, Value>,
}

impl Serialize for Reply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.members.len() + 1))?;
        let (before, after): (Vec<_>, Vec<_>) = self.members.iter().partition(|(key, _)| key.as_str() < "id");
        before.into_iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.serialize_entry("id", self.id)?;
        after.into_iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}
