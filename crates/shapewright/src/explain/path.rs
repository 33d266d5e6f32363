//! Paths from the input of an operation, or from a structure, to a member: the pointers of reports, or names with dots.

use std::borrow::Cow;

use cloudfront::validators::nearest;
use shapewright_runtime::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};

use super::spelling;

/// The end of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The structure that has the member.
    pub(super) structure: String,
    /// The member.
    pub(super) member: String,
    /// The type at the end of the path, in words.
    pub(super) ty: String,
    /// Whether the path ends at an element of the member, which is a list.
    pub(super) is_element: bool,
}

/// A path with an unknown step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Break {
    /// Number of known steps.
    pub(super) known: usize,
    /// The nearest member to the next step.
    pub(super) meant: Option<&'static str>,
    /// What has no such member: a structure, or a member with its type.
    pub(super) home: String,
}

/// Follows a path. The indexes of list elements may be left out.
pub(super) fn follow(structure: &mut dyn Structure, steps: &[&str]) -> Result<Place, Break> {
    let mut walk = Walk {
        steps,
        done: 0,
        member: None,
        ty: String::new(),
        meant: None,
        home: String::new(),
        is_element: false,
    };
    // The reader has no values; it only records which types are read.
    let _ = walk.structure(structure);
    let Walk { done, member, ty, meant, home, is_element, .. } = walk;
    match member {
        Some((structure, member)) if done == steps.len() => Ok(Place { structure, member, ty, is_element }),
        Some((structure, member)) if !ty.is_empty() => {
            Err(Break { known: done, meant, home: format!("{structure}.{member} ({ty})") })
        }
        _ => Err(Break { known: done, meant, home }),
    }
}

/// The type of a member, in words; empty if there is no such member.
pub(crate) fn type_of(structure: &str, member: &str) -> String {
    let structure = cloudfront::shapes::catalog::structure(structure);
    let place = structure.and_then(|mut structure| follow(&mut *structure, &[member]).ok());
    place.map(|place| place.ty).unwrap_or_default()
}

/// The member at the end of a path, in the form of the targets of rules: `Origin$Id`; `None` if there is none.
pub(crate) fn target_of(structure: &str, steps: &[String]) -> Option<String> {
    let mut structure = cloudfront::shapes::catalog::structure(structure)?;
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let place = follow(&mut *structure, &steps).ok().filter(|place| !place.is_element)?;
    Some(format!("{}${}", place.structure, place.member))
}

/// A reader that records the types that values ask for.
struct Walk<'a> {
    steps: &'a [&'a str],
    /// Number of steps done.
    done: usize,
    /// The last member of the path, with its structure.
    member: Option<(String, String)>,
    /// The type of the value at the end, as far as it is known.
    ty: String,
    /// The nearest member to the first unknown step.
    meant: Option<&'static str>,
    /// The structure that does not have it.
    home: String,
    /// Whether the last step is the index of an element.
    is_element: bool,
}

impl<'a> Walk<'a> {
    fn next(&self) -> Option<&'a str> {
        self.steps.get(self.done).copied()
    }

    /// Enters a member, if there is one of the name that comes next.
    fn enter(&mut self, structure: &str, names: &[&'static str]) -> Option<usize> {
        let step = self.next()?;
        let index = spelling::position(step, names);
        if let Some(name) = index.and_then(|index| names.get(index)) {
            self.done += 1;
            self.member = Some((structure.to_owned(), (*name).to_owned()));
            self.is_element = false;
        } else {
            structure.clone_into(&mut self.home);
            self.meant = nearest(step, names.iter().copied());
        }
        index
    }

    /// Ends the path at a value of this type.
    fn end<T>(&mut self, ty: &str) -> Result<T, ReadError> {
        self.ty.push_str(ty);
        Err(ReadError::kept())
    }
}

impl Reader for Walk<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        self.end("boolean")
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        self.end("integer")
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        self.end("number")
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        self.end("string")
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        self.end("bytes")
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        self.end("timestamp")
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        self.end("any JSON")
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        let is_index = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        match self.next() {
            None => self.ty.push_str("list of "),
            Some(step) if is_index(step) => {
                self.done += 1;
                self.is_element = true;
            }
            Some(_) => {}
        }
        each(self)
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let key = self.next().unwrap_or_default();
        if self.done < self.steps.len() {
            self.done += 1;
        } else {
            self.ty.push_str("map of ");
        }
        each(key.to_owned(), self)
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let name = structure.shape_name();
        if self.done == self.steps.len() {
            return self.end(name);
        }
        let Some(index) = self.enter(name, structure.member_names()) else { return Err(ReadError::kept()) };
        let mut outcome = Ok(());
        structure.visit_fields_mut(&mut |fields| {
            if let Some(field) = fields.get_mut(index) {
                outcome = field.read(self);
            }
        });
        outcome
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        // A union does not pass its name to the reader, so there is nothing to record.
        if self.done == self.steps.len() {
            return self.end(&format!("one of {}", names.join(", ")));
        }
        let place = self.member.take();
        let index = self.enter("", names);
        self.member = place;
        match index.and_then(|index| names.get(index)) {
            Some(name) => member(name, self),
            None => Err(ReadError::kept()),
        }
    }
}
