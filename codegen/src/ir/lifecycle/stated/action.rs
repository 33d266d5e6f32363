//! What overlays state about operations.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

/// What convention does not say of an operation.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// Why it has a function of its own.
    #[serde(default)]
    pub custom: Option<String>,
    /// What it does, if its name does not tell.
    #[serde(default)]
    pub does: Option<Does>,
    /// The stored structure of the resource, if its name does not tell.
    #[serde(default)]
    pub resource: Option<String>,
    /// Members that name the resource, with paths in the stored structure; an empty path is the key.
    #[serde(default)]
    pub keys: BTreeMap<String, Vec<String>>,
    /// The code if the resource does not exist.
    #[serde(default)]
    pub missing: Option<String>,
    /// What it sets, by path in the stored structure.
    #[serde(default)]
    pub sets: BTreeMap<String, Set>,
    /// Members of the output.
    #[serde(default)]
    pub output: BTreeMap<String, Part>,
    /// Members that choose the resources of a list, with paths in the stored structure.
    #[serde(default)]
    pub filters: BTreeMap<String, Filter>,
    /// Where it is known from.
    #[serde(default)]
    pub source: Option<String>,
}

/// Where the value of a member that chooses resources can be.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Filter {
    /// Paths in the stored structure.
    pub paths: Vec<String>,
    /// What its absence means.
    #[serde(default)]
    pub absent: String,
}

/// What an operation does.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub enum Does {
    /// Creates a resource.
    Create,
    /// Reads a resource.
    Get,
    /// Changes a resource.
    Update,
    /// Deletes a resource.
    Delete,
    /// Copies the draft.
    Publish,
    /// Lists resources.
    List,
    /// Sets tags.
    Tag,
    /// Removes tags.
    Untag,
    /// Lists tags.
    ListTags,
}

/// What an operation sets.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Set {
    /// The value of a member of the input.
    Input(String),
    /// A constant.
    Json(Json),
    /// None.
    Nothing,
}

/// A member of an output or of an element of a list.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Part {
    /// Part of the stored structure.
    Stored(String),
    /// A text of it in capitals.
    Capitals(String),
    /// What is kept beside it.
    Kept(String),
    /// A constant.
    Json(Json),
}
