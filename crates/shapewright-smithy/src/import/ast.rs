//! Writes a model as Smithy JSON AST 2.0.

use serde_json::Value;

use crate::model::{Kind, Member, Model, Operation, Resource, Service, Shape, ShapeId};
use crate::read::json::Node;
use crate::traits::Traits;

/// The model as JSON: shapes and traits by id, members in their order, two spaces, one newline at the end.
///
/// Reading it gives an equal model.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "no model makes it panic")]
pub fn to_json(model: &Model) -> String {
    let shapes = model.shapes.iter().map(|(id, shape)| (id.as_str().to_owned(), node(shape))).collect();
    let root = object([("smithy", text("2.0")), ("shapes", Node::Object(shapes))]);
    let mut json =
        serde_json::to_string_pretty(&root).expect("keys are strings, and writing to memory cannot fail");
    json.push('\n');
    json
}

fn node(shape: &Shape) -> Node {
    let mut entries = vec![("type".to_owned(), text(shape.kind.as_str()))];
    match &shape.kind {
        Kind::Operation(operation) => operation_entries(operation, &mut entries),
        Kind::Service(service) => service_entries(service, &mut entries),
        Kind::Resource(resource) => resource_entries(resource, &mut entries),
        Kind::List | Kind::Map => entries.extend(members(&shape.members)),
        Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum => {
            entries.push(("members".to_owned(), Node::Object(members(&shape.members))));
        }
        _ => {}
    }
    push_traits(&shape.traits, &mut entries);
    Node::Object(entries)
}

fn members(members: &[Member]) -> Vec<(String, Node)> {
    let member = |member: &Member| {
        let mut entries = vec![("target".to_owned(), text(member.target.as_str()))];
        push_traits(&member.traits, &mut entries);
        (member.name.clone(), Node::Object(entries))
    };
    members.iter().map(member).collect()
}

fn push_traits(traits: &Traits, entries: &mut Vec<(String, Node)>) {
    if !traits.is_empty() {
        let traits = traits.iter().map(|(id, applied)| (id.clone(), Node::from(&applied.value)));
        entries.push(("traits".to_owned(), Node::Object(traits.collect())));
    }
}

fn operation_entries(operation: &Operation, entries: &mut Vec<(String, Node)>) {
    for (key, id) in [("input", &operation.input), ("output", &operation.output)] {
        entries.extend(id.iter().map(|id| (key.to_owned(), target(id))));
    }
    push_targets("errors", &operation.errors, entries);
}

fn service_entries(service: &Service, entries: &mut Vec<(String, Node)>) {
    if !service.version.is_empty() {
        entries.push(("version".to_owned(), text(&service.version)));
    }
    push_targets("operations", &service.operations, entries);
    push_targets("resources", &service.resources, entries);
    push_targets("errors", &service.errors, entries);
    if !service.rename.is_empty() {
        let rename = service.rename.iter().map(|(id, name)| (id.as_str().to_owned(), text(name)));
        entries.push(("rename".to_owned(), Node::Object(rename.collect())));
    }
}

/// The lifecycle is kept as it was read, so its operations are not listed again.
fn resource_entries(resource: &Resource, entries: &mut Vec<(String, Node)>) {
    let elsewhere: Vec<&str> = resource.other.values().flat_map(targets_in).collect();
    let listed = resource.operations.iter().filter(|id| !elsewhere.contains(&id.as_str()));
    entries.extend(resource.other.iter().map(|(key, value)| (key.clone(), Node::from(value))));
    push_targets("operations", &listed.cloned().collect::<Vec<_>>(), entries);
    push_targets("resources", &resource.resources, entries);
}

/// The targets of a lifecycle operation, or of `collectionOperations`.
fn targets_in(value: &Value) -> Vec<&str> {
    let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    values.iter().filter_map(|value| value.get("target")?.as_str()).collect()
}

fn push_targets(key: &str, ids: &[ShapeId], entries: &mut Vec<(String, Node)>) {
    if !ids.is_empty() {
        entries.push((key.to_owned(), Node::List(ids.iter().map(target).collect())));
    }
}

fn target(id: &ShapeId) -> Node {
    object([("target", text(id.as_str()))])
}

fn object<const N: usize>(entries: [(&str, Node); N]) -> Node {
    Node::Object(entries.into_iter().map(|(key, node)| (key.to_owned(), node)).collect())
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}
