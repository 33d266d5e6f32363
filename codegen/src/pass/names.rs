//! Sets the Rust name of every type, member, value and error, and reports collisions.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{CommonErrors, Enumeration, ErrorShape, Header, Member, Service};
use crate::naming;
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

/// Fills all `rust`, `setter` and `unknown` names.
pub(super) fn assign(service: &mut Service, diagnostics: &mut Diagnostics) {
    name_types(service, diagnostics);
    for structure in service.structures.values_mut() {
        name_fields(&mut structure.members);
    }
    for union in service.unions.values_mut() {
        union.unknown = name_variants(&mut union.members);
    }
    for enumeration in service.enums.values_mut() {
        name_values(enumeration);
    }
    name_errors(service, diagnostics);
}

fn name_types(service: &mut Service, diagnostics: &mut Diagnostics) {
    let mut taken = BTreeMap::new();
    let structures = service.structures.values_mut().map(|shape| &mut shape.header);
    let unions = service.unions.values_mut().map(|shape| &mut shape.header);
    let enums = service.enums.values_mut().map(|shape| &mut shape.header);
    let mut headers: Vec<&mut Header> = structures.chain(unions).chain(enums).collect();
    headers.sort_by(|a, b| a.id.cmp(&b.id));
    for header in headers {
        if header.rust.is_empty() {
            header.rust = naming::type_name(header.id.name());
        }
        if let Some(other) = taken.insert(header.rust.clone(), header.id.clone()) {
            report(header.id.as_str(), &header.rust, other.as_str(), &service.file, diagnostics);
        }
    }
}

fn report(shape: &str, rust: &str, other: &str, file: &str, diagnostics: &mut Diagnostics) {
    diagnostics.error(
        Place::shape(file, shape),
        format!("the Rust name `{rust}` is already used by {other}"),
        "rename one of them with the trait `shapewright#name` in an overlay",
    );
}

/// Members that differ only in case or punctuation are numbered in model order.
fn name_fields(members: &mut [Member]) {
    let mut fields = BTreeSet::new();
    for member in members.iter_mut() {
        member.rust = naming::unique(naming::field_name(&member.wire), "_", |name| fields.contains(name));
        fields.insert(member.rust.clone());
    }
    let mut setters = fields;
    for member in members {
        member.setter = naming::setter_name(&member.rust);
        if member.setter != member.rust {
            let wanted = std::mem::take(&mut member.setter);
            member.setter = naming::unique(wanted, "_", |name| setters.contains(name));
            setters.insert(member.setter.clone());
        }
    }
}

fn name_variants(members: &mut [Member]) -> String {
    let mut taken = BTreeSet::new();
    for member in members {
        member.rust = naming::unique(naming::variant_name(&member.wire), "", |name| taken.contains(name));
        taken.insert(member.rust.clone());
    }
    naming::unique("Unknown".to_owned(), "", |name| taken.contains(name))
}

fn name_values(enumeration: &mut Enumeration) {
    let mut taken = BTreeSet::new();
    for value in &mut enumeration.values {
        let from_wire = naming::value_name(&value.wire);
        let name = if from_wire == "VEmpty" { naming::value_name(&value.name) } else { from_wire };
        // Variants have underscores only between digits.
        let separator = if name.ends_with(|c: char| c.is_ascii_digit()) { "_" } else { "" };
        value.rust = naming::unique(name, separator, |name| taken.contains(name));
        taken.insert(value.rust.clone());
    }
    enumeration.unknown = naming::unique("Unknown".to_owned(), "", |name| taken.contains(name));
}

fn name_errors(service: &mut Service, diagnostics: &mut Diagnostics) {
    let mut taken = BTreeMap::new();
    let mut errors: Vec<&mut ErrorShape> = service.errors.values_mut().collect();
    errors.sort_by(|a, b| a.id.cmp(&b.id));
    for error in errors {
        if error.rust.is_empty() {
            error.rust = naming::error_name(error.id.name());
        }
        if let Some(other) = taken.insert(error.rust.clone(), error.id.clone()) {
            report(error.id.as_str(), &error.rust, other.as_str(), &service.file, diagnostics);
        }
    }
    name_common_errors(service, &taken, diagnostics);
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    for operation in service.operations.values_mut() {
        if operation.error_rust.is_empty() {
            operation.error_rust = naming::type_name(&format!("{}Error", operation.name));
        }
        if let Some(other) = taken.insert(operation.error_rust.clone(), operation.name.clone()) {
            let id = |name: &str| format!("{}#{name}", service.id.namespace());
            report(&id(&operation.name), &operation.error_rust, &id(&other), &service.file, diagnostics);
        }
    }
}

/// An error that some operations model too has the name that it has there.
fn name_common_errors(
    service: &mut Service,
    errors: &BTreeMap<String, ShapeId>,
    diagnostics: &mut Diagnostics,
) {
    let mut taken: BTreeMap<String, String> =
        errors.iter().map(|(rust, id)| (rust.clone(), id.to_string())).collect();
    let CommonErrors { file, errors: common } = &mut service.common_errors;
    for error in common {
        if let Some(modelled) = service.errors.values().find(|modelled| modelled.code == error.code) {
            error.is_modelled = true;
            error.rust = modelled.rust.clone();
            continue;
        }
        error.rust = naming::error_name(&error.code);
        if let Some(other) = taken.insert(error.rust.clone(), error.code.clone()) {
            diagnostics.error(
                Place::shape(&*file, &service.id),
                format!(
                    "the common error `{}` has the Rust name `{}`, as {other} has",
                    error.code, error.rust
                ),
                "rename the other error with the trait `shapewright#name`, or remove the common error",
            );
        }
    }
}
