//! What operations do.

use super::{Only, Path};

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub action: Action,
    /// The shape of the resource; empty if there is none.
    pub resource: &'static str,
    /// The resource that contains it.
    pub parent: Option<Parent>,
    /// The members of the input that name the resource. The first one that is present counts. Empty if the resource is
    /// new, or has the key of the one that contains it, or if there is none.
    pub keys: &'static [Key],
    /// The code if the resource does not exist; empty if that is not refused.
    pub missing: &'static str,
    /// The member of the input that names a copy of the resource; empty if there is none. Without it, the draft is
    /// meant, and in a list all copies.
    pub stage: &'static str,
    /// The ETag of the request.
    pub if_match: Option<IfMatch>,
    /// The members of the output, and what they are.
    pub output: &'static [(&'static str, Part)],
}

/// The resource that contains the one that an operation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parent {
    /// Its shape.
    pub resource: &'static str,
    /// The member of the input that names it.
    pub key: Key,
    /// The code if it does not exist.
    pub missing: &'static str,
}

/// A member of the input that names a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The member, and the members on the way to it.
    pub member: Path,
    /// What it can have: paths of values inside the stored structure. An empty path is the key.
    pub by: &'static [Path],
}

/// The ETag of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch {
    /// The member of the input.
    pub member: &'static str,
    /// The code if it is absent.
    pub absent: &'static str,
    /// The code if it is not that of the version.
    pub stale: &'static str,
}

/// What an operation does.
#[derive(Clone, Copy, Debug)]
pub enum Action {
    /// Creates a resource.
    Create {
        /// What it sets in the stored structure.
        sets: &'static [Set],
        /// Members of the input that are kept beside the stored structure, by their names.
        keeps: &'static [&'static str],
        /// The list of tags in the input; empty if there is none.
        tags: Path,
    },
    /// Reads a resource.
    Get,
    /// Changes a resource, and makes a new version.
    Update {
        /// What it sets in the stored structure.
        sets: &'static [Set],
        /// Members of the input that are kept beside the stored structure, by their names.
        keeps: &'static [&'static str],
    },
    /// Deletes a resource.
    Delete,
    /// Copies the draft of a resource to the published one.
    Publish,
    /// Lists resources.
    List(List),
    /// Sets tags of the resource with an ARN, which can be of any kind: the list of tags in the input.
    Tag(Path),
    /// Removes tags of the resource with an ARN: the list of keys in the input.
    Untag(Path),
    /// Lists the tags of the resource with an ARN.
    ListTags,
    /// Has a function of its own, with the reason.
    Custom(&'static str),
}

impl Action {
    /// Whether it reads resources and changes none. A function may change some.
    #[must_use]
    pub const fn only_reads(&self) -> bool {
        matches!(self, Action::Get | Action::List(_) | Action::ListTags)
    }
}

/// A value that a request sets in the stored structure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Set {
    /// Where it is in the stored structure. Structures on the way are added.
    pub to: Path,
    /// The value.
    pub value: Value,
}

/// The value that a request sets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// That of the input at this path. If it is absent, nothing is set.
    Input(Path),
    /// A constant, as JSON.
    Json(&'static str),
    /// None: the member is removed.
    Nothing,
}

/// A list of resources. Names of members are empty where the list does not have the member.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The member of the input after whose element the page begins.
    pub marker: &'static str,
    /// The member of the input with the size of a page.
    pub max_items: &'static str,
    /// The member of the output that is the list; empty if the members of the output are those of the list.
    pub container: &'static str,
    /// The member that repeats the marker, which is empty without one.
    pub echo: &'static str,
    /// The member with the marker of the next page, if there is one.
    pub next_marker: &'static str,
    /// The member that repeats the size of a page.
    pub size: &'static str,
    /// The member that says whether there is a next page.
    pub is_truncated: &'static str,
    /// The member with the number of elements of the page.
    pub quantity: &'static str,
    /// The member with the elements.
    pub items: &'static str,
    /// What an element is.
    pub element: Element,
    /// Which resources are in it: those that all rows let through.
    pub filters: &'static [Filter],
}

/// Which resources are in a list. A member of the input that is absent lets all through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Those that have the value of a member of the input at one of the paths.
    Has {
        /// The member of the input, and the members on the way to it.
        member: Path,
        /// Where the value can be inside the stored structure.
        paths: &'static [Path],
        /// What its absence means; empty if nothing.
        absent: &'static str,
    },
    /// Those that name the resource that a member of the input names.
    Names {
        /// The shape of the other resource.
        to: &'static str,
        /// The member of the input.
        key: Key,
        /// The code if there is no such resource; empty if the list is empty then.
        missing: &'static str,
    },
    /// Those that the service has from the start, or the others: the member of the input and its values for both.
    Managed {
        /// The member of the input.
        member: &'static str,
        /// Its value for what the service has from the start.
        managed: &'static str,
        /// Its value for the others.
        custom: &'static str,
    },
    /// Those with a value, whatever the input says.
    Only(Only),
}

/// What an element of a list is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Element {
    /// The key of the resource.
    Key,
    /// The stored structure.
    Stored,
    /// A structure: its members, and what they are. Absent values are left out.
    Structure(&'static [(&'static str, Part)]),
}

/// What a member of an output or of an element of a list is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The stored structure, or a part of it.
    Stored(Path),
    /// A text of the stored structure in capitals.
    Capitals(Path),
    /// What is kept beside the stored structure under this name.
    Kept(&'static str),
    /// The ETag.
    ETag,
    /// The list of tags, inside a structure with this member.
    Tags(&'static str),
    /// The URL of the resource: a text with the placeholders `{key}`, `{parent}` and `{arn}`.
    Location(&'static str),
    /// A constant, as JSON.
    Json(&'static str),
    /// Whether the service has it from the start: the texts for that and for the others.
    Managed(&'static str, &'static str),
}

impl Key {
    /// A member, and what it can have.
    #[must_use]
    pub const fn new(member: Path, by: &'static [Path]) -> Self {
        Key { member, by }
    }
}

impl Set {
    /// A place in the stored structure, and its value.
    #[must_use]
    pub const fn new(to: Path, value: Value) -> Self {
        Set { to, value }
    }
}
