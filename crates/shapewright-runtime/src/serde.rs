//! Reads and writes JSON and other self-describing formats with serde.
//!
//! The functions are generic over the format only. Shapes are passed as `&dyn Value`, `&mut dyn Field` and `&mut dyn
//! Structure`.

mod at;
mod collected;
mod read;
mod unknown;
mod write;

use serde_core::de::{Deserializer, Error};
use serde_core::ser::{Serialize, Serializer};

use crate::{Field, Structure, Value};
use at::At;

pub use collected::UnknownMembers;
pub use unknown::{Strict, WithUnknown, collect_unknown_into, deserialize_into_strict};

/// Writes a value to a serializer.
///
/// # Errors
///
/// When the serializer fails.
pub fn serialize<S: Serializer>(value: &dyn Value, serializer: S) -> Result<S::Ok, S::Error> {
    write::Item(value).serialize(serializer)
}

/// Reads a value from a deserializer of a self-describing format. Unknown members are ignored.
///
/// # Errors
///
/// When the deserializer fails, or a value has another type than its shape.
pub fn deserialize<'de, T: Value, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut slot = None::<T>;
    fill(&mut slot, deserializer, At::LENIENT)?;
    slot.ok_or_else(|| D::Error::custom("no value"))
}

/// Reads a structure whose type is known at run time only, from a deserializer of a self-describing format.
///
/// The structure must be empty: a member that it already has is reported as a duplicate. Unknown members are
/// ignored; see [`deserialize_into_strict`] and [`collect_unknown_into`]. After an error, the structure has the
/// members that were read before it.
///
/// # Errors
///
/// When the deserializer fails, a value has the wrong type, or a member is repeated.
pub fn deserialize_into<'de, D: Deserializer<'de>>(
    structure: &mut dyn Structure,
    deserializer: D,
) -> Result<(), D::Error> {
    read::read(deserializer, At::LENIENT, &mut |from| from.structure(structure))
}

/// Writes a structure to a serializer.
#[doc(hidden)]
pub fn serialize_structure<S: Serializer>(
    structure: &dyn Structure,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    write::structure(structure, serializer)
}

/// Reads a structure from a deserializer.
#[doc(hidden)]
pub fn deserialize_structure<'de, T: Structure + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut structure = T::default();
    match deserialize_into(&mut structure, deserializer) {
        Ok(()) => Ok(structure),
        Err(error) => Err(error),
    }
}

/// Writes a structure whose type is known only at run time.
impl Serialize for dyn Structure + '_ {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write::structure(self, serializer)
    }
}

/// Does the work of the functions above that does not depend on the shape.
fn fill<'de, D: Deserializer<'de>>(
    slot: &mut dyn Field,
    deserializer: D,
    at: At<'_>,
) -> Result<(), D::Error> {
    read::read(deserializer, at, &mut |from| slot.read(from))
}

/// Implements serde's traits for a [`Value`].
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ty) => {
        impl $crate::__private::serde_core::Serialize for $type {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }

        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// Implements serde's traits for a [`Structure`]. The implementations are small, which keeps compile times short.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_structure {
    ($type:ty) => {
        impl $crate::__private::serde_core::Serialize for $type {
            #[inline]
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_structure(self, serializer)
            }
        }

        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_structure(deserializer)
            }
        }
    };
}

__serde!(crate::Blob);
__serde!(crate::Timestamp);
