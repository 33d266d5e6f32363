//! Translates shapes.

use serde_json::{Map, Value, json};

use super::{Translator, errors, pattern};
use crate::diagnostics::Place;
use crate::model::{Kind, Member, Shape, ShapeId};
use crate::prelude;
use crate::read::json::Node;
use crate::read::smithy::legacy::member_name;
use crate::traits::Traits;

impl Translator<'_, '_, '_> {
    /// Translates the shape `name`.
    pub(super) fn shape(&mut self, name: &str, node: &Node) {
        let id = self.shape_id(name);
        let place = self.reader.shape(&id);
        if self.draft.model.shapes.contains_key(&id) || self.draft.broken.contains(&id) {
            return; // Standing twice was reported where the file was parsed.
        }
        let known = self.reader.object(node, &place, name).is_some();
        let Some(kind) = known.then(|| self.kind(node, &place)).flatten() else {
            self.draft.broken.insert(id);
            return;
        };
        let traits = self.shape_traits(name, node, &kind, &place);
        let members = self.shape_members(&id, node, &kind);
        let shape = Shape { kind, traits, members, file: self.reader.file() };
        self.add(id, shape);
    }

    fn kind(&mut self, node: &Node, place: &Place) -> Option<Kind> {
        let Some(name) = node.get("type") else {
            self.reader.error(
                place.clone(),
                "the shape has no `type`",
                "give it a type, `structure` for instance",
            );
            return None;
        };
        let name = self.reader.text(name, place, "type")?;
        Some(match name {
            "structure" if node.is_true("document") => Kind::Document,
            "structure" if node.is_true("union") || node.is_true("eventstream") => Kind::Union,
            "structure" => Kind::Structure,
            "list" => Kind::List,
            "map" => Kind::Map,
            "string" if node.get("enum").is_some() => Kind::Enum,
            "string" | "character" => Kind::String,
            "boolean" => Kind::Boolean,
            "byte" => Kind::Byte,
            "short" => Kind::Short,
            "integer" => Kind::Integer,
            "long" => Kind::Long,
            "float" => Kind::Float,
            "double" => Kind::Double,
            "biginteger" => Kind::BigInteger,
            "bigdecimal" => Kind::BigDecimal,
            "blob" => Kind::Blob,
            "timestamp" => Kind::Timestamp,
            other => {
                self.reader.error(
                    place.clone(),
                    format!("`{other}` is not a type of shape"),
                    "use a type of botocore: structure, list, map, string, integer and so on",
                );
                return None;
            }
        })
    }

    fn shape_traits(&mut self, name: &str, node: &Node, kind: &Kind, place: &Place) -> Traits {
        let mut traits = Traits::new();
        let data = matches!(kind, Kind::Structure | Kind::Union | Kind::Document);
        for (key, value) in node.entries() {
            match key.as_str() {
                "type" | "exception" | "error" | "fault" => {}
                "members" | "required" | "payload" if data => {}
                "member" if matches!(kind, Kind::List) => {}
                "key" | "value" if matches!(kind, Kind::Map) => {}
                "enum" if matches!(kind, Kind::Enum) => {}
                "document" | "union" | "event" if data => {} // Said by the kind, or by who targets the event.
                "eventstream" => self.reader.set(&mut traits, prelude::STREAMING, json!({})),
                "flattened" => {} // Said by the members that target the shape.
                "min" | "max" => self.bound(&mut traits, key, value, kind),
                "pattern" => {
                    if let Some(text) = self.reader.text(value, place, key) {
                        self.reader.set(&mut traits, prelude::PATTERN, pattern::anchored(text).into());
                    }
                }
                "locationName" if data => {
                    if value != &Node::Text(name.to_owned()) {
                        self.reader.set(&mut traits, prelude::XML_NAME, value.to_value());
                    }
                }
                _ => self.attribute(&mut traits, key, value, place),
            }
        }
        errors::set(&mut traits, name, node, self.reader);
        traits
    }

    /// A bound of strings, bytes and collections is a `length`, one of numbers a `range`.
    fn bound(&mut self, traits: &mut Traits, key: &str, value: &Node, kind: &Kind) {
        let id = match kind {
            Kind::String | Kind::Enum | Kind::Blob | Kind::List | Kind::Map => prelude::LENGTH,
            Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => {
                prelude::RANGE
            }
            Kind::BigInteger | Kind::BigDecimal => prelude::RANGE,
            _ => return self.keep(traits, key, value),
        };
        let empty = self.reader.make_trait(Value::Object(Map::new()));
        let applied = traits.entry(id.to_owned()).or_insert(empty);
        if let Value::Object(bounds) = &mut applied.value {
            bounds.insert(key.to_owned(), value.to_value());
        }
    }

    fn shape_members(&mut self, id: &ShapeId, node: &Node, kind: &Kind) -> Vec<Member> {
        match kind {
            Kind::Structure | Kind::Union => self.structure_members(id, node),
            Kind::List => self.inner_members(id, node, &["member"]),
            Kind::Map => self.inner_members(id, node, &["key", "value"]),
            Kind::Enum => self.enum_members(id, node),
            _ => Vec::new(),
        }
    }

    fn enum_members(&mut self, id: &ShapeId, node: &Node) -> Vec<Member> {
        let place = self.reader.shape(id);
        let values = node.get("enum").and_then(|list| self.reader.list(list, &place, "enum")).unwrap_or(&[]);
        let mut members: Vec<Member> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for value in values {
            let Some(text) = self.reader.text(value, &place, "enum") else { continue };
            if !seen.insert(text) {
                let message = format!("the enum has the value \"{text}\" twice");
                self.reader.error(place.clone(), message, "keep one of the two");
                continue;
            }
            let mut traits = Traits::new();
            self.reader.set(&mut traits, prelude::ENUM_VALUE, text.into());
            let target = ShapeId::new(prelude::UNIT);
            members.push(Member { name: member_name(text, &members), target, traits });
        }
        members
    }
}
