//! Makes the service of the metadata.

use serde_json::{Map, Value, json};

use super::Translator;
use crate::diagnostics::Place;
use crate::model::{Kind, Service, Shape, ShapeId};
use crate::prelude;
use crate::read::json::Node;
use crate::traits::Traits;

/// Metadata that is expressed by other means: protocol traits, the name of the service, or the traits set here.
const SAID: &[&str] = &[
    "apiVersion",
    "auth",
    "endpointPrefix",
    "jsonVersion",
    "protocol",
    "protocols",
    "serviceFullName",
    "serviceId",
    "signatureVersion",
    "signingName",
    "uid",
];

impl Translator<'_, '_, '_> {
    /// Adds the service shape.
    pub(super) fn service(&mut self, root: &Node, metadata: &Node, operations: &[(String, Node)]) {
        let id = self.service_id(metadata);
        let place = self.reader.shape(&id);
        let mut traits = self.service_traits(&id, metadata, &place);
        for (key, value) in root.entries() {
            if !["version", "metadata", "operations", "shapes"].contains(&key.as_str()) {
                self.attribute(&mut traits, key, value, &place);
            }
        }
        let mut operations: Vec<ShapeId> = operations.iter().map(|(name, _)| self.id(name)).collect();
        operations.sort();
        operations.dedup();
        let version = metadata.text("apiVersion").unwrap_or_default().to_owned();
        let kind = Kind::Service(Service { version, operations, ..Service::default() });
        self.add(id, Shape { kind, traits, members: Vec::new(), file: self.reader.file() });
    }

    /// The name that AWS gives the service in Smithy. The JSON protocols send it as the last part of their target;
    /// for the others, the closest is what CloudFront has: the namespace, capitalised, and the version.
    fn service_id(&self, metadata: &Node) -> ShapeId {
        let target = metadata.text("targetPrefix").and_then(|target| target.rsplit('.').next());
        let mut name = if let Some(target) =
            target.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
        {
            target.to_owned()
        } else {
            let last = self.namespace.rsplit('.').next().unwrap_or_default();
            let (first, rest) = last.split_at_checked(1).unwrap_or((last, ""));
            let version = metadata.text("apiVersion").unwrap_or_default().replace('-', "_");
            format!("{}{rest}{version}", first.to_ascii_uppercase())
        };
        while self.draft.model.shapes.contains_key(&self.id(&name)) {
            name.push_str("Service");
        }
        self.id(&name)
    }

    fn service_traits(&mut self, id: &ShapeId, metadata: &Node, place: &Place) -> Traits {
        let mut traits = Traits::new();
        let mut service = Map::new();
        for (key, entry) in [("serviceId", "sdkId"), ("endpointPrefix", "endpointPrefix")] {
            if let Some(text) = metadata.text(key) {
                service.insert(entry.to_owned(), text.into());
            }
        }
        self.reader.set(&mut traits, "aws.api#service", Value::Object(service));
        for (protocol, value) in &self.protocols.traits {
            self.reader.set(&mut traits, *protocol, value.clone());
        }
        if let Some(title) = metadata.text("serviceFullName") {
            self.reader.set(&mut traits, prelude::TITLE, title.into());
        }
        self.signing(&mut traits, metadata);
        for (key, value) in metadata.entries().iter().filter(|(key, _)| !SAID.contains(&key.as_str())) {
            match (key.as_str(), value) {
                ("targetPrefix", Node::Text(target)) if target == id.name() => {}
                ("xmlNamespace", Node::Text(uri)) => {
                    self.reader.set(&mut traits, prelude::XML_NAMESPACE, json!({"uri": uri}));
                }
                ("awsQueryCompatible", _) => {
                    self.reader.set(&mut traits, "aws.protocols#awsQueryCompatible", json!({}));
                }
                _ => self.attribute(&mut traits, key, value, place),
            }
        }
        traits
    }

    fn signing(&mut self, traits: &mut Traits, metadata: &Node) {
        let name = metadata.text("signingName").or(metadata.text("endpointPrefix")).unwrap_or_default();
        let mut schemes: Vec<&str> = match metadata.get("auth") {
            Some(Node::List(list)) => list.iter().filter_map(text).collect(),
            _ => Vec::new(),
        };
        if schemes.is_empty() {
            match metadata.text("signatureVersion") {
                Some("v4" | "s3v4" | "s3") => schemes.push("aws.auth#sigv4"),
                Some("bearer") => schemes.push(prelude::HTTP_BEARER_AUTH),
                Some(other) => self.reader.set(traits, "botocore#signatureVersion", other.into()),
                None => {}
            }
        }
        for scheme in &schemes {
            let value = if scheme.starts_with("aws.auth#sigv4") { json!({"name": name}) } else { json!({}) };
            self.reader.set(traits, *scheme, value);
        }
        if schemes.len() > 1 {
            self.reader.set(traits, prelude::AUTH, json!(schemes));
        }
    }
}

fn text(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}
