//! The files of operations in the crates of errors and HTTP bindings.

use std::collections::BTreeSet;

use crate::ir::elements::Entry;
use crate::ir::{Location, Part, TimestampFormat};
use shapewright_smithy::model::ShapeId;

/// Files of the operations on one resource, or of some of them.
#[derive(Clone, Debug, PartialEq)]
pub struct OperationFile {
    /// What the operations are about: "`distribution`: create".
    pub title: String,
    /// The error enums.
    pub errors: Vec<ErrorEnum>,
    /// What the file of errors imports from the runtime crate.
    pub error_imports: BTreeSet<&'static str>,
    /// The file of HTTP bindings; none where no operation has one.
    pub bindings: Option<Bindings>,
}

/// The error enum of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorEnum {
    /// Rust type.
    pub rust: String,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
    /// The variants for modeled errors.
    pub variants: Vec<ErrorVariant>,
    /// Whether there is a variant for errors that any operation may return.
    pub has_common: bool,
}

/// A variant of an error enum.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorVariant {
    /// Its name.
    pub rust: String,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
}

/// A file of HTTP bindings.
#[derive(Clone, Debug, PartialEq)]
pub struct Bindings {
    /// What it imports from the hand-written crate of bindings.
    pub imports: BTreeSet<&'static str>,
    /// Tables of elements that it names, sorted by shape.
    pub tables: Vec<String>,
    /// The bindings.
    pub operations: Vec<Binding>,
}

/// The type of an operation, with its binding.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// Name in the model.
    pub name: String,
    /// Rust type.
    pub rust: String,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
    /// Rust type of the input.
    pub input: Option<String>,
    /// Rust type of the output.
    pub output: Option<String>,
    /// Rust type of its errors.
    pub error: String,
    /// HTTP method.
    pub method: String,
    /// Path and query, with labels.
    pub uri: String,
    /// Prefix of the host name, with labels.
    pub host_prefix: Option<String>,
    /// Status of a success, if it is not the usual one.
    pub status: Option<u16>,
    /// The request; none for an operation without input.
    pub request: Option<Message>,
    /// The response; none for an operation without output.
    pub response: Option<Message>,
}

/// A request or response.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Name of the structure in the model.
    pub shape: String,
    /// Where each member is.
    pub members: Vec<Place>,
    /// Formats of timestamps outside of the document, by member.
    pub formats: Vec<(String, TimestampFormat)>,
    /// Query parameters that a request cannot do without.
    pub required_queries: Vec<String>,
    /// The member that a client makes up where it is absent.
    pub idempotency_token: Option<String>,
    /// What the body holds.
    pub content: Content,
}

/// Where a member is.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where it is written and looked for.
    pub location: Location,
    /// The header that a reader looks for where the other one is not there.
    pub alias: Option<String>,
    /// Whether strings in the header are in base64.
    pub in_base64: bool,
}

/// What the body of a message holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// All members that are bound to nothing else.
    Document(RootElement),
    /// One member, as a document.
    Payload(RootElement),
    /// One member, as it is.
    Raw {
        /// Content type.
        media_type: String,
        /// Whether a request must have it.
        required: bool,
    },
}

/// The root of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct RootElement {
    /// Its element.
    pub entry: Entry,
    /// The shape whose table it names, and its place in messages.
    pub shape: Option<(ShapeId, Part)>,
    /// Whether a request must have it.
    pub required: bool,
}
