//! How large a request may be.
//!
//! Objects become structures, which take much more memory than a text like `{}`. No request that the service takes
//! comes near these limits: its quotas are far below them.

use shapewright_source::{Kind, Span, Tree};

use crate::rules::REQUEST_SIZE;
use crate::{Finding, Request, Severity};

/// The largest number of objects in a request.
const OBJECTS: usize = 50_000;

/// The largest number of values in a request.
const VALUES: usize = 200_000;

/// Returns the first value that is too much, if there is one.
pub(crate) fn too_much(tree: &Tree) -> Option<Span> {
    if tree.root().size() <= OBJECTS {
        return None;
    }
    let beyond = tree.nodes().nth(VALUES);
    // An empty element of XML is an object too.
    let is_object = |node: &shapewright_source::Node<'_>| {
        node.kind() == Kind::Object || tree.is_xml() && node.text().is_empty()
    };
    let beyond = tree.nodes().take(VALUES).filter(is_object).nth(OBJECTS).or(beyond);
    beyond.map(|node| node.head())
}

/// Returns that a request is not checked, because it is too large.
pub(super) fn finding(request: &Request, place: Span) -> Finding {
    let message = format!(
        "{} has more than {VALUES} values or {OBJECTS} objects, so it is not checked",
        request.operation
    );
    let mut finding = Finding::new(REQUEST_SIZE, Severity::Error, message, place);
    "split it: the service takes far less in one request".clone_into(&mut finding.help);
    finding.resource.clone_from(&request.resource);
    finding.operation = Some(request.operation.to_owned());
    finding
}
