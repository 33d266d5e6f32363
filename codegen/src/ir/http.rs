//! HTTP bindings of operations and XML elements of values.

use std::collections::BTreeMap;

use shapewright_smithy::model::ShapeId;
pub use shapewright_smithy::traits::TimestampFormat;

/// What all operations of a service that speaks REST-XML share.
#[derive(Clone, Debug, PartialEq)]
pub struct Http {
    /// Namespace of documents; empty for none.
    pub namespace: String,
    /// Whether errors are in an `ErrorResponse`.
    pub wraps_errors: bool,
    /// Names of the element tables of structures and unions that documents have.
    pub tables: BTreeMap<ShapeId, String>,
}

/// The HTTP binding of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// HTTP method.
    pub method: String,
    /// Path and query, with labels.
    pub uri: String,
    /// Prefix of the host name, with labels.
    pub host_prefix: Option<String>,
    /// Status of a success.
    pub status: u16,
    /// What the request holds.
    pub request: Body,
    /// What the response holds.
    pub response: Body,
}

/// What the body of a message holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Body {
    /// Nothing.
    #[default]
    Empty,
    /// All members that are bound to nothing else.
    Document(Root),
    /// A member as a document; its position.
    Payload(usize, Root),
    /// A member as it is; its content type, and whether it is required.
    Raw(String, bool),
}

/// The root of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Root {
    /// Its element.
    pub xml: Xml,
    /// Whether a request must have it.
    pub required: bool,
}

/// Where a member is in an HTTP message.
#[derive(Clone, Debug, PartialEq)]
pub enum Location {
    /// In the document.
    Document,
    /// As the whole document.
    Payload,
    /// In the path.
    Label,
    /// In the named header.
    Header(String),
    /// In headers whose names begin so.
    PrefixHeaders(String),
    /// In the named query parameter.
    Query(String),
    /// In query parameters named by its keys.
    QueryParams,
    /// As the status.
    ResponseCode,
}

/// The XML element or attribute of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Xml {
    /// Whether requests carry it in a document: a string is limited to the characters of XML then.
    pub in_requests: bool,
    /// Name of its element or attribute.
    pub name: String,
    /// Namespace that is declared on the element.
    pub namespace: Option<Namespace>,
    /// Whether items or entries have no element around them.
    pub flat: bool,
    /// Whether it is an attribute.
    pub attribute: bool,
    /// How a point in time is written, where the model says so.
    pub format: Option<TimestampFormat>,
}

/// A namespace.
#[derive(Clone, Debug, PartialEq)]
pub struct Namespace {
    /// Prefix, `xsi` for instance; none for the default namespace.
    pub prefix: Option<String>,
    /// What it is.
    pub uri: String,
}
