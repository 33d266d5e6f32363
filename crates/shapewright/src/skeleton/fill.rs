//! Fills structures: a reader that has a value for every member.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use cloudfront::validators::{Kind, Rule, Severity, rules};
use shapewright_runtime::{Blob, Document, PointerStep, Read, ReadError, Reader, Structure, Timestamp};

use super::{Extent, placeholders};

/// A reader that gives members their placeholders.
pub(super) struct Fill<'w> {
    extent: Extent,
    /// Pointers of values that are needed beside those that every value of a structure needs.
    wanted: &'w BTreeSet<String>,
    /// The place of the value that is read.
    pointer: String,
    /// The structure and the member of the value.
    home: (&'static str, &'static str),
    /// The number of the element that is read.
    element: usize,
    /// The structures around the value.
    around: Vec<&'static str>,
}

impl<'w> Fill<'w> {
    /// A reader of the value at a pointer.
    pub(super) fn new(extent: Extent, wanted: &'w BTreeSet<String>, pointer: String) -> Self {
        Fill { extent, wanted, pointer, home: ("", ""), element: 0, around: Vec::new() }
    }

    /// Fills the outermost structure.
    pub(super) fn root(mut self, structure: &mut dyn Structure) {
        // Members that get no value stay absent.
        let _ = self.structure(structure);
    }

    /// Whether a member gets a value.
    fn is_filled(&self, structure: &str, member: &str) -> bool {
        self.extent == Extent::Full
            || self.is_wanted()
            || is_required(structure, member)
            || placeholders::chosen(structure).contains(&member)
    }

    /// Whether the value at this place, or one inside it, is needed.
    fn is_wanted(&self) -> bool {
        let from = (Bound::Included(self.pointer.as_str()), Bound::Unbounded);
        let mut rests =
            self.wanted.range::<str, _>(from).map_while(|pointer| pointer.strip_prefix(&self.pointer));
        rests.any(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Reads a value one step further in.
    fn step(
        &mut self,
        step: &str,
        read: impl FnOnce(&mut Self) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let before = self.pointer.len();
        self.pointer.push_str(&PointerStep(step).to_string());
        let outcome = read(self);
        self.pointer.truncate(before);
        outcome
    }

    /// The text for the value.
    fn text(&self) -> Option<String> {
        let (structure, member) = self.home;
        let text = self.texts().get(self.element).map(|text| (*text).to_owned());
        text.or_else(|| first_value(structure, member))
    }

    /// A text that says which member it is.
    fn name(&self) -> String {
        placeholders::named_after(self.home.0, self.home.1)
    }

    /// The texts for the member, one for each element of a list.
    fn texts(&self) -> &'static [&'static str] {
        placeholders::texts(self.home.0, self.home.1, self.extent)
    }

    /// Reads the elements of a list.
    fn elements(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        for element in 0..self.texts().len().max(1) {
            self.element = element;
            self.step(&element.to_string(), |fill| each(fill))?;
        }
        self.element = 0;
        Ok(())
    }
}

/// Whether every value of a structure needs a member.
fn is_required(structure: &str, member: &str) -> bool {
    about(structure, member, Kind::Required).any(|rule| rule.severity == Severity::Error)
}

/// The first value of an enum.
fn first_value(structure: &str, member: &str) -> Option<String> {
    let rule = about(structure, member, Kind::Enum).next()?;
    rule.expected.trim_start_matches("one of ").split(", ").next().map(str::to_owned)
}

/// The smallest number that a member can have, or the largest one if there is only that limit.
fn first_number(structure: &str, member: &str) -> Option<i64> {
    let rule = about(structure, member, Kind::Range).next()?;
    rule.expected.split(' ').find_map(|word| word.parse().ok())
}

/// The rules of a kind about a member or its elements.
fn about(structure: &str, member: &str, kind: Kind) -> impl Iterator<Item = &'static Rule> {
    let target = format!("{structure}${member}");
    rules().filter(move |rule| rule.kind == kind && rule.target.trim_end_matches("[]") == target)
}

impl Reader for Fill<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        Ok(self.text().is_some_and(|text| text == "true"))
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        let (structure, member) = self.home;
        let number = self.text().and_then(|text| text.parse().ok());
        Ok(number.or_else(|| first_number(structure, member)).unwrap_or_default())
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        Ok(self.text().and_then(|text| text.parse().ok()).unwrap_or_default())
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        let text = self.text().unwrap_or_else(|| self.name());
        Ok(Cow::Owned(text))
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        let text = self.text().unwrap_or_else(|| self.name());
        Ok(Blob::from(text))
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        Timestamp::from_unix(placeholders::SECONDS, 0).map_err(|_| ReadError::kept())
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(Document::Object(BTreeMap::new()))
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        let is_chosen = !self.texts().is_empty() || placeholders::chosen(self.home.0).contains(&self.home.1);
        if self.extent == Extent::Full || is_chosen || self.is_wanted() {
            self.elements(each)
        } else {
            Ok(())
        }
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        each(self.name(), self)
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let (name, members) = (structure.shape_name(), structure.member_names());
        if self.around.contains(&name) {
            return Err(ReadError::kept());
        }
        self.around.push(name);
        let (home, element) = (self.home, std::mem::take(&mut self.element));
        structure.visit_fields_mut(&mut |fields| {
            for (member, field) in members.iter().zip(fields) {
                self.home = (name, member);
                let _ =
                    self.step(
                        member,
                        |fill| {
                            if fill.is_filled(name, member) { field.read(fill) } else { Ok(()) }
                        },
                    );
            }
        });
        (self.home, self.element) = (home, element);
        self.around.pop();
        Ok(())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Some(first) = names.first().copied() else { return Err(ReadError::kept()) };
        let home = self.home;
        self.home = ("", first);
        let outcome = self.step(first, |fill| member(first, fill));
        self.home = home;
        outcome
    }
}
