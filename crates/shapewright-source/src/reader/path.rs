//! The way from the value that is read to one inside it, as a list on the stack.

use std::fmt::Write;

use shapewright_runtime::PointerStep;

/// One step.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    Name(&'a str),
    Index(usize),
}

/// The steps to a value, from the innermost outwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'a>(Option<(&'a Path<'a>, Step<'a>)>);

impl<'a> Path<'a> {
    pub(super) const ROOT: Path<'static> = Path(None);

    pub(super) fn inside(parent: &'a Path<'a>, step: Step<'a>) -> Self {
        Path(Some((parent, step)))
    }

    /// Returns the JSON Pointer.
    pub(super) fn pointer(&self) -> String {
        let mut steps = Vec::new();
        let mut path = self;
        while let Path(Some((parent, step))) = path {
            steps.push(*step);
            path = parent;
        }
        let mut pointer = String::new();
        for step in steps.iter().rev() {
            // Writing to a `String` does not fail.
            let _ = match step {
                Step::Name(name) => write!(pointer, "{}", PointerStep(name)),
                Step::Index(index) => write!(pointer, "/{index}"),
            };
        }
        pointer
    }
}
