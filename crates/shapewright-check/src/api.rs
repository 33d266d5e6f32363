//! Documents of the API: inputs of operations, configurations and outputs, as JSON, YAML or XML.

mod compose;
mod detect;
mod evidence;
mod forms;
pub(crate) mod types;

use shapewright_source::{Kind, Node, Tree};

use crate::Request;
pub(crate) use detect::Wanted;
pub(crate) use evidence::mentions;
pub(crate) use forms::replaces;

/// The requests of a document, and why it was taken for them.
pub(crate) struct Found {
    pub(crate) requests: Vec<Request>,
    pub(crate) why: String,
}

/// Reads a document of the API. `index` is the position of its tree.
///
/// # Errors
///
/// Why it is none.
pub(crate) fn read(tree: &Tree, index: usize, wanted: Wanted<'_>) -> Result<Found, String> {
    let root = tree.root();
    if tree.is_xml() {
        let fit = detect::by_element(root, wanted)?;
        let requests = compose::requests(fit.form, root, index, wanted.operation);
        return Ok(Found { requests, why: fit.why });
    }
    match root.resolved().kind() {
        Kind::Object => object(root, index, wanted),
        Kind::List => list(root, index, wanted),
        _ => Err("it is neither an object nor a list".to_owned()),
    }
}

fn object(root: Node<'_>, index: usize, wanted: Wanted<'_>) -> Result<Found, String> {
    let fit = detect::by_members(root, wanted)?;
    let requests = compose::requests(fit.form, root, index, wanted.operation);
    Ok(Found { requests, why: fit.why })
}

/// A list of documents: what is left of an output if a query takes the list out of it.
fn list(root: Node<'_>, index: usize, wanted: Wanted<'_>) -> Result<Found, String> {
    let mut found: Option<Found> = None;
    for item in root.children().filter(|item| item.resolved().kind() == Kind::Object) {
        let next = object(item, index, wanted)?;
        match &mut found {
            Some(found) => found.requests.extend(next.requests),
            None => found = Some(next),
        }
    }
    found.ok_or_else(|| "it is a list without objects".to_owned())
}
