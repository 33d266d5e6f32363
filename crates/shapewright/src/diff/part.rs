//! What two requests have in common.

use std::collections::VecDeque;

use cloudfront::shapes::catalog::{STRUCTURES, structure};
use serde_json::Value;
use shapewright_runtime::{Difference, Structure, deserialize_into, diff};

use crate::explain::type_of;
use crate::given::Given;

/// Two values of one structure.
pub(super) struct Pair {
    pub(super) structure: &'static str,
    /// The place of the structure in the old request.
    pub(super) pointer: String,
    pub(super) old: Value,
    pub(super) new: Value,
    /// The pointers in the structure of values that are not known in one of the two.
    pub(super) unknown: Vec<String>,
}

impl Pair {
    /// What differs.
    pub(super) fn differences(&self) -> Vec<Difference> {
        let read = |value: &Value| {
            let mut structure = structure(self.structure)?;
            // Both were written from this structure, so they can be read into it. Members of others are left out.
            let _ = deserialize_into(&mut *structure, value);
            Some(structure)
        };
        match (read(&self.old), read(&self.new)) {
            (Some(old), Some(new)) => diff(&*old, &*new),
            _ => Vec::new(),
        }
    }
}

/// The inputs of two requests; for different operations, the first structure that both contain, or the members of the
/// same name.
pub(super) fn pair(old: &mut Given, new: &mut Given) -> Option<Pair> {
    let (old_unknown, new_unknown) = (old.unknown.clone(), new.unknown.clone());
    let (old, new) = (whole(old)?, whole(new)?);
    let parts = parts(&new);
    let common = self::parts(&old).into_iter().find_map(|old| {
        let new = parts.iter().find(|new| new.structure == old.structure)?;
        Some((old, new.clone()))
    });
    let (old, new) = common.unwrap_or((old, new));
    let inside = |pointers: Vec<String>, start: &str| {
        let rests = pointers.into_iter().filter_map(|pointer| pointer.strip_prefix(start).map(str::to_owned));
        rests.collect::<Vec<_>>()
    };
    let mut unknown = inside(old_unknown, &old.pointer);
    unknown.extend(inside(new_unknown, &new.pointer));
    Some(Pair { structure: old.structure, pointer: old.pointer, old: old.value, new: new.value, unknown })
}

/// A structure in a request.
#[derive(Clone)]
struct Part {
    structure: &'static str,
    pointer: String,
    value: Value,
}

fn whole(given: &mut Given) -> Option<Part> {
    let input: &dyn Structure = given.input.structure();
    let value = serde_json::to_value(input).ok()?;
    Some(Part { structure: input.shape_name(), pointer: String::new(), value })
}

/// The structure and those inside it, outer ones first.
fn parts(whole: &Part) -> Vec<Part> {
    let (mut parts, mut open) = (Vec::new(), VecDeque::from([whole.clone()]));
    while let Some(part) = open.pop_front() {
        for (name, value) in part.value.as_object().into_iter().flatten() {
            let ty = type_of(part.structure, name);
            if let Some(structure) = STRUCTURES.iter().copied().find(|structure| *structure == ty) {
                open.push_back(Part {
                    structure,
                    pointer: format!("{}/{name}", part.pointer),
                    value: value.clone(),
                });
            }
        }
        parts.push(part);
    }
    parts
}
