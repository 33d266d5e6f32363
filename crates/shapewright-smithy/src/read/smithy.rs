//! Reads the Smithy JSON AST, versions 1.0 and 2.0.

pub(crate) mod apply;
pub(crate) mod legacy;
mod mixins;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use super::json::Node;
use super::reader::Reader;
use crate::diagnostics::Place;
use crate::model::{Shape, ShapeId};
use crate::traits::Traits;
use apply::Statement;

/// A shape of the file, before mixins and `apply` statements are merged into it.
pub(super) struct Raw {
    shape: Shape,
    mixins: Vec<ShapeId>,
    /// For the shape or members of it, also those that only a mixin will bring.
    applied: Vec<Statement>,
}

/// All shapes of a file.
#[derive(Default)]
struct File {
    shapes: BTreeMap<ShapeId, Raw>,
    broken: BTreeSet<ShapeId>,
}

/// Translates a file; what it cannot understand is reported and left out.
pub(super) fn read(root: &Node, reader: &mut Reader<'_>) -> Draft {
    let mut file = File::default();
    let mut statements = Vec::new();
    let place = Place::file(&*reader.file());
    let shapes = root.get("shapes").and_then(|shapes| reader.object(shapes, &place, "shapes")).unwrap_or(&[]);
    for (id, node) in shapes {
        if node.text("type") == Some("apply") {
            statements.extend(apply::statement(id, node, reader));
        } else {
            read_shape(id, node, &mut file, reader);
        }
    }
    for statement in statements {
        match file.shapes.get_mut(&statement.shape) {
            Some(raw) => raw.applied.push(statement),
            None if file.broken.contains(&statement.shape) => {}
            None => apply::no_target(&statement, reader),
        }
    }
    let mut draft = mixins::flatten(file, reader);
    legacy::modernise(&mut draft.model, reader);
    draft
}

fn read_shape(id: &str, node: &Node, file: &mut File, reader: &mut Reader<'_>) {
    let id = ShapeId::new(id);
    if file.shapes.contains_key(&id) || file.broken.contains(&id) {
        return; // Duplicates were reported when the file was parsed.
    }
    if id.namespace().is_empty() || id.name().is_empty() || id.as_str().contains('$') {
        let place = reader.shape(&id);
        reader.error(place, "not the id of a shape", "write the absolute id, `my.namespace#Name`");
        file.broken.insert(id);
        return;
    }
    match shape::read(&id, node, reader) {
        Some(raw) => drop(file.shapes.insert(id, raw)),
        None => drop(file.broken.insert(id)),
    }
}

/// Reads the traits of a shape or member.
fn read_traits(node: &Node, place: &Place, reader: &mut Reader<'_>) -> Traits {
    let mut traits = Traits::new();
    let Some(node) = node.get("traits") else { return traits };
    for (id, value) in reader.object(node, place, "traits").unwrap_or(&[]) {
        if !traits.contains_key(id) {
            reader.set(&mut traits, id, value.to_value());
        }
    }
    traits
}
