//! Service-side defaults of absent members: `shapewright#assumed`.

use crate::ir::{self, Assumption};
use crate::traits::{Assumed, AssumedValue};
use shapewright_smithy::model::{Member, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place, TraitValue};

/// The defaults of a member. Reports those that refer to a member that does not exist.
pub(super) fn of(
    id: &ShapeId,
    shape: &Shape,
    member: &Member,
    diagnostics: &mut Diagnostics,
) -> Vec<Assumption> {
    let Some(assumed) = member.traits.read::<Assumed>() else { return Vec::new() };
    let file = member.traits.file_of(Assumed::ID).map_or("", |file| file);
    for name in assumed.0.iter().filter_map(|assumed| assumed.member.as_ref()) {
        if *name == member.name || shape.member(name).is_none() {
            diagnostics.error(
                Place::member(file, id, &member.name),
                format!("the value of `{name}` is assumed, but it is not another member"),
                format!("use another member of {}, or describe it in `words`", id.name()),
            );
        }
    }
    assumed.0.into_iter().map(assumption).collect()
}

fn assumption(AssumedValue { value, member, words, when }: AssumedValue) -> Assumption {
    let named = member.map(ir::Assumed::Member).or_else(|| words.map(ir::Assumed::Words));
    let assumed = named.unwrap_or_else(|| ir::Assumed::Json(value.unwrap_or_default().to_string()));
    Assumption { assumed, when }
}
