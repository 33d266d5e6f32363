//! Lines and columns of places, as reports count them: from 1, in code points.

use shapewright_source::{Position, Source, Span, Unit};

/// Where a place starts and ends. The end is behind its last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) start: Position,
    pub(super) end: Position,
}

impl Lines {
    pub(super) fn of(source: &Source, span: Span) -> Self {
        let position = |offset: u32| source.position(offset as usize, Unit::CodePoint);
        Lines { start: position(span.start), end: position(span.end.max(span.start)) }
    }
}
