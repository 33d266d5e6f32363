//! Where the members of inputs and outputs are in HTTP messages: plain data, made by the generator.

use crate::TimestampFormat;
use crate::xml::Element;

/// Where the parts of an operation's requests and responses are in HTTP.
#[derive(Debug)]
#[non_exhaustive]
pub struct Binding {
    /// Name of the operation in the model.
    pub name: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path and query, with labels: `/2020-05-31/tagging?Operation=Tag`, `/{Bucket}/{Key+}`.
    pub uri: &'static str,
    /// Prefix of the host name, with labels: `data.{AccountId}.`; mostly empty.
    pub host_prefix: &'static str,
    /// HTTP status of a success.
    pub status: u16,
    /// What all operations of the service share.
    pub service: &'static Service,
    /// The request.
    pub input: Message,
    /// The response.
    pub output: Message,
}

impl Binding {
    /// The binding of an operation of this service, so far without a name, input and output: `GET /`, status 200.
    pub const fn new(service: &'static Service) -> Self {
        let (input, output) = (Message::EMPTY, Message::EMPTY);
        Binding { name: "", method: "GET", uri: "/", host_prefix: "", status: 200, service, input, output }
    }

    /// Sets the name of the operation in the model.
    pub const fn name(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// Sets the HTTP method, and the path and query with labels.
    pub const fn http(mut self, method: &'static str, uri: &'static str) -> Self {
        self.method = method;
        self.uri = uri;
        self
    }

    /// Sets what is put before the host name.
    pub const fn host_prefix(mut self, prefix: &'static str) -> Self {
        self.host_prefix = prefix;
        self
    }

    /// Sets the status of a success.
    pub const fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Sets the request.
    pub const fn input(mut self, input: Message) -> Self {
        self.input = input;
        self
    }

    /// Sets the response.
    pub const fn output(mut self, output: Message) -> Self {
        self.output = output;
        self
    }
}

/// What all operations of a service share.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Service {
    /// The XML namespace of documents; empty if there is none.
    pub namespace: &'static str,
    /// Whether errors are in an `ErrorResponse`, with the request id beside them.
    pub wraps_errors: bool,
    /// The code for a request whose document is missing.
    pub missing_body: &'static str,
    /// The code for a request whose document is not well-formed, or has a value that cannot be read.
    pub malformed_body: &'static str,
    /// The code for a request with a value that cannot be read in its path, query or headers.
    pub invalid_value: &'static str,
}

impl Service {
    /// A service whose documents have no namespace, whose error documents are wrapped, and whose requests are refused
    /// with this code.
    pub const fn new(refused: &'static str) -> Self {
        Service {
            namespace: "",
            wraps_errors: true,
            missing_body: refused,
            malformed_body: refused,
            invalid_value: refused,
        }
    }

    /// Sets the namespace of documents.
    pub const fn namespace(mut self, namespace: &'static str) -> Self {
        self.namespace = namespace;
        self
    }

    /// Sets whether errors are in an `ErrorResponse`.
    pub const fn wraps_errors(mut self, wraps_errors: bool) -> Self {
        self.wraps_errors = wraps_errors;
        self
    }

    /// Sets the code for a request without the document that it needs.
    pub const fn missing_body(mut self, code: &'static str) -> Self {
        self.missing_body = code;
        self
    }

    /// Sets the code for a request whose document cannot be read.
    pub const fn malformed_body(mut self, code: &'static str) -> Self {
        self.malformed_body = code;
        self
    }
}

/// Where the members of a structure are in a request or response.
#[derive(Debug)]
#[non_exhaustive]
pub struct Message {
    /// Name of the structure in the model; empty if the operation has none.
    pub shape: &'static str,
    /// Where each member is, in model order.
    pub members: &'static [Location],
    /// Members whose timestamps have another format than usual for their location.
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

    /// A message for a structure of this name, without members and body.
    pub const fn new(shape: &'static str) -> Self {
        Message { shape, ..Message::EMPTY }
    }

    /// Sets where each member is, in model order.
    pub const fn members(mut self, members: &'static [Location]) -> Self {
        self.members = members;
        self
    }

    /// Sets the formats of timestamps that differ from the usual ones.
    pub const fn formats(mut self, formats: &'static [(&'static str, TimestampFormat)]) -> Self {
        self.formats = formats;
        self
    }

    /// Sets the query parameters that the operation needs.
    pub const fn required_queries(mut self, names: &'static [&'static str]) -> Self {
        self.required_queries = names;
        self
    }

    /// Sets the member that makes a request repeatable.
    pub const fn idempotency_token(mut self, member: &'static str) -> Self {
        self.idempotency_token = Some(member);
        self
    }

    /// Sets what the body holds.
    pub const fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }
}

/// Where a member is in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    /// In a header of the first name; a reader accepts one of the second name if the first is absent.
    HeaderOr(&'static str, &'static str),
    /// A map: each entry is a header, whose name begins with this.
    PrefixHeaders(&'static str),
    /// As the status.
    ResponseCode,
}

/// What the body of a message holds.
#[derive(Debug)]
#[non_exhaustive]
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
    /// The bytes or the string of one member, as they are.
    Raw {
        /// The content type, unless a member is bound to that header.
        media_type: &'static str,
        /// Whether a server refuses a request without a body.
        required: bool,
    },
}

impl Body {
    /// Whether a server refuses a request without a body.
    pub fn is_required(&self) -> bool {
        match self {
            Body::Empty => false,
            Body::Document { required, .. } | Body::Payload { required, .. } | Body::Raw { required, .. } => {
                *required
            }
        }
    }
}
