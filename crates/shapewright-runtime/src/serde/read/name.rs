//! Looks up names of members without copying them.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// A name in a document.
pub(super) enum Name {
    /// The name of a member, as its position.
    Known(usize),
    /// Another name, with its text if it is needed.
    Unknown(Option<String>),
}

/// Reads a name and looks it up.
pub(super) struct NameSeed<'a> {
    pub(super) find: &'a dyn Fn(&str) -> Option<usize>,
    pub(super) keep_unknown: bool,
}

impl<'de> DeserializeSeed<'de> for NameSeed<'_> {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameSeed<'_> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        Ok(match (self.find)(name) {
            Some(index) => Name::Known(index),
            None => Name::Unknown(self.keep_unknown.then(|| name.to_owned())),
        })
    }
}
