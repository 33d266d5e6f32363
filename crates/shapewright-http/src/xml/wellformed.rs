//! The constraints of XML 1.0 (fifth edition) and Namespaces in XML 1.0 that `quick_xml` does not check.
//!
//! [`Source`](super::Source) calls these functions for each token. Errors have offsets into the text that a function
//! checks.

mod attributes;
mod characters;
mod markup;
mod names;
mod namespaces;
mod references;

pub(super) use attributes::StartTag;
pub(super) use characters::Characters;
pub(super) use markup::{check_comment, check_declaration, check_instruction, check_text};
pub(super) use names::is_plain_tag;
pub(super) use namespaces::Namespaces;
pub(super) use references::{no_reference, resolve};

/// White space of XML.
pub(super) const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Whether a text is only white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

/// Returns the text without the white space at its start.
fn without_space(text: &str) -> &str {
    text.trim_start_matches(SPACE)
}
