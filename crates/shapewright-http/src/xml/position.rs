//! Lines, columns and paths, which are computed only for errors.

use quick_xml::Reader;
use quick_xml::events::Event;

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) path: String,
}

/// The number of elements in a path; a deeper path ends in an ellipsis.
const LONGEST_PATH: usize = 16;

impl Position {
    /// Returns the position after `offset` bytes. Its path is that of the elements that are open after `inside` bytes.
    pub(super) fn find(document: &[u8], offset: usize, inside: usize) -> Self {
        let before = &document[..offset.min(document.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
        Position { line, column, path: path(document, inside) }
    }
}

/// Returns the path of the elements that are open after `offset` bytes.
fn path(document: &[u8], offset: usize) -> String {
    let mut reader = Reader::from_reader(document);
    let mut open = Vec::new();
    let mut depth = 0_usize;
    while let Ok(event) = reader.read_event() {
        let inside = usize::try_from(reader.buffer_position()).is_ok_and(|position| position <= offset);
        match event {
            Event::Start(tag) if inside => {
                if depth < LONGEST_PATH {
                    open.push(tag.local_name().as_ref().to_owned());
                }
                depth += 1;
            }
            Event::End(_) if inside => {
                depth = depth.saturating_sub(1);
                open.truncate(depth);
            }
            Event::Eof => break,
            _ if !inside => break,
            _ => {}
        }
    }
    let mut path: String = open.iter().flat_map(|name| ["/", name]).collect();
    if depth > LONGEST_PATH {
        path.push_str("/…");
    }
    path
}
