//! Lowers the traits about the official SDK: its crate, and the members in which it differs from the model.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Structure;
use crate::ir::sdk::{Sdk, Slot, Stated};
use crate::traits::{AwsSdk, AwsSdkMember};
use shapewright_smithy::model::{Model, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place, TraitValue};

/// `shapewright#awsSdk` of the service, and `shapewright#awsSdkMember` of its shapes and their members.
pub(super) fn sdk(
    model: &Model,
    service: &Shape,
    structures: &BTreeMap<ShapeId, Structure>,
    diagnostics: &mut Diagnostics,
) -> Option<Sdk> {
    let stated = stated(model, structures);
    let absent = absent(model, diagnostics);
    let Some(AwsSdk { package, rust_version }) = service.traits.read() else {
        let members = stated.iter().map(|((id, member), said)| Place::member(&*said.file, id, member));
        let shapes = absent.iter().filter_map(|id| Some(Place::shape(file_of(model.shapes.get(id)?), id)));
        for place in members.chain(shapes) {
            diagnostics.error(
                place,
                "`shapewright#awsSdkMember` has no effect: the service has no `shapewright#awsSdk`",
                "apply `shapewright#awsSdk` to the service, or remove the statement",
            );
        }
        return None;
    };
    let (types, left_out) = (BTreeMap::new(), BTreeSet::new());
    Some(Sdk {
        package,
        rust_version,
        stated,
        absent,
        types,
        left_out,
        operations: Vec::new(),
        catalog: Vec::new(),
        differences: Vec::new(),
        files: BTreeMap::new(),
        example: None,
    })
}

fn stated(model: &Model, structures: &BTreeMap<ShapeId, Structure>) -> BTreeMap<(ShapeId, String), Stated> {
    let mut stated = BTreeMap::new();
    for id in structures.keys() {
        for member in model.shapes.get(id).map_or(&[][..], |shape| &shape.members) {
            let Some(difference) = member.traits.read::<AwsSdkMember>() else { continue };
            let slot = match difference {
                AwsSdkMember::Absent => Slot::Absent,
                AwsSdkMember::Defaulted => Slot::Defaulted,
                AwsSdkMember::Integer => Slot::Integer,
            };
            let file = member.traits.file_of(AwsSdkMember::ID).map(ToString::to_string).unwrap_or_default();
            stated.insert((id.clone(), member.name.clone()), Stated { slot, file });
        }
    }
    stated
}

/// Shapes that the SDK does not have, the only statement that is allowed on a shape.
fn absent(model: &Model, diagnostics: &mut Diagnostics) -> BTreeSet<ShapeId> {
    let mut absent = BTreeSet::new();
    for (id, shape) in &model.shapes {
        match shape.traits.read() {
            None => {}
            Some(AwsSdkMember::Absent) => {
                absent.insert(id.clone());
            }
            Some(AwsSdkMember::Defaulted | AwsSdkMember::Integer) => diagnostics.error(
                Place::shape(file_of(shape), id),
                format!("`{}` of a shape can only be \"absent\"", AwsSdkMember::ID),
                "apply it to a member, or remove the statement",
            ),
        }
    }
    absent
}

/// The overlay that applies the trait to the shape.
fn file_of(shape: &Shape) -> String {
    shape.traits.file_of(AwsSdkMember::ID).map(ToString::to_string).unwrap_or_default()
}
