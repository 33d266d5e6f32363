//! Where everything that an operation takes and gives travels in HTTP: plain data, made by the generator.

use crate::TimestampFormat;
use crate::xml::Element;

/// How an operation travels.
#[derive(Debug)]
pub struct Binding {
    /// Name of the operation in the model.
    pub name: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path and query, with labels: `/2020-05-31/tagging?Operation=Tag`, `/{Bucket}/{Key+}`.
    pub uri: &'static str,
    /// What stands before the host name, with labels: `data.{AccountId}.`; mostly empty.
    pub host_prefix: &'static str,
    /// Status of an answer that is no error.
    pub status: u16,
    /// What all operations of the service share.
    pub service: &'static Service,
    /// The request.
    pub input: Message,
    /// The answer.
    pub output: Message,
}

/// What all operations of a service share.
#[derive(Debug)]
pub struct Service {
    /// The namespace of documents; empty for none.
    pub namespace: &'static str,
    /// Whether errors stand in an `ErrorResponse`, with the request id beside them.
    pub wraps_errors: bool,
    /// The code for a request whose document is missing.
    pub missing_body: &'static str,
    /// The code for a request whose document is not well-formed, or has a value that cannot be read.
    pub malformed_body: &'static str,
    /// The code for a request with a value that cannot be read in its path, query or headers.
    pub invalid_value: &'static str,
}

/// How a structure travels in a request or response.
#[derive(Debug)]
pub struct Message {
    /// Name of the structure in the model; empty if there is none.
    pub shape: &'static str,
    /// Where each member travels, in model order.
    pub members: &'static [Location],
    /// Members whose points in time are not written as is usual where they travel.
    pub formats: &'static [(&'static str, TimestampFormat)],
    /// Query parameters that the operation cannot do without. Of operations with the same address they tell which is
    /// meant.
    pub required_queries: &'static [&'static str],
    /// The member that makes a request repeatable, which clients fill in where it is absent.
    pub idempotency_token: Option<&'static str>,
    /// What the body holds.
    pub body: Body,
}

impl Message {
    /// A message without members.
    pub const EMPTY: Message = Message {
        shape: "",
        members: &[],
        formats: &[],
        required_queries: &[],
        idempotency_token: None,
        body: Body::Empty,
    };
}

/// Where a member travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the document, beside others.
    Document,
    /// As the whole body.
    Payload,
    /// In the path.
    Label,
    /// In a query parameter of that name.
    Query(&'static str),
    /// A map: each entry is a query parameter.
    QueryParams,
    /// In a header of that name.
    Header(&'static str),
    /// In a header of the first name; a reader takes one of the second where that is not there.
    HeaderOr(&'static str, &'static str),
    /// A map: each entry is a header, whose name begins with this.
    PrefixHeaders(&'static str),
    /// As the status.
    ResponseCode,
}

/// What the body of a message holds.
#[derive(Debug)]
pub enum Body {
    /// Nothing.
    Empty,
    /// A document with all members of the message that are bound to nothing else.
    Document {
        /// The root.
        root: Element,
        /// Whether a server refuses a request without a body.
        required: bool,
    },
    /// A document that is one member.
    Payload {
        /// The root.
        root: Element,
        /// Whether a server refuses a request without a body.
        required: bool,
    },
    /// The bytes or the text of one member, as they are.
    Raw {
        /// The content type, unless a member bound to that header says another.
        media_type: &'static str,
        /// Whether a server refuses a request without a body.
        required: bool,
    },
}
