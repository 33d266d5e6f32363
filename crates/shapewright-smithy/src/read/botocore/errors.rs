//! Translates exceptions to Smithy's error traits.

use serde_json::{Value, json};

use crate::prelude;
use crate::read::json::Node;
use crate::read::reader::Reader;
use crate::traits::Traits;

/// Sets the error traits when `node`, a shape or a reference to one, is an exception.
pub(super) fn set(traits: &mut Traits, name: &str, node: &Node, reader: &Reader<'_>) {
    if !node.is_true("exception") && node.get("error").is_none() {
        return;
    }
    set_always(traits, name, node, reader);
}

/// Sets the error traits of a shape that an operation names as its error.
pub(super) fn set_always(traits: &mut Traits, name: &str, node: &Node, reader: &Reader<'_>) {
    let error = node.get("error").unwrap_or(&Node::Null);
    let status = error.get("httpStatusCode").map(Node::to_value);
    let kind = kind(node, error, status.as_ref());
    reader.set(traits, prelude::ERROR, kind.into());
    if let Some(status) = &status {
        reader.set(traits, prelude::HTTP_ERROR, status.clone());
    }
    if let Some(code) = error.text("code").filter(|code| *code != name) {
        let status = status.unwrap_or_else(|| if kind == "server" { json!(500) } else { json!(400) });
        let value = json!({"code": code, "httpResponseCode": status});
        reader.set(traits, "aws.protocols#awsQueryError", value);
    }
}

/// Whose fault it is: as stated, else by the status, else the client's.
fn kind(node: &Node, error: &Node, status: Option<&Value>) -> &'static str {
    let server = node.is_true("fault")
        || error.is_true("fault")
        || status.and_then(Value::as_u64).is_some_and(|status| status >= 500);
    if server && !error.is_true("senderFault") { "server" } else { "client" }
}
