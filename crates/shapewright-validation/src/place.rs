//! Where in a value a check is. Made into a JSON Pointer for violations alone.

use std::fmt::{self, Write};

use shapewright_runtime::PointerStep;
use shapewright_runtime::text::decapitalised;

use crate::message::shorten;

/// The steps from one place to a value in it: a member, a part of a collection, or both (`/Items`, `/0`, `/Items/0`).
#[derive(Clone, Copy)]
pub(crate) struct Way<'a> {
    /// The member; empty if the way begins at a collection, and at the root.
    pub(crate) name: &'static str,
    pub(crate) part: Part<'a>,
}

/// The part of a member that is checked. Fits two registers.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    /// All of it.
    Whole,
    /// An element of a list.
    Index(usize),
    /// A key of a map.
    Key(&'a String),
    /// The value under a key of a map.
    Value(&'a String),
    /// A key of a sensitive map, which is not shown.
    HiddenKey,
    /// The value under a key of a sensitive map.
    HiddenValue,
}

/// The step of a JSON Pointer for a key that is not shown.
const HIDDEN: &str = "<redacted>";

/// A place in a value: a linked list on the stack, from the inside out.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The place around this one; `None` at the root.
    pub(crate) around: Option<&'a Place<'a>>,
    /// The steps from there.
    pub(crate) way: Way<'a>,
    pub(crate) kind: PlaceKind,
}

/// What is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// A structure or union, with rules of its own.
    Shape,
    /// A collection inside a collection.
    Collection,
    /// Another part of a shape.
    Part,
}

impl Place<'_> {
    /// Adds the place to a JSON Pointer.
    pub(crate) fn write(&self, pointer: &mut String) {
        if let Some(around) = self.around {
            around.write(pointer);
        }
        self.way.write(pointer);
    }

    /// The place of the structure or union around this one, or this one.
    pub(crate) fn shape(&self) -> &Self {
        match self.around {
            Some(around) if self.kind != PlaceKind::Shape => around.shape(),
            _ => self,
        }
    }

    /// The place in the words of the service: members with a small first letter, elements of lists counted from 1. A
    /// rule about an element is reported at the collection that holds it.
    pub(crate) fn write_said(&self, path: &mut String) {
        self.write_around(path);
        self.way.write_name(path);
    }

    /// Adds what lies around the last member.
    fn write_around(&self, path: &mut String) {
        let Some(around) = self.around else { return };
        around.write_around(path);
        around.way.write_name(path);
        // Writing to a string does not fail.
        let _ = match around.way.part {
            Part::Whole => Ok(()),
            Part::Index(index) => write!(path, ".{}.member", index + 1),
            Part::Key(key) | Part::Value(key) => write!(path, ".{key}.member"),
            Part::HiddenKey | Part::HiddenValue => write!(path, ".{HIDDEN}.member"),
        };
    }

    /// Runs `each` with the parts of a member that lead to this place, if it is a collection inside a collection.
    pub(crate) fn for_each_part<E>(&self, each: &mut dyn FnMut(Part<'_>) -> Result<(), E>) -> Result<(), E> {
        if self.kind != PlaceKind::Collection {
            return Ok(());
        }
        if let Some(around) = self.around {
            around.for_each_part(each)?;
        }
        each(self.way.part)
    }
}

impl Way<'_> {
    /// Adds the steps to a JSON Pointer.
    pub(crate) fn write(&self, pointer: &mut String) {
        // Writing to a string does not fail.
        if !self.name.is_empty() {
            let _ = write!(pointer, "{}", PointerStep(self.name));
        }
        let _ = match self.part {
            Part::Whole => Ok(()),
            Part::Index(index) => write!(pointer, "/{index}"),
            Part::Key(key) | Part::Value(key) => write!(pointer, "{}", PointerStep(key)),
            Part::HiddenKey | Part::HiddenValue => write!(pointer, "{}", PointerStep(HIDDEN)),
        };
    }
}

impl Way<'_> {
    /// Adds the member in the words of the service.
    fn write_name(&self, path: &mut String) {
        if self.name.is_empty() {
            return;
        }
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(&decapitalised(self.name));
    }
}

impl Part<'_> {
    /// The same part, without the key if the map is sensitive.
    #[inline]
    pub(crate) fn hidden_if(self, is_sensitive: bool) -> Self {
        match self {
            Part::Key(_) if is_sensitive => Part::HiddenKey,
            Part::Value(_) if is_sensitive => Part::HiddenValue,
            part => part,
        }
    }

    /// The part in the target of a rule: `Rows[]`, `Labels{}`, `Labels{key}`.
    pub(crate) fn in_target(self) -> &'static str {
        match self {
            Part::Whole => "",
            Part::Index(_) => "[]",
            Part::Key(_) | Part::HiddenKey => "{key}",
            Part::Value(_) | Part::HiddenValue => "{}",
        }
    }
}

/// `[2]`, `["key"]`
impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Whole | Part::Key(_) | Part::HiddenKey => Ok(()),
            Part::Index(index) => write!(f, "[{index}]"),
            Part::HiddenValue => write!(f, "[{HIDDEN}]"),
            Part::Value(key) => write!(f, "[{:?}]", shorten(key)),
        }
    }
}
