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
    /// The name in the model, without its namespace.
    fn shape_name(&self) -> &'static str;

    /// The names of its members in the model.
    fn member_names(&self) -> &'static [&'static str];

    /// The names of members that must not appear in logs and reports.
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

/// Input or output of an operation that has none.
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

/// An empty structure.
#[doc(hidden)]
pub fn boxed<T: Structure + Default + 'static>() -> Box<dyn Structure> {
    Box::new(T::default())
}

/// Reads a structure where it will stay.
#[doc(hidden)]
pub fn read_structure<T: Structure + Default>(
    slot: &mut Option<T>,
    from: &mut dyn Reader,
) -> Result<(), ReadError> {
    if slot.is_none() {
        // There is nothing to drop, and code that could would be the largest part of this function.
        std::mem::forget(slot.replace(T::default()));
    }
    match slot {
        Some(structure) => from.structure(structure),
        None => Ok(()),
    }
}

/// The field of a member: `Option<T>`.
pub trait Field {
    /// Whether the member has no value.
    fn is_absent(&self) -> bool;

    /// Writes the value, if there is one.
    fn write(&self, to: &mut dyn Writer);

    /// Reads a value into the field.
    fn read(&mut self, from: &mut dyn Reader) -> Result<(), ReadError>;

    /// Calls `visit` on the nearest structures below the field.
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

/// The position of the member `name`, looked for from `start` on and then from the beginning.
///
/// Documents mostly follow the order of the model: a search that starts behind the last hit finds the next at once.
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
