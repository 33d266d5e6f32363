//! What the files of a resource import.

use std::collections::BTreeSet;

use crate::ir::lifecycle::{Action, Element, File, Filter, Operation, Reference, Resource};

/// Fills `imports` and `operation_imports`.
pub(super) fn collect(file: &mut File) {
    file.imports = file.resource.as_ref().map(of_resource).unwrap_or_default();
    let mut names = BTreeSet::new();
    file.operations.iter().for_each(|operation| of_operation(operation, &mut names));
    names.extend((!file.elements.is_empty()).then_some("Part"));
    file.operation_imports = names;
}

fn of_resource(resource: &Resource) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::from(["Id", "Order", "Resource"]);
    let mut add = |is_there: bool, all: &[&'static str]| names.extend(all.iter().filter(|_| is_there));
    add(!resource.fills.is_empty(), &["Fill", "Made"]);
    add(!resource.defaults.is_empty(), &["Defaults", "Filled"]);
    add(resource.status.is_some(), &["Status"]);
    add(resource.stages.is_some(), &["Stages"]);
    add(!resource.unique.is_empty(), &["Unique"]);
    add(!resource.references.is_empty(), &["Reference"]);
    add(!resource.quotas.is_empty(), &["Quota"]);
    add(!resource.guards.is_empty(), &["Guard"]);
    add(!resource.managed.is_empty(), &["Managed"]);
    let in_reference = |reference: &Reference| reference.only.is_some();
    let has_only = resource.unique.iter().any(|row| row.only.is_some())
        || resource.quotas.iter().any(|row| row.only.is_some())
        || resource.references.iter().any(in_reference)
        || resource.defaults.iter().flat_map(|(_, rows)| rows).any(|row| row.only.is_some());
    add(has_only, &["Only"]);
    names
}

fn of_operation(operation: &Operation, names: &mut BTreeSet<&'static str>) {
    names.extend(["Action", "Operation"]);
    let mut add = |is_there: bool, all: &[&'static str]| names.extend(all.iter().filter(|_| is_there));
    add(!operation.keys.is_empty(), &["Key"]);
    add(operation.parent.is_some(), &["Key", "Parent"]);
    add(operation.if_match.is_some(), &["IfMatch"]);
    add(!operation.output.is_empty(), &["Part"]);
    match &operation.action {
        Action::Create { sets, .. } | Action::Update { sets, .. } => add(!sets.is_empty(), &["Set", "Value"]),
        Action::List(list) => {
            add(true, &["Element", "List"]);
            add(!list.filters.is_empty(), &["Filter"]);
            add(list.filters.iter().any(|filter| matches!(filter, Filter::Names(..))), &["Key"]);
            add(list.filters.iter().any(|filter| matches!(filter, Filter::Only(_))), &["Only"]);
            add(matches!(list.element, Element::Structure(_)), &["Part"]);
        }
        _ => {}
    }
}
