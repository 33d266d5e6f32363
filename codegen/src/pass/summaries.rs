//! Collects the summaries of operations, shapes, members and values, as programs look them up.

use std::collections::BTreeMap;

use crate::ir::{Enumeration, Header, Member, Operation, Role, Service, Structure, Summary, SummaryFile};
use crate::naming;
use crate::pass::docs::text::decapitalised;

/// Fills `summaries`. Sentences are in the file of the same name as their type; those about operations are beside those
/// about their inputs.
pub(super) fn collect(service: &mut Service) {
    let mut by_file: BTreeMap<String, Vec<Summary>> = BTreeMap::new();
    let mut add = |module: &str, summary: Summary| {
        if !(summary.text.is_empty() && summary.parts.is_empty()) {
            by_file.entry(module.to_owned()).or_default().push(summary);
        }
    };
    for operation in service.operations.values() {
        let input = operation.input.as_ref().and_then(|id| service.structures.get(id));
        let module = input.map_or(&operation.module, |input| &input.header.module);
        add(module, summary(&operation.name, operation.summary.clone(), Vec::new()));
    }
    for structure in service.structures.values() {
        let text = of_structure(structure, &service.operations);
        add(&structure.header.module, summary(structure.header.id.name(), text, members(&structure.members)));
    }
    for Header { id, module, summary: text, .. } in service.unions.values().map(|union| &union.header) {
        let parts = service.members(id).map(members).unwrap_or_default();
        add(module, summary(id.name(), text.clone(), parts));
    }
    for enumeration in service.enums.values() {
        let Header { id, module, summary: text, .. } = &enumeration.header;
        add(module, summary(id.name(), text.clone(), values(enumeration)));
    }
    for summaries in by_file.values_mut() {
        summaries.sort_by(|a, b| a.name.cmp(&b.name));
    }
    let files = by_file.into_iter().map(|(module, summaries)| {
        let title = naming::spoken_module(&module);
        (module, SummaryFile { title, summaries })
    });
    service.summaries = files.collect();
}

fn summary(name: &str, text: Option<String>, mut parts: Vec<(String, String)>) -> Summary {
    parts.sort();
    Summary { name: name.to_owned(), text: text.unwrap_or_default(), parts }
}

/// Its own sentence; that of the operation for an input that has none.
fn of_structure(structure: &Structure, operations: &BTreeMap<String, Operation>) -> Option<String> {
    let of_operation = || {
        let Role::Input(name) = &structure.role else { return None };
        let text = operations.get(name)?.summary.as_ref()?;
        Some(format!("Input of `{name}`: {}", decapitalised(text)))
    };
    structure.header.summary.clone().or_else(of_operation)
}

fn members(members: &[Member]) -> Vec<(String, String)> {
    members.iter().filter_map(|member| Some((member.wire.clone(), member.summary.clone()?))).collect()
}

fn values(enumeration: &Enumeration) -> Vec<(String, String)> {
    enumeration.values.iter().filter_map(|value| Some((value.wire.clone(), value.summary.clone()?))).collect()
}
