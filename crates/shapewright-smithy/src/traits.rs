//! Traits of shapes and members, as JSON and as typed values.
//!
//! [`Traits`] has a method for each trait of Smithy's prelude that has a meaning of its own. Each returns the typed
//! value, which the readers have checked: a value that is not what the trait allows is reported when the model is read.
//! Further traits are read with [`Traits::read`], by types that implement [`TraitValue`].

mod aws;
mod constraints;
mod http;
mod marks;
mod meaning;
mod strings;
pub(crate) mod values;
mod xml;

use std::collections::{BTreeMap, btree_map};
use std::ops::Index;
use std::sync::Arc;

use serde_json::Value;

pub use aws::{AwsService, QueryError, RestXml};
pub use constraints::{Length, Range};
pub use http::{Endpoint, Http};
pub use meaning::{Deprecated, EnumValue, Fault, Retryable};
pub use xml::{TimestampFormat, XmlNamespace};

/// A trait applied to a shape or member.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    /// The value, as JSON.
    pub value: Value,
    /// File that applied it: the model, or an overlay.
    pub file: Arc<str>,
}

/// A trait whose value has a type.
pub trait TraitValue: Sized {
    /// Absolute id of the trait, `smithy.api#length` for instance.
    const ID: &'static str;

    /// Reads the value, or says what is wrong with it.
    ///
    /// # Errors
    ///
    /// When the value is not one that the trait can have.
    fn from_json(value: &Value) -> Result<Self, Problem>;
}

/// What is wrong with the value of a trait, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong; follows the name of the trait: "must be an object, not 1".
    pub message: String,
    /// What to write.
    pub help: String,
}

impl Problem {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { message: message.into(), help: help.into() }
    }
}

/// The traits of a shape or member, by absolute id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    applied: BTreeMap<String, Trait>,
}

impl Traits {
    /// No traits.
    pub fn new() -> Self {
        Traits::default()
    }

    /// The trait with this id.
    pub fn get(&self, id: &str) -> Option<&Trait> {
        self.applied.get(id)
    }

    /// Whether there is a trait with this id.
    pub fn contains_key(&self, id: &str) -> bool {
        self.applied.contains_key(id)
    }

    /// The typed value of a trait; `None` if it is absent, or its value was reported as wrong.
    pub fn read<T: TraitValue>(&self) -> Option<T> {
        T::from_json(&self.get(T::ID)?.value).ok()
    }

    /// The file that applied the trait with this id.
    pub fn file_of(&self, id: &str) -> Option<&Arc<str>> {
        Some(&self.get(id)?.file)
    }

    /// Sets a trait, and returns the one that it replaces.
    pub fn insert(&mut self, id: impl Into<String>, applied: Trait) -> Option<Trait> {
        self.applied.insert(id.into(), applied)
    }

    /// Removes a trait, and returns it.
    pub fn remove(&mut self, id: &str) -> Option<Trait> {
        self.applied.remove(id)
    }

    /// Keeps the traits for which `keep` returns true.
    pub fn retain(&mut self, keep: impl FnMut(&String, &mut Trait) -> bool) {
        self.applied.retain(keep);
    }

    /// The trait with this id, to be changed.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Trait> {
        self.applied.get_mut(id)
    }

    /// The place of a trait that may be absent.
    pub fn entry(&mut self, id: impl Into<String>) -> btree_map::Entry<'_, String, Trait> {
        self.applied.entry(id.into())
    }

    /// Ids and traits, sorted by id.
    pub fn iter(&self) -> btree_map::Iter<'_, String, Trait> {
        self.applied.iter()
    }

    /// The ids, sorted.
    pub fn keys(&self) -> btree_map::Keys<'_, String, Trait> {
        self.applied.keys()
    }

    /// Number of traits.
    pub fn len(&self) -> usize {
        self.applied.len()
    }

    /// Whether there are no traits.
    pub fn is_empty(&self) -> bool {
        self.applied.is_empty()
    }

    /// The string that is the value of a trait.
    fn text(&self, id: &str) -> Option<&str> {
        self.get(id)?.value.as_str()
    }
}

impl Index<&str> for Traits {
    type Output = Trait;

    /// The trait with this id.
    ///
    /// # Panics
    ///
    /// If there is none.
    fn index(&self, id: &str) -> &Trait {
        &self.applied[id]
    }
}

impl Extend<(String, Trait)> for Traits {
    fn extend<I: IntoIterator<Item = (String, Trait)>>(&mut self, traits: I) {
        self.applied.extend(traits);
    }
}

impl FromIterator<(String, Trait)> for Traits {
    fn from_iter<I: IntoIterator<Item = (String, Trait)>>(traits: I) -> Self {
        Traits { applied: traits.into_iter().collect() }
    }
}

impl IntoIterator for Traits {
    type Item = (String, Trait);
    type IntoIter = btree_map::IntoIter<String, Trait>;

    fn into_iter(self) -> Self::IntoIter {
        self.applied.into_iter()
    }
}

impl<'t> IntoIterator for &'t Traits {
    type Item = (&'t String, &'t Trait);
    type IntoIter = btree_map::Iter<'t, String, Trait>;

    fn into_iter(self) -> Self::IntoIter {
        self.applied.iter()
    }
}
