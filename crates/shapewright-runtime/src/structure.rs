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

/// A member's name in the model and its field.
pub type Member<'a> = (&'static str, &'a dyn Field);

/// A member's name in the model and its field, to be filled.
pub type MemberMut<'a> = (&'static str, &'a mut dyn Field);

/// A structure: its name and its members, in model order.
pub trait Structure {
    /// The name in the model, without its namespace.
    fn shape_name(&self) -> &'static str;

    /// The structure without members. Unlike `Default::default` it is compiled once, in the crate of the shape.
    fn empty() -> Self
    where
        Self: Sized;

    /// Shows all members, present or absent, in one call of `visit`.
    fn members(&self, visit: &mut dyn FnMut(&[Member<'_>]));

    /// Shows all members to someone who changes them, in one call of `visit`.
    fn members_mut(&mut self, visit: &mut dyn FnMut(&mut [MemberMut<'_>]));

    /// Sets the quantity to the number of items, where the structure has such a pair. Says whether it changed.
    fn fix_quantity(&mut self) -> bool {
        false
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
        *self = Some(T::read(from)?);
        Ok(())
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        if let Some(value) = self {
            value.visit_structures(visit);
        }
    }
}

/// The position of the member `name`, looked for from `start` on and then from the beginning.
///
/// Documents mostly follow the order of the model: whoever starts behind the last hit finds the next at once.
#[inline]
pub fn find_member(members: &[MemberMut<'_>], start: usize, name: &str) -> Option<usize> {
    match members.get(start) {
        Some((first, _)) if *first == name => Some(start),
        _ => search(members, start, name),
    }
}

/// Goes once round all members.
fn search(members: &[MemberMut<'_>], start: usize, name: &str) -> Option<usize> {
    let (before, after) = members.split_at_checked(start)?;
    let found = |part: &[MemberMut<'_>]| part.iter().position(|(member, _)| *member == name);
    found(after).map(|index| start + index).or_else(|| found(before))
}
