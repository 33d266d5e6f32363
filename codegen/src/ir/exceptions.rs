//! What overlays state about dialects, the ways in which tools write the resources of a service.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};
use serde_json::Value;
use shapewright_smithy::model::ShapeId;

use crate::formats::Format;

/// Everything that is stated about dialects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatedDialects {
    /// The overlay with the settings.
    pub file: String,
    /// Settings by dialect.
    pub settings: BTreeMap<String, Settings>,
    /// Exceptions by structure, and the overlay that has them.
    pub exceptions: BTreeMap<ShapeId, (String, BTreeMap<String, Exceptions>)>,
    /// Schemas of the tools, and their files.
    pub formats: Vec<(String, Format)>,
}

/// Settings of a dialect.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// The tool, for people: `CloudFormation`.
    pub title: String,
    /// What types of resources begin with: `AWS::CloudFront::`.
    pub prefix: String,
    /// Whether objects are written as blocks.
    #[serde(default)]
    pub blocks: bool,
    /// The dialect from which it differs only in the letter case of names.
    #[serde(default)]
    pub from: Option<String>,
    /// Suffixes of operations that are used if a property is there: `{"WithTags": "Tags"}`.
    #[serde(default)]
    pub variants: BTreeMap<String, String>,
    /// Properties of any resource that are not sent, with the reason.
    #[serde(default)]
    pub ignored: BTreeMap<String, String>,
    /// Resources that convention does not match to an operation.
    #[serde(default)]
    pub resources: BTreeMap<String, ResourceException>,
}

/// A resource that convention does not match to an operation.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum ResourceException {
    /// The operation that creates it.
    Operation(String),
    /// No operation creates it, with the reason.
    None(String),
}

/// Exceptions of a dialect in the objects that become a structure.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exceptions {
    /// By property of the tool.
    #[serde(default)]
    pub properties: BTreeMap<String, PropertyException>,
    /// What the tool sends without being asked, by the path to the API member.
    #[serde(default)]
    pub supplied: BTreeMap<String, OneOrMore<SuppliedException>>,
    /// Members that the tool cannot send, with the reason.
    #[serde(default)]
    pub absent: BTreeMap<String, OneOrMore<Excuse>>,
    /// Members that the API demands and the tool leaves to its users, with the reason.
    #[serde(default)]
    pub demanded: BTreeMap<String, OneOrMore<Excuse>>,
}

/// One value, or a list of them for different resources.
#[derive(Clone, Debug, PartialEq)]
pub enum OneOrMore<T> {
    /// One.
    One(T),
    /// Several.
    More(Vec<T>),
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for OneOrMore<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Array(all) => {
                let all = all.into_iter().map(T::deserialize).collect::<Result<_, _>>();
                all.map(OneOrMore::More).map_err(D::Error::custom)
            }
            one => T::deserialize(one).map(OneOrMore::One).map_err(D::Error::custom),
        }
    }
}

impl<T> OneOrMore<T> {
    /// All of them.
    pub fn all(&self) -> &[T] {
        match self {
            OneOrMore::One(one) => std::slice::from_ref(one),
            OneOrMore::More(all) => all,
        }
    }
}

/// How a property differs from what convention makes of it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PropertyException {
    /// The API member, by the members that lead to it, with dots.
    #[serde(default)]
    pub path: Option<String>,
    /// Why the tool does not send it.
    #[serde(default)]
    pub ignored: Option<String>,
    /// Why the value of the API member is not known if the property is there.
    #[serde(default)]
    pub unknown: Option<String>,
    /// Properties that stop it.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Properties of which it needs one.
    #[serde(default)]
    pub only_with: Vec<String>,
    /// Why it differs, for people.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A value that the tool sends without being asked.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuppliedException {
    /// The value.
    #[serde(default)]
    pub value: Option<Value>,
    /// Why the value is not known.
    #[serde(default)]
    pub unknown: Option<String>,
    /// Properties that stop it.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Properties of which it needs one.
    #[serde(default)]
    pub only_with: Vec<String>,
    /// Resources that have it; all if empty.
    #[serde(default)]
    pub resources: Vec<String>,
}

/// Why a member needs no property.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(untagged, expecting = "write the reason, or an object with `reason` and `resources`")]
pub enum Excuse {
    /// In any resource.
    Everywhere(String),
    /// In some resources.
    Somewhere {
        /// The reason.
        reason: String,
        /// The resources.
        resources: Vec<String>,
    },
}

impl Excuse {
    /// Whether it holds in this resource.
    pub fn holds_in(&self, resource: &str) -> bool {
        match self {
            Excuse::Everywhere(_) => true,
            Excuse::Somewhere { resources, .. } => resources.iter().any(|name| name == resource),
        }
    }
}

impl SuppliedException {
    /// Whether it holds in this resource.
    pub fn holds_in(&self, resource: &str) -> bool {
        self.resources.is_empty() || self.resources.iter().any(|name| name == resource)
    }
}
