//! Finds the types of members, with a reader that records the methods that each value calls.

use std::borrow::Cow;

use shapewright_runtime::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};

use crate::schema::{Schema, Shape, Type};

/// Returns the types of an empty structure and of all structures in it.
pub(crate) fn schema(root: &mut dyn Structure) -> Schema {
    let mut schema = Schema::default();
    Probe { schema: &mut schema, seen: None }.shape(root);
    schema
}

/// A reader that records types.
struct Probe<'s> {
    schema: &'s mut Schema,
    seen: Option<Type>,
}

impl Probe<'_> {
    /// Records the members of an empty structure.
    fn shape(&mut self, structure: &mut dyn Structure) {
        let name = structure.shape_name().to_owned();
        let index = match self.enter(name) {
            Ok(known) => return self.seen = Some(Type::Shape(known)),
            Err(new) => new,
        };
        // The structure is empty, so only the quantity is present after this call.
        let names = structure.member_names();
        let mut quantity = None;
        if structure.fix_quantity() {
            structure.visit_fields(&mut |fields| {
                quantity =
                    names.iter().zip(fields).find(|(_, field)| !field.is_absent()).map(|(name, _)| *name);
            });
        }
        let mut members = Vec::new();
        structure.visit_fields_mut(&mut |fields| {
            for (name, field) in names.iter().zip(fields) {
                let ty = self.type_of(&mut |probe| field.read(probe));
                members.extend(ty.filter(|_| quantity != Some(*name)).map(|ty| (*name, ty)));
            }
        });
        self.leave(index, members, quantity);
    }

    /// Returns the index of a shape in the schema: `Ok` if it is known, `Err` if it was added and has no members yet.
    fn enter(&mut self, name: String) -> Result<usize, usize> {
        if let Some(known) = self.schema.shapes.iter().position(|shape| shape.name == name) {
            return Ok(known);
        }
        self.schema.shapes.push(Shape { name, members: Vec::new(), quantity: None, is_union: false });
        Err(self.schema.shapes.len() - 1)
    }

    fn leave(&mut self, index: usize, members: Vec<(&'static str, Type)>, quantity: Option<&'static str>) {
        if let Some(shape) = self.schema.shapes.get_mut(index) {
            shape.members = members;
            shape.quantity = quantity;
        }
        self.seen = Some(Type::Shape(index));
    }

    /// Returns the type of a value.
    fn type_of(&mut self, read: &mut Read<'_>) -> Option<Type> {
        self.seen = None;
        // Ignores the error of a value that cannot be read from the placeholder.
        let _ = read(self);
        self.seen.take()
    }

    fn record<T>(&mut self, ty: Type, value: T) -> T {
        self.seen = Some(ty);
        value
    }
}

impl Reader for Probe<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        Ok(self.record(Type::Boolean, false))
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        Ok(self.record(Type::Integer, 0))
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        Ok(self.record(Type::Double, 0.0))
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        Ok(self.record(Type::Text, Cow::Borrowed("")))
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        Ok(self.record(Type::Blob, Blob::default()))
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        self.seen = Some(Type::Timestamp);
        Err(ReadError::kept())
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(self.record(Type::Document, Document::Null))
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        self.seen = self.type_of(each).map(|element| Type::List(Box::new(element)));
        Ok(())
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let value = self.type_of(&mut |probe| each(String::new(), probe));
        self.seen = value.map(|value| Type::Map(Box::new(value)));
        Ok(())
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        self.shape(structure);
        Ok(())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        // Unions have no name here. No structure can have this one.
        let index = match self.enter(format!("union of {}", names.join(", "))) {
            Ok(known) => {
                self.seen = Some(Type::Shape(known));
                return Ok(());
            }
            Err(new) => new,
        };
        let members =
            names.iter().filter_map(|name| Some((*name, self.type_of(&mut |probe| member(name, probe))?)));
        let members = members.collect();
        self.leave(index, members, None);
        if let Some(shape) = self.schema.shapes.get_mut(index) {
            shape.is_union = true;
        }
        Ok(())
    }
}
