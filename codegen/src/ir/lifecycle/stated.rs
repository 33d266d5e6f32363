//! What overlays state about resources and operations.

mod action;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;
use shapewright_smithy::model::ShapeId;

pub use self::action::{Action, Does, Filter, Part, Set};

/// Everything that is stated, with the overlay that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The overlay with the settings of the service.
    pub file: String,
    /// The settings.
    pub settings: Settings,
    /// Resources by their stored structure.
    pub resources: BTreeMap<ShapeId, (String, Lifecycle)>,
    /// Resources that the service has from the start, by their stored structure and key.
    pub managed: BTreeMap<ShapeId, (String, BTreeMap<String, Managed>)>,
    /// Operations by name.
    pub actions: BTreeMap<String, (String, ShapeId, Action)>,
    /// The texts of errors, by `Code` or `Code/name`.
    pub messages: (String, BTreeMap<String, Message>),
}

/// Settings of the service.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// The start of the URLs of resources.
    pub endpoint: String,
    /// The ETags of the first versions.
    pub etags: Vec<String>,
    /// Elements of a page of a list.
    pub page: u32,
    /// Codes of refusals.
    pub codes: Codes,
    /// What is known of it, and from where.
    pub source: String,
}

/// Codes of refusals. `{noun}` is the name of a resource in operations, `{nouns}` its plural, `{owners}` the plural of
/// the resource that names it. The first code counts that the operation models.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Codes {
    /// A resource that does not exist.
    pub missing: Vec<String>,
    /// A name that another resource has.
    pub exists: Vec<String>,
    /// One resource too many.
    pub too_many: Vec<String>,
    /// A delete of a resource that another one names.
    pub in_use: Vec<String>,
    /// An update of a resource that another one names.
    pub update_in_use: Vec<String>,
    /// A delete of a resource that is enabled.
    pub not_disabled: Vec<String>,
    /// A delete of what the service has from the start.
    pub managed_delete: Vec<String>,
    /// An update of what the service has from the start.
    pub managed_update: Vec<String>,
    /// A member that names a resource that does not exist.
    pub reference: Vec<String>,
    /// One resource too many that names another one.
    pub shared: Vec<String>,
    /// No ETag.
    pub no_etag: String,
    /// Another ETag.
    pub stale: String,
}

/// What convention does not say of a resource.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Lifecycle {
    /// How keys are made.
    pub id: Id,
    /// What is known of ids, order and first version, and from where.
    pub source: String,
    /// What messages call it.
    #[serde(default)]
    pub thing: Option<String>,
    /// Its names in operations.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// The member with the key.
    #[serde(default)]
    pub key: Option<String>,
    /// The resources that can contain it.
    #[serde(default)]
    pub parents: Vec<String>,
    /// The path of its URL, with `{key}`, `{parent}` and `{arn}`.
    #[serde(default)]
    pub location: Option<String>,
    /// What the service sets.
    #[serde(default)]
    pub fills: BTreeMap<String, Fill>,
    /// What create adds.
    #[serde(default)]
    pub defaults: Vec<Defaults>,
    /// The progress from a change to its deployment.
    #[serde(default)]
    pub status: Option<Status>,
    /// The copies of a resource that is published.
    #[serde(default)]
    pub stages: Option<Stages>,
    /// The version of a new resource.
    #[serde(default)]
    pub first_version: u32,
    /// Values that no other resource may have, by path.
    #[serde(default)]
    pub unique: BTreeMap<String, Unique>,
    /// Members that name other resources, by `Member` or `Structure$Member`.
    #[serde(default)]
    pub references: BTreeMap<String, Reference>,
    /// How many there may be.
    #[serde(default)]
    pub quota: Option<Quota>,
    /// How many of some there may be, by a name for settings.
    #[serde(default)]
    pub quotas: BTreeMap<String, Quota>,
    /// Guards that the errors of operations do not tell.
    #[serde(default)]
    pub in_use: Option<Code>,
    /// Whether the newest is first in lists.
    #[serde(default)]
    pub newest_first: bool,
    /// Members of the elements of lists that convention does not find.
    #[serde(default)]
    pub summary: BTreeMap<String, Part>,
}

/// The form of ids.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Id {
    /// The request names the resource.
    Given,
    /// The key of the resource that contains it.
    Parent,
    /// A random UUID.
    Uuid,
    /// A prefix and a number of 64 bits in base 36.
    Base36(String),
    /// A prefix and a number of 128 bits in base 36.
    LongBase36(String),
    /// A prefix and 22 digits of base 62.
    Base62(String),
    /// A prefix and a KSUID.
    Ksuid(String),
}

/// A value that the service sets.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Fill {
    /// A constant at create.
    #[serde(default)]
    pub json: Option<Json>,
    /// A constant at create and at each update.
    #[serde(default)]
    pub reset: Option<Json>,
    /// A text with placeholders.
    #[serde(default)]
    pub text: Option<String>,
    /// The number of pending resources of this shape.
    #[serde(default)]
    pub pending: Option<String>,
    /// Where it is known from.
    pub source: String,
}

/// What create adds, by `Structure$Member`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Defaults {
    /// The values.
    #[serde(default)]
    pub members: BTreeMap<String, Json>,
    /// Members with the values.
    #[serde(default)]
    pub copies: BTreeMap<String, String>,
    /// If one of them is present, nothing is added.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Unless all are present, nothing is added.
    #[serde(default)]
    pub only_with: Vec<String>,
    /// What the stored structure must be.
    #[serde(default)]
    pub only: Option<Only>,
    /// Where it is known from.
    pub source: String,
}

/// What a resource must be.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Only {
    /// The member.
    pub path: String,
    /// Its values.
    #[serde(default)]
    pub values: Vec<String>,
    /// What its absence means.
    #[serde(default)]
    pub absent: String,
}

/// The progress from a change to its deployment.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Status {
    /// The value after a change.
    pub pending: String,
    /// The value in the end.
    pub done: String,
    /// Whether the end makes a new version.
    #[serde(default)]
    pub bumps: bool,
    /// Whether updates start it again.
    #[serde(default)]
    pub on_update: bool,
    /// Whether a delete starts it again.
    #[serde(default)]
    pub on_delete: bool,
    /// Where it is known from.
    pub source: String,
}

/// The copies of a resource that is published.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Stages {
    /// The member with the copy.
    pub path: String,
    /// Its value in the draft.
    pub draft: String,
    /// Its value in the published copy.
    pub published: String,
    /// The status of a draft with changes.
    pub changed: String,
    /// The status of a draft without.
    pub same: String,
    /// The status while another resource names it.
    #[serde(default)]
    pub in_use: String,
    /// Where it is known from.
    pub source: String,
}

/// A value that no other resource may have.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Unique {
    /// The code for a second one, if convention does not find it.
    #[serde(default)]
    pub code: Option<String>,
    /// A name that rows share.
    #[serde(default)]
    pub scope: Option<String>,
    /// Whether the same configuration gets the same answer.
    #[serde(default)]
    pub replays: bool,
    /// Which resources count.
    #[serde(default)]
    pub only: Option<Only>,
    /// Where it is known from.
    pub source: String,
}

/// A member that names another resource.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Reference {
    /// The stored structure of the other resource, if its name does not tell; empty for another service.
    #[serde(default)]
    pub to: Option<String>,
    /// The path of the value inside the other resource; the key if it is absent.
    #[serde(default)]
    pub by: Option<String>,
    /// The text before the value.
    #[serde(default)]
    pub prefix: String,
    /// The code if there is none; empty if that is not refused.
    #[serde(default)]
    pub code: Option<String>,
    /// What the other resource must be.
    #[serde(default)]
    pub only: Option<Only>,
    /// The code if it is not that.
    #[serde(default)]
    pub only_code: Option<String>,
    /// How many may name the same one.
    #[serde(default)]
    pub limit: Option<u32>,
    /// The code for one more, if convention does not find it.
    #[serde(default)]
    pub limit_code: Option<String>,
    /// Whether a change of the other resource makes a new version.
    #[serde(default)]
    pub redeploys: bool,
    /// Where it is known from.
    pub source: String,
}

/// How many resources there may be.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Quota {
    /// The limit.
    pub limit: u32,
    /// The code for one more, if convention does not find it.
    #[serde(default)]
    pub code: Option<String>,
    /// Which resources count.
    #[serde(default)]
    pub only: Option<Only>,
    /// Where it is known from.
    pub source: String,
}

/// An error code.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Code {
    /// The code.
    pub code: String,
    /// Where it is known from.
    pub source: String,
}

/// A resource that the service has from the start.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Managed {
    /// The members of the stored structure besides the key.
    pub stored: serde_json::Map<String, Json>,
    /// Where it is known from.
    pub source: String,
}

/// The text of an error.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(expecting = "an object", rename_all = "camelCase", deny_unknown_fields)]
pub struct Message {
    /// The text.
    pub text: String,
    /// Where it was seen.
    pub source: String,
}
