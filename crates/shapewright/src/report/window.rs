//! The lines of a text that a report shows: few, of limited length, and without control characters.

use std::ops::Range;

use shapewright_source::{Position, Source, Span, Unit};

use super::escape::{is_hidden, push};

/// Two places with at most so many lines between them are shown together.
const NEAR: u32 = 6;

/// Lines up to this length in bytes are shown whole.
const LONG: usize = 300;

/// How many bytes on both sides of the start and of the end of a place are shown of a longer line.
const AROUND: usize = 60;

/// Lines that follow each other, as they are shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The number of its first line.
    pub(super) line: u32,
    /// Its lines.
    pub(super) text: String,
    /// The places in it: the number of each in the list of spans, and where it is in `text`.
    pub(super) marks: Vec<(usize, Range<usize>)>,
}

/// Returns what to show for some places: the lines of the first one come first, the others in the order of the text.
/// A place of several lines is shown by its first line.
pub(super) fn windows(source: &Source, spans: &[Span]) -> Vec<Window> {
    let mut places: Vec<(u32, usize, Range<usize>)> = Vec::with_capacity(spans.len());
    for (index, span) in spans.iter().enumerate() {
        let line = source.position(span.start as usize, Unit::Utf8).line;
        let end = bounds(source, line).end.max(span.start as usize);
        places.push((line, index, span.start as usize..(span.end as usize).min(end)));
    }
    places.sort_by_key(|(line, index, _)| (*line, *index));
    let near = |a: &(u32, usize, Range<usize>), b: &(u32, usize, Range<usize>)| b.0 - a.0 <= NEAR + 1;
    let mut windows: Vec<Window> = places.chunk_by(near).map(|places| window(source, places)).collect();
    let first = |window: &Window| window.marks.iter().any(|(index, _)| *index == 0);
    windows.sort_by_key(|window| !first(window));
    windows
}

/// Returns the lines from the first to the last of these places.
fn window(source: &Source, places: &[(u32, usize, Range<usize>)]) -> Window {
    let line = places.first().map_or(1, |(line, ..)| *line);
    let last = places.last().map_or(1, |(line, ..)| *line);
    let mut shown = Shown::default();
    for number in line..=last {
        if number > line {
            shown.text.push('\n');
        }
        let marks = places.iter().filter(|(line, ..)| *line == number).map(|(.., mark)| mark.clone());
        shown.add(source, &bounds(source, number), marks);
    }
    let marks = places.iter().map(|(_, index, mark)| (*index, shown.find(mark.start)..shown.find(mark.end)));
    let marks = marks.collect();
    Window { line, text: shown.text, marks }
}

/// Returns where a line is in the text, without its end.
fn bounds(source: &Source, line: u32) -> Range<usize> {
    let start = source.offset(Position { line, column: 1 }, Unit::Utf8);
    start..start + source.line(line).len()
}

/// A text to show, and where the characters of the source are in it.
#[derive(Default)]
struct Shown {
    text: String,
    /// Offsets in the source and in `text`, in order.
    offsets: Vec<(usize, usize)>,
}

impl Shown {
    /// Adds a line, or the parts of it that are near the marks.
    fn add(&mut self, source: &Source, line: &Range<usize>, marks: impl Iterator<Item = Range<usize>>) {
        let mut at = line.start;
        for part in parts(source.text(), line, marks) {
            if part.start > at {
                self.text.push('…');
            }
            at = part.end;
            for (index, c) in source.text().get(part.clone()).unwrap_or_default().char_indices() {
                self.offsets.push((part.start + index, self.text.len()));
                push(&mut self.text, c, is_hidden(c) && c != '\t');
            }
            self.offsets.push((part.end, self.text.len()));
        }
        if at < line.end {
            self.text.push('…');
        }
    }

    /// Returns where an offset of the source is in the text.
    fn find(&self, offset: usize) -> usize {
        let index = self.offsets.partition_point(|(from, _)| *from < offset);
        self.offsets.get(index).map_or(self.text.len(), |(_, to)| *to)
    }
}

/// Returns the parts of a line to show, in order.
fn parts(text: &str, line: &Range<usize>, marks: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    if line.len() <= LONG {
        return vec![line.clone()];
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        for end in [mark.start, mark.end] {
            let from = end.saturating_sub(AROUND).max(line.start);
            let to = (end + AROUND).min(line.end);
            parts.push(floor(text, from)..floor(text, to).max(end));
        }
    }
    if parts.is_empty() {
        parts.push(line.start..floor(text, line.start + AROUND));
    }
    parts.sort_by_key(|part| part.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(parts.len());
    for part in parts {
        match joined.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => joined.push(part),
        }
    }
    joined
}

/// Returns the start of the character that an offset is in.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use shapewright_source::{Source, Span};

    use super::windows;

    fn span(text: &str, part: &str) -> Span {
        let start = text.find(part).expect("the part is in the text");
        Span::new(start, start + part.len())
    }

    /// What is marked of the text of each window.
    fn marked(text: &str, parts: &[&str]) -> Vec<(u32, String, Vec<String>)> {
        let spans: Vec<Span> = parts.iter().map(|part| span(text, part)).collect();
        let windows = windows(&Source::new("a", text.to_owned()), &spans);
        let marks = |window: &super::Window| {
            window.marks.iter().map(|(_, mark)| window.text[mark.clone()].to_owned()).collect()
        };
        windows.iter().map(|window| (window.line, window.text.clone(), marks(window))).collect()
    }

    fn owned(list: &[&str]) -> Vec<String> {
        list.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_place_is_shown_by_its_first_line() {
        let shown = marked("a\nb: [\n  c\n]\nd\n", &["[\n  c\n]"]);
        assert_eq!(shown, [(2, "b: [".to_owned(), owned(&["["]))]);
    }

    #[test]
    fn near_places_share_a_window_and_the_first_place_comes_first() {
        let text = "one\n2\n3\ntwo\n5\n6\n7\n8\n9\n10\n11\n12\nthree";
        let shown = marked(text, &["three", "two", "one"]);
        let places: Vec<_> = shown.iter().map(|(line, _, marks)| (*line, marks.clone())).collect();
        assert_eq!(places, [(13, owned(&["three"])), (1, owned(&["one", "two"]))]);
    }

    #[test]
    fn control_characters_are_shown_as_escapes() {
        let shown = marked("a\u{1B}[1m\u{202E}\t\u{85}日 本", &["日"]);
        assert_eq!(shown, [(1, "a\\u{1b}[1m\\u{202e}\t\\u{85}日 本".to_owned(), owned(&["日"]))]);
    }

    #[test]
    fn long_lines_are_cut_around_the_places() {
        let text = format!("{}first{}last{}", "日".repeat(200), "x".repeat(400), "ü".repeat(200));
        let shown = marked(&text, &["first", "last"]);
        let (_, window, marks) = &shown[0];
        assert!(window.len() < 330 && window.matches('…').count() == 3, "{window}");
        assert_eq!(*marks, ["first", "last"]);
    }

    #[test]
    fn a_long_place_is_cut_too() {
        let text = format!("a: '{}'", "x".repeat(1_000));
        let spans = [Span::new(3, text.len())];
        let windows = windows(&Source::new("a", text.clone()), &spans);
        assert_eq!(windows[0].text.matches('…').count(), 1);
        let (_, mark) = windows[0].marks[0].clone();
        assert_eq!((mark.start, mark.end), (3, windows[0].text.len()));
    }

    #[test]
    fn an_empty_text_has_one_empty_line() {
        let windows = windows(&Source::new("a", String::new()), &[Span::at(0)]);
        assert_eq!((windows[0].line, windows[0].text.as_str(), &windows[0].marks), (1, "", &vec![(0, 0..0)]));
    }

    #[test]
    fn a_place_behind_a_line_is_at_its_end() {
        let windows = windows(&Source::new("a", "ab\ncd\n".to_owned()), &[Span::at(2), Span::at(6)]);
        assert_eq!(windows[0].marks, [(0, 2..2), (1, 6..6)]);
    }
}
