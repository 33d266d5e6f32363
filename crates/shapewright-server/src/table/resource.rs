//! What a service keeps.

use super::{Only, Path};

/// A kind of resource.
#[derive(Debug)]
pub struct Resource {
    /// Name of the stored structure in the model: `Distribution`.
    pub shape: &'static str,
    /// What messages call it: `distribution`.
    pub thing: &'static str,
    /// The member with the key of the resource, its id or its name. Empty if the stored structure does not have it.
    pub key: Path,
    /// How the key is made.
    pub id: Id,
    /// The member with the ARN; empty if there is none.
    pub arn: Path,
    /// The shapes of resources that can contain it, as a distribution contains invalidations. A resource goes with the
    /// one that contains it.
    pub parents: &'static [&'static str],
    /// Whether it can have tags.
    pub taggable: bool,
    /// The member of the stored structure that shows the tags where a create has them; empty if there is none.
    pub tags: Path,
    /// What the service sets beside what a request sets.
    pub fills: &'static [Fill],
    /// What create adds where a request says nothing.
    pub defaults: &'static [Defaults],
    /// The progress from a change to its deployment.
    pub status: Option<Status>,
    /// The copies of a resource that is published.
    pub stages: Option<Stages>,
    /// The version of a new resource: an index in the chain of ETags.
    pub first_version: u32,
    /// Values that no other resource may have.
    pub unique: &'static [Unique],
    /// Members that name other resources.
    pub references: &'static [Reference],
    /// How many there may be.
    pub quotas: &'static [Quota],
    /// When it must not be changed or deleted.
    pub guards: &'static [Guard],
    /// The order of lists.
    pub order: Order,
    /// What the service has from the start.
    pub managed: &'static [Managed],
}

/// The form of ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// The request names the resource.
    Given,
    /// The key of the resource that contains it.
    Parent,
    /// A prefix, and a random number of so many bits in base 36, in capitals: `E1PA6795UKMFR9`.
    Base36(&'static str, u32),
    /// A prefix, and so many random digits of base 62: `vo_…`.
    Base62(&'static str, usize),
    /// A prefix, and a KSUID: the time and random digits of base 62.
    Ksuid(&'static str),
    /// A random UUID.
    Uuid,
}

/// A member that the service sets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The member.
    pub path: Path,
    /// Its value.
    pub value: Made,
}

/// A value that the service makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Made {
    /// A constant, as JSON, at create.
    Json(&'static str),
    /// A constant, as JSON, at create and at each update.
    Reset(&'static str),
    /// A text with placeholders, at create: `{account}`, `{partition}`, `{key}`, `{parent}`, `{random}` for a random
    /// number of 64 bits in base 36, in lower case, `{hex}` for 96 random hexadecimal digits, and `{uuid}` for a random
    /// UUID, which is the same in all texts of a resource.
    Text(&'static str),
    /// The time of the creation.
    Created,
    /// The time of the last change.
    Modified,
    /// How many resources of this shape it contains whose status is pending, whenever it is read.
    Pending(&'static str),
}

/// What create adds to the structures at a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Defaults {
    /// The structures, inside the stored structure. Nothing is added where they are absent.
    pub at: Path,
    /// The members, in the order in which they are added.
    pub members: &'static [Filled],
}

/// A member that create adds where it is absent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filled {
    /// The member.
    pub member: &'static str,
    /// Its value, as JSON. Empty for that of the member `copy`.
    pub json: &'static str,
    /// The member of the same structure with the value; empty if `json` has it.
    pub copy: &'static str,
    /// Members of the same structure. If one of them is present and not an empty text, nothing is added.
    pub unless: &'static [&'static str],
    /// Members of the same structure. Unless all are present and no empty texts, nothing is added.
    pub only_with: &'static [&'static str],
    /// What the stored structure must be.
    pub only: Option<Only>,
}

/// The progress from a change to its deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// The member.
    pub path: Path,
    /// Its value after a change: `InProgress`.
    pub pending: &'static str,
    /// Its value in the end: `Deployed`.
    pub done: &'static str,
    /// Whether the end makes a new version.
    pub bumps: bool,
    /// Whether updates start it again.
    pub on_update: bool,
    /// Whether a delete starts it again, and makes a new version: the resource goes when it ends.
    pub on_delete: bool,
}

/// The copies of a resource that is published. Updates change the draft. Publishing copies the draft with its version,
/// and what is kept beside the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stages {
    /// The member that says which copy it is.
    pub path: Path,
    /// Its value in the draft: `DEVELOPMENT`.
    pub draft: &'static str,
    /// Its value in the published copy: `LIVE`.
    pub published: &'static str,
    /// The member with the status.
    pub status: Path,
    /// Its value in the draft that is not published as it is, and in one that is and that nothing names.
    pub statuses: (&'static str, &'static str),
    /// Its value, and in the published copy too, while another resource that is deployed names it; empty if that
    /// does not count.
    pub in_use: &'static str,
}

/// A value that no other resource may have. Absent values and empty texts do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unique {
    /// The values, inside the stored structure; empty for the key of a resource that has it elsewhere.
    pub path: Path,
    /// The code for a second one.
    pub code: &'static str,
    /// A name: rows with the same one share their values, also those of different resources.
    pub scope: &'static str,
    /// Whether a create with the same configuration answers with the resource that is there.
    pub replays: bool,
    /// Which resources count; all without it.
    pub only: Option<Only>,
}

/// A member that names another resource. Absent values and empty texts name nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The member, inside the stored structure.
    pub path: Path,
    /// The shape of the other resource; empty if another service has it.
    pub to: &'static str,
    /// What the member has: the path of the value inside the other resource.
    pub by: Path,
    /// The text before that value: `origin-access-identity/cloudfront/`.
    pub prefix: &'static str,
    /// The code if there is no such resource; empty if that is not refused.
    pub code: &'static str,
    /// What the other resource must be, and the code if it is not.
    pub only: Option<(Only, &'static str)>,
    /// How many resources of this kind may name the same one, and the code for one more.
    pub limit: Option<(u32, &'static str)>,
    /// Whether a change of the other resource makes a new version of this one.
    pub redeploys: bool,
}

/// How many resources there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// A name for settings: `distributions`.
    pub name: &'static str,
    /// The limit of an account, or of the resource that contains them.
    pub limit: u32,
    /// The code for one more.
    pub code: &'static str,
    /// Which resources count; all without it, but those that the service has from the start.
    pub only: Option<Only>,
}

/// When a resource must not be changed or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Delete: while a member is true.
    Enabled(Path, &'static str),
    /// Delete: while another resource names it.
    InUse(&'static str),
    /// Update: while another resource names it.
    UpdateInUse(&'static str),
    /// Update and delete: if the service has it from the start. The codes for both.
    Managed(&'static str, &'static str),
}

/// The order of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first one that was created is first.
    Created,
    /// The last one that was created is first.
    Newest,
}

/// A resource that the service has from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Managed {
    /// Its key.
    pub key: &'static str,
    /// The stored structure, as JSON.
    pub json: &'static str,
}

impl Fill {
    /// A member and its value.
    #[must_use]
    pub const fn new(path: Path, value: Made) -> Self {
        Fill { path, value }
    }
}

impl Filled {
    /// A member with this value, as JSON.
    #[must_use]
    pub const fn json(member: &'static str, json: &'static str) -> Self {
        Filled { member, json, copy: "", unless: &[], only_with: &[], only: None }
    }

    /// A member with the value of another one.
    #[must_use]
    pub const fn copy(member: &'static str, copy: &'static str) -> Self {
        Filled { member, json: "", copy, unless: &[], only_with: &[], only: None }
    }

    /// Only where none of these members is present.
    #[must_use]
    pub const fn unless(self, members: &'static [&'static str]) -> Self {
        Filled { unless: members, ..self }
    }

    /// Only where all these members are present.
    #[must_use]
    pub const fn only_with(self, members: &'static [&'static str]) -> Self {
        Filled { only_with: members, ..self }
    }

    /// Only in resources that are that.
    #[must_use]
    pub const fn only(self, only: Only) -> Self {
        Filled { only: Some(only), ..self }
    }
}

impl Unique {
    /// Values of all resources of the kind.
    #[must_use]
    pub const fn new(path: Path, code: &'static str, scope: &'static str) -> Self {
        Unique { path, code, scope, replays: false, only: None }
    }

    /// A create with the same configuration answers with the resource that is there.
    #[must_use]
    pub const fn replays(self) -> Self {
        Unique { replays: true, ..self }
    }

    /// Only resources that are that count.
    #[must_use]
    pub const fn only(self, only: Only) -> Self {
        Unique { only: Some(only), ..self }
    }
}

impl Reference {
    /// A member with the value that the other resource has at a path.
    #[must_use]
    pub const fn new(path: Path, to: &'static str, by: Path, code: &'static str) -> Self {
        Reference { path, to, by, prefix: "", code, only: None, limit: None, redeploys: false }
    }

    /// With this text before the value.
    #[must_use]
    pub const fn prefix(self, prefix: &'static str) -> Self {
        Reference { prefix, ..self }
    }

    /// The other resource must be that, otherwise this is the code.
    #[must_use]
    pub const fn only(self, only: Only, code: &'static str) -> Self {
        Reference { only: Some((only, code)), ..self }
    }

    /// No more resources than that may name the same one, otherwise this is the code.
    #[must_use]
    pub const fn limit(self, limit: u32, code: &'static str) -> Self {
        Reference { limit: Some((limit, code)), ..self }
    }

    /// A change of the other resource makes a new version of this one.
    #[must_use]
    pub const fn redeploys(self) -> Self {
        Reference { redeploys: true, ..self }
    }
}
