//! The tables that describe a service with state. Generated as constant data.

/// What a service keeps, and what its operations do with it.
#[derive(Debug)]
pub struct Lifecycles {
    /// The resources, sorted by shape.
    pub resources: &'static [&'static Resource],
    /// Every operation of the model, sorted by name.
    pub operations: &'static [Operation],
    /// The texts of errors by code, sorted. `{resource}` in a text is what [`Resource::thing`] says.
    pub messages: &'static [(&'static str, &'static str)],
    /// The ETags of the first versions. What follows is made.
    pub etags: &'static [&'static str],
}

/// A path to values inside a structure: names of members, and `[]` for every element of a list.
pub type Path = &'static [&'static str];

/// A kind of resource.
#[derive(Debug)]
pub struct Resource {
    /// Name of the stored structure in the model: `Distribution`.
    pub shape: &'static str,
    /// What messages call it: `distribution`.
    pub thing: &'static str,
    /// The member with the key of the resource: its id, or its name.
    pub key: Path,
    /// How the key is made.
    pub id: Id,
    /// The resource that contains it, as a distribution contains invalidations.
    pub parent: Option<&'static str>,
    /// The member with the configuration, which create and update replace as a whole. Empty if the members of the input
    /// are members of the stored structure.
    pub config: Path,
    /// What create sets beside the configuration.
    pub fills: &'static [Fill],
    /// What create adds to the configuration where it says nothing.
    pub defaults: &'static [Default],
    /// The progress from a change to its deployment.
    pub status: Option<Status>,
    /// The version of a new resource: an index in the chain of ETags.
    pub first_version: u32,
    /// Values that no other resource may have.
    pub unique: &'static [Unique],
    /// Members that name other resources.
    pub references: &'static [Reference],
    /// How many there may be.
    pub quotas: &'static [Quota],
    /// When it must not be deleted.
    pub guards: &'static [Guard],
    /// The order of lists.
    pub order: Order,
}

/// The form of ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// The input names the resource.
    Given,
    /// A prefix, and a random number of so many bits in base 36, in capitals: `E1PA6795UKMFR9`.
    Base36(&'static str, u32),
    /// A prefix, and so many random digits of base 62: `vo_…`.
    Base62(&'static str, usize),
    /// A prefix, and a KSUID: the time and random digits of base 62.
    Ksuid(&'static str),
    /// A random UUID.
    Uuid,
}

/// A member that create sets.
#[derive(Debug)]
pub struct Fill {
    /// The member.
    pub path: Path,
    /// Its value.
    pub value: Made,
}

/// A value that the service makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Made {
    /// A constant, as JSON.
    Json(&'static str),
    /// A text with placeholders: `{account}`, `{partition}`, `{key}`, `{name}`, `{parent}`, and `{random}` for a random
    /// number of 64 bits in base 36, in lower case.
    Text(&'static str),
    /// So many random hexadecimal digits.
    Hex(usize),
    /// The time of the creation.
    Created,
    /// The time of the last change.
    Modified,
}

/// A member of the configuration that create adds.
#[derive(Debug)]
pub struct Default {
    /// The member, inside the configuration. Absent structures on the way are added only if the last step is `[]`.
    pub path: Path,
    /// Its value, as JSON.
    pub json: &'static str,
    /// Members of the same structure. If one of them is present, nothing is added.
    pub unless: &'static [&'static str],
    /// Members of the same structure. Unless all are present, nothing is added.
    pub only_with: &'static [&'static str],
}

/// The progress from a change to its deployment.
#[derive(Debug)]
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
}

/// A value that no other resource of the same kind may have.
#[derive(Debug)]
pub struct Unique {
    /// The member, inside the stored structure.
    pub path: Path,
    /// The code for a second one.
    pub code: &'static str,
    /// Whether a create with the same configuration answers with the resource that is there.
    pub replays: bool,
}

/// A member that names another resource.
#[derive(Debug)]
pub struct Reference {
    /// The member, inside the stored structure.
    pub path: Path,
    /// The shape of the other resource.
    pub to: &'static str,
    /// What the member has: the path of the value inside the other resource.
    pub by: Path,
    /// The text before that value: `origin-access-identity/cloudfront/`.
    pub prefix: &'static str,
    /// The code if there is no such resource.
    pub code: &'static str,
    /// How many resources may name the same one, and the code for one more.
    pub limit: Option<(u32, &'static str)>,
    /// Whether a change of the other resource makes a new version of this one.
    pub redeploys: bool,
}

/// How many resources there may be.
#[derive(Debug)]
pub struct Quota {
    /// A name for settings: `distributions`.
    pub name: &'static str,
    /// The limit of an account, or of a parent.
    pub limit: u32,
    /// The code for one more.
    pub code: &'static str,
    /// The resources that count: those with this value at this path; all without a path.
    pub only: Option<(Path, &'static str)>,
}

/// When a resource must not be changed or deleted.
#[derive(Debug)]
pub enum Guard {
    /// Delete: while a member is true.
    Enabled(Path, &'static str),
    /// Delete: while another resource names it.
    InUse(&'static str),
    /// Update: while another resource names it.
    UpdateInUse(&'static str),
    /// Delete: while it contains others.
    HasChildren(&'static str),
    /// Update and delete: if the service made it. The codes for both.
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

/// What an operation does.
#[derive(Debug)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub action: Action,
    /// The shape of the resource; empty if there is none.
    pub resource: &'static str,
    /// The member of the input with the key of the resource, or of its parent.
    pub key: &'static str,
    /// The member of the input with the ETag.
    pub if_match: &'static str,
    /// The code if the resource does not exist.
    pub missing: &'static str,
    /// Members of the output, and what they are.
    pub output: &'static [(&'static str, Part)],
}

/// What an operation does.
#[derive(Debug)]
pub enum Action {
    /// Creates a resource. The members of the input with its configuration and its tags.
    Create {
        /// The member with the configuration; empty if the members of the input are the configuration.
        config: Path,
        /// The list of tags; empty if there is none.
        tags: Path,
    },
    /// Reads a resource.
    Get,
    /// Replaces the configuration of a resource. The member of the input with it.
    Update {
        /// The member with the configuration; empty if the members of the input are the configuration.
        config: Path,
    },
    /// Deletes a resource.
    Delete,
    /// Lists resources.
    List(List),
    /// Sets tags.
    Tag,
    /// Removes tags.
    Untag,
    /// Lists tags.
    ListTags,
    /// Has a function of its own, with the reason.
    Custom(&'static str),
}

/// A list of resources.
#[derive(Debug)]
pub struct List {
    /// The member of the output with the list; empty if the members of the output are those of the list.
    pub container: &'static str,
    /// The members of the list that it has.
    pub members: &'static [&'static str],
    /// What an element is.
    pub element: Element,
    /// The resources that are in it: those with the value of a member of the input at a path.
    pub only: &'static [(&'static str, Path)],
}

/// What an element of a list is.
#[derive(Debug)]
pub enum Element {
    /// The key of the resource.
    Key,
    /// A structure: its members, each with the path of its value inside the stored structure.
    Structure(&'static [(&'static str, Path)]),
}

/// What a member of an output is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The stored structure, or a part of it.
    Stored(Path),
    /// The ETag.
    ETag,
    /// The URL of the resource: a text with placeholders as in [`Made::Text`].
    Location(&'static str),
}
