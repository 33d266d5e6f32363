//! Traits outside Smithy's own namespaces that a program defines and acts on.

use serde_json::Value;

use crate::model::Kind;

/// What is wrong with the value of a trait, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong; follows the name of the trait: "must be an object, not 1".
    pub message: String,
    /// What to write.
    pub help: String,
}

/// One trait of a [`Vocabulary`].
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Absolute id of the trait.
    pub id: &'static str,
    /// Checks a value of the trait on a shape of this kind, or on a member of one.
    pub problem: fn(&Value, &Kind) -> Option<Problem>,
    /// Whether several overlays may each add entries to the value, which must then be an object.
    pub merged: bool,
}

/// The traits that a program defines; readers check their values and overlays merge them.
///
/// Any value is accepted for a trait that neither Smithy nor the vocabulary defines.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vocabulary {
    /// The traits.
    pub definitions: &'static [Definition],
}

impl Vocabulary {
    /// The definition of a trait.
    pub(crate) fn definition(&self, id: &str) -> Option<&'static Definition> {
        self.definitions.iter().find(|definition| definition.id == id)
    }

    /// What is wrong with the value of a trait; `None` for a trait that is not defined here.
    pub(crate) fn problem(&self, id: &str, value: &Value, kind: &Kind) -> Option<Problem> {
        (self.definition(id)?.problem)(value, kind)
    }

    /// Whether overlays add entries to the trait.
    pub(crate) fn is_merged(&self, id: &str) -> bool {
        self.definition(id).is_some_and(|definition| definition.merged)
    }
}
