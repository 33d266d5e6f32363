//! Requests of the official client against ours.

use cloudfront_http::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use cloudfront_http::http::{HeaderMap, Request};
use serde_json::Value;
use shapewright_http::{Binding, Body};
use shapewright_tests::messages::text;
use shapewright_tests::wire::{difference, tree};

/// Headers that the client adds after it has serialised the input: who sends, which attempt, signed how.
const LATER: [&str; 6] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "user-agent",
    "x-amz-date",
    "x-amz-user-agent",
];

/// Sees to it that the official client's request and ours are the same to a server.
///
/// Method and path are compared as they are, and so is the query, in which the order of the parameters follows from the
/// model for both. Of headers everything is the same but what is in `LATER` and what follows from the body. Bodies of
/// text and of bytes are the same, documents have the same tree (see `documents`).
///
/// # Errors
///
/// With the first difference.
pub fn requests(binding: &Binding, theirs: &Request<Vec<u8>>, ours: &Request<Vec<u8>>) -> Result<(), String> {
    same("method", theirs.method(), ours.method())?;
    same("path", theirs.uri().path(), ours.uri().path())?;
    same("query", &theirs.uri().query(), &ours.uri().query())?;
    headers(theirs.headers(), ours.headers())?;
    length(theirs)?;
    length(ours)?;
    // Where there is no body, the SDK still says of which type it is not. Neither Smithy nor its test suites want that.
    if !theirs.body().is_empty() {
        let value = |headers: &HeaderMap| headers.get(CONTENT_TYPE).cloned();
        same("content type", &value(theirs.headers()), &value(ours.headers()))?;
    }
    if theirs.body() == ours.body() { Ok(()) } else { documents(binding, theirs.body(), ours.body()) }
}

fn same<T: PartialEq + std::fmt::Debug + ?Sized>(what: &str, theirs: &T, ours: &T) -> Result<(), String> {
    if theirs == ours { Ok(()) } else { Err(format!("{what} {ours:?} and not {theirs:?}")) }
}

fn headers(theirs: &HeaderMap, ours: &HeaderMap) -> Result<(), String> {
    let follows = |name: &HeaderName| [CONTENT_LENGTH, CONTENT_TYPE].contains(name);
    let names = theirs.keys().chain(ours.keys());
    for name in names.filter(|name| !LATER.contains(&name.as_str()) && !follows(name)) {
        let values = |headers: &HeaderMap| headers.get_all(name).iter().cloned().collect::<Vec<_>>();
        same(name.as_str(), &values(theirs), &values(ours))?;
    }
    Ok(())
}

/// Without a body there may be no length.
fn length(request: &Request<Vec<u8>>) -> Result<(), String> {
    let told = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    same("content length", &request.body().len(), &told.unwrap_or(0))
}

/// Sees to it that two documents have the same tree. Not the same may be:
///
/// - how a character is escaped, a number with a fraction written, and a point in time: [`difference`] reads them;
/// - where the members of an input make the document together, their order: the SDK sorts them by name, we and botocore
///   keep that of the model. Order has no meaning there, and further inside it is the same.
fn documents(binding: &Binding, theirs: &[u8], ours: &[u8]) -> Result<(), String> {
    let is_input = matches!(binding.input.body, Body::Document { .. });
    let tree = |document| tree(document).map(|tree| if is_input { sorted(tree) } else { tree });
    difference(&tree(theirs)?, &tree(ours)?).map_or(Ok(()), Err)
}

/// The tree with the children of its root sorted by name.
fn sorted(mut tree: Value) -> Value {
    if let Some(Value::Array(children)) = tree.get_mut("children") {
        children.sort_by_cached_key(|child| text(child, "/name").to_owned());
    }
    tree
}
