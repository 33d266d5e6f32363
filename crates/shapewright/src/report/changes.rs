//! Differences between a text and what it should be: unified diffs.

use std::fmt::Write;

use shapewright_source::Source;
use similar::{ChangeTag, TextDiff};

use super::Look;
use super::escape::{shown, shown_but};

/// The number of unchanged lines around changes.
const AROUND: usize = 3;

/// Returns a unified diff that `patch -p0` can apply. For a terminal, characters that change how it shows what is
/// around them are escaped, so that `patch` cannot apply it any more if there are some.
pub fn changes(before: &Source, after: &str, look: Look, is_for_terminal: bool) -> String {
    let diff = TextDiff::from_lines(before.text(), after);
    let name = shown(before.name());
    let mut text = format!("--- {name}\n+++ {name}\n");
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        push(&mut text, &hunk.header().to_string(), "36", look);
        for change in hunk.iter_changes() {
            let (sign, colour) = match change.tag() {
                ChangeTag::Delete => ('-', "31"),
                ChangeTag::Insert => ('+', "32"),
                ChangeTag::Equal => (' ', ""),
            };
            let line = change.value().trim_end_matches('\n');
            let line = if is_for_terminal { shown_but(line, |c| c == '\t') } else { line.into() };
            push(&mut text, &format!("{sign}{line}"), colour, look);
            if change.missing_newline() {
                text.push_str("\\ No newline at end of file\n");
            }
        }
    }
    text
}

fn push(text: &mut String, line: &str, colour: &str, look: Look) {
    // Writing to a `String` does not fail.
    let _ = if look.is_coloured && !colour.is_empty() {
        writeln!(text, "\u{1B}[{colour}m{line}\u{1B}[0m")
    } else {
        writeln!(text, "{line}")
    };
}
