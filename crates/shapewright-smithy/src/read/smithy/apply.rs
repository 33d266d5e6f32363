//! `apply` statements: traits for a shape or member that is defined elsewhere.

use serde_json::Value;

use super::read_traits;
use crate::model::{Shape, ShapeId};
use crate::read::json::Node;
use crate::read::reader::Reader;
use crate::traits::{Trait, Traits};

/// An `apply` statement: traits for a shape or a member of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The shape, or the one that has the member.
    pub shape: ShapeId,
    /// The member; `None` if the traits are for the shape itself.
    pub member: Option<String>,
    /// The traits; a value of `null` removes a trait.
    pub traits: Traits,
}

/// Reads an `apply` statement, keyed by `ns#Shape` or `ns#Shape$member`.
pub(crate) fn statement(id: &str, node: &Node, reader: &mut Reader<'_>) -> Option<Statement> {
    let (shape, member) = match id.split_once('$') {
        Some((shape, member)) => (shape, Some(member.to_owned())),
        None => (id, None),
    };
    let place = reader.shape(id);
    for (key, _) in node.entries() {
        if key != "type" && key != "traits" {
            reader.error(
                place.clone(),
                format!("an apply statement cannot have `{key}`"),
                "leave only `type` and `traits` in it",
            );
        }
    }
    let traits = read_traits(node, &place, reader);
    if traits.is_empty() {
        reader.error(place, "the apply statement applies no trait", "give it `traits`, or remove it");
        return None;
    }
    Some(Statement { shape: ShapeId::new(shape), member, traits })
}

/// Reports that a statement applies to nothing.
pub(crate) fn no_target(statement: &Statement, reader: &mut Reader<'_>) {
    let (place, what) = match &statement.member {
        Some(member) => (reader.member(&statement.shape, member), "member"),
        None => (reader.shape(&statement.shape), "shape"),
    };
    reader.error(
        place,
        format!("traits are applied to a {what} that does not exist"),
        "correct the id, or remove the apply statement",
    );
}

/// The traits that a statement is about: those of the shape, or of a member of it.
pub(crate) fn traits_of<'s>(shape: &'s mut Shape, statement: &Statement) -> Option<&'s mut Traits> {
    match &statement.member {
        None => Some(&mut shape.traits),
        Some(name) => {
            let member = shape.members.iter_mut().find(|member| member.name == *name)?;
            Some(&mut member.traits)
        }
    }
}

/// Applies the statements of the model file to the shape that they name.
///
/// `own` returns whether the shape itself sets a trait: a statement cannot override those, unlike a mixin's.
pub(super) fn apply(
    shape: &mut Shape,
    statements: &[Statement],
    own: impl Fn(Option<&str>, &str) -> bool,
    reader: &mut Reader<'_>,
) {
    for statement in statements {
        let Some(traits) = traits_of(shape, statement) else {
            no_target(statement, reader);
            continue;
        };
        for (id, new) in &statement.traits {
            match traits.get_mut(id) {
                Some(old) if own(statement.member.as_deref(), id) => merge(old, new, id, statement, reader),
                _ => drop(traits.insert(id.clone(), new.clone())),
            }
        }
    }
}

/// Lists grow, as Smithy specifies; any other value must equal the one of the shape.
fn merge(old: &mut Trait, new: &Trait, id: &str, statement: &Statement, reader: &mut Reader<'_>) {
    match (&mut old.value, &new.value) {
        (Value::Array(old), Value::Array(new)) => old.extend(new.iter().cloned()),
        (old, new) if old == new => {}
        (old, new) => {
            let message = format!("`{id}` is applied as {new}, but the shape has it as {old}");
            let place = match &statement.member {
                Some(member) => reader.member(&statement.shape, member),
                None => reader.shape(&statement.shape),
            };
            reader.error(place, message, "remove one of the two, or make them equal");
        }
    }
}
