//! Traits for the form of responses.

use serde::Deserialize;
use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::{parse, present};

/// `shapewright#responses`: the form of a service's responses.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Responses {
    /// The text before the root element of documents.
    #[serde(default, deserialize_with = "present")]
    pub(crate) declaration: Option<String>,
    /// The content type of documents.
    #[serde(default, deserialize_with = "present")]
    pub(crate) content_type: Option<String>,
    /// Name of the header with the request id.
    #[serde(default, deserialize_with = "present")]
    pub(crate) request_id_header: Option<String>,
    /// Whether empty lists that a quantity counts are left out.
    #[serde(default)]
    pub(crate) omits_empty_lists: bool,
    /// Where the form is documented or was observed, for people.
    #[serde(rename = "source")]
    _source: String,
}

/// `shapewright#order`: the order of the items of a list in responses.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Order {
    /// What determines the order.
    pub(crate) by: OrderBy,
    /// Where the order is documented or was observed, for people.
    #[serde(rename = "source")]
    _source: String,
}

/// What determines the order of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OrderBy {
    /// The hash of each, as in Java's `HashSet`.
    Hash,
    /// The order of the values in the model.
    Enum,
}

/// `shapewright#keepEmpty`: responses have the list of the member even if it is empty.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct KeepEmpty {
    /// Where that is documented or was observed, for people.
    #[serde(rename = "source")]
    _source: String,
}

/// Whether a text is an XML declaration, with white space after it.
fn is_declaration(text: &str) -> bool {
    let content = text.trim_end().strip_prefix("<?xml ").and_then(|rest| rest.strip_suffix("?>"));
    content.is_some_and(|content| !content.contains(['<', '>', '?']) && content.is_ascii())
}

/// Whether a text can be the value of a header.
fn is_header_value(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a text can be the name of a header, as HTTP/2 sends it.
fn is_header_name(text: &str) -> bool {
    let legal = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    !text.is_empty() && text.bytes().all(legal)
}

impl TraitValue for Responses {
    const ID: &'static str = "shapewright#responses";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"contentType\": \"text/xml\", \"source\": \"…\"}; other keys are declaration, \
                    requestIdHeader and omitsEmptyLists";
        let read: Responses = parse(value, help)?;
        let problem = |key: &str, text: &str, is_what: &str| Problem {
            message: format!("has the `{key}` {text:?}, which {is_what}"),
            help: help.to_owned(),
        };
        if let Some(text) = read.declaration.as_ref().filter(|text| !is_declaration(text)) {
            return Err(problem("declaration", text, "is not an XML declaration"));
        }
        if let Some(text) = read.content_type.as_ref().filter(|text| !is_header_value(text)) {
            return Err(problem("contentType", text, "cannot be the value of a header"));
        }
        if let Some(text) = read.request_id_header.as_ref().filter(|text| !is_header_name(text)) {
            return Err(problem("requestIdHeader", text, "is not the name of a header in lower case"));
        }
        Ok(read)
    }
}

impl TraitValue for Order {
    const ID: &'static str = "shapewright#order";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(
            value,
            "write {\"by\": \"hash\", \"source\": \"…\"}, or \"enum\" for the order of the enum's values",
        )
    }
}

impl TraitValue for KeepEmpty {
    const ID: &'static str = "shapewright#keepEmpty";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write {\"source\": \"…\"}")
    }
}
