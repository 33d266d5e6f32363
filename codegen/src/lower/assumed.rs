//! What the service assumes for absent members: `shapewright#assumed`.

use serde_json::Value;

use crate::ir::{Assumed, Assumption};
use shapewright_smithy::model::{Member, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place};

/// The assumptions about a member. One that names no member of the structure is reported.
pub(super) fn of(
    id: &ShapeId,
    shape: &Shape,
    member: &Member,
    diagnostics: &mut Diagnostics,
) -> Vec<Assumption> {
    let Some(found) = member.traits.get("shapewright#assumed") else { return Vec::new() };
    let assumptions: Vec<Assumption> = found.value.as_array().into_iter().flatten().map(assumption).collect();
    for Assumption { assumed, .. } in &assumptions {
        let Assumed::Member(name) = assumed else { continue };
        let mut others = shape.members.iter().filter(|other| other.name != member.name);
        if !others.any(|other| other.name == *name) {
            diagnostics.error(
                Place::member(&*found.file, id, &member.name),
                format!("the value of `{name}` is assumed, which is no other member"),
                format!("name another member of {}, or say it in `words`", id.name()),
            );
        }
    }
    assumptions
}

/// The form was looked at when the overlay was read.
fn assumption(entry: &Value) -> Assumption {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let value = || Assumed::Json(entry.get("value").unwrap_or(&Value::Null).to_string());
    let assumed = text("member").map(Assumed::Member).or_else(|| text("words").map(Assumed::Words));
    Assumption { assumed: assumed.unwrap_or_else(value), when: text("when") }
}
