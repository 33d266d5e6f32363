//! What a service with state keeps, and what its operations do with it: the rows of the generated tables.

pub mod action;
pub mod stated;

use std::collections::{BTreeMap, BTreeSet};

pub use self::action::{
    Action, Element, Filter, IfMatch, Key, List, Operation, Origin, Parent, Part, Set, Value,
};

/// A path to values inside a structure: names of members, and `[]` for every element of a list.
pub type Path = Vec<String>;

/// The tables of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifecycles {
    /// The files with resources and operations, sorted by name.
    pub files: Vec<File>,
    /// The texts of errors: code, name, text. Sorted.
    pub messages: Vec<(String, String, String)>,
    /// The ETags of the first versions.
    pub etags: Vec<String>,
    /// Elements of a page of a list.
    pub page: u32,
}

/// A file of the generated crate.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its module.
    pub module: String,
    /// The resource; `None` for operations without one.
    pub resource: Option<Resource>,
    /// The operations, sorted by name.
    pub operations: Vec<Operation>,
    /// The members of elements of lists, by the constant with them.
    pub elements: BTreeMap<String, Vec<(String, Part)>>,
    /// What the file of the resource imports.
    pub imports: BTreeSet<&'static str>,
    /// What the file of the operations imports.
    pub operation_imports: BTreeSet<&'static str>,
}

/// A kind of resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Name of the stored structure.
    pub shape: String,
    /// What messages call it.
    pub thing: String,
    /// The member with the key.
    pub key: Path,
    /// How the key is made.
    pub id: stated::Id,
    /// The member with the ARN.
    pub arn: Path,
    /// The shapes that can contain it.
    pub parents: Vec<String>,
    /// Whether it can have tags.
    pub taggable: bool,
    /// The member that shows the tags.
    pub tags: Path,
    /// What the service sets.
    pub fills: Vec<(Path, Made)>,
    /// What create adds, by the path of the structure.
    pub defaults: Vec<(Path, Vec<Filled>)>,
    /// The progress from a change to its deployment.
    pub status: Option<Status>,
    /// The copies of a resource that is published.
    pub stages: Option<Stages>,
    /// The version of a new resource.
    pub first_version: u32,
    /// Values that no other resource may have.
    pub unique: Vec<Unique>,
    /// Members that name other resources.
    pub references: Vec<Reference>,
    /// How many there may be.
    pub quotas: Vec<Quota>,
    /// When it must not be changed or deleted.
    pub guards: Vec<Guard>,
    /// Whether the newest is first in lists.
    pub newest_first: bool,
    /// What the service has from the start: the key and the structure as JSON.
    pub managed: Vec<(String, String)>,
}

/// A value that the service makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// A constant at create, as JSON.
    Json(String),
    /// A constant at create and at each update, as JSON.
    Reset(String),
    /// A text with placeholders.
    Text(String),
    /// The time of the creation.
    Created,
    /// The time of the last change.
    Modified,
    /// How many resources of the shape it contains whose status is pending.
    Pending(String),
}

/// A member that create adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The member.
    pub member: String,
    /// Its value, as JSON; empty if `copy` says which member has it.
    pub json: String,
    /// The member with the value.
    pub copy: String,
    /// If one of them is present, nothing is added.
    pub unless: Vec<String>,
    /// Unless all are present, nothing is added.
    pub only_with: Vec<String>,
    /// What the stored structure must be.
    pub only: Option<Only>,
}

/// What a resource must be to count.
#[derive(Clone, Debug, PartialEq)]
pub struct Only {
    /// The member.
    pub path: Path,
    /// Its values; empty if it need only be there.
    pub values: Vec<String>,
    /// What its absence means.
    pub absent: String,
}

/// The progress from a change to its deployment.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The member.
    pub path: Path,
    /// What is stated about it.
    pub stated: stated::Status,
}

/// The copies of a resource that is published.
#[derive(Clone, Debug, PartialEq)]
pub struct Stages {
    /// The member with the copy.
    pub path: Path,
    /// The member with the status.
    pub status: Path,
    /// What is stated about it.
    pub stated: stated::Stages,
}

/// A value that no other resource may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Unique {
    /// The values.
    pub path: Path,
    /// The code for a second one.
    pub code: String,
    /// Rows with the same name share their values.
    pub scope: String,
    /// Whether the same configuration gets the same answer.
    pub replays: bool,
    /// Which resources count.
    pub only: Option<Only>,
}

/// A member that names another resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The member.
    pub path: Path,
    /// The shape of the other resource; empty if another service has it.
    pub to: String,
    /// The path of the value inside the other resource.
    pub by: Path,
    /// The text before the value.
    pub prefix: String,
    /// The code if there is no such resource.
    pub code: String,
    /// What the other resource must be, and the code.
    pub only: Option<(Only, String)>,
    /// How many may name the same one, and the code.
    pub limit: Option<(u32, String)>,
    /// Whether a change of the other resource makes a new version.
    pub redeploys: bool,
}

/// How many resources there may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Quota {
    /// Its name in settings.
    pub name: String,
    /// The limit.
    pub limit: u32,
    /// The code for one more.
    pub code: String,
    /// Which resources count.
    pub only: Option<Only>,
}

/// When a resource must not be changed or deleted.
#[derive(Clone, Debug, PartialEq)]
pub enum Guard {
    /// While a member is true.
    Enabled(Path, String),
    /// While another resource names it.
    InUse(String),
    /// Update while another resource names it.
    UpdateInUse(String),
    /// Update and delete if the service has it from the start.
    Managed(String, String),
}
