//! Visitors for shapes that contain other shapes. They extend the position for each inner value.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Seed;
use super::name::{Name, NameSeed};
use crate::serde::at::At;
use crate::structure::find_member;
use crate::{Field, MemberSet, Read, ReadError, Reader, Structure};

/// Accepts null or a value.
pub(super) struct OptionVisitor<'a, 'r>(pub(super) Seed<'a, 'r>);

impl<'de> DeserializeSeed<'de> for OptionVisitor<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for OptionVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value or null{}", self.0.at.suffix())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.deserialize(deserializer)
    }
}

/// Reads the elements of a list.
pub(super) struct ListVisitor<'a, 'r> {
    pub(super) at: At<'a>,
    pub(super) each: &'a mut Read<'r>,
}

impl<'de> Visitor<'de> for ListVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list{}", self.at.suffix())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut index = 0;
        while seq.next_element_seed(Seed { at: self.at.index(index), read: self.each })?.is_some() {
            index += 1;
        }
        Ok(())
    }
}

/// Reads the entries of a map.
pub(super) struct MapVisitor<'a, 'r> {
    pub(super) at: At<'a>,
    pub(super) each: &'a mut (dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError> + 'r),
}

impl<'de> Visitor<'de> for MapVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map{}", self.at.suffix())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let name = key.clone();
            let mut key = Some(key);
            let mut read = |from: &mut dyn Reader| (self.each)(key.take().unwrap_or_default(), from);
            map.next_value_seed(Seed { at: self.at.name(&name), read: &mut read })?;
        }
        Ok(())
    }
}

/// Fills the members of a structure.
pub(super) struct StructureVisitor<'a, 's> {
    pub(super) at: At<'a>,
    pub(super) structure: &'a mut (dyn Structure + 's),
}

impl<'de> Visitor<'de> for StructureVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.structure.shape_name(), self.at.suffix())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut result = Ok(());
        let (names, sensitive) = (self.structure.member_names(), self.structure.sensitive_members());
        self.structure
            .visit_fields_mut(&mut |fields| result = fill((names, sensitive), fields, &mut map, self.at));
        result
    }
}

/// Reads the members from a map. Ignores null. Some of the names are sensitive.
fn fill<'de, A: MapAccess<'de>>(
    (names, sensitive): (&[&str], &[&str]),
    fields: &mut [&mut dyn Field],
    map: &mut A,
    at: At<'_>,
) -> Result<(), A::Error> {
    let mut next = 0;
    let mut seen = MemberSet::default();
    loop {
        let find = |name: &str| find_member(names, next, name);
        let name = map.next_key_seed(NameSeed { find: &find, keep_unknown: at.needs_unknown_names() })?;
        let index = match name {
            None => return Ok(()),
            Some(Name::Known(index)) => index,
            Some(Name::Unknown(name)) => {
                skip(map, at, name, names)?;
                continue;
            }
        };
        if let (Some(name), Some(field)) = (names.get(index), fields.get_mut(index)) {
            let at = at.member(name, sensitive.contains(name));
            if !seen.insert(index) || !field.is_absent() {
                return Err(duplicate_member(at));
            }
            map.next_value_seed(OptionVisitor(Seed { at, read: &mut |from| field.read(from) }))?;
        }
        next = index + 1;
    }
}

#[cold]
fn duplicate_member<E: Error>(at: At<'_>) -> E {
    E::custom(format_args!("duplicate member {at}"))
}

/// Skips an unknown member of a shape with the members `known`.
fn skip<'de, A: MapAccess<'de>>(
    map: &mut A,
    at: At<'_>,
    name: Option<String>,
    known: &[&str],
) -> Result<(), A::Error> {
    if let Some(name) = name {
        at.unknown(&name, known)?;
    }
    map.next_value::<IgnoredAny>().map(|_| ())
}

/// Reads the member of a union.
pub(super) struct UnionVisitor<'a, 'm> {
    pub(super) at: At<'a>,
    pub(super) names: &'a [&'static str],
    pub(super) member: &'a mut (dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError> + 'm),
}

impl<'de> Visitor<'de> for UnionVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a union, that is one of {}{}", self.names.join(", "), self.at.suffix())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let UnionVisitor { at, names, member } = self;
        let find = |name: &str| names.iter().position(|known| *known == name);
        let mut first = None;
        let mut seen = MemberSet::default();
        while let Some(name) =
            map.next_key_seed(NameSeed { find: &find, keep_unknown: at.needs_unknown_names() })?
        {
            let name = match name {
                Name::Known(index) => {
                    let name = names.get(index).copied().unwrap_or_default();
                    if !seen.insert(index) {
                        return Err(duplicate_member(at.name(name)));
                    }
                    name
                }
                Name::Unknown(name) => {
                    skip(&mut map, at, name, names)?;
                    continue;
                }
            };
            let mut present = false;
            let mut read = |from: &mut dyn Reader| {
                present = true;
                match first {
                    None => member(name, from),
                    Some(first) => Err(two_members(first, name)),
                }
            };
            map.next_value_seed(OptionVisitor(Seed { at: at.name(name), read: &mut read }))?;
            first = first.or(present.then_some(name));
        }
        Ok(())
    }
}

#[cold]
fn two_members(first: &str, second: &str) -> ReadError {
    ReadError::new(format!("a union has one member, but here are both {first} and {second}"))
}
