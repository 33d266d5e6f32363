//! What must hold for a model as a whole, whoever wrote it: trait values, and members that fit the type.

use super::Draft;
use super::reader::Reader;
use super::targets::Targets;
use crate::diagnostics::Place;
use crate::model::{Kind, Shape, ShapeId, Traits};

/// Reports everything that is wrong with a model.
pub(crate) fn model(draft: &Draft, reader: &mut Reader<'_>) {
    one_service(draft, reader);
    for (id, shape) in &draft.model.shapes {
        if draft.broken.contains(id) {
            continue;
        }
        let place = reader.shape(id);
        traits(&shape.traits, &shape.kind, &place, reader);
        for member in &shape.members {
            let place = reader.member(id, &member.name);
            traits(&member.traits, &shape.kind, &place, reader);
        }
        members(id, shape, reader);
        Targets { draft, reader }.check(id, shape);
    }
}

fn one_service(draft: &Draft, reader: &mut Reader<'_>) {
    let is_service = |shape: &Shape| matches!(shape.kind, Kind::Service(_));
    let services: Vec<&ShapeId> =
        draft.model.shapes.iter().filter(|(_, shape)| is_service(shape)).map(|(id, _)| id).collect();
    match services[..] {
        [_] => {}
        [] if draft.broken.is_empty() => reader.file_error(
            "the model has no service",
            "add a shape of type service that lists the operations, or give the file that has it",
        ),
        [] => {} // It may be among the shapes already reported.
        [first, ..] => {
            for other in &services[1..] {
                let place = reader.shape(other);
                reader.error(
                    place,
                    format!("the model has more than one service: `{first}` is one too"),
                    "leave one service in the file; give each service a file of its own",
                );
            }
        }
    }
}

/// Reports traits with a value that the trait cannot have.
pub(crate) fn traits(traits: &Traits, kind: &Kind, place: &Place, reader: &mut Reader<'_>) {
    for (id, applied) in traits {
        if let Some(problem) = reader.problem(id, &applied.value, kind) {
            reader.error(place.clone(), problem.message, problem.help);
        }
    }
}

fn members(id: &ShapeId, shape: &Shape, reader: &mut Reader<'_>) {
    let missing: &[&str] = match shape.kind {
        Kind::List => &["member"],
        Kind::Map => &["key", "value"],
        _ => &[],
    };
    for name in missing {
        if !shape.members.iter().any(|member| member.name == *name) {
            let place = reader.shape(id);
            reader.error(
                place,
                format!("the {} has no `{name}`", shape.kind.as_str()),
                format!("add \"{name}\": {{\"target\": \"...\"}}"),
            );
        }
    }
    if matches!(shape.kind, Kind::Union | Kind::Enum | Kind::IntEnum) && shape.members.is_empty() {
        let place = reader.shape(id);
        reader.error(
            place,
            format!("the {} has no members", shape.kind.as_str()),
            "give it at least one, or remove the shape",
        );
    }
    if matches!(shape.kind, Kind::IntEnum) {
        for member in shape.members.iter().filter(|m| !m.traits.contains_key("smithy.api#enumValue")) {
            let place = reader.member(id, &member.name);
            reader.error(
                place,
                "the member has no value",
                "give it the trait smithy.api#enumValue, an integer",
            );
        }
    }
}
