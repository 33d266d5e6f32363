//! What two requests have in common.

use std::collections::VecDeque;

use cloudfront::http::Location;
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
    /// Its place in the request of the tool, which is the new one if that is of a tool.
    pub(super) tool_pointer: String,
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

/// What two requests have in common, and what not.
#[derive(Default)]
pub(super) struct Parts {
    /// `None` if they have nothing in common.
    pub(super) pair: Option<Pair>,
    /// The pointers of the values that only the old, and only the new request can have.
    pub(super) left_out: [Vec<String>; 2],
}

/// The inputs of two requests; for different operations, the members of the same name and type. If that is one
/// structure or none, it is the first structure that both contain.
pub(super) fn pair(old: &mut Given, new: &mut Given) -> Parts {
    let mut left_out = [old.newer.clone(), new.newer.clone()];
    let (Some(old_whole), Some(new_whole)) = (whole(old), whole(new)) else { return Parts::default() };
    let chosen = if old_whole.structure == new_whole.structure {
        Some([old_whole, new_whole])
    } else {
        let shared = shared(old, new);
        let is_structure = |name: &&str| STRUCTURES.contains(&&*type_of(old_whole.structure, name));
        if shared.is_empty() || shared.len() == 1 && shared.iter().all(is_structure) {
            let chosen = common(&old_whole, &new_whole);
            let [old_at, new_at] = match &chosen {
                Some([old, new]) => [old.pointer.as_str(), new.pointer.as_str()],
                None => [""; 2],
            };
            left_out[0].extend(around(&old_whole.value, old, old_at));
            left_out[1].extend(around(&new_whole.value, new, new_at));
            chosen
        } else {
            let mut wholes = [old_whole, new_whole];
            for (whole, (given, left_out)) in
                wholes.iter_mut().zip([&*old, &*new].into_iter().zip(&mut left_out))
            {
                left_out.extend(keep(whole, &shared, given));
            }
            Some(wholes)
        }
    };
    let pair = chosen.map(|[old_part, new_part]| {
        let mut unknown = inside(&old.unknown, &old_part.pointer);
        unknown.extend(inside(&new.unknown, &new_part.pointer));
        let is_of_tool = new.request.resource_type.is_some();
        Pair {
            structure: old_part.structure,
            tool_pointer: if is_of_tool { new_part.pointer } else { old_part.pointer.clone() },
            pointer: old_part.pointer,
            old: old_part.value,
            new: new_part.value,
            unknown,
        }
    });
    Parts { pair, left_out }
}

/// The pointers in a structure, from there.
fn inside(pointers: &[String], start: &str) -> Vec<String> {
    pointers.iter().filter_map(|pointer| pointer.strip_prefix(start).map(str::to_owned)).collect()
}

/// The first structure that both contain.
fn common(old: &Part, new: &Part) -> Option<[Part; 2]> {
    let parts = parts(new);
    self::parts(old).into_iter().find_map(|old| {
        let new = parts.iter().find(|new| new.structure == old.structure)?;
        Some([old, new.clone()])
    })
}

/// The members that both inputs have with the same type, and at least one of them in its document.
fn shared(old: &mut Given, new: &mut Given) -> Vec<&'static str> {
    let (old_body, new_body) = (in_body(old.operation), in_body(new.operation));
    let (old, new): (&dyn Structure, &dyn Structure) = (old.input.structure(), new.input.structure());
    let has_same = |name: &&str| type_of(old.shape_name(), name) == type_of(new.shape_name(), name);
    let is_in_body = |name: &&str| old_body.contains(name) || new_body.contains(name);
    let names = old.member_names().iter().copied().filter(|name| new.member_names().contains(name));
    names.filter(has_same).filter(is_in_body).collect()
}

/// The members of an input that are in the document of the request: others say what is changed, not what it becomes.
fn in_body(operation: &str) -> Vec<&'static str> {
    let Some(mut input) = cloudfront::validators::input(operation) else { return Vec::new() };
    let locations = cloudfront::http::operation(operation).map_or(&[][..], |binding| binding.input.members);
    let members = input.structure().member_names().iter().copied().zip(locations);
    let is_in_body = |location: &Location| matches!(location, Location::Document | Location::Payload);
    members.filter(|(_, location)| is_in_body(location)).map(|(name, _)| name).collect()
}

/// Removes the other members of a request, and returns the pointers of those in its document.
fn keep(whole: &mut Part, names: &[&str], given: &Given) -> Vec<String> {
    let in_body = in_body(given.operation);
    let Some(members) = whole.value.as_object_mut() else { return Vec::new() };
    let others = members.keys().filter(|name| !names.contains(&name.as_str()));
    let left_out =
        others.filter(|name| in_body.contains(&name.as_str())).map(|name| format!("/{name}")).collect();
    members.retain(|name, _| names.contains(&name.as_str()));
    left_out
}

/// The pointers of the values around a place in a request: those beside the way to it.
fn around(whole: &Value, given: &Given, place: &str) -> Vec<String> {
    let in_body = in_body(given.operation);
    let (mut found, mut value, mut pointer) = (Vec::new(), whole, String::new());
    let mut way = place.split('/').skip(1);
    loop {
        let step = way.next();
        if step.is_none() && !pointer.is_empty() {
            return found;
        }
        let names = value.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        let beside = names.filter(|name| Some(*name) != step);
        let beside = beside.filter(|name| !pointer.is_empty() || in_body.contains(name));
        found.extend(beside.map(|name| format!("{pointer}/{name}")));
        let Some((step, next)) = step.and_then(|step| Some((step, value.get(step)?))) else { return found };
        pointer = format!("{pointer}/{step}");
        value = next;
    }
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
