//! The tables that describe a service with state. Generated as constant data.
//!
//! Values are JSON, as serde writes the shapes of the service. Tables name members and shapes by their names in the
//! model.

mod action;
mod resource;

pub use action::{Action, Element, Filter, IfMatch, Key, List, Operation, Parent, Part, Set, Value};
pub use resource::{
    Defaults, Fill, Filled, Guard, Id, Made, Managed, Order, Quota, Reference, Resource, Stages, Status,
    Unique,
};

/// A path to values inside a structure: names of members, and `[]` for every element of a list. Empty for the structure
/// itself.
pub type Path = &'static [&'static str];

/// The values that a resource must have to count: one of `values` at the path. A value is its text, or its JSON if it
/// is no text. An absent one counts as `absent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Only {
    /// Where it is inside the stored structure.
    pub path: Path,
    /// What it may be. Empty if it need only be there and not be empty.
    pub values: &'static [&'static str],
    /// What its absence means; empty if nothing.
    pub absent: &'static str,
}

/// What a service keeps, and what its operations do with it.
#[derive(Debug)]
pub struct Lifecycles {
    /// The resources, sorted by shape.
    pub resources: &'static [&'static Resource],
    /// Every operation of the model, sorted by name.
    pub operations: &'static [&'static Operation],
    /// The texts of errors, sorted by code and name.
    pub messages: &'static [Message],
    /// The ETags of the first versions. What follows is made.
    pub etags: &'static [&'static str],
    /// How many elements a page of a list has if the request does not say it, and at most.
    pub page: u32,
}

/// The text of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// The code.
    pub code: &'static str,
    /// Which of the texts of the code; empty for the usual one.
    pub name: &'static str,
    /// The text. Placeholders: `{thing}` is what [`Resource::thing`] says, `{key}` the key of the resource that is in
    /// the way, `{name}` a name, `{count}` how many there are.
    pub text: &'static str,
}

impl Lifecycles {
    /// The resource with this shape.
    #[must_use]
    pub fn resource(&self, shape: &str) -> Option<&'static Resource> {
        let position = self.resources.binary_search_by(|resource| resource.shape.cmp(shape)).ok()?;
        self.resources.get(position).copied()
    }

    /// The operation with this name.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        let position = self.operations.binary_search_by(|operation| operation.name.cmp(name)).ok()?;
        self.operations.get(position).copied()
    }

    /// The text of an error code; `name` is empty for the usual one.
    #[must_use]
    pub fn message(&self, code: &str, name: &str) -> Option<&'static str> {
        let position =
            self.messages.binary_search_by(|message| (message.code, message.name).cmp(&(code, name))).ok()?;
        Some(self.messages.get(position)?.text)
    }
}
