//! The types of the members of structures, as far as forms of documents depend on them.

use std::borrow::Cow;

use cloudfront_shapes::catalog;
use shapewright_runtime::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};

/// The type of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Type {
    /// What is inside of lists and maps: the name of a structure, or that of another type.
    name: &'static str,
    /// How many lists are around it.
    lists: usize,
    /// How many maps are around it.
    maps: usize,
    is_structure: bool,
}

impl Type {
    /// Whether it is a boolean.
    pub(crate) fn is_boolean(self) -> bool {
        self.is_scalar() && self.name == "boolean"
    }

    /// Whether it is a single value.
    pub(crate) fn is_scalar(self) -> bool {
        !self.is_structure && self.lists == 0 && self.maps == 0
    }

    /// Whether it is a list, whatever is inside.
    pub(crate) fn is_list(self) -> bool {
        self.lists > 0
    }

    /// Whether it is an object without a structure of its own: a map, a union or any value.
    pub(crate) fn is_open(self) -> bool {
        const SCALARS: [&str; 6] = ["boolean", "integer", "number", "string", "blob", "timestamp"];
        self.maps > 0 || self.is_scalar() && !SCALARS.contains(&self.name)
    }

    /// Whether it is a number.
    pub(crate) fn is_number(self) -> bool {
        self.is_scalar() && (self.name == "integer" || self.name == "number")
    }

    /// The structure that it is.
    pub(crate) fn structure(self) -> Option<&'static str> {
        (self.is_structure && self.lists == 0 && self.maps == 0).then_some(self.name)
    }

    /// The structure of which it is a list.
    pub(crate) fn element(self) -> Option<&'static str> {
        (self.is_structure && self.lists == 1 && self.maps == 0).then_some(self.name)
    }
}

/// The names and types of the members of a structure of the catalog; nothing if there is no such structure.
pub(crate) fn members(shape: &str) -> Vec<(&'static str, Type)> {
    catalog::structure(shape).map(|mut structure| of_structure(&mut *structure)).unwrap_or_default()
}

/// The names and types of the members of a structure.
pub(crate) fn of_structure(structure: &mut dyn Structure) -> Vec<(&'static str, Type)> {
    let names = structure.member_names();
    let mut types = Vec::with_capacity(names.len());
    structure.visit_fields_mut(&mut |fields| {
        for field in fields.iter_mut() {
            let mut probe = Probe(Type::default());
            // It has no value, and only records which type is read.
            let _ = field.read(&mut probe);
            types.push(probe.0);
        }
    });
    names.iter().copied().zip(types).collect()
}

/// The names of the members of a structure that is a member of an input.
pub(crate) fn inside(operation: &str, member: &str) -> Vec<&'static str> {
    let Some(mut input) = cloudfront_validators::input(operation) else { return Vec::new() };
    let types = of_structure(input.structure());
    let shape = types.iter().find(|(name, _)| *name == member).and_then(|(_, ty)| ty.structure());
    let structure = shape.and_then(catalog::structure);
    structure.map_or_else(Vec::new, |structure| structure.member_names().to_vec())
}

/// A reader that records the type that is asked for.
struct Probe(Type);

impl Probe {
    fn end<T>(&mut self, name: &'static str) -> Result<T, ReadError> {
        self.0.name = name;
        Err(ReadError::kept())
    }
}

impl Reader for Probe {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        self.end("boolean")
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        self.end("integer")
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        self.end("number")
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        self.end("string")
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        self.end("blob")
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        self.end("timestamp")
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        self.end("document")
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        self.0.lists += 1;
        each(self)
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.0.maps += 1;
        each(String::new(), self)
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        self.0.is_structure = true;
        self.end(structure.shape_name())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        _: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        // A union does not pass its name to the reader. Unions with the same first member have the same members here.
        self.end(names.first().copied().unwrap_or("union"))
    }
}
