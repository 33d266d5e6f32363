//! Writes XML documents.

use shapewright_runtime::{Blob, Document, Field, Structure, Timestamp, Value, Writer};

use super::escape::{attribute_into, text_into};
use super::locate::locate;
use super::{Content, Element, Entry, List, Members, Order, order};
use crate::{BuildError, TimestampFormat, number, text};

/// The initial capacity for a document. Small requests fit; larger ones grow it a few times.
const USUAL_SIZE: usize = 4096;

/// Writes a document as requests have it, whose root element is `root`. `value` writes the content of the root element.
///
/// The root declares `namespace`, unless it has a namespace of its own or `namespace` is empty.
///
/// # Errors
///
/// When a string has a character that XML does not allow: most control characters, U+FFFE and U+FFFF.
pub fn write(
    root: &Element,
    namespace: &str,
    out: &mut String,
    value: &mut dyn FnMut(&mut dyn Writer),
) -> Result<(), BuildError> {
    write_for(Purpose::Request, root, namespace, out, value)
}

/// What a document is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Lists are written as they are given.
    Request,
    /// Lists have the [order](super::Order) of the table, and some are left out if they are empty.
    Response,
}

/// Writes a document for a purpose.
pub(crate) fn write_for(
    purpose: Purpose,
    root: &Element,
    namespace: &str,
    out: &mut String,
    value: &mut dyn FnMut(&mut dyn Writer),
) -> Result<(), BuildError> {
    let namespace = if root.open.contains(" xmlns=") { "" } else { namespace };
    out.reserve(USUAL_SIZE);
    let mut writer = XmlWriter { out, element: root, purpose, namespace, error: None };
    value(&mut writer);
    match writer.error {
        None => Ok(()),
        Some(message) => Err(BuildError::at(locate(root, purpose, value), message)),
    }
}

struct XmlWriter<'a> {
    out: &'a mut String,
    /// The table entry of the next value.
    element: &'a Element,
    purpose: Purpose,
    /// The namespace that the next start tag declares; empty after the root.
    namespace: &'a str,
    /// The message for the first value that cannot be written.
    error: Option<String>,
}

impl<'w> XmlWriter<'w> {
    /// Writes a start tag.
    #[inline]
    fn start(&mut self, tag: &str) {
        if self.namespace.is_empty() { self.out.push_str(tag) } else { self.start_in_namespace(tag) }
    }

    #[cold]
    fn start_in_namespace(&mut self, tag: &str) {
        let namespace = std::mem::take(&mut self.namespace);
        let (name, end) = tag.strip_suffix('>').map_or((tag, ""), |name| (name, ">"));
        for part in [name, " xmlns=\"", namespace, "\"", end] {
            self.out.push_str(part);
        }
    }

    /// Writes an element with a text that needs no escapes.
    fn plain(&mut self, text: &str) {
        self.start(self.element.open);
        self.out.push_str(text);
        self.out.push_str(self.element.close);
    }

    /// Records an error, unless there is one already.
    #[cold]
    fn fail(&mut self, message: String) {
        self.error.get_or_insert(message);
    }

    /// Records the error for an element that is not a `what` in the table.
    ///
    /// Tables and shapes are generated from the same model, so the table is wrong or belongs to another model.
    #[cold]
    fn wrong_table(&mut self, what: &str) {
        self.fail(format!("the table of elements does not expect {what} here"));
    }

    /// Writes the start tag of a structure with its attributes.
    #[cold]
    fn start_with_attributes(&mut self, members: &Members, fields: &[&dyn Field]) {
        self.start(self.element.open.trim_end_matches('>'));
        for (field, element) in fields.iter().zip(members.elements) {
            if let Content::Attribute(format) = element.content
                && let Some(text) = text::of(*field, format)
            {
                self.out.push(' ');
                self.out.push_str(element.name);
                self.out.push_str("=\"");
                if let Err(found) = attribute_into(self.out, &text) {
                    self.fail(found.message());
                }
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    fn members(&mut self, members: &'w Members, fields: &[&dyn Field]) {
        let element = self.element;
        if members.have_attributes {
            self.start_with_attributes(members, fields);
        } else {
            self.start(element.open);
        }
        for (field, element) in fields.iter().zip(members.elements) {
            if !matches!(element.content, Content::Elsewhere | Content::Attribute(_)) {
                self.element = element;
                field.write(self);
            }
        }
        self.element = element;
        self.out.push_str(element.close);
    }

    fn items<'a>(&mut self, list: &'w List, len: usize, value: &dyn Fn(usize) -> &'a dyn Value) {
        let is_as_given = self.purpose == Purpose::Request || list.order == Order::Given;
        let mut write = |index| {
            self.element = &list.item;
            value(index).write(self);
        };
        if is_as_given {
            (0..len).for_each(write);
        } else {
            order::positions(list.order, len, value).for_each(&mut write);
        }
    }

    /// Writes the entries of a map, each in an element.
    fn entries(
        &mut self,
        (open, close): (&str, &str),
        entry: &'w Entry,
        entries: &mut dyn Iterator<Item = (&str, &dyn Value)>,
    ) {
        for (key, value) in entries {
            self.start(open);
            self.element = &entry.key;
            self.string(key);
            self.element = &entry.value;
            value.write(self);
            self.out.push_str(close);
        }
    }
}

impl Writer for XmlWriter<'_> {
    fn boolean(&mut self, value: bool) {
        self.plain(if value { "true" } else { "false" });
    }

    fn integer(&mut self, value: i64) {
        self.start(self.element.open);
        number::integer_into(self.out, value);
        self.out.push_str(self.element.close);
    }

    fn float(&mut self, value: f32) {
        let text = number::of_float(value);
        self.plain(&text);
    }

    fn double(&mut self, value: f64) {
        let text = number::of_double(value);
        self.plain(&text);
    }

    fn string(&mut self, value: &str) {
        self.start(self.element.open);
        if let Err(found) = text_into(self.out, value) {
            self.fail(found.message());
        }
        self.out.push_str(self.element.close);
    }

    fn blob(&mut self, value: &Blob) {
        self.plain(&value.to_base64());
    }

    fn timestamp(&mut self, value: Timestamp) {
        let format = match self.element.content {
            Content::Timestamp(format) => format,
            _ => TimestampFormat::DateTime,
        };
        self.plain(&format.format(value));
    }

    fn document(&mut self, _: &Document) {
        self.fail("data without a shape has no form in XML".to_owned());
    }

    fn null(&mut self) {
        self.plain("");
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        let element = self.element;
        match element.content {
            Content::List(list) if len == 0 && list.unless_empty && self.purpose == Purpose::Response => {}
            Content::List(list) => {
                self.start(element.open);
                self.items(list, len, item);
                self.out.push_str(element.close);
            }
            Content::FlatList(list) => self.items(list, len, item),
            _ => self.wrong_table("a list"),
        }
        self.element = element;
    }

    fn map(&mut self, _: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        let element = self.element;
        match element.content {
            Content::Map(entry) => {
                self.start(element.open);
                self.entries((entry.element.open, entry.element.close), entry, entries);
                self.out.push_str(element.close);
            }
            Content::FlatMap(entry) => self.entries((element.open, element.close), entry, entries),
            _ => self.wrong_table("a map"),
        }
        self.element = element;
    }

    fn structure(&mut self, structure: &dyn Structure) {
        match self.element.content {
            Content::Structure(members) => {
                structure.visit_fields(&mut |fields| self.members(members, fields));
            }
            _ => self.wrong_table("a structure"),
        }
    }

    fn union(&mut self, names: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        let element = self.element;
        let Content::Structure(members) = element.content else { return self.wrong_table("a union") };
        self.start(element.open);
        if let Some((name, value)) = member
            && let Some(position) = names.iter().position(|known| *known == name)
            && let Some(element) = members.elements.get(position)
        {
            self.element = element;
            value.write(self);
        }
        self.element = element;
        self.out.push_str(element.close);
    }
}
