//! What the service keeps of a resource.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::{Map, Value};

use crate::api::Shape;
use crate::path;
use crate::state::texts_in;

/// The kind, parent and key of a resource.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Shape of the stored structure.
    pub shape: &'static str,
    /// The key of the resource that contains it; empty if none does.
    pub parent: Arc<str>,
    /// The key.
    pub id: Arc<str>,
}

impl Key {
    /// The key of a resource that no other one contains.
    pub fn new(shape: &'static str, id: &str) -> Self {
        Key { shape, parent: "".into(), id: id.into() }
    }

    /// The key of a resource inside another one.
    pub fn inside(shape: &'static str, parent: &str, id: &str) -> Self {
        Key { shape, parent: parent.into(), id: id.into() }
    }
}

/// A resource. It does not change: each change makes a new one.
#[derive(Clone)]
pub struct Record {
    /// Its key.
    pub key: Key,
    /// Its place in the order of creation.
    pub sequence: u64,
    /// When it was created.
    pub created: SystemTime,
    /// When it was changed last.
    pub modified: SystemTime,
    /// Its version: an index in the chain of ETags.
    pub version: u32,
    /// What remains until the change is deployed.
    pub pending: Option<Pending>,
    /// Whether the service made it.
    pub managed: bool,
    /// Its ARN; empty if it has none.
    pub arn: Arc<str>,
    /// Its tags.
    pub tags: Arc<BTreeMap<String, String>>,
    /// The stored structure.
    pub stored: Arc<Shape>,
    /// The resources that it names, each with the row of its table.
    pub names: Arc<[(usize, Key)]>,
    /// What is kept beside the stored structure, by name.
    pub kept: Arc<Map<String, Value>>,
    /// The published copy, if the resource is published.
    pub published: Option<Arc<Published>>,
}

impl Record {
    /// A resource with its key, its place in the order of creation and its stored structure, and nothing else.
    pub fn new(key: Key, sequence: u64, created: SystemTime, stored: Shape) -> Self {
        Record {
            key,
            sequence,
            created,
            modified: created,
            version: 0,
            pending: None,
            managed: false,
            arn: "".into(),
            tags: Arc::default(),
            stored: Arc::new(stored),
            names: Arc::new([]),
            kept: Arc::default(),
            published: None,
        }
    }
}

impl Record {
    /// The stored structure as a tree, as serde writes it.
    pub fn tree(&self) -> Value {
        path::tree(&**self.stored)
    }

    /// The value at a path of names inside the stored structure.
    pub fn value(&self, path: &[&str]) -> Option<Value> {
        path::value_in(&**self.stored, path)
    }

    /// The text at a path of names inside the stored structure; empty if it is absent.
    pub fn text(&self, path: &[&str]) -> String {
        self.value(path).and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether the value at a path of names inside the stored structure is true.
    pub fn flag(&self, path: &[&str]) -> bool {
        self.value(path).is_some_and(|value| value == true)
    }

    /// The texts at a path inside the stored structure, in which a step `[]` goes to every element.
    pub fn texts(&self, path: &[&str]) -> Vec<String> {
        texts_in(&**self.stored, path)
    }

    /// Whether its change is not deployed at a time.
    pub fn is_pending(&self, now: SystemTime) -> bool {
        match self.pending {
            None => false,
            Some(Pending::Until(time) | Pending::DeletedAt(time)) => now < time,
            Some(Pending::Reads(_) | Pending::DeletedAfter(_)) => true,
        }
    }
}

/// The published copy of a resource.
#[derive(Clone)]
pub struct Published {
    /// The version that was published.
    pub version: u32,
    /// The stored structure.
    pub stored: Arc<Shape>,
    /// What is kept beside it, by name.
    pub kept: Arc<Map<String, Value>>,
}

/// What remains until a change is deployed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// It is deployed at this time.
    Until(SystemTime),
    /// It is deployed after so many reads.
    Reads(u32),
    /// It is deleted at this time.
    DeletedAt(SystemTime),
    /// It is deleted after so many reads.
    DeletedAfter(u32),
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("key", &self.key)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}
