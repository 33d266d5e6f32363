//! Finds the operation for a method, path and query.

use std::collections::BTreeMap;
use std::fmt;

use http::{Method, Uri};
use shapewright_runtime::{ErrorDetails, ErrorResponse, Fault, text};

use crate::uri::{Segment, decode, label_problem, parameters, segments, split};
use crate::{Binding, Location};

/// Finds the operation that a request is for.
///
/// A literal segment takes precedence over a label, and a label over a greedy label. A label is never empty, `.` or
/// `..`, percent-encoded or not; a greedy label is never empty. If several operations have the path, the router
/// prefers, in this order:
///
/// 1. the operation whose URI has the most constant query parameters,
/// 2. an operation whose required query parameters are all present,
/// 3. the operation that binds the most parameters of the query,
/// 4. the first operation in the order given to [`Router::new`].
///
/// Headers are not compared. A constant query parameter that is repeated is an error, because each of its values may
/// select another operation.
#[derive(Debug, Default)]
pub struct Router {
    root: Node,
}

/// A node of the tree of path segments.
#[derive(Debug, Default)]
struct Node {
    /// The nodes after literal segments.
    literals: BTreeMap<&'static str, Node>,
    /// The node after a label.
    label: Option<Box<Node>>,
    /// The node after a greedy label.
    greedy: Option<Box<Node>>,
    /// The operations whose path ends at this node.
    operations: Vec<&'static Binding>,
}

impl Router {
    /// Creates a router for these operations.
    pub fn new(operations: impl IntoIterator<Item = &'static Binding>) -> Self {
        let mut root = Node::default();
        for binding in operations {
            let mut node = &mut root;
            for segment in segments(split(binding.uri).0) {
                node = match segment {
                    Segment::Literal(literal) => node.literals.entry(literal).or_default(),
                    Segment::Label(_) => node.label.get_or_insert_default(),
                    Segment::Greedy(_) => node.greedy.get_or_insert_default(),
                };
            }
            node.operations.push(binding);
        }
        Router { root }
    }

    /// Returns the operation of a request.
    ///
    /// # Errors
    ///
    /// When no operation has the path, when no operation with the path has the method and query, or when a constant
    /// query parameter of such an operation is repeated.
    pub fn route(&self, method: &Method, uri: &Uri) -> Result<&'static Binding, RouteError> {
        let path = uri.path();
        let parts: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
        let query = uri.query().unwrap_or_default();
        let mut error = RouteError { method: text::message(method.to_string()), ..RouteError::default() };
        let mut accept = |operations: &[&'static Binding]| {
            let found = operations.iter().find_map(|binding| repeated(binding, method, query));
            error.repeated = error.repeated.take().or(found.map(Box::new));
            let fitting = operations.iter().rev().copied();
            let fitting = fitting.filter(|binding| binding.method == method && has_constants(binding, query));
            let best = fitting.max_by_key(|binding| rank(binding, query));
            if best.is_none() {
                for binding in operations {
                    error.add(binding);
                }
            }
            best
        };
        let found = self.root.find(&parts, &mut accept);
        if let Some(binding) = found.filter(|_| error.repeated.is_none()) {
            Ok(binding)
        } else {
            // A label may be sensitive, so the error shows the template of a path that an operation has.
            error.target = match error.template {
                Some(template) => template.to_owned(),
                None => text::message(if path.is_empty() { uri.to_string() } else { path.to_owned() }),
            };
            error.allowed.sort_unstable();
            error.allowed.dedup();
            Err(error)
        }
    }
}

impl Node {
    fn find(
        &self,
        parts: &[&str],
        accept: &mut dyn FnMut(&[&'static Binding]) -> Option<&'static Binding>,
    ) -> Option<&'static Binding> {
        let Some((part, rest)) = parts.split_first() else { return accept(&self.operations) };
        let text = decode(part);
        let literal = text.as_ref().and_then(|text| self.literals.get(&**text));
        if let Some(found) = literal.and_then(|node| node.find(rest, accept)) {
            return Some(found);
        }
        // A text that is not UTF-8 leads to the operation, which names the member in its error.
        let is_label = || text.as_ref().is_none_or(|text| label_problem(text, false).is_none());
        if let Some(found) =
            self.label.as_ref().filter(|_| is_label()).and_then(|node| node.find(rest, accept))
        {
            return Some(found);
        }
        // A greedy label can start with an empty segment, if more segments follow.
        let greedy = self.greedy.as_ref().filter(|_| !part.is_empty() || !rest.is_empty())?;
        // The shortest label that leads to an operation wins.
        (0..=rest.len()).find_map(|taken| greedy.find(&rest[taken..], accept))
    }
}

/// Returns the rank of an operation for a query: the criteria 1 to 3 of [`Router`].
fn rank(binding: &Binding, query: &str) -> (usize, bool, usize) {
    let has =
        |name: &str| parameters(query).any(|(found, _)| decode(found).is_some_and(|found| found == name));
    let bound = binding.input.members.iter().filter_map(|location| match location {
        Location::Query(name) => Some(*name),
        _ => None,
    });
    let constants = parameters(split(binding.uri).1).count();
    (
        constants,
        binding.input.required_queries.iter().all(|name| has(name)),
        bound.filter(|name| has(name)).count(),
    )
}

/// Returns whether a query has all constant parameters of the URI of an operation.
fn has_constants(binding: &Binding, query: &str) -> bool {
    let has = |(name, value): (&str, Option<&str>)| {
        parameters(query).any(|(found, content)| {
            decode(found).is_some_and(|found| found == name)
                && value.is_none_or(|value| {
                    decode(content.unwrap_or_default()).is_some_and(|content| content == value)
                })
        })
    };
    parameters(split(binding.uri).1).all(has)
}

/// Returns the constant parameter of an operation that the query repeats, if the operation has the method.
fn repeated(binding: &Binding, method: &Method, query: &str) -> Option<Repeated> {
    let is_repeated = |name: &str| {
        let names = parameters(query).map(|(found, _)| found);
        names.filter(|found| decode(found).is_some_and(|found| found == name)).count() > 1
    };
    let mut constants = parameters(split(binding.uri).1).map(|(name, _)| name);
    let name = constants.find(|name| is_repeated(name))?;
    (binding.method == method).then_some(Repeated { name, code: binding.service.invalid_value })
}

/// The error for a request whose method and URI no operation has, or that repeats a query parameter that selects the
/// operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RouteError {
    method: String,
    /// The path, or the whole URI if it has no path.
    target: String,
    /// The path of the first operation with the path.
    template: Option<&'static str>,
    allowed: Vec<&'static str>,
    queries: Vec<&'static str>,
    repeated: Option<Box<Repeated>>,
}

/// A constant query parameter that is repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Repeated {
    name: &'static str,
    /// The error code of the service's response.
    code: &'static str,
}

impl RouteError {
    /// Records an operation that has the path, but another method or query.
    fn add(&mut self, binding: &'static Binding) {
        self.template.get_or_insert(split(binding.uri).0);
        if binding.method == self.method {
            self.queries.push(split(binding.uri).1);
        } else {
            self.allowed.push(binding.method);
        }
    }

    /// Returns the other methods of the path. Empty if no operation has the path, or if only the query is wrong.
    pub fn allowed(&self) -> &[&'static str] {
        if self.queries.is_empty() && self.repeated.is_none() { &self.allowed } else { &[] }
    }

    /// Returns the HTTP status of the response: 400 if a query parameter is repeated, 405 if the path has other
    /// methods, else 404.
    pub fn status(&self) -> u16 {
        if self.repeated.is_some() {
            return 400;
        }
        if self.allowed().is_empty() { 404 } else { 405 }
    }

    /// Returns the error response to send: the error code of AWS services, and the allowed methods. For a repeated
    /// query parameter, it has the error code of the service.
    #[must_use]
    pub fn to_response(&self) -> ErrorResponse {
        let code = self.repeated.as_ref().map_or("UnknownOperationException", |repeated| repeated.code);
        let mut response = ErrorResponse::new(code)
            .with_status(self.status())
            .with_fault(Fault::Client)
            .with_details(ErrorDetails::with_message(self.to_string()));
        response.allow = self.allowed().iter().map(|method| (*method).to_owned()).collect();
        response
    }
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Repeated { name, .. }) = self.repeated.as_deref() {
            return write!(f, "the query parameter `{name}` is repeated: keep one of them");
        }
        write!(f, "no operation has {} {}", self.method, self.target)?;
        if !self.target.starts_with('/') {
            return f.write_str("; the path of a request begins with `/`");
        }
        match (self.queries.as_slice(), self.allowed()) {
            ([], []) => Ok(()),
            ([], methods) => write!(f, "; methods of this path: {}", methods.join(", ")),
            (queries, _) => write!(f, " with this query; it must have {}", queries.join(" or ")),
        }
    }
}

impl std::error::Error for RouteError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Message, Service};

    static SERVICE: Service = Service::new("InvalidArgument");

    const fn binding(
        name: &'static str,
        method: &'static str,
        uri: &'static str,
        required_queries: &'static [&'static str],
    ) -> Binding {
        let input = Message { required_queries, ..Message::EMPTY };
        Binding {
            name,
            method,
            uri,
            host_prefix: "",
            status: 200,
            service: &SERVICE,
            input,
            output: Message::EMPTY,
        }
    }

    static BINDINGS: [Binding; 10] = [
        binding("Abort", "DELETE", "/{Bucket}/{Key+}", &["uploadId"]),
        binding("Create", "POST", "/things", &[]),
        binding("CreateWithTags", "POST", "/things?WithTags", &[]),
        binding("Delete", "DELETE", "/{Bucket}/{Key+}", &[]),
        binding("Get", "GET", "/things/{Id}", &[]),
        binding("GetConfig", "GET", "/things/{Id}/config", &[]),
        binding("GetDefault", "GET", "/things/default", &[]),
        binding("GetPolicy", "GET", "/{Bucket}/{Key+}/policy", &[]),
        binding("Tag", "POST", "/tagging?Operation=Tag", &["Resource"]),
        binding("Untag", "POST", "/tagging?Operation=Untag", &["Resource"]),
    ];

    fn route(method: Method, uri: &str) -> Result<&'static str, RouteError> {
        let uri: Uri = uri.parse().expect("a test has a URI");
        Router::new(&BINDINGS).route(&method, &uri).map(|binding| binding.name)
    }

    #[test]
    fn literals_take_precedence_over_labels() {
        assert_eq!(route(Method::GET, "/things/default"), Ok("GetDefault"));
        assert_eq!(route(Method::GET, "/things/other"), Ok("Get"));
        assert_eq!(route(Method::GET, "/things/a%2Fb/config"), Ok("GetConfig"));
        assert_eq!(route(Method::GET, "/things/default/config"), Ok("GetConfig"));
        assert_eq!(route(Method::GET, "/b/k/l/policy"), Ok("GetPolicy"));
        assert_eq!(route(Method::DELETE, "/b/k/policy"), Ok("Delete"));
        assert_eq!(route(Method::DELETE, "/b//k"), Ok("Delete"));
        assert!(route(Method::DELETE, "/b/").is_err(), "a greedy label cannot be empty");
    }

    #[test]
    fn the_query_selects_between_operations_of_one_path() {
        assert_eq!(route(Method::POST, "/things"), Ok("Create"));
        assert_eq!(route(Method::POST, "/things?WithTags"), Ok("CreateWithTags"));
        assert_eq!(route(Method::POST, "/things?WithTags=&x=1"), Ok("CreateWithTags"));
        assert_eq!(route(Method::POST, "/tagging?Resource=a&Operation=Untag"), Ok("Untag"));
        assert_eq!(route(Method::POST, "/tagging?Operation=Tag"), Ok("Tag"));
        assert_eq!(route(Method::DELETE, "/b/k/l"), Ok("Delete"));
        assert_eq!(route(Method::DELETE, "/b/k/l?uploadId=1"), Ok("Abort"));
    }

    #[test]
    fn a_repeated_parameter_that_selects_the_operation_is_an_error() {
        for (query, name) in [
            ("tagging?Operation=Untag&Operation=Tag&Resource=a", "Operation"),
            ("tagging?Operation=Tag&Operation=Tag", "Operation"),
            ("tagging?Operation=Tag&Operation", "Operation"),
            ("tagging?Operation=a&Operation=b", "Operation"),
            ("tagging?%4Fperation=Untag&Operation=Tag", "Operation"),
            ("things?WithTags&WithTags", "WithTags"),
            ("things?WithTags&x=1&WithTags=", "WithTags"),
        ] {
            let error = route(Method::POST, &format!("/{query}")).expect_err(query);
            assert_eq!(
                error.to_string(),
                format!("the query parameter `{name}` is repeated: keep one of them")
            );
            assert_eq!((error.status(), error.allowed()), (400, [].as_slice()), "{query}");
            let response = error.to_response();
            assert_eq!((response.code.as_str(), response.status), ("InvalidArgument", Some(400)), "{query}");
        }
        // Other operations of the path may have the parameter as often as they want.
        assert_eq!(route(Method::PUT, "/things?WithTags&WithTags").map_err(|error| error.status()), Err(405));
        assert_eq!(route(Method::POST, "/things?x=1&x=2"), Ok("Create"));
    }

    #[test]
    fn errors_list_the_methods_and_queries_of_the_path() {
        let error = route(Method::PUT, "/things").expect_err("no operation has this method");
        assert_eq!((error.status(), error.allowed()), (405, ["POST"].as_slice()));
        assert_eq!(error.to_string(), "no operation has PUT /things; methods of this path: POST");
        assert_eq!(error.to_response().allow, ["POST"]);
        let error = route(Method::GET, "/nothing").expect_err("there is no such path");
        assert_eq!((error.status(), error.to_string().as_str()), (404, "no operation has GET /nothing"));
        for step in ["", ".", "..", "%2E", "%2e%2E", ".%2e"] {
            assert!(route(Method::GET, &format!("/things/{step}")).is_err(), "{step} cannot be a label");
            assert!(route(Method::GET, &format!("/things/{step}/config")).is_err());
            assert!(route(Method::GET, &format!("/{step}/k/policy")).is_err());
        }
        assert_eq!(route(Method::GET, "/things/..."), Ok("Get"));
        assert_eq!(route(Method::DELETE, "/b/k/../.").as_ref(), Ok(&"Delete"), "keys may have such parts");
        let error = route(Method::POST, "/tagging?Operation=Other").expect_err("no operation has this query");
        assert_eq!((error.status(), error.allowed()), (404, [].as_slice()));
        let wanted =
            "no operation has POST /tagging with this query; it must have Operation=Tag or Operation=Untag";
        assert_eq!(error.to_string(), wanted);
        let error = route(Method::GET, "example.com").expect_err("there is no path");
        let wanted = "no operation has GET example.com; the path of a request begins with `/`";
        assert_eq!((error.status(), error.to_string().as_str()), (404, wanted));
        let error = route(Method::OPTIONS, "*").expect_err("there is no path");
        let wanted = "no operation has OPTIONS *; the path of a request begins with `/`";
        assert_eq!(error.to_string(), wanted);
        let error =
            route(Method::GET, &format!("/{}", "x".repeat(10_000))).expect_err("there is no such path");
        assert!(error.to_string().len() < 500, "{error}");
        let method = Method::from_bytes("X".repeat(10_000).as_bytes()).expect("a method can have any length");
        let error = route(method, "/things").expect_err("no operation has this method");
        assert!(error.to_string().len() < 500, "{error}");
    }
}
