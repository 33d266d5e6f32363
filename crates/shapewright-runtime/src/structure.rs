//! Structures and their members.

use crate::{ReadError, Reader, Value, Writer};

/// A named shape: structure, union or enum.
pub trait Shape {
    /// The name in the model, without its namespace.
    const NAME: &'static str;
}

impl<T: Shape> Shape for Box<T> {
    const NAME: &'static str = T::NAME;
}

/// A structure: its name, and the names and fields of its members, both in model order.
pub trait Structure {
    /// Returns the name in the model, without its namespace.
    fn shape_name(&self) -> &'static str;

    /// Returns the names of its members in the model.
    fn member_names(&self) -> &'static [&'static str];

    /// Returns the names of members that must not appear in logs and reports.
    fn sensitive_members(&self) -> &'static [&'static str] {
        &[]
    }

    /// Calls `visit` once with the fields of all members, present or absent.
    fn visit_fields(&self, visit: &mut dyn FnMut(&[&dyn Field]));

    /// Calls `visit` once with the fields of all members, to change them.
    fn visit_fields_mut(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn Field]));

    /// Sets the quantity to the number of items, if the structure has such a pair. Returns whether it changed.
    fn fix_quantity(&mut self) -> bool {
        false
    }
}

/// The input or output of an operation that has none.
impl Structure for () {
    fn shape_name(&self) -> &'static str {
        "Unit"
    }

    fn member_names(&self) -> &'static [&'static str] {
        &[]
    }

    fn visit_fields(&self, visit: &mut dyn FnMut(&[&dyn Field])) {
        visit(&[]);
    }

    fn visit_fields_mut(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn Field])) {
        visit(&mut []);
    }
}

/// Returns an empty structure.
#[doc(hidden)]
pub fn boxed<T: Structure + Default + Send + Sync + 'static>() -> Box<dyn Structure + Send + Sync> {
    Box::new(T::default())
}

/// A boxed structure, in a structure that contains itself.
impl<T: Structure> Structure for Box<T> {
    fn shape_name(&self) -> &'static str {
        T::shape_name(self)
    }

    fn member_names(&self) -> &'static [&'static str] {
        T::member_names(self)
    }

    fn sensitive_members(&self) -> &'static [&'static str] {
        T::sensitive_members(self)
    }

    fn visit_fields(&self, visit: &mut dyn FnMut(&[&dyn Field])) {
        T::visit_fields(self, visit);
    }

    fn visit_fields_mut(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn Field])) {
        T::visit_fields_mut(self, visit);
    }

    fn fix_quantity(&mut self) -> bool {
        T::fix_quantity(self)
    }
}

/// Every structure that can be empty. One implementation for all is checked once, not for each structure.
impl<T: Structure + Default> Value for T {
    /// Reads a structure in place.
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        if slot.is_none() {
            fill(slot, T::default());
        }
        match slot {
            Some(structure) => from.structure(structure),
            None => Ok(()),
        }
    }

    /// Reads the structure in its place in the list.
    fn read_item(items: &mut Vec<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        let len = items.len();
        items.push(T::default());
        let outcome = match items.get_mut(len) {
            Some(structure) => from.structure(structure),
            None => Ok(()),
        };
        if outcome.is_err() {
            items.truncate(len);
        }
        outcome
    }

    #[inline]
    fn write(&self, to: &mut dyn Writer) {
        to.structure(self);
    }

    #[inline]
    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        visit(self);
    }
}

/// Fills an empty slot. Without `forget`, the code that drops what it had would be most of each function that reads.
#[inline]
pub(crate) fn fill<T>(slot: &mut Option<T>, value: T) {
    std::mem::forget(slot.replace(value));
}

/// The field of a member: `Option<T>`.
pub trait Field {
    /// Returns whether the member has no value.
    fn is_absent(&self) -> bool;

    /// Writes the value, if there is one.
    fn write(&self, to: &mut dyn Writer);

    /// Reads a value into the field.
    ///
    /// # Errors
    ///
    /// When the value cannot be read as the type of the member.
    fn read(&mut self, from: &mut dyn Reader) -> Result<(), ReadError>;

    /// Calls `visit` on the outermost structures inside the field.
    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure));
}

impl<T: Value> Field for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn write(&self, to: &mut dyn Writer) {
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(&mut self, from: &mut dyn Reader) -> Result<(), ReadError> {
        T::read(self, from)
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        if let Some(value) = self {
            value.visit_structures(visit);
        }
    }
}

/// Returns the position of the member `name`. Searches from `start` on, then from the beginning.
///
/// Most documents have the order of the model: a search that starts after the last member finds the next one at once.
#[inline]
pub(crate) fn find_member(names: &[&str], start: usize, name: &str) -> Option<usize> {
    match names.get(start) {
        Some(first) if *first == name => Some(start),
        _ => search(names, start, name),
    }
}

/// Searches all members once.
fn search(names: &[&str], start: usize, name: &str) -> Option<usize> {
    let (before, after) = names.split_at_checked(start)?;
    let found = |part: &[&str]| part.iter().position(|member| *member == name);
    found(after).map(|index| start + index).or_else(|| found(before))
}
