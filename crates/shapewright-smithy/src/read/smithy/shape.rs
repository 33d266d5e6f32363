//! Reads one shape of a Smithy JSON AST.

use std::collections::BTreeMap;

use super::Raw;
use super::read_traits;
use crate::diagnostics::Place;
use crate::model::{Kind, Member, Operation, Resource, Service, Shape, ShapeId};
use crate::prelude;
use crate::read::json::Node;
use crate::read::reader::Reader;

/// The lifecycle operations of a resource.
pub(crate) const LIFECYCLE: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

/// Reads the shape `id`; `None` when its type is not known.
pub(super) fn read(id: &ShapeId, node: &Node, reader: &mut Reader<'_>) -> Option<Raw> {
    let place = reader.shape(id);
    reader.object(node, &place, id.as_str())?;
    let kind = kind(node, &place, reader)?;
    let mut traits = read_traits(node, &place, reader);
    if node.text("type") == Some("set") {
        reader.set(&mut traits, prelude::UNIQUE_ITEMS, serde_json::json!({}));
    }
    let members = members(id, node, &kind, reader);
    let mixins = targets(node, "mixins", &place, reader);
    warn_of_unknown_keys(node, &kind, &place, reader);
    let shape = Shape { kind, traits, members, file: reader.file() };
    Some(Raw { shape, mixins, applied: Vec::new() })
}

fn kind(node: &Node, place: &Place, reader: &mut Reader<'_>) -> Option<Kind> {
    let Some(name) = node.get("type") else {
        reader.error(place.clone(), "the shape has no `type`", "give it a type, `structure` for instance");
        return None;
    };
    let name = reader.text(name, place, "type")?;
    Some(match name {
        "list" | "set" => Kind::List,
        "map" => Kind::Map,
        "structure" => Kind::Structure,
        "union" => Kind::Union,
        "enum" => Kind::Enum,
        "intEnum" => Kind::IntEnum,
        "operation" => Kind::Operation(operation(node, place, reader)),
        "service" => Kind::Service(service(node, place, reader)),
        "resource" => Kind::Resource(resource(node, place, reader)),
        simple => {
            if let Some(kind) = simple_kind(simple) {
                kind
            } else {
                reader.error(
                place.clone(),
                format!("`{simple}` is not a type of shape"),
                "use a type of Smithy 2.0: structure, union, list, map, enum, string, operation and so on",
            );
                return None;
            }
        }
    })
}

fn simple_kind(name: &str) -> Option<Kind> {
    Some(match name {
        "blob" => Kind::Blob,
        "boolean" => Kind::Boolean,
        "string" => Kind::String,
        "byte" => Kind::Byte,
        "short" => Kind::Short,
        "integer" => Kind::Integer,
        "long" => Kind::Long,
        "float" => Kind::Float,
        "double" => Kind::Double,
        "bigInteger" => Kind::BigInteger,
        "bigDecimal" => Kind::BigDecimal,
        "timestamp" => Kind::Timestamp,
        "document" => Kind::Document,
        _ => return None,
    })
}

fn operation(node: &Node, place: &Place, reader: &mut Reader<'_>) -> Operation {
    let mut side = |key: &str| {
        let id = target(node.get(key)?, place, key, reader)?;
        (id.as_str() != prelude::UNIT).then_some(id)
    };
    Operation {
        input: side("input"),
        output: side("output"),
        errors: sorted(targets(node, "errors", place, reader)),
    }
}

fn service(node: &Node, place: &Place, reader: &mut Reader<'_>) -> Service {
    let version = node.get("version").and_then(|version| reader.text(version, place, "version"));
    Service {
        version: version.unwrap_or_default().to_owned(),
        operations: sorted(targets(node, "operations", place, reader)),
        resources: sorted(targets(node, "resources", place, reader)),
        errors: sorted(targets(node, "errors", place, reader)),
        rename: rename(node, place, reader),
    }
}

fn rename(node: &Node, place: &Place, reader: &mut Reader<'_>) -> BTreeMap<ShapeId, String> {
    let Some(node) = node.get("rename") else { return BTreeMap::new() };
    let mut names = BTreeMap::new();
    for (id, name) in reader.object(node, place, "rename").unwrap_or(&[]) {
        if let Some(name) = reader.text(name, place, "rename") {
            names.insert(ShapeId::new(id), name.to_owned());
        }
    }
    names
}

fn resource(node: &Node, place: &Place, reader: &mut Reader<'_>) -> Resource {
    let mut operations = targets(node, "operations", place, reader);
    operations.extend(targets(node, "collectionOperations", place, reader));
    for lifecycle in LIFECYCLE {
        operations.extend(node.get(lifecycle).and_then(|node| target(node, place, lifecycle, reader)));
    }
    let elsewhere = ["type", "traits", "mixins", "operations", "resources"];
    let other = node.entries().iter().filter(|(key, _)| !elsewhere.contains(&key.as_str()));
    Resource {
        operations: sorted(operations),
        resources: sorted(targets(node, "resources", place, reader)),
        other: other.map(|(key, node)| (key.clone(), node.to_value())).collect(),
    }
}

fn members(id: &ShapeId, node: &Node, kind: &Kind, reader: &mut Reader<'_>) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let place = reader.shape(id);
    let found: Vec<(&str, &Node)> = match kind {
        Kind::List => ["member"].iter().filter_map(|name| Some((*name, node.get(name)?))).collect(),
        Kind::Map => ["key", "value"].iter().filter_map(|name| Some((*name, node.get(name)?))).collect(),
        _ => {
            let entries = node.get("members").and_then(|node| reader.object(node, &place, "members"));
            entries.unwrap_or(&[]).iter().map(|(name, node)| (name.as_str(), node)).collect()
        }
    };
    for (name, node) in found {
        let twice = members.iter().any(|member| member.name == name);
        if !twice {
            members.extend(member(id, name, node, kind, reader));
        }
    }
    members
}

fn member(id: &ShapeId, name: &str, node: &Node, kind: &Kind, reader: &mut Reader<'_>) -> Option<Member> {
    let place = reader.member(id, name);
    let target = match (kind, node.get("target")) {
        (Kind::Enum | Kind::IntEnum, None) => ShapeId::new(prelude::UNIT),
        _ => target(node, &place, name, reader)?,
    };
    let mut traits = read_traits(node, &place, reader);
    if matches!(kind, Kind::Enum) && !traits.contains_key(prelude::ENUM_VALUE) {
        reader.set(&mut traits, prelude::ENUM_VALUE, name.into());
    }
    Some(Member { name: name.to_owned(), target, traits })
}

/// The id in a reference, `{"target": "ns#Name"}`.
fn target(node: &Node, place: &Place, what: &str, reader: &mut Reader<'_>) -> Option<ShapeId> {
    if let Some(target) = node.get("target") {
        reader.text(target, place, "target").map(ShapeId::new)
    } else {
        reader.error(
            place.clone(),
            format!("`{what}` has no target"),
            "write {\"target\": \"my.namespace#Name\"}",
        );
        None
    }
}

fn targets(node: &Node, key: &str, place: &Place, reader: &mut Reader<'_>) -> Vec<ShapeId> {
    let Some(list) = node.get(key) else { return Vec::new() };
    let list = reader.list(list, place, key).unwrap_or(&[]);
    list.iter().filter_map(|node| target(node, place, key, reader)).collect()
}

/// In the order of ids, each once.
pub(super) fn sorted(mut ids: Vec<ShapeId>) -> Vec<ShapeId> {
    ids.sort();
    ids.dedup();
    ids
}

fn warn_of_unknown_keys(node: &Node, kind: &Kind, place: &Place, reader: &mut Reader<'_>) {
    let known: &[&str] = match kind {
        Kind::Operation(_) => &["input", "output", "errors"],
        Kind::Service(_) => &["version", "operations", "resources", "errors", "rename"],
        Kind::Resource(_) => return,
        Kind::List => &["member"],
        Kind::Map => &["key", "value"],
        Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum => &["members"],
        _ => &[],
    };
    for (key, _) in node.entries() {
        if !["type", "traits", "mixins"].contains(&key.as_str()) && !known.contains(&key.as_str()) {
            reader.warning(
                place.clone(),
                format!("`{key}` has no meaning in a shape of type {} and is ignored", kind.as_str()),
                "remove it, or correct its spelling",
            );
        }
    }
}
