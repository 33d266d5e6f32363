//! Translates members: those of structures, lists and maps.

use serde_json::json;

use super::Translator;
use crate::diagnostics::Place;
use crate::model::{Member, ShapeId};
use crate::prelude;
use crate::read::json::Node;
use crate::traits::Traits;

impl Translator<'_, '_, '_> {
    /// Members of a structure or union.
    pub(super) fn structure_members(&mut self, id: &ShapeId, node: &Node) -> Vec<Member> {
        let place = self.reader.shape(id);
        let payload = node.text("payload");
        let entries = node.get("members").and_then(|node| self.reader.object(node, &place, "members"));
        let mut members: Vec<Member> = Vec::new();
        for (name, node) in entries.unwrap_or(&[]) {
            if members.iter().any(|known| known.name == *name) {
                continue; // Duplicates were reported when the file was parsed.
            }
            members.extend(self.structure_member(id, name, node, payload == Some(name)));
        }
        self.require(&mut members, node, &place);
        if let Some(payload) = payload.filter(|payload| !members.iter().any(|member| member.name == *payload))
        {
            self.no_member("payload", payload, &place);
        }
        members
    }

    fn structure_member(&mut self, id: &ShapeId, name: &str, node: &Node, payload: bool) -> Option<Member> {
        let place = self.reader.member(id, name);
        self.reader.object(node, &place, name)?;
        let target = self.target(node, &place, name)?;
        let mut traits = Traits::new();
        if payload {
            self.reader.set(&mut traits, prelude::HTTP_PAYLOAD, json!({}));
        }
        for (key, value) in node.entries() {
            match key.as_str() {
                "shape" | "locationName" => {}
                "location" => self.location(&mut traits, name, node, &place),
                _ => self.attribute(&mut traits, key, value, &place),
            }
        }
        if node.get("location").is_none() {
            self.body_name(&mut traits, name, node, payload);
        }
        Some(Member { name: name.to_owned(), target, traits })
    }

    /// A place outside of the body.
    fn location(&mut self, traits: &mut Traits, name: &str, node: &Node, place: &Place) {
        let wire = node.text("locationName");
        let is_map = self.raw_target(node).and_then(|raw| raw.text("type")) == Some("map");
        let (id, value) = match node.text("location") {
            Some("uri") => (prelude::HTTP_LABEL, json!({})),
            Some("header") => (prelude::HTTP_HEADER, wire.unwrap_or(name).into()),
            Some("headers") => (prelude::HTTP_PREFIX_HEADERS, wire.unwrap_or("").into()),
            Some("querystring") if is_map => (prelude::HTTP_QUERY_PARAMS, json!({})),
            Some("querystring") => (prelude::HTTP_QUERY, wire.unwrap_or(name).into()),
            Some("statusCode") => (prelude::HTTP_RESPONSE_CODE, json!({})),
            _ => {
                let found = node.get("location").map(Node::to_value).unwrap_or_default();
                self.reader.error(
                    place.clone(),
                    format!("{found} is not a location"),
                    "use uri, header, headers, querystring or statusCode",
                );
                return;
            }
        };
        self.reader.set(traits, id, value);
    }

    /// The name in the body, where it is not that of the member.
    fn body_name(&mut self, traits: &mut Traits, name: &str, node: &Node, payload: bool) {
        let target = self.raw_target(node);
        let own = node.text("locationName");
        let mut wire = own;
        if node.is_true("flattened") || target.is_some_and(|target| target.is_true("flattened")) {
            self.reader.set(traits, prelude::XML_FLATTENED, json!({}));
            // A flattened list has no element of its own: botocore names its items where Smithy names the member.
            let item = target.and_then(|target| target.get("member")?.text("locationName"));
            wire = if self.protocols.query { item.or(own) } else { own.or(item) };
        }
        let Some(wire) = wire else { return };
        // Smithy states the root element of an XML payload even when it has the name of the member.
        if self.protocols.xml && (payload || wire != name) {
            self.reader.set(traits, prelude::XML_NAME, wire.into());
        }
        if self.protocols.json && wire != name {
            self.reader.set(traits, prelude::JSON_NAME, wire.into());
        }
        if !self.protocols.xml && !self.protocols.json && wire != name {
            self.reader.set(traits, "botocore#locationName", wire.into());
        }
    }

    /// Member of a list, or key and value of a map.
    pub(super) fn inner_members(&mut self, id: &ShapeId, node: &Node, names: &[&str]) -> Vec<Member> {
        let mut members = Vec::new();
        for name in names {
            let Some(node) = node.get(name) else { continue };
            let place = self.reader.member(id, name);
            let Some(target) = self.target(node, &place, name) else { continue };
            let mut traits = Traits::new();
            for (key, value) in node.entries() {
                match key.as_str() {
                    "shape" => {}
                    "locationName" => self.reader.set(&mut traits, prelude::XML_NAME, value.to_value()),
                    _ => self.attribute(&mut traits, key, value, &place),
                }
            }
            members.push(Member { name: (*name).to_owned(), target, traits });
        }
        members
    }

    fn require(&mut self, members: &mut [Member], node: &Node, place: &Place) {
        let names = node.get("required").and_then(|list| self.reader.list(list, place, "required"));
        for name in names.unwrap_or(&[]) {
            let Some(name) = self.reader.text(name, place, "required") else { continue };
            match members.iter_mut().find(|member| member.name == name) {
                Some(member) => self.reader.set(&mut member.traits, prelude::REQUIRED, json!({})),
                None => self.no_member("required", name, place),
            }
        }
    }

    fn no_member(&mut self, what: &str, name: &str, place: &Place) {
        self.reader.error(
            place.clone(),
            format!("`{what}` names `{name}`, which is not a member"),
            format!("add the member, or remove its name from `{what}`"),
        );
    }
}
