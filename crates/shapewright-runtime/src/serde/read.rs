//! Implements `Reader` for deserializers.

mod containers;
mod name;
mod quoted;
mod scalars;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny};

use super::at::At;
use crate::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};
use containers::{ListVisitor, MapVisitor, OptionVisitor, StructureVisitor, UnionVisitor};
use scalars::{BlobVisitor, BooleanVisitor, DoubleVisitor, IntegerVisitor, StringVisitor, TimestampVisitor};

/// Reads one value from a deserializer.
pub(super) fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    at: At<'_>,
    read: &mut Read<'_>,
) -> Result<(), D::Error> {
    let mut reader = SerdeReader { document: PhantomData, source: Some(deserializer), error: None, at };
    let result = read(&mut reader);
    reader.finish(result)
}

/// Implements serde's `DeserializeSeed` with [`read`].
struct Seed<'a, 'r> {
    at: At<'a>,
    read: &'a mut Read<'r>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(deserializer, self.at, self.read)
    }
}

/// A deserializer. After it is consumed, its error is kept, because it has the line and column.
struct SerdeReader<'de, 'a, D, E> {
    document: PhantomData<&'de ()>,
    source: Option<D>,
    error: Option<E>,
    at: At<'a>,
}

impl<'de, D: Deserializer<'de>> SerdeReader<'de, '_, D, D::Error> {
    /// Consumes the deserializer.
    fn take<T>(&mut self, take: impl FnOnce(D) -> Result<T, D::Error>) -> Result<T, ReadError> {
        let source = self.source.take().ok_or_else(|| ReadError::new("was read twice"))?;
        take(source).map_err(|error| {
            self.error = Some(error);
            ReadError::kept()
        })
    }

    /// Skips a value that was not read, and replaces [`ReadError::kept`] by the error of the deserializer.
    fn finish(self, result: Result<(), ReadError>) -> Result<(), D::Error> {
        match (result, self.error, self.source) {
            (Ok(()), _, None) => Ok(()),
            (Ok(()), _, Some(source)) => source.deserialize_ignored_any(IgnoredAny).map(|_| ()),
            (Err(read), Some(error), _) => Err(quoted::checked(error, read.is_sensitive(), &self.at)),
            (Err(read), None, _) if self.at.is_sensitive() => Err(custom(&read.without_value(), &self.at)),
            (Err(read), None, _) => Err(custom(&read, &self.at)),
        }
    }
}

/// Returns an error that was found in the value, not by the format.
#[cold]
fn custom<E: Error>(error: &dyn fmt::Display, at: &At<'_>) -> E {
    E::custom(format_args!("{error}{}", at.suffix()))
}

impl<'de, D: Deserializer<'de>> Reader for SerdeReader<'de, '_, D, D::Error> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_bool(BooleanVisitor(at)))
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_i64(IntegerVisitor(at)))
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_any(DoubleVisitor(at)))
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_str(StringVisitor(at)))
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_str(BlobVisitor(at)))
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_any(TimestampVisitor(at)))
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        self.take(serde_core::Deserialize::deserialize)
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_option(OptionVisitor(Seed { at, read: present })))
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_seq(ListVisitor { at, each }))
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_map(MapVisitor { at, each }))
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_map(StructureVisitor { at, structure }))
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let at = self.at;
        self.take(|source| source.deserialize_map(UnionVisitor { at, names, member }))
    }
}
