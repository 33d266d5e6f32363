//! Checks of whole models, of either format: values of traits, and members that fit the kind of shape.

use super::Draft;
use super::reader::Reader;
use super::targets::Targets;
use crate::model::{Kind, Member, Shape, ShapeId};
use crate::prelude;
use crate::text::is_hidden;
use crate::vocabulary::Site;

/// Reports everything that is wrong with a model.
pub(crate) fn model(draft: &Draft, reader: &mut Reader<'_>) {
    one_service(draft, reader);
    for (id, shape) in &draft.model.shapes {
        if draft.broken.contains(id) {
            continue;
        }
        names(id, shape, reader);
        let site = |member| Site { model: &draft.model, shape, member };
        traits(&site(None), id, reader);
        for member in &shape.members {
            traits(&site(Some(member)), id, reader);
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
            "add a shape of type service that lists the operations, or pass the file that has it",
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

/// Reports names that neither format has. Names with other characters than Smithy's are accepted, as long as they are
/// letters and digits with something between them.
fn names(id: &ShapeId, shape: &Shape, reader: &mut Reader<'_>) {
    let of_shape = (reader.shape(id), id.as_str());
    let members = shape.members.iter().map(|member| (reader.member(id, &member.name), &*member.name));
    let legal = |c: char| !is_hidden(c) && (c.is_alphanumeric() || "_-.:#".contains(c));
    let all: Vec<_> = std::iter::once(of_shape).chain(members).collect();
    for (place, name) in all {
        if let Some(wrong) = name.chars().find(|c| !legal(*c)) {
            reader.error(
                place,
                format!("the name has the character {wrong:?}"),
                "use letters, digits and underscores in names of shapes and members",
            );
        }
    }
}

/// Reports traits that do not exist, have no effect there, or have a value that the trait cannot have.
fn traits(site: &Site<'_>, shape: &ShapeId, reader: &mut Reader<'_>) {
    let (traits, place) = match site.member {
        None => (&site.shape.traits, reader.shape(shape)),
        Some(member) => (&member.traits, reader.member(shape, &member.name)),
    };
    for (id, applied) in traits {
        if let Some(problem) = reader.problem(id, &applied.value, site) {
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
        if shape.member(name).is_none() {
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
        let has_none = |member: &&Member| !member.traits.contains_key(prelude::ENUM_VALUE);
        for member in shape.members.iter().filter(has_none) {
            let place = reader.member(id, &member.name);
            reader.error(
                place,
                "the member has no value",
                "give it the trait smithy.api#enumValue, an integer",
            );
        }
    }
}
