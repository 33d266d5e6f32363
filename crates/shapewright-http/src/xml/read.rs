//! Reads XML documents.

mod entries;
mod run;
mod scalars;
mod sensitive;
mod unexpected;

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use shapewright_runtime::{Blob, Document, Field, MemberSet, Read, ReadError, Reader, Structure, Timestamp};

use self::run::Run;
use super::error::Problem;
use super::source::Child;
use super::wellformed::is_blank;
use super::{Content, Element, Members, ReadOptions, Source, Strictness, XmlError};
use crate::{TimestampFormat, number, text};

/// Reads a document whose root element is `root`. `value` reads the content of the root element.
///
/// Prefixes, namespaces, the order of members, comments and unknown attributes are ignored. Unless reading is strict,
/// unknown elements and the name of the root are ignored too. The [module](crate::xml) lists what is accepted.
///
/// # Errors
///
/// When the document is not well-formed, too large or nested too deep, or a value cannot be read.
pub fn read(
    root: &Element,
    document: &[u8],
    options: ReadOptions,
    value: &mut Read<'_>,
) -> Result<(), XmlError> {
    let ReadOptions { max_bytes, max_depth, strictness, is_response } = options;
    let strict = strictness == Strictness::Strict;
    let is_tolerant = is_response && !strict;
    let mut source = Source::new(document);
    source.skips_cdata = is_tolerant;
    let mut reader = XmlReader {
        source,
        element: root,
        tag: None,
        run: None,
        depth: max_depth,
        strict,
        skips_empty: is_tolerant,
        was_empty: false,
    };
    let outcome = reader.document(document.len(), max_bytes, value);
    outcome.map_err(|error| {
        let XmlReader { source, .. } = reader;
        let of_value = || Problem::at(source.mark, error.to_string());
        let document = source.document();
        XmlError::new(source.problem.unwrap_or_else(of_value), document)
    })
}

struct XmlReader<'d> {
    source: Source<'d>,
    /// The table entry of the next value.
    element: &'d Element,
    /// The start tag of `element`, if it has members that are attributes.
    tag: Option<BytesStart<'d>>,
    /// The number of levels that may still be opened.
    depth: usize,
    /// The items or entries of a flattened list or map in a union, from the first one to the end of the union.
    run: Option<Run<'d>>,
    /// Whether unknown elements are errors.
    strict: bool,
    /// Whether empty numbers, booleans and timestamps are skipped.
    skips_empty: bool,
    /// Whether the last error was that of an empty number, boolean or timestamp.
    was_empty: bool,
}

impl<'d> XmlReader<'d> {
    fn document(&mut self, bytes: usize, limit: usize, value: &mut Read<'_>) -> Result<(), ReadError> {
        if bytes > limit {
            return Err(self.source.fail(format!("{bytes} bytes are too many: {limit} are allowed")));
        }
        let tag = self.source.root()?;
        if self.strict && !is_named(self.element, tag.name().as_ref()) {
            let message = format!("the root is `{}`, expected `{}`", tag.name().as_ref(), self.element.name);
            return Err(self.source.fail(message));
        }
        self.enter(self.element, tag);
        let start = self.source.mark;
        let outcome = value(self);
        self.quiet(outcome, false, start)?;
        self.source.finish()
    }

    /// Sets `element` as the element of the next value. `tag` is its start tag, which was the last event.
    #[inline]
    fn enter(&mut self, element: &'d Element, tag: BytesStart<'d>) {
        self.element = element;
        let content = match &element.content {
            Content::FlatList(list) => &list.item.content,
            content => content,
        };
        if let Content::Structure(Members { have_attributes: true, .. }) = content {
            self.tag = Some(tag);
        }
    }

    /// Calls `read` one level deeper, or returns an error if the limit of depth is reached.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let Some(depth) = self.depth.checked_sub(1) else {
            return Err(self.source.fail("the document is nested too deep".to_owned()));
        };
        self.depth = depth;
        let outcome = read(self);
        self.depth += 1;
        outcome
    }

    fn members(
        &mut self,
        members: &'d Members,
        is_sensitive: &dyn Fn(usize) -> bool,
        fields: &mut [&mut dyn Field],
    ) -> Result<(), ReadError> {
        let mut seen = MemberSet::default();
        if members.have_attributes {
            self.attributes(members, is_sensitive, fields, &mut seen)?;
        }
        let start = self.source.mark;
        let mut next = 0;
        while let Some(Child { tag, is_expected }) =
            self.source.child(start, expected(members.elements, next))?
        {
            let index =
                if is_expected { Some(next) } else { find(members.elements, next, tag.name().as_ref()) };
            match index.and_then(|index| Some((index, members.elements.get(index)?, fields.get_mut(index)?)))
            {
                Some((index, element, field)) => {
                    if !seen.insert(index) && !is_flat(element) {
                        return Err(self.repeated("element", element.name));
                    }
                    self.enter(element, tag);
                    let start = self.source.mark;
                    let outcome = field.read(self);
                    self.of_member(outcome, is_sensitive(index), start)?;
                    next = index + 1;
                }
                None => self.unknown(&tag, members.elements)?,
            }
        }
        Ok(())
    }

    fn attributes(
        &mut self,
        members: &Members,
        is_sensitive: &dyn Fn(usize) -> bool,
        fields: &mut [&mut dyn Field],
        seen: &mut MemberSet,
    ) -> Result<(), ReadError> {
        let Some(tag) = self.tag.take() else { return Ok(()) };
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.source.fail(error.to_string()))?;
            let name = attribute.key.as_ref();
            if name == "xmlns" || name.starts_with("xmlns:") {
                continue;
            }
            let mut all = members.elements.iter().zip(&mut *fields).enumerate();
            let known = all.find(|(_, (element, _))| {
                let is_attribute = matches!(element.content, Content::Attribute(_));
                is_attribute && local(element.name) == local(name)
            });
            if let Some((index, (element, field))) = known {
                if !seen.insert(index) {
                    return Err(self.repeated("attribute", element.name));
                }
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                let value = value.map_err(|error| self.source.fail(error.to_string()))?;
                let start = self.source.mark;
                let outcome = text::read(*field, &value);
                self.was_empty = outcome.is_err() && is_blank(&value);
                self.of_member(outcome, is_sensitive(index), start)?;
            }
        }
        Ok(())
    }

    fn items(&mut self, item: &'d Element, each: &mut Read<'_>) -> Result<(), ReadError> {
        let start = self.source.mark;
        while let Some(Child { tag, .. }) = self.source.child(start, Some(item.name))? {
            if is_named(item, tag.name().as_ref()) {
                self.enter(item, tag);
                let outcome = each(self);
                self.unless_skipped(outcome)?;
            } else {
                self.unknown(&tag, [item])?;
            }
        }
        Ok(())
    }

    /// Returns the error for an element that is not a `what` in the table.
    ///
    /// Tables and shapes are generated from the same model, so the table is wrong or belongs to another model.
    #[cold]
    fn wrong_table<T>(&mut self, what: &str) -> Result<T, ReadError> {
        Err(self.source.fail(format!("the table of elements does not expect {what} here")))
    }
}

/// Returns the name of the child that follows if a document has all members in the order of the model.
#[inline]
fn expected(elements: &[Element], next: usize) -> Option<&str> {
    elements.get(next).filter(|element| is_child(element)).map(|element| element.name)
}

/// Returns the index of the element `name`, which can have a prefix. Searches the elements after `start`, then those
/// before it, because most documents have the order of the model.
fn find(elements: &[Element], start: usize, name: &str) -> Option<usize> {
    let name = local(name);
    let (before, after) = elements.split_at_checked(start)?;
    let found = |part: &[Element]| part.iter().position(|element| is_child(element) && element.name == name);
    found(after).map(|index| start + index).or_else(|| found(before))
}

/// Returns whether the element is an item of a list or an entry of a map that has no element around its items.
fn is_flat(element: &Element) -> bool {
    matches!(element.content, Content::FlatList(_) | Content::FlatMap(_))
}

fn is_child(element: &Element) -> bool {
    !matches!(element.content, Content::Attribute(_) | Content::Elsewhere)
}

#[inline]
fn is_named(element: &Element, name: &str) -> bool {
    element.name == name || element.name == local(name)
}

/// Returns a name without its namespace prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl Reader for XmlReader<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        self.scalar(number::boolean)
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        self.scalar(number::integer)
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        self.scalar(number::double)
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        self.source.text()
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        number::blob(&self.source.text()?)
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        self.scalar(TimestampFormat::parse)
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Err(self.source.fail("data without a shape has no form in XML".to_owned()))
    }

    /// An empty number, boolean or timestamp is null. An empty string is an empty string.
    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        match present(self) {
            Err(_) if std::mem::take(&mut self.was_empty) => Ok(()),
            outcome => outcome,
        }
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        match self.element.content {
            Content::List(list) => self.nested(|reader| reader.items(&list.item, each)),
            Content::FlatList(list) => {
                let run = self.run.take();
                let mut read = |reader: &mut Self| {
                    reader.element = &list.item;
                    let outcome = each(reader);
                    reader.unless_skipped(outcome)
                };
                read(self)?;
                run.map_or(Ok(()), |run| self.rest_of_run(run, &mut read))
            }
            _ => self.wrong_table("a list"),
        }
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        match self.element.content {
            Content::FlatMap(entry) => {
                let run = self.run.take();
                let mut read = |reader: &mut Self| reader.nested(|reader| reader.entry(entry, each));
                read(self)?;
                run.map_or(Ok(()), |run| self.rest_of_run(run, &mut read))
            }
            Content::Map(entry) => self.nested(|reader| {
                let start = reader.source.mark;
                while let Some(Child { tag, .. }) = reader.source.child(start, Some(entry.element.name))? {
                    if is_named(&entry.element, tag.name().as_ref()) {
                        reader.entry(entry, each)?;
                    } else {
                        reader.unknown(&tag, [&entry.element])?;
                    }
                }
                Ok(())
            }),
            _ => self.wrong_table("a map"),
        }
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let Content::Structure(members) = self.element.content else {
            return self.wrong_table("a structure");
        };
        let (names, sensitive) = (structure.member_names(), structure.sensitive_members());
        let is_sensitive = |index: usize| {
            !sensitive.is_empty() && names.get(index).is_some_and(|name| sensitive.contains(name))
        };
        self.nested(|reader| {
            let mut outcome = Ok(());
            structure
                .visit_fields_mut(&mut |fields| outcome = reader.members(members, &is_sensitive, fields));
            outcome
        })
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Content::Structure(members) = self.element.content else { return self.wrong_table("a union") };
        self.nested(|reader| {
            let start = reader.source.mark;
            let mut first = None;
            while let Some(Child { tag, .. }) = reader.source.child(start, None)? {
                let index = find(members.elements, 0, tag.name().as_ref());
                match index.and_then(|index| Some((*names.get(index)?, members.elements.get(index)?))) {
                    Some((name, _)) if first.is_some_and(|first| first != name) => {
                        return Err(reader.two_members(first.unwrap_or_default(), name));
                    }
                    Some((_, element)) if first.is_some() && !is_flat(element) => {
                        return Err(reader.repeated("element", element.name));
                    }
                    Some((name, element)) => {
                        first = Some(name);
                        reader.enter(element, tag);
                        reader.run = is_flat(element).then_some(Run { start, element, members });
                        let inside = reader.source.mark;
                        let outcome = member(name, reader);
                        reader.of_member(outcome, false, inside)?;
                        if is_flat(element) && reader.run.take().is_none() {
                            // The items or entries extend to the end of the union.
                            return Ok(());
                        }
                    }
                    None => reader.unknown(&tag, members.elements)?,
                }
            }
            Ok(())
        })
    }
}
