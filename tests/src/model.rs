//! The committed model, read without the tested generator.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use heck::ToKebabCase;
use serde_json::{Map, Value};

/// The shapes of CloudFront in the model, without overlays.
pub struct Model {
    shapes: Map<String, Value>,
}

/// Returns the directory of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the part of a shape id after the namespace.
fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

impl Model {
    /// Reads the committed model.
    pub fn read() -> Model {
        let path = root().join("model/cloudfront/model.json");
        let text = std::fs::read_to_string(&path).expect("the model is in the repository");
        let model: Value = serde_json::from_str(&text).expect("the model is JSON");
        let shapes = model["shapes"].as_object().expect("a model has shapes");
        Model { shapes: shapes.iter().map(|(id, shape)| (name(id).to_owned(), shape.clone())).collect() }
    }

    /// Returns the names of all shapes of a type, sorted.
    pub fn names(&self, kind: &str) -> Vec<&str> {
        let shapes = self.shapes.iter().filter(|(_, shape)| shape["type"] == kind);
        shapes.map(|(name, _)| name.as_str()).collect()
    }

    /// Returns a shape; null if it is not in the model.
    pub(crate) fn shape(&self, name: &str) -> &Value {
        self.shapes.get(name).unwrap_or(&Value::Null)
    }

    /// Returns all shapes of a type.
    fn of_type<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.shapes
            .iter()
            .filter(move |(_, shape)| shape["type"] == kind)
            .map(|(name, shape)| (name.as_str(), shape))
    }

    /// Returns the names of all operations.
    pub fn operations(&self) -> Vec<&str> {
        self.names("operation")
    }

    /// Returns the names of all structures but errors.
    pub fn structures(&self) -> Vec<&str> {
        let structures = self.of_type("structure").filter(|(_, shape)| !has_trait(shape, "smithy.api#error"));
        structures.map(|(name, _)| name).collect()
    }

    /// Returns the names of all errors.
    pub fn errors(&self) -> Vec<&str> {
        let errors = self.of_type("structure").filter(|(_, shape)| has_trait(shape, "smithy.api#error"));
        errors.map(|(name, _)| name).collect()
    }

    /// Returns the operations whose requests need a body: its members, or the payload, are required.
    pub fn operations_with_a_body(&self) -> Vec<&str> {
        let elsewhere = ["Label", "Query", "QueryParams", "Header", "PrefixHeaders"];
        let is_in_the_body = |member: &Value| {
            elsewhere.iter().all(|place| !has_trait(member, &format!("smithy.api#http{place}")))
        };
        let needs_one = |operation: &Value| {
            let members = self.target(&operation["input"])["members"].as_object().into_iter().flatten();
            members
                .into_iter()
                .any(|(_, member)| has_trait(member, "smithy.api#required") && is_in_the_body(member))
        };
        let found = self.of_type("operation").filter(|(_, operation)| needs_one(operation));
        found.map(|(name, _)| name).collect()
    }

    /// Returns the structures that have both members.
    pub fn structures_with(&self, members: [&str; 2]) -> Vec<&str> {
        let has =
            |name: &&str| members.iter().all(|member| self.shapes[*name]["members"].get(member).is_some());
        self.structures().into_iter().filter(has).collect()
    }

    /// Returns the number of members of a structure that are labels in a URI.
    pub fn labels(&self, structure: &str) -> usize {
        let members =
            self.shapes[structure]["members"].as_object().into_iter().flat_map(|members| members.values());
        members.filter(|member| self.trait_of(member, "smithy.api#httpLabel").is_some()).count()
    }

    /// Returns `Shape$Member` of all sensitive members of structures that are no errors.
    pub fn sensitive_members(&self) -> BTreeSet<String> {
        let sensitive = |member: &Value| self.trait_of(member, "smithy.api#sensitive").is_some();
        self.members()
            .filter(|(_, _, member)| sensitive(member))
            .map(|(shape, name, _)| format!("{shape}${name}"))
            .collect()
    }

    /// Returns the ids of the rules for required members of requests.
    pub fn required_rules(&self) -> BTreeSet<String> {
        let requests = self.reachable_from_inputs();
        self.members()
            .filter(|(shape, _, member)| requests.contains(shape) && has_trait(member, "smithy.api#required"))
            .map(|(shape, name, _)| format!("{}-{}-required", shape.to_kebab_case(), name.to_kebab_case()))
            .collect()
    }

    /// Returns the ids of the rules for minima of members of requests and of their elements, with the minimum.
    pub fn minimum_rules(&self) -> BTreeMap<String, f64> {
        let requests = self.reachable_from_inputs();
        let mut rules = BTreeMap::new();
        for (shape, name, member) in self.members().filter(|(shape, _, _)| requests.contains(shape)) {
            let rule = format!("{}-{}", shape.to_kebab_case(), name.to_kebab_case());
            rules.extend(self.minimum(member).map(|(kind, min)| (format!("{rule}-{kind}"), min)));
            if let Some(item) = self.target(member).get("member") {
                rules.extend(self.minimum(item).map(|(kind, min)| (format!("{rule}-item-{kind}"), min)));
            }
        }
        rules
    }

    /// Returns the kind and value of the minimum of a member; `None` if no value can be smaller. Leaves out blobs,
    /// because botocore does not check their length.
    fn minimum(&self, member: &Value) -> Option<(&'static str, f64)> {
        let min_of = |id: &str| self.trait_of(member, id)?.get("min")?.as_f64();
        if self.target(member)["type"] == "blob" {
            return None;
        }
        let length = min_of("smithy.api#length").filter(|min| *min > 0.0).map(|min| ("length", min));
        length.or_else(|| Some(("range", min_of("smithy.api#range")?)))
    }

    /// Returns the JSON Pointers of required members that are absent in a value of the shape.
    pub fn missing_members(&self, shape: &str, value: &Value) -> Vec<String> {
        let shape = &self.shapes[shape];
        let mut found = Vec::new();
        let mut look = |key: &str, member: &Value, value: Option<&Value>| match value {
            Some(value) => {
                let target =
                    member["target"].as_str().map(name).filter(|name| self.shapes.contains_key(*name));
                let below = target.map(|target| self.missing_members(target, value)).unwrap_or_default();
                found.extend(below.into_iter().map(|pointer| format!("/{key}{pointer}")));
            }
            None if has_trait(member, "smithy.api#required") => found.push(format!("/{key}")),
            None => {}
        };
        match value {
            Value::Object(values) => {
                let members = shape["members"].as_object().into_iter().flatten();
                members.for_each(|(name, member)| look(name, member, values.get(name)));
            }
            Value::Array(values) => {
                let values = values.iter().enumerate();
                values.for_each(|(index, value)| look(&index.to_string(), &shape["member"], Some(value)));
            }
            _ => {}
        }
        found
    }

    /// Returns all members of structures and unions that are no errors: shape, name, member.
    fn members(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        self.of_type("structure")
            .chain(self.of_type("union"))
            .filter(|(_, shape)| !has_trait(shape, "smithy.api#error"))
            .flat_map(|(shape, value)| {
                let members = value["members"].as_object().into_iter().flatten();
                members.map(move |(name, member)| (shape, name.as_str(), member))
            })
    }

    /// Returns the names of all shapes in requests.
    fn reachable_from_inputs(&self) -> BTreeSet<&str> {
        let inputs = self.of_type("operation").map(|(_, operation)| &operation["input"]);
        let mut open: Vec<_> = inputs.filter_map(|input| input["target"].as_str().map(name)).collect();
        let mut reached = BTreeSet::new();
        while let Some(next) = open.pop() {
            let Some(shape) = self.shapes.get(next).filter(|_| reached.insert(next)) else { continue };
            let members = shape["members"].as_object().into_iter().flatten().map(|(_, member)| member);
            open.extend(members.chain(shape.get("member")).filter_map(|to| to["target"].as_str().map(name)));
        }
        reached
    }

    /// Returns the shape of a member.
    fn target(&self, member: &Value) -> &Value {
        let target = member["target"].as_str().map(name).unwrap_or_default();
        self.shapes.get(target).unwrap_or(&Value::Null)
    }

    /// Returns a trait of a member or else of its shape.
    fn trait_of<'a>(&'a self, member: &'a Value, id: &str) -> Option<&'a Value> {
        [member, self.target(member)].into_iter().find_map(|shape| shape["traits"].get(id))
    }
}

fn has_trait(shape: &Value, id: &str) -> bool {
    shape["traits"].get(id).is_some()
}
