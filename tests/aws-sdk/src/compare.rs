//! Compares requests of the official client with ours.

use cloudfront_http::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use cloudfront_http::http::{HeaderMap, Request};
use serde_json::Value;
use shapewright_http::{Binding, Body};
use shapewright_tests::messages::text;
use shapewright_tests::wire::{difference, tree};

/// Headers that the client adds after serialization: user agent, retries and signature.
const LATER: [&str; 6] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "user-agent",
    "x-amz-date",
    "x-amz-user-agent",
];

/// Checks that the request of the official client and ours are equivalent for a server.
///
/// Method, path and query must be equal: both sides write query parameters in model order. Headers must be equal,
/// except those in `LATER` and those that depend on the body. Bodies of text and of bytes must be equal, and documents
/// must have the same tree (see `documents`).
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
    // The SDK sends `Content-Type` even without a body. Smithy and its test suites do not require that.
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

/// Checks `Content-Length`, which may be absent without a body.
fn length(request: &Request<Vec<u8>>) -> Result<(), String> {
    let told = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    same("content length", &request.body().len(), &told.unwrap_or(0))
}

/// Checks that two documents have the same tree. Allowed differences:
///
/// - the form of escapes, of numbers with a fraction and of timestamps: [`difference`] parses them;
/// - the order of the children of the root, if they are members of the input: the SDK sorts them by name, we and
///   botocore use model order. The order has no meaning there. Inside the children it is the same.
fn documents(binding: &Binding, theirs: &[u8], ours: &[u8]) -> Result<(), String> {
    let is_input = matches!(binding.input.body, Body::Document { .. });
    let tree = |document| tree(document).map(|tree| if is_input { sorted(tree) } else { tree });
    difference(&tree(theirs)?, &tree(ours)?).map_or(Ok(()), Err)
}

/// Returns the tree with the children of its root sorted by name.
fn sorted(mut tree: Value) -> Value {
    if let Some(Value::Array(children)) = tree.get_mut("children") {
        children.sort_by_cached_key(|child| text(child, "/name").to_owned());
    }
    tree
}
