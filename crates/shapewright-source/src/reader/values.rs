//! Implements `Reader` for a value of a tree.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use shapewright_runtime::{Blob, Document, EmptyReader, Read, ReadError, Reader, Structure, Timestamp, text};

use super::path::{Path, Step};
use super::scalars::{self, Whole, described};
use super::{Misfit, Options, Reading, Reason, Unknown, listed};
use crate::{Kind, Node};

/// Reads one value.
pub(super) struct TreeReader<'t, 'a> {
    /// The value, which is no alias.
    pub(super) node: Node<'t>,
    /// The value or the alias for it.
    pub(super) written: Node<'t>,
    pub(super) path: Path<'a>,
    /// Whether the value belongs to a sensitive member, and messages do not show it.
    pub(super) is_sensitive: bool,
    pub(super) options: &'a Options,
    pub(super) reading: &'a mut Reading,
}

impl<'t> TreeReader<'t, '_> {
    /// Returns a reader of a value inside this one.
    fn at<'b>(&'b mut self, step: Step<'b>, node: Node<'t>) -> TreeReader<'t, 'b> {
        TreeReader {
            node: node.resolved(),
            written: node,
            path: Path::inside(&self.path, step),
            is_sensitive: self.is_sensitive,
            options: self.options,
            reading: self.reading,
        }
    }

    /// Reads this value, and returns whether that worked. Records the error, if it is not recorded yet.
    pub(super) fn take(&mut self, read: &mut Read<'_>) -> bool {
        if let Kind::Unknown { .. } = self.node.kind() {
            self.reading.unknown.push(Unknown { node: self.written.id(), pointer: self.path.pointer() });
            return false;
        }
        let Err(error) = read(self) else { return true };
        let error = if self.is_sensitive { error.without_value() } else { error };
        if !error.message().is_empty() {
            self.add(Reason::WrongValue, || error.message().to_owned(), "use a value that the type allows");
        }
        false
    }

    fn add(&mut self, reason: Reason, message: impl FnOnce() -> String, help: impl Into<String>) {
        let (path, node) = (&self.path, self.written.id());
        let misfit = || {
            let pointer = path.pointer();
            Misfit { node, pointer, reason, message: message(), help: help.into(), meant: None }
        };
        self.reading.add(self.options, misfit);
    }

    /// Records a value of the wrong type.
    fn wrong(&mut self, expected: &str) -> ReadError {
        let (node, is_sensitive) = (self.node, self.is_sensitive);
        let message = || format!("expected {expected}, found {}", described(node, is_sensitive));
        self.add(Reason::WrongType, message, remedy(node, expected));
        ReadError::kept()
    }

    /// Records a string in the wrong format.
    fn wrong_format(&mut self, format: &str, help: &str) -> ReadError {
        self.add(Reason::WrongValue, || format!("the string is not {format}"), help);
        ReadError::kept()
    }

    /// The values of an object. In XML, an element without elements inside has none.
    fn entries(&mut self) -> Result<Vec<Node<'t>>, ReadError> {
        match self.node.kind() {
            Kind::Object if self.node.tree().is_xml() => Ok(self.elements()),
            Kind::Object => Ok(self.node.members()),
            Kind::String if self.is_blank_xml() => Ok(Vec::new()),
            _ if self.node.tree().is_xml() => Err(self.wrong("elements")),
            _ => Err(self.wrong("an object")),
        }
    }

    /// The elements in an element of XML; those that are there again are recorded.
    fn elements(&mut self) -> Vec<Node<'t>> {
        let mut names = HashSet::new();
        let (first, again): (Vec<_>, Vec<_>) =
            self.node.children().partition(|child| names.insert(child.key()));
        for element in again {
            let name = element.key().unwrap_or_default();
            let message = || text::message(format!("the element {name} is there again"));
            self.at(Step::Name(name), element).add(Reason::TooMany, message, "keep one of them");
        }
        first
    }

    fn is_blank_xml(&self) -> bool {
        self.node.tree().is_xml() && self.node.text().trim().is_empty()
    }

    /// Records a member that the shape does not have.
    fn unknown(&mut self, name: &str, member: Node<'t>, known: &[&'static str]) {
        let (path, node) = (Path::inside(&self.path, Step::Name(name)), member.id());
        self.reading.add(self.options, || {
            let meant = text::nearest(name, known.iter().copied());
            Misfit {
                node,
                pointer: path.pointer(),
                reason: Reason::UnknownMember,
                message: text::message(format!("there is no member {name}")),
                help: meant.map_or_else(|| listed(known), |meant| format!("did you mean {meant}?")),
                meant,
            }
        });
    }
}

/// What to do about a value of the wrong type, without the value: it can be a secret.
fn remedy(node: Node<'_>, expected: &str) -> String {
    let is_quoted = node.kind() == Kind::String && !node.tree().is_xml();
    let text = || node.text().trim();
    let is_number = || is_quoted && text().parse::<i64>().is_ok();
    match expected {
        "a boolean" if is_quoted => "use true or false, without quotes".to_owned(),
        "a boolean" => "use true or false".to_owned(),
        "a whole number" if is_number() => "write the number without quotes".to_owned(),
        _ => format!("use {expected}"),
    }
}

/// Whether a member is there: null is as good as absent.
fn is_present(node: &Node<'_>) -> bool {
    node.resolved().kind() != Kind::Null
}

impl Reader for TreeReader<'_, '_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        scalars::boolean(self.node, self.options).ok_or_else(|| self.wrong("a boolean"))
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        match scalars::integer(self.node, self.options) {
            Whole::Number(value) => Ok(value),
            Whole::Other => Err(self.wrong("a whole number of at most 64 bits")),
            Whole::No => Err(self.wrong("a whole number")),
        }
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        scalars::double(self.node, self.options).ok_or_else(|| self.wrong("a number"))
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        match scalars::string(self.node, self.options) {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Err(self.wrong("a string")),
        }
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        match scalars::string(self.node, self.options) {
            Some(text) => Blob::from_base64(text)
                .ok_or_else(|| self.wrong_format("base64", "encode the bytes in base64")),
            None => Err(self.wrong("a string in base64")),
        }
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        let time = match self.node.kind() {
            Kind::String => self.node.text().trim().parse().ok(),
            Kind::Number => {
                let seconds = scalars::double(self.node, self.options);
                seconds.and_then(|seconds| Timestamp::from_unix_f64(seconds).ok())
            }
            _ => return Err(self.wrong("a time in ISO 8601")),
        };
        time.ok_or_else(|| self.wrong_format("a time in ISO 8601", "write it like 2026-11-30T15:40:00Z"))
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(document(self.node))
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        if is_present(&self.node) { present(self) } else { Ok(()) }
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        let is_list = match self.node.kind() {
            Kind::List => true,
            Kind::Object => self.node.tree().is_xml(),
            _ => self.is_blank_xml(),
        };
        if !is_list {
            return Err(self.wrong("a list"));
        }
        for (index, item) in self.node.children().enumerate() {
            if !self.at(Step::Index(index), item).take(each) {
                each(&mut EmptyReader)?;
            }
        }
        Ok(())
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        for entry in self.entries()? {
            let key = entry.key().unwrap_or_default();
            let shown = if self.is_sensitive { "<redacted>" } else { key };
            self.at(Step::Name(shown), entry).take(&mut |from| each(key.to_owned(), from));
        }
        Ok(())
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let entries = self.entries()?;
        let (names, sensitive) = (structure.member_names(), structure.sensitive_members());
        structure.visit_fields_mut(&mut |fields| {
            for member in entries.iter().copied().filter(is_present) {
                let name = member.key().unwrap_or_default();
                let index = names.iter().position(|known| *known == name);
                match index.and_then(|index| fields.get_mut(index)) {
                    Some(field) => {
                        let mut reader = self.at(Step::Name(name), member);
                        reader.is_sensitive |= sensitive.contains(&name);
                        reader.take(&mut |from| field.read(from));
                    }
                    None => self.unknown(name, member, names),
                }
            }
        });
        Ok(())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let present: Vec<_> = self.entries()?.into_iter().filter(is_present).collect();
        let is_known = |node: &Node<'_>| node.key().is_some_and(|key| names.contains(&key));
        let (known, unknown): (Vec<_>, Vec<_>) = present.into_iter().partition(is_known);
        for node in unknown {
            self.unknown(node.key().unwrap_or_default(), node, names);
        }
        let mut known = known.into_iter();
        if let Some(node) = known.next() {
            let name = node.key().unwrap_or_default();
            if known.len() > 0 {
                let others: Vec<&str> = known.filter_map(Node::key).collect();
                let message = || format!("expected one member, found {name}, {}", others.join(", "));
                self.add(Reason::TooMany, message, "keep one of them");
            } else {
                self.at(Step::Name(name), node).take(&mut |from| member(name, from));
            }
        }
        Ok(())
    }
}

/// The value as untyped data. An alias can be in another value many times; the limit of aliases bounds how often.
fn document(node: Node<'_>) -> Document {
    let node = node.resolved();
    let options = Options::default();
    match node.kind() {
        Kind::Boolean(value) => Document::Boolean(value),
        Kind::Number => match scalars::integer(node, &options) {
            Whole::Number(value) => Document::Integer(value),
            _ => Document::Float(scalars::double(node, &options).unwrap_or(f64::NAN)),
        },
        Kind::String => Document::String(node.text().to_owned()),
        Kind::List => Document::List(node.children().map(document).collect()),
        Kind::Object => {
            let entry = |member: Node<'_>| (member.key().unwrap_or_default().to_owned(), document(member));
            Document::Object(node.members().into_iter().map(entry).collect::<BTreeMap<_, _>>())
        }
        _ => Document::Null,
    }
}
