//! From method, path and query to the operation.

use std::collections::BTreeMap;
use std::fmt;

use http::{Method, Uri};
use shapewright_runtime::{ErrorDetails, Fault, UnknownError};

use crate::Binding;
use crate::uri::{Segment, decode, parameters, segments, split};

/// Finds the operation that a request is for.
///
/// Words come before labels, labels before greedy ones, and of operations that differ only in the query the one that
/// asks for most.
#[derive(Debug, Default)]
pub struct Router {
    root: Node,
}

/// What may stand behind a part of a path.
#[derive(Debug, Default)]
struct Node {
    literals: BTreeMap<&'static str, Node>,
    label: Option<Box<Node>>,
    /// A greedy label, and what may stand behind it.
    greedy: Option<Box<Node>>,
    /// Operations whose path ends here, those that ask for more of the query first.
    operations: Vec<&'static Binding>,
}

impl Router {
    /// A router for these operations.
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
            node.operations
                .sort_by_key(|binding| std::cmp::Reverse(parameters(split(binding.uri).1).count()));
        }
        Router { root }
    }

    /// The operation of a request.
    ///
    /// # Errors
    ///
    /// When no operation has that path, or none of those that have it has that method and query.
    pub fn route(&self, method: &Method, uri: &Uri) -> Result<&'static Binding, RouteError> {
        let path = uri.path();
        let parts: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
        let query = uri.query().unwrap_or_default();
        let mut others = Vec::new();
        let mut accept = |operations: &[&'static Binding]| {
            let fitting =
                operations.iter().find(|binding| binding.method == method && asks_no_more(binding, query));
            if fitting.is_none() {
                others.extend(operations.iter().map(|binding| binding.method));
            }
            fitting.copied()
        };
        match self.root.find(&parts, &mut accept) {
            Some(binding) => Ok(binding),
            None => {
                others.sort_unstable();
                others.dedup();
                Err(RouteError { method: method.to_string(), path: path.to_owned(), allowed: others })
            }
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
        let literal = decode(part).and_then(|part| self.literals.get(&*part));
        if let Some(found) = literal.and_then(|node| node.find(rest, accept)) {
            return Some(found);
        }
        // A label is never empty.
        let filled = || parts.iter().take(1).any(|part| !part.is_empty());
        if let Some(found) = self.label.as_ref().filter(|_| filled()).and_then(|node| node.find(rest, accept))
        {
            return Some(found);
        }
        let greedy = self.greedy.as_ref().filter(|_| filled())?;
        (0..=rest.len()).rev().find_map(|taken| greedy.find(&rest[taken..], accept))
    }
}

/// Whether a query has all that an operation's address asks for.
fn asks_no_more(binding: &Binding, query: &str) -> bool {
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

/// No operation is bound to the method and address of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteError {
    method: String,
    path: String,
    allowed: Vec<&'static str>,
}

impl RouteError {
    /// The methods that the path has; empty if there is no such path.
    pub fn allowed(&self) -> &[&'static str] {
        &self.allowed
    }

    /// HTTP status of an answer: 404, or 405 where the path has other methods.
    pub fn status(&self) -> u16 {
        if self.allowed.is_empty() { 404 } else { 405 }
    }

    /// The error as an answer, with the code that AWS services give for it.
    pub fn to_answer(&self) -> UnknownError {
        UnknownError {
            code: "UnknownOperationException".to_owned(),
            status: Some(self.status()),
            fault: Some(Fault::Sender),
            details: ErrorDetails::message(self.to_string()),
        }
    }
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no operation has {} {}", self.method, self.path)?;
        if !self.allowed.is_empty() {
            write!(f, "; methods of this path: {}", self.allowed.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for RouteError {}
