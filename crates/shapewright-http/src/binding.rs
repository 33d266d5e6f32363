//! HTTP bindings: where the members of inputs and outputs are in HTTP messages. Generated as constant data.

use crate::TimestampFormat;
use crate::xml::Element;

/// The HTTP binding of an operation: its method, URI and status, and where each member is in the messages.
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
    /// The settings that all operations of the service share.
    pub service: &'static Service,
    /// The request.
    pub input: Message,
    /// The response.
    pub output: Message,
}

impl Binding {
    /// Creates a binding without a name, input and output: `GET /`, status 200.
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

    /// Sets the prefix of the host name.
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

/// The settings that all operations of a service share.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Service {
    /// The XML namespace of documents, or an empty string.
    pub namespace: &'static str,
    /// Whether error documents have the root `ErrorResponse`, which contains the `Error` and the request id.
    pub wraps_errors: bool,
    /// The code for a request without a body.
    pub missing_body: &'static str,
    /// The code for a request without a body that has the header `Content-Type`: the service reads it, and finds that
    /// the payload is absent. `None` if the header makes no difference.
    pub missing_payload: Option<&'static str>,
    /// The code for a request whose document is not well-formed, or has a value that cannot be read.
    pub malformed_body: &'static str,
    /// The code for a request with a value that cannot be read in its path, query or headers.
    pub invalid_value: &'static str,
    /// The form of responses.
    pub responses: Responses,
}

impl Service {
    /// Creates the settings of a service without a namespace and with wrapped error documents. `refused` is the error
    /// code for all requests that cannot be read.
    pub const fn new(refused: &'static str) -> Self {
        Service {
            namespace: "",
            wraps_errors: true,
            missing_body: refused,
            missing_payload: None,
            malformed_body: refused,
            invalid_value: refused,
            responses: Responses::new(),
        }
    }

    /// Sets the namespace of documents.
    pub const fn namespace(mut self, namespace: &'static str) -> Self {
        self.namespace = namespace;
        self
    }

    /// Sets whether error documents have the root `ErrorResponse`.
    pub const fn wraps_errors(mut self, wraps_errors: bool) -> Self {
        self.wraps_errors = wraps_errors;
        self
    }

    /// Sets the code for a request without a body.
    pub const fn missing_body(mut self, code: &'static str) -> Self {
        self.missing_body = code;
        self
    }

    /// Sets the code for a request without a body that has the header `Content-Type`.
    pub const fn missing_payload(mut self, code: &'static str) -> Self {
        self.missing_payload = Some(code);
        self
    }

    /// Sets the code for a request whose document is not well-formed, or has a value that cannot be read.
    pub const fn malformed_body(mut self, code: &'static str) -> Self {
        self.malformed_body = code;
        self
    }

    /// Sets the form of responses.
    pub const fn responses(mut self, responses: Responses) -> Self {
        self.responses = responses;
        self
    }
}

/// The form of a service's responses: its outputs and errors.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Responses {
    /// The text before the root element of documents; mostly empty.
    pub declaration: &'static str,
    /// The content type of documents, if it is not `application/xml`. A response without a body then has none, while
    /// Smithy gives it the usual one.
    pub content_type: Option<&'static str>,
    /// Name of the header with the request id.
    pub request_id_header: &'static str,
}

impl Responses {
    /// The form that Smithy and AWS have in common: no declaration, `application/xml`, `x-amzn-requestid`.
    pub const fn new() -> Self {
        Responses { declaration: "", content_type: None, request_id_header: "x-amzn-requestid" }
    }

    /// Sets the text before the root element of documents.
    pub const fn declaration(mut self, declaration: &'static str) -> Self {
        self.declaration = declaration;
        self
    }

    /// Sets the content type of documents.
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = Some(content_type);
        self
    }

    /// Sets the name of the header with the request id.
    pub const fn request_id_header(mut self, name: &'static str) -> Self {
        self.request_id_header = name;
        self
    }
}

impl Default for Responses {
    fn default() -> Self {
        Responses::new()
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
    /// The timestamp formats of members for which it is not the default of their location.
    pub formats: &'static [(&'static str, TimestampFormat)],
    /// The required query parameters. The [`Router`](crate::Router) uses them to select between operations with the
    /// same path.
    pub required_queries: &'static [&'static str],
    /// The idempotency token: the member that clients set to a unique value if it is absent.
    pub idempotency_token: Option<&'static str>,
    /// The body.
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

    /// Creates a message for the structure `shape`, without members and body.
    pub const fn new(shape: &'static str) -> Self {
        Message { shape, ..Message::EMPTY }
    }

    /// Sets where each member is, in model order.
    pub const fn members(mut self, members: &'static [Location]) -> Self {
        self.members = members;
        self
    }

    /// Sets the timestamp formats of members for which it is not the default of their location.
    pub const fn formats(mut self, formats: &'static [(&'static str, TimestampFormat)]) -> Self {
        self.formats = formats;
        self
    }

    /// Sets the required query parameters.
    pub const fn required_queries(mut self, names: &'static [&'static str]) -> Self {
        self.required_queries = names;
        self
    }

    /// Sets the member that is the idempotency token.
    pub const fn idempotency_token(mut self, member: &'static str) -> Self {
        self.idempotency_token = Some(member);
        self
    }

    /// Sets the body.
    pub const fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }
}

/// Where a member is in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// In the document, together with other members.
    Document,
    /// As the whole body.
    Payload,
    /// In the path.
    Label,
    /// In the query parameter of this name.
    Query(&'static str),
    /// A map: each entry is a query parameter.
    QueryParams,
    /// In the header of this name.
    Header(&'static str),
    /// In the header of the first name. A reader accepts a header of the second name if the first is absent.
    HeaderOr(&'static str, &'static str),
    /// In base64 in the header of this name: a string with a media type, or a list of them.
    HeaderInBase64(&'static str),
    /// A map: each entry is a header whose name starts with this prefix.
    PrefixHeaders(&'static str),
    /// As the HTTP status.
    ResponseCode,
}

/// The body of a message.
#[derive(Debug)]
#[non_exhaustive]
pub enum Body {
    /// No body.
    Empty,
    /// A document with all members whose location is [`Location::Document`].
    Document {
        /// The root element.
        root: Element,
        /// Whether a server rejects a request without a body.
        required: bool,
    },
    /// A document that contains one member.
    Payload {
        /// The root element.
        root: Element,
        /// Whether a server rejects a request without a body.
        required: bool,
    },
    /// The bytes or the string of one member, as they are.
    Raw {
        /// The content type, unless a member is bound to the header `Content-Type`.
        media_type: &'static str,
        /// Whether a server rejects a request without a body.
        required: bool,
    },
}

impl Body {
    /// Returns whether a server rejects a request without a body.
    pub fn is_required(&self) -> bool {
        match self {
            Body::Empty => false,
            Body::Document { required, .. } | Body::Payload { required, .. } | Body::Raw { required, .. } => {
                *required
            }
        }
    }
}
