//! The Rust type that a shape becomes, as far as it takes to see whether two are the same.

use crate::model::{Kind, Model, ShapeId};
use crate::prelude;

/// Lists of lists of lists: no service goes near this; a list of itself goes on for ever.
const DEEPEST: usize = 16;

/// A text that is the same for two shapes when members that target them have the same Rust type.
pub(super) fn rust_type(model: &Model, id: &ShapeId) -> String {
    of(model, id, DEEPEST)
}

fn of(model: &Model, id: &ShapeId, depth: usize) -> String {
    let Some(shape) = model.shapes.get(id) else {
        return prelude::kind(id.as_str()).map_or("?", |kind| kind.as_str()).to_owned();
    };
    let inner = |name: &str| {
        let member = shape.members.iter().find(|member| member.name == name);
        match member {
            Some(member) if depth > 0 => of(model, &member.target, depth - 1),
            _ => "?".to_owned(),
        }
    };
    let sparse = if shape.traits.contains_key(prelude::SPARSE) { "sparse " } else { "" };
    match &shape.kind {
        Kind::List => format!("{sparse}list of {}", inner("member")),
        Kind::Map => format!("{sparse}map of {}", inner("value")),
        kind if has_item(kind) => id.name().to_owned(),
        kind => kind.as_str().to_owned(),
    }
}

/// Whether shapes of this kind have a name in the generated code; the others become types of the standard library.
pub(super) fn has_item(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Structure
            | Kind::Union
            | Kind::Enum
            | Kind::IntEnum
            | Kind::Operation(_)
            | Kind::Service(_)
            | Kind::Resource(_)
    )
}
