//! What several tests use.

use serde_json::{Map, Value};
use shapewright_dialect::{Dialect, Mapped, to_api};
use shapewright_source::{Format, Kind, Limits, Node, Parsed, Source};

/// Reads a text.
pub(crate) fn parsed(format: Format, text: &str) -> Parsed {
    let parsed = format.parse(Source::new("test", text.to_owned()), &Limits::default());
    assert!(parsed.faults.is_empty(), "{:?}", parsed.faults);
    parsed
}

/// A value as serde_json has it. A value that is not known has its reason in `<>`.
pub(crate) fn value(node: Node<'_>) -> Value {
    match node.kind() {
        Kind::Boolean(value) => Value::Bool(value),
        Kind::Number => serde_json::from_str(node.text()).expect("a number"),
        Kind::String => Value::String(node.text().to_owned()),
        Kind::List => node.children().map(value).collect(),
        Kind::Object => {
            let member = |member: Node<'_>| (member.key().unwrap_or_default().to_owned(), value(member));
            let members: Vec<_> = node.children().map(member).collect();
            let object: Map<_, _> = members.iter().cloned().collect();
            assert_eq!(object.len(), members.len(), "a member is there twice: {members:?}");
            Value::Object(object)
        }
        Kind::Unknown { reason } => Value::String(format!("<{reason}>")),
        _ => Value::Null,
    }
}

/// Maps a resource that is the whole text.
pub(crate) fn mapped(dialect: &Dialect, parsed: &Parsed) -> Mapped {
    to_api(dialect, &dialect.resources[0], parsed.trees[0].root()).expect("a request")
}

/// The problems of a resource as `place: message; help (pointer)`.
pub(crate) fn problems(mapped: &Mapped, parsed: &Parsed) -> Vec<String> {
    let source = parsed.trees[0].source();
    let shown = mapped.problems.iter().map(|problem| {
        let place = source.slice(problem.place);
        format!("{place}: {}; {} ({})", problem.message, problem.help, problem.pointer)
    });
    shown.collect()
}
