//! Structures made of parts of others, without copies.

use serde_json::value::Serializer;
use shapewright_runtime::{Blob, Document, Field, ReadError, Reader, Structure, Timestamp, Value, Writer};

use crate::path;

/// An output of an operation whose members are parts of stored structures.
pub(crate) struct View<'a> {
    /// Name of the structure.
    pub shape: &'static str,
    /// All members, in the order of the model.
    pub names: &'static [&'static str],
    /// The members that are present.
    pub parts: &'a [(&'static str, Part<'a>)],
}

/// A member of a [`View`].
pub(crate) enum Part<'a> {
    /// A structure, or a value inside it.
    Inside(&'a dyn Structure, &'static [&'static str]),
    /// A text.
    Text(String),
}

/// A member that is absent.
const ABSENT: Option<String> = None;

impl Structure for View<'_> {
    fn shape_name(&self) -> &'static str {
        self.shape
    }

    fn member_names(&self) -> &'static [&'static str] {
        self.names
    }

    fn visit_fields(&self, visit: &mut dyn FnMut(&[&dyn Field])) {
        let part =
            |name: &&'static str| self.parts.iter().find(|(part, _)| part == name).map(|(_, part)| part);
        let fields: Vec<&dyn Field> =
            self.names.iter().map(|name| part(name).map_or(&ABSENT as &dyn Field, |part| part)).collect();
        visit(&fields);
    }

    fn visit_fields_mut(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn Field])) {
        visit(&mut []); // Nothing can be changed.
    }
}

impl Field for Part<'_> {
    fn is_absent(&self) -> bool {
        match self {
            Part::Inside(_, []) | Part::Text(_) => false,
            Part::Inside(structure, path) => {
                let mut absent = true;
                path::with_field(*structure, path, &mut |field| absent = field.is_absent());
                absent
            }
        }
    }

    fn write(&self, to: &mut dyn Writer) {
        match self {
            Part::Inside(structure, []) => to.structure(*structure),
            Part::Inside(structure, path) => path::with_field(*structure, path, &mut |field| field.write(to)),
            Part::Text(text) => to.string(text),
        }
    }

    fn read(&mut self, _: &mut dyn Reader) -> Result<(), ReadError> {
        Err(ReadError::new("a view cannot be changed"))
    }

    fn visit_structures(&mut self, _: &mut dyn FnMut(&mut dyn Structure)) {}
}

/// A field as a value that formats can write.
pub(crate) struct AsValue<'a>(pub &'a dyn Field);

impl AsValue<'_> {
    /// The value as a tree, as serde writes it; `None` if JSON cannot have it.
    pub(crate) fn to_value(&self) -> Option<serde_json::Value> {
        shapewright_runtime::serialize(self, Serializer).ok()
    }
}

impl Value for AsValue<'_> {
    fn read(_: &mut Option<Self>, _: &mut dyn Reader) -> Result<(), ReadError> {
        Err(ReadError::new("a view cannot be read"))
    }

    fn write(&self, to: &mut dyn Writer) {
        self.0.write(to);
    }
}

/// Calls `visit` with the structure in a field, if it has one.
pub(crate) fn inside(field: &dyn Field, visit: &mut dyn FnMut(&dyn Structure)) {
    field.write(&mut Inside(visit));
}

/// A writer that looks for a structure and ignores other values.
struct Inside<'a>(&'a mut dyn FnMut(&dyn Structure));

impl Writer for Inside<'_> {
    fn boolean(&mut self, _: bool) {}

    fn integer(&mut self, _: i64) {}

    fn float(&mut self, _: f32) {}

    fn double(&mut self, _: f64) {}

    fn string(&mut self, _: &str) {}

    fn blob(&mut self, _: &Blob) {}

    fn timestamp(&mut self, _: Timestamp) {}

    fn document(&mut self, _: &Document) {}

    fn null(&mut self) {}

    fn list<'a>(&mut self, _: usize, _: &dyn Fn(usize) -> &'a dyn Value) {}

    fn map(&mut self, _: usize, _: &mut dyn Iterator<Item = (&str, &dyn Value)>) {}

    fn structure(&mut self, structure: &dyn Structure) {
        (self.0)(structure);
    }

    fn union(&mut self, _: &[&'static str], _: Option<(&'static str, &dyn Value)>) {}
}
