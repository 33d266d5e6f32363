//! Schemas of tools that have resources of a service: names, nesting and types of the properties, as `cargo xtask
//! import-format` writes them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shapewright_smithy::{Diagnostics, Place};

use crate::Input;

/// The schema of a tool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// Name of the dialect: `cloudformation`.
    pub dialect: String,
    /// Properties by name, by type of resource.
    pub resources: BTreeMap<String, BTreeMap<String, Property>>,
}

/// A property.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Property {
    /// Type of its values.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Whether the tool demands it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether only the tool sets it, or only the service.
    #[serde(default, skip_serializing_if = "is_false")]
    pub read_only: bool,
    /// Whether the tool makes a new resource when it changes.
    #[serde(default, skip_serializing_if = "is_false")]
    pub create_only: bool,
    /// What is in a list or map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Box<Property>>,
    /// What is in an object.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<String, Property>,
}

/// Types of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// True or false.
    Boolean,
    /// Any number.
    Number,
    /// A text.
    String,
    /// A list or set.
    List,
    /// Texts to values.
    Map,
    /// A fixed set of properties.
    Object,
}

impl Property {
    /// A property with values of that type, which is neither required, read-only nor create-only.
    pub fn new(kind: Kind) -> Property {
        Property {
            kind,
            required: false,
            read_only: false,
            create_only: false,
            of: None,
            properties: BTreeMap::new(),
        }
    }

    /// What its values are made of: for lists and maps their elements, else the property itself.
    pub fn element(&self) -> &Property {
        self.of.as_deref().unwrap_or(self)
    }

    /// Whether no part of it can be set.
    pub fn is_output(&self) -> bool {
        let object = self.element();
        let nested = &object.properties;
        self.read_only || (!nested.is_empty() && nested.values().all(Property::is_output))
    }
}

impl Format {
    /// Reads a schema. Reports what is wrong with it.
    pub(crate) fn read(input: &Input, diagnostics: &mut Diagnostics) -> Option<Format> {
        let mut json = serde_json::Deserializer::from_slice(&input.bytes);
        match serde_path_to_error::deserialize(&mut json) {
            Ok(format) => Some(format),
            Err(error) => {
                diagnostics.error(
                    Place::file(&input.name),
                    format!("not the schema of a tool: at `{}`: {}", error.path(), error.inner()),
                    "write the file with `cargo xtask import-format`",
                );
                None
            }
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
