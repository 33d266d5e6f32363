//! Traits outside Smithy's own namespaces that a program defines and acts on.

use serde_json::Value;

use crate::model::{Kind, Member, Model, Shape};
use crate::prelude;
pub use crate::traits::Problem;
use crate::traits::TraitValue;
use crate::traits::values::unknown;

/// The traits that a program defines; readers check their values and overlays merge them.
///
/// Any value is accepted for a trait that neither Smithy nor the vocabulary defines.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vocabulary {
    /// The traits.
    pub definitions: &'static [Definition],
    /// Namespaces that have no other traits than these: a trait there that is not defined is an error.
    pub namespaces: &'static [&'static str],
}

/// One trait of a [`Vocabulary`].
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Absolute id of the trait.
    pub id: &'static str,
    /// Finds what is wrong with a value of the trait.
    pub problem: fn(&Value) -> Option<Problem>,
    /// What the trait can be applied to, in words that follow "apply it to": "a structure".
    pub applies_to: &'static str,
    /// Whether the trait can be applied there.
    pub is_allowed: fn(&Site<'_>) -> bool,
    /// Whether several overlays may each add entries to the value, which must then be an object.
    pub is_merged: bool,
}

impl Definition {
    /// A trait with a typed value, which cannot be merged.
    pub const fn new<T: TraitValue>(applies_to: &'static str, is_allowed: fn(&Site<'_>) -> bool) -> Self {
        Definition { id: T::ID, problem: problem::<T>, applies_to, is_allowed, is_merged: false }
    }

    /// The same trait, to which several overlays may each add entries.
    pub const fn merged(self) -> Self {
        Definition { is_merged: true, ..self }
    }
}

fn problem<T: TraitValue>(value: &Value) -> Option<Problem> {
    T::from_json(value).err()
}

/// What a trait is applied to.
#[derive(Clone, Copy, Debug)]
pub struct Site<'m> {
    /// The model.
    pub model: &'m Model,
    /// The shape, or the one that has the member.
    pub shape: &'m Shape,
    /// The member; `None` if the trait is applied to the shape itself.
    pub member: Option<&'m Member>,
}

impl Site<'_> {
    /// Whether this is a shape whose kind fits.
    pub fn is_shape(&self, fits: impl FnOnce(&Kind) -> bool) -> bool {
        self.member.is_none() && fits(&self.shape.kind)
    }

    /// Whether this is a member of a shape whose kind fits.
    pub fn is_member_of(&self, fits: impl FnOnce(&Kind) -> bool) -> bool {
        self.member.is_some() && fits(&self.shape.kind)
    }

    /// Whether the kind of the values fits: those of the shape, or of the target of the member. True for a member whose
    /// target does not exist, which is a problem of its own.
    pub fn holds(&self, fits: impl FnOnce(&Kind) -> bool) -> bool {
        match self.member {
            None => fits(&self.shape.kind),
            Some(member) => self.model.kind(&member.target).is_none_or(|kind| fits(&kind)),
        }
    }

    /// What it is, in words: "a member of a structure".
    fn words(&self) -> String {
        let is_error = self.shape.traits.contains_key(prelude::ERROR);
        let kind = if is_error { "error" } else { self.shape.kind.as_str() };
        let article = if kind.starts_with(['e', 'i', 'o']) { "an" } else { "a" };
        match self.member {
            None => format!("{article} {kind}"),
            Some(_) => format!("a member of {article} {kind}"),
        }
    }
}

impl Vocabulary {
    /// What is wrong with a trait that is applied there; `None` also for a trait that the vocabulary does not know.
    pub(crate) fn problem(&self, id: &str, value: &Value, site: &Site<'_>) -> Option<Problem> {
        let Some(definition) = self.definition(id) else { return self.unknown(id) };
        if !(definition.is_allowed)(site) {
            let message = format!("has no effect on {}", site.words());
            let help = format!("apply it to {}, or remove it", definition.applies_to);
            return Some(Problem::new(message, help));
        }
        (definition.problem)(value)
    }

    /// Whether overlays add entries to the trait.
    pub(crate) fn is_merged(&self, id: &str) -> bool {
        self.definition(id).is_some_and(|definition| definition.is_merged)
    }

    fn definition(&self, id: &str) -> Option<&'static Definition> {
        self.definitions.iter().find(|definition| definition.id == id)
    }

    /// The problem of a trait in a namespace of the vocabulary that is not defined.
    fn unknown(&self, id: &str) -> Option<Problem> {
        let (namespace, _) = id.split_once('#')?;
        let ids = self.definitions.iter().map(|definition| definition.id);
        let known: Vec<&str> = ids.filter(|known| known.starts_with(namespace)).collect();
        self.namespaces.contains(&namespace).then(|| unknown(id, &known))
    }
}
