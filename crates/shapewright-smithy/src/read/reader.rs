//! What all readers share: the file's label, the findings, and typed access to JSON that reports what is wrong.

use std::sync::Arc;

use serde_json::Value;

use super::json::{self, MAX_BYTES, Node, ParseError, Parsed};
use crate::diagnostics::{Diagnostics, Place};
use crate::model::Kind;
use crate::traits::{Problem, Trait, Traits, values};
use crate::vocabulary::{Site, Vocabulary};

/// One file being read.
pub(crate) struct Reader<'a> {
    file: Arc<str>,
    vocabulary: Vocabulary,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(file: &str, vocabulary: Vocabulary, diagnostics: &'a mut Diagnostics) -> Self {
        Reader { file: Arc::from(file), vocabulary, diagnostics }
    }

    /// The traits that the program defines.
    pub(crate) fn vocabulary(&self) -> Vocabulary {
        self.vocabulary
    }

    /// Parses the file, and reports errors of JSON and duplicate keys.
    pub(crate) fn parse(&mut self, bytes: &[u8]) -> Option<Node> {
        match json::parse(bytes) {
            Ok(Parsed { root, duplicates }) => {
                for duplicate in duplicates {
                    let path: Vec<&str> = duplicate.path.iter().map(String::as_str).collect();
                    self.error(
                        self.place_of(&path),
                        format!("the object /{} has the key `{}` twice", path.join("/"), duplicate.key),
                        "keep one of the two",
                    );
                }
                Some(root)
            }
            Err(error) => {
                self.parse_error(error);
                None
            }
        }
    }

    fn parse_error(&mut self, error: ParseError) {
        match error {
            ParseError::TooLarge(bytes) => self.file_error(
                format!("the file has {bytes} bytes, more than the {MAX_BYTES} that are read"),
                "check that this is a service model; no model of AWS comes near this size",
            ),
            ParseError::TooDeep { line, column } => self.file_error(
                format!("nested too deep for a model, at line {line}, column {column}"),
                "at most 127 objects and lists may be nested; flatten the value there",
            ),
            ParseError::NotJson { message, line, column } => self.file_error(
                format!("not JSON: {message} at {line}:{column}"),
                format!(
                    "correct the file at line {line}, column {column}, or fetch it again if it was cut off"
                ),
            ),
        }
    }

    /// What is wrong with a trait that is applied there.
    pub(crate) fn problem(&self, id: &str, value: &Value, site: &Site<'_>) -> Option<Problem> {
        let problem = values::problem(id, value, &site.shape.kind);
        problem.or_else(|| self.vocabulary.problem(id, value, site)).map(|problem| of_trait(id, problem))
    }

    /// What is wrong with the value of one of Smithy's own traits.
    pub(crate) fn value_problem(&self, id: &str, value: &Value, kind: &Kind) -> Option<Problem> {
        values::problem(id, value, kind).map(|problem| of_trait(id, problem))
    }

    /// The label of the file, as shapes and traits carry it.
    pub(crate) fn file(&self) -> Arc<str> {
        self.file.clone()
    }

    /// Records an error.
    pub(crate) fn error(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.error(place, message, help);
    }

    /// Records a warning.
    pub(crate) fn warning(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.warning(place, message, help);
    }

    /// Records an error of the file as a whole.
    pub(crate) fn file_error(&mut self, message: impl Into<String>, help: impl Into<String>) {
        let place = Place::file(&*self.file);
        self.error(place, message, help);
    }

    /// A shape of this file.
    pub(crate) fn shape(&self, shape: impl std::fmt::Display) -> Place {
        Place::shape(&*self.file, shape)
    }

    /// A member of a shape of this file.
    pub(crate) fn member(&self, shape: impl std::fmt::Display, member: &str) -> Place {
        Place::member(&*self.file, shape, member)
    }

    /// The place for a path of keys: shape and member when the path leads into one.
    fn place_of(&self, path: &[&str]) -> Place {
        match path {
            ["shapes", shape, "members", member, ..] => self.member(shape, member),
            ["shapes" | "operations", shape, ..] => self.shape(shape),
            _ => Place::file(&*self.file),
        }
    }

    /// A trait that this file applies.
    pub(crate) fn make_trait(&self, value: Value) -> Trait {
        Trait { value, file: self.file() }
    }

    /// Sets a trait on behalf of this file.
    pub(crate) fn set(&self, traits: &mut Traits, id: impl Into<String>, value: Value) {
        traits.insert(id.into(), self.make_trait(value));
    }

    /// The string in `node`, or an error that names `what`.
    pub(crate) fn text<'n>(&mut self, node: &'n Node, place: &Place, what: &str) -> Option<&'n str> {
        match node {
            Node::Text(text) => Some(text),
            other => self.wrong(other, place, what, "a string"),
        }
    }

    /// The entries of `node`, or an error that names `what`.
    pub(crate) fn object<'n>(
        &mut self,
        node: &'n Node,
        place: &Place,
        what: &str,
    ) -> Option<&'n [(String, Node)]> {
        match node {
            Node::Object(entries) => Some(entries),
            other => self.wrong(other, place, what, "an object"),
        }
    }

    /// The items of `node`, or an error that names `what`.
    pub(crate) fn list<'n>(&mut self, node: &'n Node, place: &Place, what: &str) -> Option<&'n [Node]> {
        match node {
            Node::List(list) => Some(list),
            other => self.wrong(other, place, what, "a list"),
        }
    }

    /// Whether `node` is `true`, or an error that names `what`.
    pub(crate) fn flag(&mut self, node: &Node, place: &Place, what: &str) -> bool {
        match node {
            Node::Bool(value) => *value,
            other => self.wrong(other, place, what, "true or false").unwrap_or_default(),
        }
    }

    fn wrong<T>(&mut self, node: &Node, place: &Place, what: &str, expected: &str) -> Option<T> {
        self.error(
            place.clone(),
            format!("`{what}` must be {expected}, not {}", node.what()),
            format!("write {expected} there, or remove `{what}`"),
        );
        None
    }
}

fn of_trait(id: &str, mut problem: Problem) -> Problem {
    problem.message = format!("trait `{id}` {}", problem.message);
    problem
}
