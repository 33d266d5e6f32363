//! Places in the way of the protocol: lines and columns from 0, columns in the unit that both sides agreed on.

use gen_lsp_types::{Position, Range, TextEdit};
use shapewright_source::{Edit, Source, Span, Unit};

/// Returns the position of an offset.
pub(super) fn position(source: &Source, offset: u32, unit: Unit) -> Position {
    let at = source.position(offset as usize, unit);
    Position { line: at.line.saturating_sub(1), character: at.column.saturating_sub(1) }
}

/// Returns the place of a span.
pub(super) fn range(source: &Source, span: Span, unit: Unit) -> Range {
    Range { start: position(source, span.start, unit), end: position(source, span.end, unit) }
}

/// Returns the offset of a position. One behind a line is the end of the line.
pub(super) fn offset(source: &Source, position: Position, unit: Unit) -> usize {
    let (line, column) = (position.line.saturating_add(1), position.character.saturating_add(1));
    source.offset(shapewright_source::Position { line, column }, unit)
}

/// Returns the part of the text at a place.
pub(super) fn span(source: &Source, range: Range, unit: Unit) -> Span {
    Span::new(offset(source, range.start, unit), offset(source, range.end, unit))
}

/// Returns changes of the text.
pub(super) fn edits(source: &Source, edits: &[Edit], unit: Unit) -> Vec<TextEdit> {
    let edit = |edit: &Edit| TextEdit { range: range(source, edit.span, unit), new_text: edit.text.clone() };
    edits.iter().map(edit).collect()
}

#[cfg(test)]
mod tests {
    use gen_lsp_types::Position;
    use shapewright_source::{Source, Unit};

    use super::{offset, position};

    #[test]
    fn columns_count_the_unit_of_the_client() {
        let source = Source::new("a", "\n日本👩\u{200d}👧 x".to_owned());
        let x = u32::try_from(source.text().find('x').expect("it has one")).expect("a short text");
        for (unit, character) in [(Unit::Utf16, 8), (Unit::Utf8, 18)] {
            let at = Position { line: 1, character };
            assert_eq!(position(&source, x, unit), at);
            assert_eq!(offset(&source, at, unit), x as usize);
        }
    }

    #[test]
    fn positions_behind_the_text_are_its_end() {
        let source = Source::new("a", "ab\r\nc".to_owned());
        let at = |line, character| offset(&source, Position { line, character }, Unit::Utf16);
        assert_eq!((at(0, 9), at(9, 0), at(u32::MAX, u32::MAX)), (2, 5, 5));
    }
}
