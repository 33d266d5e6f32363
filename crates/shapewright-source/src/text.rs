//! The text of a document: its name, its lines, and columns in three units.

use std::ops::Range;

/// A part of a text, as byte offsets. Both lie between characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Where it starts.
    pub start: u32,
    /// Where it ends: the offset after its last byte.
    pub end: u32,
}

impl Span {
    /// Returns the part from `start` to `end`. Offsets above 4 GiB, which no [`Source`] has, become the largest.
    pub fn new(start: usize, end: usize) -> Self {
        let offset = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: offset(start), end: offset(end.max(start)) }
    }

    /// Returns the empty part at an offset.
    pub fn at(offset: usize) -> Self {
        Span::new(offset, offset)
    }

    /// Returns the offsets as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the number of bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Returns whether it has no bytes.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Code points: what people and reports count.
    CodePoint,
    /// Code units of UTF-16: what editors count by default.
    Utf16,
    /// Bytes of UTF-8.
    Utf8,
}

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// The text of a document and its name.
///
/// ```
/// use shapewright_source::{Position, Source, Unit};
///
/// let source = Source::new("a.json", "{\n  \"日本\": 1}".to_owned());
/// let offset = source.text().find('1').unwrap_or_default();
/// assert_eq!(source.position(offset, Unit::CodePoint), Position { line: 2, column: 9 });
/// assert_eq!(source.position(offset, Unit::Utf8).column, 13);
/// assert_eq!(source.offset(Position { line: 2, column: 9 }, Unit::CodePoint), offset);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    /// Where each line starts.
    lines: Vec<u32>,
    /// How many code points and units of UTF-16 are before each multiple of [`STEP`] bytes, so that columns in very
    /// long lines are found without a walk through the line.
    counts: Vec<Counts>,
}

/// The distance of two counts in bytes.
const STEP: usize = 4096;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    points: u32,
    /// Code points that take two units of UTF-16.
    pairs: u32,
}

impl Counts {
    /// Counts the characters that start in these bytes.
    fn add(&mut self, bytes: &[u8]) {
        let count = |is: fn(u8) -> bool| bytes.iter().map(|byte| u32::from(is(*byte))).sum::<u32>();
        self.points += count(|byte| byte & 0xC0 != 0x80);
        self.pairs += count(|byte| byte >= 0xF0);
    }
}

impl Source {
    /// Returns a text with a name. The readers refuse texts above 4 GiB, whatever the [limit](crate::Limits).
    pub fn new(name: impl Into<String>, text: String) -> Self {
        let bytes = text.as_bytes();
        let mut lines = vec![0];
        for (index, byte) in bytes.iter().enumerate() {
            let is_end = *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
            if is_end {
                lines.push(u32::try_from(index + 1).unwrap_or(u32::MAX));
            }
        }
        let mut sum = Counts::default();
        let mut counts = vec![sum];
        for chunk in bytes.chunks(STEP) {
            sum.add(chunk);
            counts.push(sum);
        }
        Source { name: name.into(), text, lines, counts }
    }

    /// Returns the name, for instance the path of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the number of lines.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Returns a part of the text. A span of another text gives what of it exists here.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Returns the part of the text that is a line, counted from 1, without its end.
    pub fn line(&self, line: u32) -> &str {
        let index = (line as usize).saturating_sub(1);
        let Some(start) = self.lines.get(index) else { return "" };
        let end = self.lines.get(index + 1).map_or(self.text.len(), |end| *end as usize);
        self.text.get(*start as usize..end).unwrap_or_default().trim_end_matches(['\r', '\n'])
    }

    /// Returns the line and column of an offset. An offset inside a character counts as its start, one behind the text
    /// as its end.
    pub fn position(&self, offset: usize, unit: Unit) -> Position {
        let offset = self.boundary(offset);
        let (after, start) = (self.line_number(offset), self.line_start(offset));
        let column = match unit {
            Unit::Utf8 => offset - start,
            Unit::CodePoint => self.points(offset) - self.points(start),
            Unit::Utf16 => self.units(offset) - self.units(start),
        };
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: number(after.max(1)), column: number(column + 1) }
    }

    /// Returns the offset of a line and column. A column behind the line is its end, a line behind the text the end of
    /// the text.
    pub fn offset(&self, position: Position, unit: Unit) -> usize {
        let index = (position.line as usize).saturating_sub(1);
        let Some(start) = self.lines.get(index) else { return self.text.len() };
        let (start, line) = (*start as usize, self.line(position.line));
        let wanted = (position.column as usize).saturating_sub(1);
        let mut column = 0;
        for (index, c) in line.char_indices() {
            let width = match unit {
                Unit::CodePoint => 1,
                Unit::Utf16 => c.len_utf16(),
                Unit::Utf8 => c.len_utf8(),
            };
            if column + width > wanted {
                return start + index;
            }
            column += width;
        }
        start + line.len()
    }

    /// Returns the number of the line of an offset, from 1.
    fn line_number(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start as usize <= offset)
    }

    /// Returns where the line of an offset starts.
    pub fn line_start(&self, offset: usize) -> usize {
        let index = self.line_number(offset).saturating_sub(1);
        self.lines.get(index).map_or(0, |start| *start as usize)
    }

    /// Returns the start of the character that an offset is in.
    fn boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn counts(&self, offset: usize) -> Counts {
        let index = offset / STEP;
        let mut counts = self.counts.get(index).copied().unwrap_or_default();
        counts.add(self.text.as_bytes().get(index * STEP..offset).unwrap_or_default());
        counts
    }

    fn points(&self, offset: usize) -> usize {
        self.counts(offset).points as usize
    }

    fn units(&self, offset: usize) -> usize {
        let counts = self.counts(offset);
        counts.points as usize + counts.pairs as usize
    }
}
