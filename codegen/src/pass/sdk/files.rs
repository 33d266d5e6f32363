//! Decides what the files of conversions to and from the official SDK hold and import.

use std::collections::BTreeMap;

use crate::ir::sdk::{Conversion, ConvertedStructure, Named, Path, SdkFile, SdkType, Slot};
use crate::ir::{Member, Module, Service, Structure};
use shapewright_smithy::model::ShapeId;

/// Fills `files` of the SDK: one for each file of shapes.
pub(in crate::pass) fn collect(service: &mut Service) {
    let Some(sdk) = &service.sdk else { return };
    let files =
        service.modules.iter().map(|(name, module)| (name.clone(), file(service, &sdk.types, module)));
    let files = files.collect();
    if let Some(sdk) = &mut service.sdk {
        sdk.files = files;
    }
}

/// The conversions of a file: first all enums together.
fn file(service: &Service, types: &BTreeMap<ShapeId, SdkType>, module: &Module) -> SdkFile {
    let mut file = SdkFile::default();
    let mut enums = Vec::new();
    for id in &module.types {
        let Some(found) = types.get(id) else { continue };
        let path = Path { rust: service.type_name(id).to_owned(), path: found.path.clone() };
        file.shapes.insert(path.rust.clone());
        file.modules.extend(found.path.first().cloned());
        if let Some(shape) = service.structures.get(id) {
            let structure = structure(shape, path, found);
            file.conversions.push(match &found.builder {
                Some(builder) => Conversion::Input(structure, builder.clone()),
                None => Conversion::Structure(structure),
            });
        } else if let Some(shape) = service.unions.get(id) {
            let members = shape.members.iter().map(named).collect();
            file.conversions.push(Conversion::Union { path, members, unknown: shape.unknown.clone() });
        } else {
            enums.push(path);
        }
    }
    if !enums.is_empty() {
        file.conversions.insert(0, Conversion::Enumerations(enums));
    }
    file
}

fn structure(shape: &Structure, path: Path, found: &SdkType) -> ConvertedStructure {
    let places = shape.members.iter().zip(&found.members);
    let (absent, members): (Vec<_>, Vec<_>) = places.partition(|(_, place)| place.slot == Slot::Absent);
    ConvertedStructure {
        path,
        members: members.into_iter().map(|(member, place)| (named(member), place.clone())).collect(),
        absent: absent.into_iter().map(|(member, _)| named(member)).collect(),
    }
}

fn named(member: &Member) -> Named {
    Named { wire: member.wire.clone(), rust: member.rust.clone() }
}
