//! HTTP bindings of operations and XML elements of values.

use std::collections::BTreeMap;

use shapewright_smithy::model::ShapeId;
pub use shapewright_smithy::traits::TimestampFormat;

/// HTTP settings that all operations of a REST-XML service share.
#[derive(Clone, Debug, PartialEq)]
pub struct Http {
    /// Namespace of documents; empty for none.
    pub namespace: String,
    /// Whether errors are in an `ErrorResponse`.
    pub wraps_errors: bool,
    /// The form of responses, if it is not the usual one.
    pub responses: Option<Responses>,
    /// Names of the element tables of structures and unions, by their place in documents. Places with the same elements
    /// share a table.
    pub tables: BTreeMap<(ShapeId, Part), String>,
    /// Structures that can be documents by themselves, sorted by name.
    pub documents: Vec<ShapeId>,
}

/// The form of responses; parts that are absent are the usual ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Responses {
    /// The text before the root element of documents.
    pub declaration: Option<String>,
    /// The content type of documents.
    pub content_type: Option<String>,
    /// Name of the header with the request id.
    pub request_id_header: Option<String>,
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
    /// Body of the request.
    pub request: Body,
    /// Body of the response.
    pub response: Body,
}

/// Content of the body of a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Body {
    /// Nothing.
    #[default]
    Empty,
    /// All members that are not bound elsewhere.
    Document(Root),
    /// The member at this position, as a document.
    Payload(usize, Root),
    /// A member as raw content; its content type, and whether it is required.
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

/// The place of a structure or union in messages. It determines which bindings of members apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The input of an operation.
    Request,
    /// The output of an operation.
    Response,
    /// Inside a document.
    Nested,
}

impl Http {
    /// The different tables of a structure or union, each with the first place that it is for.
    pub fn tables_of(&self, id: &ShapeId) -> Vec<(Part, &str)> {
        let mut found: Vec<(Part, &str)> = Vec::new();
        for ((_, part), name) in self.tables.range((id.clone(), Part::Request)..=(id.clone(), Part::Nested)) {
            if !found.iter().any(|(_, known)| known == name) {
                found.push((*part, name));
            }
        }
        found
    }
}

/// Where a member is in an HTTP message.
#[derive(Clone, Debug, PartialEq)]
pub enum Location {
    /// In the document.
    Document,
    /// The whole document.
    Payload,
    /// In the path.
    Label,
    /// In the named header.
    Header(String),
    /// In headers whose names have this prefix.
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
    /// Whether requests have it in a document, which limits strings to the characters of XML.
    pub in_requests: bool,
    /// Name of its element or attribute.
    pub name: String,
    /// Namespace that is declared on the element.
    pub namespace: Option<Namespace>,
    /// Whether items or entries have no enclosing element.
    pub flat: bool,
    /// Whether it is an attribute.
    pub attribute: bool,
    /// Format of a timestamp, if the model specifies one.
    pub format: Option<TimestampFormat>,
    /// Order of the items of a list in responses; none if they are written as given.
    pub order: Option<Order>,
    /// Whether an overlay says that responses have the list even if it is empty.
    pub keeps_empty: bool,
    /// Whether responses leave out the list if it is empty.
    pub unless_empty: bool,
}

/// The order of the items of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// By their hashes, as in Java's `HashSet`. Values of an enum with the same bucket have the order of these values.
    Hash(Vec<String>),
    /// The order of these values.
    Values(Vec<String>),
}

/// A namespace.
#[derive(Clone, Debug, PartialEq)]
pub struct Namespace {
    /// Prefix, `xsi` for instance; none for the default namespace.
    pub prefix: Option<String>,
    /// What it is.
    pub uri: String,
}
