//! What a comparison of models finds.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

use crate::model::{Kind, ShapeId};
use crate::text::visible;

/// One difference between two models.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// What happened to it.
    pub event: Event,
}

/// What a [`Change`] is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Subject {
    /// The service, by its id in the new model.
    Service(ShapeId),
    /// A resource.
    Resource(ShapeId),
    /// An operation.
    Operation(ShapeId),
    /// An error of an operation, or of the service itself.
    Error {
        /// The operation or service.
        of: ShapeId,
        /// The error structure.
        error: ShapeId,
    },
    /// Any other shape.
    Shape(ShapeId),
    /// A member of a structure, union, list or map.
    Member {
        /// The shape that has it.
        shape: ShapeId,
        /// Its name.
        member: String,
    },
    /// A value of an enum or intEnum.
    Value {
        /// The enum.
        shape: ShapeId,
        /// Name of the member that has the value; the old one, where that has changed.
        member: String,
    },
    /// A trait of a shape or member.
    Trait {
        /// The shape, or the one that has the member.
        shape: ShapeId,
        /// The member; `None` for a trait of the shape itself.
        member: Option<String>,
        /// Absolute id of the trait.
        id: String,
    },
}

/// What happened to the subject of a [`Change`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A shape, member, value or error is new.
    Added,
    /// A shape, member, value or error is gone.
    Removed,
    /// A shape has another kind.
    Kind {
        /// The kind that it had.
        old: Kind,
        /// The kind that it has.
        new: Kind,
    },
    /// A member targets another shape.
    Target {
        /// The target that it had.
        old: ShapeId,
        /// The target that it has.
        new: ShapeId,
    },
    /// The service, or the member for a value of an enum, has another name.
    Name {
        /// The name that it had.
        old: String,
        /// The name that it has.
        new: String,
    },
    /// The service has another version.
    Version {
        /// The version that it had.
        old: String,
        /// The version that it has.
        new: String,
    },
    /// An operation has another input.
    Input {
        /// The input that it had.
        old: Option<ShapeId>,
        /// The input that it has.
        new: Option<ShapeId>,
    },
    /// An operation has another output.
    Output {
        /// The output that it had.
        old: Option<ShapeId>,
        /// The output that it has.
        new: Option<ShapeId>,
    },
    /// The members that both models have are in another order.
    Order,
    /// A trait has another value; `None` where the shape or member does not have the trait.
    Trait {
        /// The value that it had.
        old: Option<Value>,
        /// The value that it has.
        new: Option<Value>,
    },
}

impl Subject {
    /// The shape that the subject is, or that it is a part of.
    pub fn shape(&self) -> &ShapeId {
        match self {
            Subject::Service(id) | Subject::Resource(id) | Subject::Operation(id) | Subject::Shape(id) => id,
            Subject::Error { of, .. } => of,
            Subject::Member { shape, .. } | Subject::Value { shape, .. } | Subject::Trait { shape, .. } => {
                shape
            }
        }
    }
}

/// `member Distribution$Id`, without namespaces.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Service(id) => write!(f, "service {}", id.name()),
            Subject::Resource(id) => write!(f, "resource {}", id.name()),
            Subject::Operation(id) => write!(f, "operation {}", id.name()),
            Subject::Error { of, error } => write!(f, "error {}${}", of.name(), error.name()),
            Subject::Shape(id) => write!(f, "shape {}", id.name()),
            Subject::Member { shape, member } => write!(f, "member {}${member}", shape.name()),
            Subject::Value { shape, member } => write!(f, "value {}${member}", shape.name()),
            Subject::Trait { shape, member: None, id } => write!(f, "trait {} {id}", shape.name()),
            Subject::Trait { shape, member: Some(member), id } => {
                write!(f, "trait {}${member} {id}", shape.name())
            }
        }
    }
}

/// `+ member Distribution$Id`: `+` for what is new, `-` for what is gone, `~` for what is different. Hidden characters
/// of the model are escaped, so a change is one line.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.text()))
    }
}

impl Change {
    fn text(&self) -> String {
        let Change { subject, event } = self;
        let name = |id: &Option<ShapeId>| id.as_ref().map_or("none", ShapeId::name).to_owned();
        match event {
            Event::Added => format!("+ {subject}"),
            Event::Removed => format!("- {subject}"),
            Event::Kind { old, new } => format!("~ {subject}: type {} -> {}", old.as_str(), new.as_str()),
            Event::Target { old, new } => format!("~ {subject}: target {} -> {}", old.name(), new.name()),
            Event::Name { old, new } => format!("~ {subject}: name {old} -> {new}"),
            Event::Version { old, new } => format!("~ {subject}: version {old} -> {new}"),
            Event::Input { old, new } => format!("~ {subject}: input {} -> {}", name(old), name(new)),
            Event::Output { old, new } => format!("~ {subject}: output {} -> {}", name(old), name(new)),
            Event::Order => format!("~ {subject}: order of members"),
            Event::Trait { old: None, new } => format!("+ {subject}{}", Content(new.as_ref())),
            Event::Trait { old, new: None } => format!("- {subject}{}", Content(old.as_ref())),
            Event::Trait { old: Some(old), new: Some(new) } => {
                format!("~ {subject}: {}", difference(old, new))
            }
        }
    }
}

/// The value of a trait, unless it is an empty object.
struct Content<'v>(Option<&'v Value>);

impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_empty = |value: &Value| value.as_object().is_some_and(serde_json::Map::is_empty);
        match self.0 {
            Some(value) if !is_empty(value) => write!(f, ": {value}"),
            _ => Ok(()),
        }
    }
}

/// Entries that differ, when both are objects: `min 1 -> 2, max none -> 64`.
fn difference(old: &Value, new: &Value) -> String {
    let (Some(before), Some(after)) = (old.as_object(), new.as_object()) else {
        return format!("{old} -> {new}");
    };
    let text = |value: Option<&Value>| value.map_or_else(|| "none".to_owned(), Value::to_string);
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differing = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    let entry = |key: &String| format!("{key} {} -> {}", text(before.get(key)), text(after.get(key)));
    differing.map(entry).collect::<Vec<_>>().join(", ")
}
