//! Places in documents, as JSON Pointers, with the types of their values.

use serde_json::Value;
use shapewright_runtime::PointerStep;

use crate::schema::{Schema, Type};

/// Identifies a member independently of its place in a document: structure, member, and depth of nested lists and maps.
pub(crate) type Slot = (usize, &'static str, u8);

/// A place in a document: a member, present or absent, an element of a list, or an entry of a map.
#[derive(Clone, Debug)]
pub(crate) struct Place<'s> {
    pub(crate) pointer: String,
    pub(crate) slot: Slot,
    pub(crate) ty: &'s Type,
}

impl Place<'_> {
    /// Returns the JSON Pointer of the parent.
    pub(crate) fn parent(&self) -> &str {
        self.pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
    }

    /// Returns the last name of the pointer.
    pub(crate) fn name(&self) -> &str {
        self.pointer.rsplit_once('/').map_or("", |(_, name)| name)
    }
}

/// The type of the whole document.
static ROOT: Type = Type::Shape(0);

impl Schema {
    /// Returns the place of the whole document.
    pub(crate) fn root(&self) -> Place<'_> {
        Place { pointer: String::new(), slot: (0, "", 0), ty: &ROOT }
    }

    /// Returns the place at a pointer. For a quantity, returns the list that it counts.
    pub(crate) fn place(&self, pointer: &str) -> Option<Place<'_>> {
        let mut names = pointer.split('/').skip(1).map(PointerStep::name);
        names.try_fold(self.root(), |place, name| self.below(&place, &name))
    }

    fn below(&self, place: &Place<'_>, name: &str) -> Option<Place<'_>> {
        match (place.ty, self.shape(place.ty)) {
            (Type::Shape(index), Some(shape)) => {
                let wanted = |member: &str, ty: &Type| match shape.quantity {
                    Some(quantity) if quantity == name => matches!(ty, Type::List(_)),
                    _ => member == name,
                };
                let (member, ty) = shape.members.iter().find(|(member, ty)| wanted(member, ty))?;
                Some(self.member(&place.pointer, *index, member, ty))
            }
            _ => self.element(place, name),
        }
    }

    fn member<'s>(&'s self, parent: &str, shape: usize, name: &'static str, ty: &'s Type) -> Place<'s> {
        Place { pointer: join(parent, name), slot: (shape, name, 0), ty }
    }

    /// Returns the place of an element of a list, or of an entry of a map.
    pub(crate) fn element(&self, place: &Place<'_>, name: &str) -> Option<Place<'_>> {
        let (shape, member, depth) = place.slot;
        let ty =
            self.shapes.get(shape)?.members.iter().find(|(name, _)| *name == member).map(|(_, ty)| ty)?;
        let ty = (0..=depth).try_fold(ty, |ty, _| match ty {
            Type::List(element) | Type::Map(element) => Some(&**element),
            _ => None,
        })?;
        Some(Place { pointer: join(&place.pointer, name), slot: (shape, member, depth + 1), ty })
    }

    /// Returns the places of all members of a structure or union, present or absent.
    pub(crate) fn members(&self, place: &Place<'_>) -> Vec<Place<'_>> {
        let Type::Shape(index) = place.ty else { return Vec::new() };
        let members = self.shapes.get(*index).into_iter().flat_map(|shape| &shape.members);
        members.map(|(name, ty)| self.member(&place.pointer, *index, name, ty)).collect()
    }

    /// Returns all places inside `place`, present or absent.
    pub(crate) fn all(&self, place: &Place<'_>, document: &Value) -> Vec<Place<'_>> {
        let mut found = Vec::new();
        self.collect(place, document.pointer(&place.pointer), document, &mut found);
        found
    }

    fn collect<'s>(
        &'s self,
        place: &Place<'_>,
        value: Option<&Value>,
        document: &Value,
        found: &mut Vec<Place<'s>>,
    ) {
        let inside: Vec<Place<'s>> = match (place.ty, value) {
            (_, None) => return,
            (Type::Shape(_), _) => self.members(place),
            (Type::List(_), Some(Value::Array(items))) => {
                let names = (0..items.len()).map(|index| index.to_string());
                names.filter_map(|name| self.element(place, &name)).collect()
            }
            (Type::Map(_), Some(Value::Object(entries))) => {
                entries.keys().filter_map(|name| self.element(place, name)).collect()
            }
            _ => return,
        };
        for place in inside {
            let value = document.pointer(&place.pointer);
            found.push(place.clone());
            self.collect(&place, value, document, found);
        }
    }
}

fn join(parent: &str, name: &str) -> String {
    format!("{parent}{}", PointerStep(name))
}
