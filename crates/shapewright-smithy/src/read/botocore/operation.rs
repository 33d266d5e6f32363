//! Translates operations.

use serde_json::{Value, json};

use super::{Translator, errors};
use crate::diagnostics::Place;
use crate::model::{Kind, Operation, Shape, ShapeId};
use crate::prelude;
use crate::read::json::Node;
use crate::traits::Traits;

impl Translator<'_, '_, '_> {
    /// Translates the operation with the map key `name`; the attribute `name` is that of older protocols.
    pub(super) fn operation(&mut self, name: &str, node: &Node, metadata: &Node) {
        let id = self.id(name);
        let place = self.reader.shape(&id);
        if self.reader.object(node, &place, name).is_none() {
            self.draft.broken.insert(id);
            return;
        }
        let mut traits = Traits::new();
        let mut operation = Operation::default();
        for (key, value) in node.entries() {
            match key.as_str() {
                "input" => operation.input = self.input(value, &place, &mut traits),
                "output" => operation.output = self.output(name, value, &place, &mut traits),
                "errors" => operation.errors = self.errors(value, &place),
                "name" if is_usual_name(name, value, metadata) => {}
                "http" => self.http(&mut traits, value, node, &place),
                "authtype" | "auth" => self.auth(&mut traits, key, value),
                "endpointdiscovery" => {
                    let required = value.is_true("required");
                    let id = "aws.api#clientDiscoveredEndpoint";
                    self.reader.set(&mut traits, id, json!({"required": required}));
                }
                _ => self.attribute(&mut traits, key, value, &place),
            }
        }
        if self.protocols.rest && node.get("http").is_none() {
            let help = "add `http` with the `method` and `requestUri` of the operation";
            self.reader.error(place, "the operation has no `http`, which its protocol needs", help);
        }
        let shape =
            Shape { kind: Kind::Operation(operation), traits, members: Vec::new(), file: self.reader.file() };
        self.add(id, shape);
    }

    fn input(&mut self, node: &Node, place: &Place, traits: &mut Traits) -> Option<ShapeId> {
        let id = self.target(node, place, "input")?;
        let file = self.reader.file();
        let mut rest = serde_json::Map::new();
        for (key, value) in node.entries() {
            let value = value.to_value();
            // Attributes of the element around the input are traits of the structure in Smithy.
            let moved = match key.as_str() {
                "shape" => continue,
                "locationName" if value.as_str() == node.text("shape") => continue,
                "locationName" => prelude::XML_NAME,
                "xmlNamespace" => prelude::XML_NAMESPACE,
                "documentation" => prelude::DOCUMENTATION,
                _ => {
                    rest.insert(key.clone(), value);
                    continue;
                }
            };
            if let Some(shape) = self.draft.model.shapes.get_mut(&id) {
                let applied = crate::traits::Trait { value, file: file.clone() };
                shape.traits.entry(moved.to_owned()).or_insert(applied);
            }
        }
        self.keep_rest(traits, "input", rest);
        Some(id)
    }

    fn output(&mut self, name: &str, node: &Node, place: &Place, traits: &mut Traits) -> Option<ShapeId> {
        let id = self.target(node, place, "output")?;
        let mut rest = serde_json::Map::new();
        for (key, value) in node.entries() {
            match key.as_str() {
                "shape" => {}
                "documentation" => self.document(&id, value),
                // The query protocol always wraps results in this element.
                "resultWrapper" if value == &Node::Text(format!("{name}Result")) => {}
                _ => drop(rest.insert(key.clone(), value.to_value())),
            }
        }
        self.keep_rest(traits, "output", rest);
        Some(id)
    }

    fn keep_rest(&mut self, traits: &mut Traits, side: &str, rest: serde_json::Map<String, Value>) {
        if !rest.is_empty() {
            self.reader.set(traits, format!("botocore#{side}"), Value::Object(rest));
        }
    }

    /// Documents a shape with the text of a reference to it, if it has none of its own.
    fn document(&mut self, id: &ShapeId, text: &Node) {
        let applied = self.reader.make_trait(text.to_value());
        if let Some(shape) = self.draft.model.shapes.get_mut(id) {
            shape.traits.entry(prelude::DOCUMENTATION).or_insert(applied);
        }
    }

    fn errors(&mut self, node: &Node, place: &Place) -> Vec<ShapeId> {
        let mut ids = Vec::new();
        for node in self.reader.list(node, place, "errors").unwrap_or(&[]) {
            let Some(id) = self.target(node, place, "errors") else { continue };
            if let Some(text) = node.get("documentation") {
                self.document(&id, text);
            }
            // Old files say on the reference, or not at all, that the shape is an exception.
            if let Some(shape) = self.draft.model.shapes.get_mut(&id)
                && matches!(shape.kind, Kind::Structure)
                && !shape.traits.contains_key(prelude::ERROR)
            {
                errors::set_always(
                    &mut shape.traits,
                    node.text("shape").unwrap_or_default(),
                    node,
                    self.reader,
                );
            }
            ids.push(id);
        }
        ids.sort();
        ids.dedup();
        ids
    }

    fn http(&mut self, traits: &mut Traits, node: &Node, operation: &Node, place: &Place) {
        let (Some(method), Some(uri)) = (node.text("method"), node.text("requestUri")) else {
            self.reader.error(
                place.clone(),
                "`http` needs the strings `method` and `requestUri`",
                "write {\"method\": \"GET\", \"requestUri\": \"/path/{Label}\"}",
            );
            return;
        };
        if !self.protocols.rest && method == "POST" && uri == "/" {
            return; // What these protocols always do, Smithy does not state.
        }
        let code = node.get("responseCode").map_or(json!(200), Node::to_value);
        let uri = self.uri(uri, operation);
        let value = json!({"method": method, "uri": uri, "code": code});
        self.reader.set(traits, prelude::HTTP, value);
        for (key, value) in node.entries() {
            if !["method", "requestUri", "responseCode"].contains(&key.as_str()) {
                self.keep(traits, key, value);
            }
        }
    }

    /// Labels are the wire names of members in botocore, and the members' own names in Smithy.
    fn uri(&self, uri: &str, operation: &Node) -> String {
        let input = operation.get("input").and_then(|input| self.raw_target(input));
        let members = input.and_then(|input| input.get("members")).map_or(&[][..], Node::entries);
        let mut uri = uri.to_owned();
        if !uri.starts_with('/') {
            uri.insert(0, '/');
        }
        let mut labels = Vec::new();
        for (name, member) in members.iter().filter(|(_, member)| member.text("location") == Some("uri")) {
            if let Some(wire) = member.text("locationName").filter(|wire| wire != name) {
                labels.push((wire, name.as_str()));
            }
        }
        rename_labels(&uri, &labels)
    }

    fn auth(&mut self, traits: &mut Traits, key: &str, node: &Node) {
        const NONE: &str = "smithy.api#noAuth";
        let schemes: Option<Vec<Value>> = match node {
            Node::List(list) => Some(list.iter().map(Node::to_value).collect()),
            _ => None,
        };
        match (key, schemes, node) {
            ("auth", Some(schemes), _) => {
                if schemes.iter().any(|scheme| scheme == NONE) {
                    self.reader.set(traits, prelude::OPTIONAL_AUTH, json!({}));
                }
                let real: Vec<Value> = schemes.into_iter().filter(|scheme| scheme != NONE).collect();
                if !real.is_empty() {
                    self.reader.set(traits, prelude::AUTH, Value::Array(real));
                }
            }
            ("authtype", _, Node::Text(kind)) if kind == "none" => {
                self.reader.set(traits, prelude::OPTIONAL_AUTH, json!({}));
            }
            ("authtype", _, Node::Text(kind)) if kind == "v4-unsigned-body" => {
                self.reader.set(traits, "aws.auth#unsignedPayload", json!({}));
            }
            _ => self.keep(traits, key, node),
        }
    }
}

/// Replaces `{wire}` and `{wire+}` in one pass, so that swapped names do not meet.
fn rename_labels(uri: &str, labels: &[(&str, &str)]) -> String {
    let mut renamed = String::with_capacity(uri.len());
    let mut rest = uri;
    while let Some((before, after)) = rest.split_once('{') {
        let (label, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, greedy) = label.strip_suffix('+').map_or((label, ""), |name| (name, "+"));
        let name = labels.iter().find(|(wire, _)| *wire == name).map_or(name, |(_, member)| *member);
        renamed.push_str(before);
        renamed.extend(["{", name, greedy, "}"]);
        rest = after;
    }
    renamed + rest
}

/// Whether the attribute `name` is the key, alone or with the API version, which adds nothing.
fn is_usual_name(key: &str, name: &Node, metadata: &Node) -> bool {
    let version = metadata.text("apiVersion").unwrap_or_default().replace('-', "_");
    matches!(name, Node::Text(name) if name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest == version))
}
