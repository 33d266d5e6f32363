//! Finds the part of a value that could not be written. The writer does not track paths, so this runs after a failure.

use std::fmt::Write;

use shapewright_runtime::text::is_xml_char;
use shapewright_runtime::{Blob, Document, Field, PointerStep, Structure, Timestamp, Value, Writer};

use super::{Content, Element, Entry, Members, Order, Purpose, order};

/// Returns the JSON Pointer of the first part that cannot be written. Visits the parts in the order of the writer.
#[cold]
pub(super) fn locate(root: &Element, purpose: Purpose, value: &mut dyn FnMut(&mut dyn Writer)) -> String {
    let (path, is_found, is_sensitive) = (String::new(), false, false);
    let mut locator = Locator { element: root, purpose, path, is_found, is_sensitive };
    value(&mut locator);
    if locator.is_found { locator.path } else { String::new() }
}

struct Locator<'a> {
    element: &'a Element,
    purpose: Purpose,
    /// The JSON Pointer of the current value, or of the part once it is found.
    path: String,
    is_found: bool,
    /// Whether the member of the next union is sensitive.
    is_sensitive: bool,
}

impl<'a> Locator<'a> {
    /// Visits a member. The path of a sensitive one ends there, because keys of maps may be sensitive.
    fn member(
        &mut self,
        name: &str,
        is_sensitive: bool,
        element: &'a Element,
        visit: &mut dyn FnMut(&mut Self),
    ) {
        if self.is_found {
            return;
        }
        let step = PointerStep(name).to_string();
        let end = self.path.len() + step.len();
        self.step(step, element, visit);
        if is_sensitive {
            self.path.truncate(end);
        }
    }

    /// Visits a value inside the current one.
    fn step(&mut self, step: impl std::fmt::Display, element: &'a Element, visit: &mut dyn FnMut(&mut Self)) {
        if self.is_found {
            return;
        }
        let (length, outer) = (self.path.len(), self.element);
        // Writing to a `String` does not fail.
        let _ = write!(self.path, "{step}");
        self.element = element;
        visit(self);
        self.element = outer;
        if !self.is_found {
            self.path.truncate(length);
        }
    }

    fn members(
        &mut self,
        members: &'a Members,
        (names, sensitive): (&[&str], &[&str]),
        fields: &[&dyn Field],
    ) {
        let is_attribute = |element: &&Element| matches!(element.content, Content::Attribute(_));
        let all = || names.iter().zip(fields).zip(members.elements);
        let attributes = all().filter(|(_, element)| is_attribute(element));
        let others = all().filter(|(_, element)| !is_attribute(element));
        for ((name, field), element) in attributes.chain(others) {
            if !matches!(element.content, Content::Elsewhere) {
                let is_sensitive = sensitive.contains(name);
                self.member(name, is_sensitive, element, &mut |locator| field.write(locator));
            }
        }
    }
}

impl Writer for Locator<'_> {
    fn boolean(&mut self, _: bool) {}

    fn integer(&mut self, _: i64) {}

    fn float(&mut self, _: f32) {}

    fn double(&mut self, _: f64) {}

    fn string(&mut self, value: &str) {
        self.is_found |= !value.chars().all(is_xml_char);
    }

    fn blob(&mut self, _: &Blob) {}

    fn timestamp(&mut self, _: Timestamp) {}

    fn document(&mut self, _: &Document) {
        self.is_found = true;
    }

    fn null(&mut self) {}

    fn list<'v>(&mut self, len: usize, item: &dyn Fn(usize) -> &'v dyn Value) {
        let (Content::List(list) | Content::FlatList(list)) = self.element.content else {
            self.is_found = true;
            return;
        };
        let order = if self.purpose == Purpose::Response { list.order } else { Order::Given };
        for index in order::positions(order, len, item) {
            self.step(format_args!("/{index}"), &list.item, &mut |locator| item(index).write(locator));
        }
    }

    fn map(&mut self, _: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        let (Content::Map(entry) | Content::FlatMap(entry)) = self.element.content else {
            self.is_found = true;
            return;
        };
        let Entry { value: element, .. } = entry;
        for (key, value) in entries {
            self.step(PointerStep(key), element, &mut |locator| {
                locator.string(key);
                if !locator.is_found {
                    value.write(locator);
                }
            });
        }
    }

    fn structure(&mut self, structure: &dyn Structure) {
        let Content::Structure(members) = self.element.content else {
            self.is_found = true;
            return;
        };
        let names = (structure.member_names(), structure.sensitive_members());
        structure.visit_fields(&mut |fields| self.members(members, names, fields));
    }

    fn mark_sensitive(&mut self) {
        self.is_sensitive = true;
    }

    fn union(&mut self, names: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        let Content::Structure(members) = self.element.content else {
            self.is_found = true;
            return;
        };
        let is_sensitive = std::mem::take(&mut self.is_sensitive);
        if let Some((name, value)) = member
            && let Some(position) = names.iter().position(|known| *known == name)
            && let Some(element) = members.elements.get(position)
        {
            self.member(name, is_sensitive, element, &mut |locator| value.write(locator));
        }
    }
}
