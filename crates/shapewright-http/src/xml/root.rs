//! The name of the root of a document, without reading the document.

/// Returns the name of the root element without its prefix; an empty name if there is none.
pub(crate) fn root_name(document: &[u8]) -> &[u8] {
    let mut rest = document.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(document);
    loop {
        rest = rest.trim_ascii_start();
        let markup = if let Some(instruction) = rest.strip_prefix(b"<?") {
            after(instruction, b"?>")
        } else if let Some(comment) = rest.strip_prefix(b"<!--") {
            after(comment, b"-->")
        } else {
            break;
        };
        rest = markup.unwrap_or_default();
    }
    let tag = rest.strip_prefix(b"<").unwrap_or_default();
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let name = tag.split(is_end).next().unwrap_or_default();
    name.rsplit(|byte| *byte == b':').next().unwrap_or_default()
}

/// Returns what follows the first `end`.
fn after<'d>(text: &'d [u8], end: &[u8]) -> Option<&'d [u8]> {
    let position = text.windows(end.len()).position(|window| window == end)?;
    text.get(position + end.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_follows_declarations_comments_and_blanks() {
        for document in [
            "<Error>",
            "<Error/>",
            "<Error xmlns=\"urn:a\">",
            "<a:Error xmlns:a=\"urn:a\">",
            "\u{FEFF}<?xml version=\"1.0\"?>\r\n<!-- <Other> --><?p <Other>?> <Error\n>",
        ] {
            assert_eq!(root_name(document.as_bytes()), b"Error", "{document}");
        }
        for document in ["", "Error", "{}", "<", "<?xml", "<!-- <Error>", "<!DOCTYPE Error>", "</Error>"] {
            assert_ne!(root_name(document.as_bytes()), b"Error", "{document}");
        }
    }
}
