//! Documents, compared with a strict parser of XML.

use std::sync::LazyLock;

use roxmltree::{Document, Node};
use serde_json::Value;
use shapewright_http::http::{Request, Response};
use shapewright_http::{Binding, Body, Message, ReadOptions, ResponseError};

use super::chosen;
use crate::wire::{empty, json_of};

/// Operations that have a document in the request, and those that have one in the response.
static NAMES: LazyLock<[Vec<&str>; 2]> = LazyLock::new(|| {
    let has_document =
        |message: &Message| matches!(message.body, Body::Document { .. } | Body::Payload { .. });
    let names = |message: fn(&Binding) -> &Message| {
        let bindings = cloudfront_http::OPERATIONS.iter().filter(|binding| has_document(message(binding)));
        bindings.map(|binding| binding.name).collect()
    };
    [names(|binding| &binding.input), names(|binding| &binding.output)]
});

/// The first line names an operation, and `request` or `response`. The rest is the document. If it is well-formed for
/// `roxmltree`, the outcome is that of the document that `roxmltree` has read; otherwise it is an error.
pub fn strict_xml(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (first, document) = (String::from_utf8_lossy(&bytes[..end]), &bytes[(end + 1).min(bytes.len())..]);
    let (name, kind) = first.split_once(' ').unwrap_or((&first, "response"));
    let is_request = kind == "request";
    let binding = cloudfront_http::operation(chosen(&NAMES[usize::from(!is_request)], name));
    let binding = binding.expect("it is in the table");
    // An empty body is a message without a document.
    if document.is_empty() {
        return;
    }
    let outcome = read(binding, is_request, document);
    match strict(document) {
        Err(error) => assert!(outcome.is_err(), "{name}: {error}"),
        Ok(plain) => match (outcome, read(binding, is_request, plain.as_bytes())) {
            // CDATA sections between elements of responses are skipped, and the plain document has them as text.
            (Ok(_), Err(error)) if !is_request && has_cdata(document) && error.ends_with(TEXT_BETWEEN) => {}
            (outcome @ Ok(_), plain_outcome) => assert_eq!(outcome, plain_outcome, "{name}: {plain}"),
            (Err(_), Err(_)) => {}
            (Err(error), Ok(_)) => assert!(is_stricter(&error, document), "{name}: {error}: {plain}"),
        },
    }
}

/// The end of the message about text between elements.
const TEXT_BETWEEN: &str = "text where only elements are expected";

fn has_cdata(document: &[u8]) -> bool {
    let section = b"<![CDATA[";
    document.windows(section.len()).any(|bytes| bytes == section)
}

/// Returns the plain document that `roxmltree` reads. It does not normalize a carriage return before a reference, so
/// line ends are normalized before.
fn strict(document: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(document).map_err(|error| error.to_string())?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Document::parse(&text).map_err(|error| error.to_string()).map(plain)
}

/// Reads a message with this document.
fn read(binding: &Binding, is_request: bool, document: &[u8]) -> Result<Value, String> {
    let message = if is_request { &binding.input } else { &binding.output };
    let mut structure = empty(message.shape);
    let options = ReadOptions::default();
    if is_request {
        let outcome = binding.parse_request(&Request::new(document), options, &mut *structure);
        outcome.map_err(|error| error.message().to_owned())?;
    } else {
        match binding.parse_response(&Response::new(document), options, &mut *structure) {
            Ok(()) => {}
            Err(ResponseError::Unreadable { message, .. }) => return Err(message),
            // An error document, which is read as far as possible.
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(json_of(&*structure))
}

/// What `roxmltree` does not check: the values in the XML declaration, where it is if a tab or a line feed follows
/// `<?xml`, colons and missing white space in processing instructions, and a colon at the start of a name.
const UNCHECKED: &[&str] = &[
    "the XML declaration ",
    "only UTF-8 is read",
    "the encoding of the XML declaration is not a name",
    "`standalone` is neither `yes` nor `no`",
    "can be named `xml`",
    "the target of a processing instruction is not a name",
    "is expected here, and not that of `:",
];

/// Whether the error is about something that `roxmltree` does not check.
fn is_stricter(error: &str, document: &[u8]) -> bool {
    if error.contains("a name is missing here") {
        return document
            .windows(2)
            .any(|bytes| matches!(bytes, [b'<' | b'/' | b' ' | b'\t' | b'\r' | b'\n', b':']));
    }
    UNCHECKED.iter().any(|message| error.contains(message)) || names_no_character(error)
}

/// Whether the error is about a reference to a number that is no character. `roxmltree` reads U+FFFD for it.
fn names_no_character(error: &str) -> bool {
    let reference = error.split_once("`&#").and_then(|(_, rest)| rest.split_once(";`"));
    let is_character = |digits: &str| {
        let hexadecimal = digits.strip_prefix('x').map(|digits| u32::from_str_radix(digits, 16));
        hexadecimal.unwrap_or_else(|| digits.parse()).is_ok_and(|number| char::from_u32(number).is_some())
    };
    reference.is_some_and(|(digits, _)| !is_character(digits))
}

/// Returns the document with only elements and texts, without prefixes, references, comments and CDATA sections. It
/// walks without recursion, because documents can be nested deeply.
fn plain(document: Document<'_>) -> String {
    let mut text = String::new();
    let mut node = document.root_element();
    loop {
        open(node, &mut text);
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            close(node, &mut text);
            if node == document.root_element() {
                return text;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            node = node.parent().unwrap_or(document.root_element());
        }
    }
}

fn open(node: Node<'_, '_>, out: &mut String) {
    if node.is_element() {
        out.extend(["<", node.tag_name().name(), ">"]);
    } else if node.is_text() {
        let text = node.text().unwrap_or_default();
        out.push_str(
            &text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;"),
        );
    }
}

fn close(node: Node<'_, '_>, out: &mut String) {
    if node.is_element() {
        out.extend(["</", node.tag_name().name(), ">"]);
    }
}
