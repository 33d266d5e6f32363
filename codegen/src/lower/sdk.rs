//! What overlays say of the official SDK: its crate, and the members in which it differs from the model.

use std::collections::BTreeMap;

use crate::ir::Structure;
use crate::ir::sdk::{Sdk, Slot, Stated};
use crate::traits::{AwsSdk, AwsSdkMember};
use shapewright_smithy::model::{Model, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place, TraitValue};

/// `shapewright#awsSdk` of the service, and `shapewright#awsSdkMember` of the members of its structures.
pub(super) fn sdk(
    model: &Model,
    service: &Shape,
    structures: &BTreeMap<ShapeId, Structure>,
    diagnostics: &mut Diagnostics,
) -> Option<Sdk> {
    let stated = stated(model, structures);
    let Some(AwsSdk { package, rust_version }) = service.traits.read() else {
        for ((shape, member), said) in &stated {
            diagnostics.error(
                Place::member(&*said.file, shape, member),
                "`shapewright#awsSdkMember` is about an SDK that the service does not name",
                "apply `shapewright#awsSdk` to the service, or remove the statement",
            );
        }
        return None;
    };
    Some(Sdk { package, rust_version, stated, types: BTreeMap::new() })
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
