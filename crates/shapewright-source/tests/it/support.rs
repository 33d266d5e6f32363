//! What several tests use.

use serde_json::{Map, Value};
use shapewright_source::{Kind, Limits, Node, Parsed, Source};

/// A source without a meaningful name.
pub(crate) fn source(text: &str) -> Source {
    Source::new("test", text.to_owned())
}

/// The limits of most tests.
pub(crate) fn limits() -> Limits {
    Limits::default()
}

/// The faults of a text as `id start..end message`, one a line, with the second place behind it.
pub(crate) fn shown(parsed: &Parsed) -> Vec<String> {
    let fault = |fault: &shapewright_source::Fault| {
        assert!(!fault.help.is_empty() && !fault.message.is_empty(), "{fault:?}");
        let second = fault.second.as_ref().map(|(span, label)| format!(" ({label} {:?})", span.range()));
        format!("{} {:?} {}{}", fault.id, fault.span.range(), fault.message, second.unwrap_or_default())
    };
    parsed.faults.iter().map(fault).collect()
}

/// A value as serde_json has it.
pub(crate) fn value(node: Node<'_>) -> Value {
    let node = node.resolved();
    match node.kind() {
        Kind::Null => Value::Null,
        Kind::Boolean(value) => Value::Bool(value),
        Kind::Number => {
            serde_json::from_str(node.text()).unwrap_or_else(|_| Value::String(node.text().to_owned()))
        }
        Kind::String => Value::String(node.text().to_owned()),
        Kind::List => node.children().map(value).collect(),
        Kind::Object => {
            let member = |member: Node<'_>| (member.key().unwrap_or_default().to_owned(), value(member));
            Value::Object(node.members().into_iter().map(member).collect::<Map<_, _>>())
        }
        Kind::Unknown { reason } => Value::String(format!("<{reason}>")),
        kind => panic!("{kind:?}"),
    }
}

/// Checks that every place lies in the text, between characters, and inside the place of its parent.
pub(crate) fn check_places(parsed: &Parsed, text: &str) {
    let check = |range: std::ops::Range<usize>| {
        assert!(text.get(range.clone()).is_some(), "{range:?} of {} bytes: {text:?}", text.len());
    };
    for fault in &parsed.faults {
        check(fault.span.range());
        if let Some((span, _)) = &fault.second {
            check(span.range());
        }
        assert!(!fault.help.is_empty(), "{fault:?}");
    }
    for comment in &parsed.comments {
        check(comment.span.range());
    }
    for tree in &parsed.trees {
        for node in tree.nodes() {
            check(node.span().range());
            let _ = (node.text(), node.kind(), node.tag());
            if let Some(span) = node.key_span() {
                check(span.range());
                assert!(node.key().is_some());
            }
            if let Some(parent) = node.parent() {
                assert!(parent.id() < node.id());
                assert!(
                    parent.span().start <= node.span().start && node.span().end <= parent.span().end,
                    "{text:?}"
                );
            }
        }
        for comment in &parsed.comments {
            let _ = comment.subject(tree);
        }
    }
}

/// Checks all places, and that one of the faults, as [`shown`], begins with `expected`.
pub(crate) fn check_fault(parsed: &Parsed, text: &str, expected: &str) {
    check_places(parsed, text);
    let faults = shown(parsed);
    assert!(faults.iter().any(|fault| fault.starts_with(expected)), "{text}: {faults:#?}");
}
