//! What is wrong with a resource, or what a tool cannot express.

use std::fmt::Write;

use shapewright_runtime::PointerStep;
use shapewright_source::Span;

/// What kind of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The resource has no such property.
    UnknownProperty,
    /// The property has another type.
    WrongType,
    /// Two properties decide about one member of the API, or a block that can be there once is there again.
    TooMany,
    /// The tool has no property for a member of the API.
    Lost,
    /// The tool sends a value of its own.
    Replaced,
}

/// Something that is wrong with a resource, or that is lost on the way to a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What kind of problem it is.
    pub kind: Kind,
    /// JSON Pointer in the input of the operation. A property that does not exist is there under its own name.
    pub pointer: String,
    /// What to underline.
    pub place: Span,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The property that is meant by a name that differs from it in the case of letters, and that is not there.
    pub meant: Option<&'static str>,
}

/// The largest number of problems that are kept.
const MOST: usize = 1_000;

/// The problems that were found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems {
    pub(crate) list: Vec<Problem>,
    /// How many there are beyond [`MOST`].
    pub(crate) omitted: usize,
}

impl Problems {
    /// Adds a problem, if there are not too many.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.list.len() < MOST { self.list.push(problem()) } else { self.omitted += 1 }
    }
}

/// A step on the way to a value of the API.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    Name(&'a str),
    Index(usize),
}

/// Returns the JSON Pointer of steps.
pub(crate) fn pointer(steps: &[Step<'_>]) -> String {
    let mut pointer = String::new();
    for step in steps {
        // Writing to a `String` does not fail.
        let _ = match step {
            Step::Name(name) => write!(pointer, "{}", PointerStep(name)),
            Step::Index(index) => write!(pointer, "/{index}"),
        };
    }
    pointer
}
