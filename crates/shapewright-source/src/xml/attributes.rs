//! How many attributes an element has, before the parser compares each with all others.

/// The largest number of attributes of an element.
pub(super) const MOST: usize = 1_000;

/// Returns where the first element begins that has more attributes than the parser reads in a short time.
pub(super) fn too_many(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text.get(at..)?.find('<').map(|start| at + start) {
        let rest = text.get(start..)?;
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"), ("</", ">")];
        let end =
            skipped.into_iter().find_map(|(begin, end)| rest.strip_prefix(begin).map(|rest| (rest, end)));
        at = match end {
            Some((inside, end)) => text.len() - inside.len() + inside.find(end)?,
            None => match tag(rest) {
                Tag::Ended(length) => start + length,
                Tag::TooMany => return Some(start),
                Tag::Open => return None,
            },
        };
    }
    None
}

/// What a start tag is.
enum Tag {
    /// It has so many bytes.
    Ended(usize),
    TooMany,
    /// The text ends in it.
    Open,
}

fn tag(text: &str) -> Tag {
    let mut quote = None;
    let mut count = 0;
    for (index, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(end), byte) if end == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Tag::Ended(index + 1),
            (None, b'=') if count >= MOST => return Tag::TooMany,
            (None, b'=') => count += 1,
            _ => {}
        }
    }
    if count >= MOST { Tag::TooMany } else { Tag::Open }
}
