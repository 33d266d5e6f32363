//! Reading that reports unknown members.

use std::cell::RefCell;

use serde_core::de::{Deserialize, Deserializer, Error};

use super::at::At;
use super::collected::UnknownMembers;
use super::{fill, read};
use crate::{Structure, Value};

/// A value that is read strictly: an unknown member is an error with its position.
///
/// Reading a shape by itself ignores unknown members, so that documents of newer models can be read. For
/// documents written by people, strict reading finds typing errors:
///
/// ```
/// use shapewright_runtime::{Strict, members};
///
/// #[derive(Debug, Default)]
/// pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// members! { Aliases { "Quantity" => quantity, "Items" => items } }
///
/// let json = r#"{"Quantity": 1, "Itmes": ["cdn.example.com"]}"#;
/// assert!(serde_json::from_str::<Aliases>(json).is_ok());
/// let error = serde_json::from_str::<Strict<Aliases>>(json).map(|_| ()).map_err(|error| error.to_string());
/// let expected = "unknown member /Itmes, expected one of Quantity, Items at line 1 column 23";
/// assert_eq!(error, Err(expected.to_owned()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strict<T>(pub T);

impl<'de, T: Value> Deserialize<'de> for Strict<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut slot = None::<T>;
        fill(&mut slot, deserializer, At::STRICT)?;
        slot.map(Strict).ok_or_else(|| D::Error::custom("no value"))
    }
}

/// A value, and the members of the document that its shape does not have.
///
/// ```
/// use shapewright_runtime::{WithUnknown, members};
///
/// #[derive(Debug, Default)]
/// pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// members! { Aliases { "Quantity" => quantity, "Items" => items } }
///
/// let json = r#"{"Quantity": 1, "Itmes": ["cdn.example.com"]}"#;
/// let read: WithUnknown<Aliases> = serde_json::from_str(json)?;
/// assert_eq!((read.value.quantity, read.unknown.pointers), (Some(1), vec!["/Itmes".to_owned()]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WithUnknown<T> {
    /// The members that the shape has.
    pub value: T,
    /// The members that the shape does not have.
    pub unknown: UnknownMembers,
}

impl<'de, T: Value> Deserialize<'de> for WithUnknown<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut slot = None::<T>;
        let unknown = RefCell::default();
        fill(&mut slot, deserializer, At::collecting(&unknown))?;
        let value = slot.ok_or_else(|| D::Error::custom("no value"))?;
        Ok(WithUnknown { value, unknown: unknown.into_inner() })
    }
}

/// Reads a structure whose type is known at run time only, and rejects unknown members.
///
/// # Errors
///
/// As [`deserialize_into`](crate::deserialize_into), and for the first unknown member.
pub fn deserialize_into_strict<'de, D: Deserializer<'de>>(
    structure: &mut dyn Structure,
    deserializer: D,
) -> Result<(), D::Error> {
    read::read(deserializer, At::STRICT, &mut |from| from.structure(structure))
}

/// Reads a structure whose type is known at run time only, and collects unknown members.
///
/// # Errors
///
/// As [`deserialize_into`](crate::deserialize_into).
pub fn collect_unknown_into<'de, D: Deserializer<'de>>(
    structure: &mut dyn Structure,
    deserializer: D,
) -> Result<UnknownMembers, D::Error> {
    let unknown = RefCell::default();
    read::read(deserializer, At::collecting(&unknown), &mut |from| from.structure(structure))?;
    Ok(unknown.into_inner())
}
