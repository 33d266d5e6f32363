//! Finds the type of the official SDK for every shape, and the form of the members in its builder.
//!
//! The SDK is generated too, so its names follow from those of the model. Overlays describe where it differs from the
//! model; the compiler finds other differences when it builds the generated crate.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::sdk::{Converted, Difference, Sdk, SdkMember, SdkOperation, SdkType, Slot, Stated};
use crate::ir::{Header, Member, Operation, Role, Service, Structure, Type};
use crate::naming;
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

mod files;

pub(super) use files::collect;

/// Fills the types of `Service::sdk`.
pub(super) fn match_types(service: &mut Service, diagnostics: &mut Diagnostics) {
    let Some(mut sdk) = service.sdk.take() else { return };
    let mut types = BTreeMap::new();
    for structure in service.structures.values() {
        check_statements(structure, &sdk.stated, diagnostics);
        match path(service, structure) {
            Some((path, builder)) => {
                let members = structure.members.iter().map(|member| lowered(structure, member, &sdk));
                let found = SdkType { path, builder, members: members.collect() };
                types.insert(structure.header.id.clone(), found);
            }
            None => diagnostics.warning(
                Place::shape(&service.file, &structure.header.id),
                "not converted: the SDK has a separate type for each operation that uses it",
                "convert its members where they are needed",
            ),
        }
    }
    let unions = service.unions.values().map(|union| &union.header);
    let enums = service.enums.values().map(|enumeration| &enumeration.header);
    types.extend(unions.chain(enums).map(|header| {
        (header.id.clone(), SdkType { path: nested(header), builder: None, members: Vec::new() })
    }));
    leave_out_unreached(service, &sdk.absent, &mut types);
    sdk.left_out = ids(service).filter(|id| !types.contains_key(*id)).cloned().collect();
    sdk.operations = operations(service, &types);
    sdk.example = example(&sdk.operations);
    sdk.types = types;
    sdk.catalog = catalog(service, &sdk.types);
    sdk.differences = differences(service, &sdk.types);
    service.sdk = Some(sdk);
}

/// The operations whose input is converted, and whose output is as well if there is one.
fn operations(service: &Service, types: &BTreeMap<ShapeId, SdkType>) -> Vec<SdkOperation> {
    let converted = |id: &ShapeId| {
        let is_converted = types.contains_key(id);
        service.structures.get(id).filter(|_| is_converted).map(|shape| shape.header.rust.clone())
    };
    let operations = service.operations.values().filter_map(|operation| {
        let input = converted(operation.input.as_ref()?)?;
        let output = match &operation.output {
            Some(id) => Some(converted(id)?),
            None => None,
        };
        Some(SdkOperation { rust: operation.rust.clone(), input, output })
    });
    operations.collect()
}

fn catalog(service: &Service, types: &BTreeMap<ShapeId, SdkType>) -> Vec<Converted> {
    let structures = service.structures.values().map(|shape| ("structure", &shape.header));
    let unions = service.unions.values().map(|shape| ("union", &shape.header));
    let enums = service.enums.values().map(|shape| ("enumeration", &shape.header));
    let mut shapes: Vec<_> = structures.chain(unions).chain(enums).collect();
    shapes.retain(|(_, header)| types.contains_key(&header.id));
    shapes.sort_by(|a, b| a.1.id.name().cmp(b.1.id.name()));
    shapes.into_iter().map(|(kind, header)| Converted { kind, rust: header.rust.clone() }).collect()
}

/// Members that differ, where there are some.
fn differences(service: &Service, types: &BTreeMap<ShapeId, SdkType>) -> Vec<Difference> {
    let kinds = [
        (Slot::Absent, "Members that the SDK does not have. It is an error if one is set:"),
        (
            Slot::Defaulted,
            "Members that the SDK always has. An absent one comes back with the SDK's default:",
        ),
        (Slot::Integer, "Strings that are numbers in the SDK. It is an error if one is not a number:"),
    ];
    let differing = kinds.map(|(slot, sentence)| {
        let members = service.structures.values().flat_map(|structure| {
            let places = types.get(&structure.header.id).map_or(&[][..], |found| &found.members);
            let members = structure.members.iter().zip(places).filter(|(_, place)| place.slot == slot);
            members.map(|(member, _)| format!("{}.{}", structure.header.id.name(), member.wire))
        });
        Difference { sentence, members: members.collect() }
    });
    differing.into_iter().filter(|difference| !difference.members.is_empty()).collect()
}

fn example(operations: &[SdkOperation]) -> Option<(String, String)> {
    let ends = operations.iter().filter_map(|operation| {
        Some((operation.rust.len(), operation.input.clone(), operation.output.clone()?))
    });
    ends.min().map(|(_, input, output)| (input, output))
}

/// Ids of all structures, unions and enums.
fn ids(service: &Service) -> impl Iterator<Item = &ShapeId> {
    service.structures.keys().chain(service.unions.keys()).chain(service.enums.keys())
}

/// Keeps the types that an operation reaches through members that the SDK has. An operation without input there is not
/// there either.
fn leave_out_unreached(
    service: &Service,
    absent: &BTreeSet<ShapeId>,
    types: &mut BTreeMap<ShapeId, SdkType>,
) {
    let has_input =
        |operation: &&Operation| operation.input.as_ref().is_none_or(|input| !absent.contains(input));
    let operations = service.operations.values().filter(has_input);
    let ends = operations.flat_map(|operation| [&operation.input, &operation.output]);
    let mut todo: Vec<&ShapeId> = ends.flatten().collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if absent.contains(id) || !reached.insert(id.clone()) {
            continue;
        }
        let places = types.get(id).map_or(&[][..], |found| &found.members);
        let is_there = |position: usize| places.get(position).is_none_or(|place| place.slot != Slot::Absent);
        let structure = service.structures.get(id).map_or(&[][..], |shape| &shape.members);
        let union = service.unions.get(id).map_or(&[][..], |shape| &shape.members);
        let members = structure.iter().enumerate().filter(|(position, _)| is_there(*position));
        todo.extend(members.filter_map(|(_, member)| member.ty.named()));
        todo.extend(union.iter().filter_map(|member| member.ty.named()));
    }
    types.retain(|id, _| reached.contains(id));
}

/// The path of a structure's type, and the builder of an input; none for a structure that operations share.
fn path(service: &Service, structure: &Structure) -> Option<(Vec<String>, Option<String>)> {
    let of_operation = |operation: &str, what: &str| {
        let name = format!("{}{what}", naming::sdk_type_name(operation));
        (vec!["operation".to_owned(), naming::sdk_module_name(operation), name.clone()], name)
    };
    match &structure.role {
        Role::Input(operation) => {
            let (path, name) = of_operation(operation, "Input");
            Some((path, Some(format!("{name}Builder"))))
        }
        Role::Output(operation) => Some((of_operation(operation, "Output").0, None)),
        Role::Nested if is_shared(service, &structure.header.id) => None,
        Role::Nested => Some((nested(&structure.header), None)),
    }
}

fn nested(header: &Header) -> Vec<String> {
    vec!["types".to_owned(), naming::sdk_type_name(header.id.name())]
}

/// Whether the structure is the input or output of several operations.
fn is_shared(service: &Service, id: &ShapeId) -> bool {
    let mut ends = service.operations.values().flat_map(|operation| [&operation.input, &operation.output]);
    ends.any(|end| end.as_ref() == Some(id))
}

fn lowered(structure: &Structure, member: &Member, sdk: &Sdk) -> SdkMember {
    let key = (structure.header.id.clone(), member.wire.clone());
    let slot = match sdk.stated.get(&key) {
        Some(stated) => stated.slot,
        None if member.ty.named().is_some_and(|id| sdk.absent.contains(id)) => Slot::Absent,
        None => derived(structure, member),
    };
    SdkMember { setter: naming::sdk_setter_name(&member.rust), slot }
}

/// Whether the builder requires the member: required members, except structures, unions and members of inputs.
fn derived(structure: &Structure, member: &Member) -> Slot {
    let is_input = matches!(structure.role, Role::Input(_));
    let is_composed = matches!(member.ty, Type::Structure(_) | Type::Union(_));
    if member.is_required() && !is_input && !is_composed { Slot::Required } else { Slot::Optional }
}

/// Reports statements that have no effect with this model.
fn check_statements(
    structure: &Structure,
    stated: &BTreeMap<(ShapeId, String), Stated>,
    diagnostics: &mut Diagnostics,
) {
    for member in &structure.members {
        let Some(said) = stated.get(&(structure.header.id.clone(), member.wire.clone())) else { continue };
        let fault = match said.slot {
            Slot::Integer if member.ty != Type::String => "the member is not a string in the model",
            Slot::Defaulted if matches!(structure.role, Role::Input(_)) => {
                "builders put no defaults into inputs of operations"
            }
            _ => continue,
        };
        diagnostics.error(
            Place::member(&*said.file, &structure.header.id, &member.wire),
            format!("`shapewright#awsSdkMember` is \"{}\", but {fault}", said.slot.word()),
            "remove the statement",
        );
    }
}
