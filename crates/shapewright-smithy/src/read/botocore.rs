//! Reads botocore's `service-2.json` by translating it into the Smithy model that it was made from.

mod attributes;
mod errors;
mod member;
mod namespace;
mod operation;
mod pattern;
mod protocol;
mod service;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use super::json::Node;
use super::reader::Reader;
use crate::diagnostics::Place;
use crate::model::{Shape, ShapeId};
use protocol::Protocols;

/// Translates a file; `None` when it does not even say which service it is of.
pub(super) fn read(root: &Node, reader: &mut Reader<'_>) -> Option<Draft> {
    let place = Place::file(&*reader.file());
    let metadata = root.get("metadata").unwrap_or(&Node::Null);
    reader.object(metadata, &place, "metadata")?;
    let Some(namespace) = namespace(metadata) else {
        reader.file_error(
            "`metadata` has neither a `serviceId` nor an `endpointPrefix`",
            "add the serviceId of the service, `CloudFront` for instance",
        );
        return None;
    };
    let shapes = root.get("shapes").and_then(|node| reader.object(node, &place, "shapes")).unwrap_or(&[]);
    let protocols = protocol::read(metadata, reader);
    let operations = root.get("operations").and_then(|node| reader.object(node, &place, "operations"));
    let operations = operations.unwrap_or(&[]);
    let raw = shapes.iter().map(|(name, node)| (name.as_str(), node)).collect();
    let renamed = renamed(shapes, operations);
    let mut translator = Translator { reader, namespace, protocols, raw, renamed, draft: Draft::default() };
    for (name, node) in shapes {
        translator.shape(name, node);
    }
    for (name, node) in operations {
        translator.operation(name, node, metadata);
    }
    translator.service(root, metadata, operations);
    translator.unify_namespaces();
    Some(translator.draft)
}

/// `com.amazonaws.` and the service id, as AWS names its Smithy namespaces.
fn namespace(metadata: &Node) -> Option<String> {
    let id = metadata.text("serviceId").or(metadata.text("endpointPrefix"))?;
    let name: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    (!name.is_empty()).then(|| format!("com.amazonaws.{}", name.to_ascii_lowercase()))
}

/// New names for shapes that are called like an operation: botocore keeps the two apart, Smithy does not.
fn renamed<'n>(shapes: &'n [(String, Node)], operations: &[(String, Node)]) -> BTreeMap<&'n str, String> {
    let mut taken: BTreeSet<&str> = operations.iter().map(|(name, _)| name.as_str()).collect();
    let clashing = shapes.iter().map(|(name, _)| name.as_str()).filter(|name| taken.contains(name));
    let clashing: Vec<&str> = clashing.collect();
    taken.extend(shapes.iter().map(|(name, _)| name.as_str()));
    let free = |name: &str| {
        let mut new = format!("{name}Shape");
        while taken.contains(new.as_str()) {
            new.push_str("Shape");
        }
        new
    };
    clashing.into_iter().map(|name| (name, free(name))).collect()
}

/// The state of a translation.
struct Translator<'n, 'r, 'a> {
    reader: &'r mut Reader<'a>,
    namespace: String,
    protocols: Protocols,
    /// The shapes as the file has them, for those who need to see a target.
    raw: BTreeMap<&'n str, &'n Node>,
    renamed: BTreeMap<&'n str, String>,
    draft: Draft,
}

impl<'n> Translator<'n, '_, '_> {
    /// The absolute id for a name of an operation or service.
    fn id(&self, name: &str) -> ShapeId {
        ShapeId::new(format!("{}#{name}", self.namespace))
    }

    /// The absolute id for the name of a shape.
    fn shape_id(&self, name: &str) -> ShapeId {
        self.id(self.renamed.get(name).map_or(name, String::as_str))
    }

    /// Adds a shape under a name that is free: duplicates were reported when the file was parsed.
    fn add(&mut self, id: ShapeId, shape: Shape) {
        self.draft.model.shapes.entry(id).or_insert(shape);
    }

    /// The shape as the file has it that a reference, `{"shape": "Name"}`, is to.
    fn raw_target(&self, node: &Node) -> Option<&'n Node> {
        self.raw.get(node.text("shape")?).copied()
    }

    /// The shape that a reference, `{"shape": "Name"}`, is to.
    fn target(&mut self, node: &Node, place: &Place, what: &str) -> Option<ShapeId> {
        if let Some(name) = node.get("shape") {
            self.reader.text(name, place, "shape").map(|name| self.shape_id(name))
        } else {
            let message = format!("`{what}` names no shape");
            self.reader.error(place.clone(), message, "write {\"shape\": \"Name\"}");
            None
        }
    }
}
