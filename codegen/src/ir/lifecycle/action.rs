//! What operations do with resources.

use super::{Only, Path};

/// An operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Its name.
    pub name: String,
    /// The constant with it.
    pub constant: String,
    /// How its action was found.
    pub origin: Origin,
    /// What it does.
    pub action: Action,
    /// The shape of the resource; empty if there is none.
    pub resource: String,
    /// The resource that contains it.
    pub parent: Option<Parent>,
    /// The members that name the resource.
    pub keys: Vec<Key>,
    /// The code if the resource does not exist.
    pub missing: String,
    /// The member that names a copy of the resource.
    pub stage: String,
    /// The ETag of the request.
    pub if_match: Option<IfMatch>,
    /// The members of the output.
    pub output: Vec<(String, Part)>,
}

/// How an action was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// By the name of the operation and the types of its members.
    Convention,
    /// Convention and a trait that adds to it.
    Trait,
    /// It has a function of its own.
    Function,
}

/// The resource that contains another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Parent {
    /// Its shape.
    pub resource: String,
    /// The member that names it.
    pub key: Key,
    /// The code if it does not exist.
    pub missing: String,
}

/// A member of an input that names a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The member.
    pub member: Path,
    /// Paths of the values that it can have.
    pub by: Vec<Path>,
}

/// The ETag of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct IfMatch {
    /// The member.
    pub member: String,
    /// The code if it is absent.
    pub absent: String,
    /// The code if it is another one.
    pub stale: String,
}

/// What an operation does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Creates a resource.
    Create {
        /// What it sets.
        sets: Vec<Set>,
        /// What is kept beside the structure.
        keeps: Vec<String>,
        /// The list of tags.
        tags: Path,
    },
    /// Reads a resource.
    Get,
    /// Changes a resource.
    Update {
        /// What it sets.
        sets: Vec<Set>,
        /// What is kept beside the structure.
        keeps: Vec<String>,
    },
    /// Deletes a resource.
    Delete,
    /// Copies the draft to the published copy.
    Publish,
    /// Lists resources.
    List(Box<List>),
    /// Sets tags.
    Tag(Path),
    /// Removes tags.
    Untag(Path),
    /// Lists tags.
    ListTags,
    /// Has a function of its own, with the reason.
    Custom(String),
}

/// A value that a request sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// Where it is in the stored structure.
    pub to: Path,
    /// The value.
    pub value: Value,
}

/// The value that a request sets.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// That of the input.
    Input(Path),
    /// A constant, as JSON.
    Json(String),
    /// None.
    Nothing,
}

/// A list; names are empty where it does not have the member.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The input's marker.
    pub marker: String,
    /// The input's size of a page.
    pub max_items: String,
    /// The member that is the list.
    pub container: String,
    /// The repeated marker.
    pub echo: String,
    /// The marker of the next page.
    pub next_marker: String,
    /// The repeated size.
    pub size: String,
    /// Whether there is a next page.
    pub is_truncated: String,
    /// The number of elements.
    pub quantity: String,
    /// The elements.
    pub items: String,
    /// What an element is.
    pub element: Element,
    /// Which resources are in it.
    pub filters: Vec<Filter>,
}

/// Which resources are in a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Those with a value: the member, where it can be, and what its absence means.
    Has(Path, Vec<Path>, String),
    /// Those that name a resource: its shape, the member, and the code if there is none.
    Names(String, Key, String),
    /// What the service has from the start, or not: the member and its values.
    Managed(String, String, String),
    /// Those with a value, whatever the input says.
    Only(Only),
}

/// An element of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// The key.
    Key,
    /// The stored structure.
    Stored,
    /// A structure: the constant with its members.
    Structure(String),
}

/// A member of an output or of an element of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Part of the stored structure.
    Stored(Path),
    /// A text of it in capitals.
    Capitals(Path),
    /// What is kept beside it.
    Kept(String),
    /// The ETag.
    ETag,
    /// The tags, inside a structure with this member.
    Tags(String),
    /// The URL.
    Location(String),
    /// A constant, as JSON.
    Json(String),
    /// Whether the service has it from the start.
    Managed(String, String),
}

impl Operation {
    /// What it sets in the stored structure.
    pub fn sets(&self) -> &[Set] {
        match &self.action {
            Action::Create { sets, .. } | Action::Update { sets, .. } => sets,
            _ => &[],
        }
    }

    /// The constant with the members of the elements of its list.
    pub fn element(&self) -> Option<&String> {
        match &self.action {
            Action::List(list) => match &list.element {
                Element::Structure(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}
