//! What overlays say of the official SDK: its crate, and the members in which it differs from the model.

use std::collections::BTreeMap;

use crate::ir::Structure;
use crate::ir::sdk::{Sdk, Slot, Stated};
use crate::lower::traits::text;
use shapewright_smithy::model::{Model, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place};

/// `shapewright#awsSdk` of the service, and `shapewright#awsSdkMember` of the members of its structures.
pub(super) fn sdk(
    model: &Model,
    service: &Shape,
    structures: &BTreeMap<ShapeId, Structure>,
    diagnostics: &mut Diagnostics,
) -> Option<Sdk> {
    let stated = stated(model, structures);
    let Some(found) = service.traits.get("shapewright#awsSdk") else {
        for ((shape, member), said) in &stated {
            diagnostics.error(
                Place::member(&*said.file, shape, member),
                "`shapewright#awsSdkMember` is about an SDK that the service does not name",
                "apply `shapewright#awsSdk` to the service, or remove the statement",
            );
        }
        return None;
    };
    let word = |key: &str| found.value.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    Some(Sdk {
        package: word("package")?,
        rust_version: word("rustVersion")?,
        stated,
        types: BTreeMap::new(),
    })
}

fn stated(model: &Model, structures: &BTreeMap<ShapeId, Structure>) -> BTreeMap<(ShapeId, String), Stated> {
    let mut stated = BTreeMap::new();
    for id in structures.keys() {
        for member in model.shapes.get(id).map_or(&[][..], |shape| &shape.members) {
            let Some(word) = text(&member.traits, TRAIT) else { continue };
            let file = member.traits.get(TRAIT).map(|found| found.file.to_string()).unwrap_or_default();
            if let Some(slot) = Slot::stated(&word) {
                stated.insert((id.clone(), member.name.clone()), Stated { slot, file });
            }
        }
    }
    stated
}

const TRAIT: &str = "shapewright#awsSdkMember";
