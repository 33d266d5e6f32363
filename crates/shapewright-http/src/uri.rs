//! URI templates with labels, and percent-encoding.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The characters to encode: all but letters, digits and `-._~`, as RFC 3986 and Smithy require for labels and queries.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// [`RESERVED`] without `/`, which greedy labels keep.
const RESERVED_BUT_SLASH: &AsciiSet = &RESERVED.remove(b'/');

/// Percent-encodes a value.
pub(crate) fn encode(text: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(text, RESERVED)
}

/// Percent-encodes the value of a greedy label.
pub(crate) fn encode_path(text: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(text, RESERVED_BUT_SLASH)
}

/// Decodes percent-encoding; `None` if the result is not UTF-8.
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(text).decode_utf8().ok()
}

/// A segment of the path of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment<'a> {
    /// A literal segment.
    Literal(&'a str),
    /// A label for one segment, by the name of its member.
    Label(&'a str),
    /// A greedy label for one or more segments, by the name of its member.
    Greedy(&'a str),
}

/// Why a decoded text cannot be the value of a label; `None` if it can.
///
/// Clients and servers resolve the segments `.` and `..`, even if they are percent-encoded. A greedy label may have
/// them, because they can be parts of a key.
pub(crate) fn label_problem(text: &str, is_greedy: bool) -> Option<&'static str> {
    match text {
        "" => Some("is part of the address and cannot be empty"),
        "." | ".." if !is_greedy => Some("is part of the address and cannot be `.` or `..`"),
        _ => None,
    }
}

/// Splits a template into path and query.
pub(crate) fn split(uri: &str) -> (&str, &str) {
    uri.split_once('?').unwrap_or((uri, ""))
}

/// Returns the segments of a path.
pub(crate) fn segments(path: &str) -> impl Iterator<Item = Segment<'_>> + Clone {
    let parts = path.strip_prefix('/').unwrap_or(path).split('/');
    parts.map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        None => Segment::Literal(part),
        Some(name) => name.strip_suffix('+').map_or(Segment::Label(name), Segment::Greedy),
    })
}

/// Returns the names and values of a query, still encoded; the value is `None` for a name without `=`.
pub(crate) fn parameters(query: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts.map(|part| match part.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (part, None),
    })
}

/// Returns the labels with their values, still encoded; `None` if the path does not match the template.
pub(crate) fn labels<'t, 'p>(template: &'t str, path: &'p str) -> Option<Vec<(Segment<'t>, &'p str)>> {
    let mut rest = Some(path.strip_prefix('/')?);
    let mut labels = Vec::new();
    let mut parts = segments(template).peekable();
    while let Some(segment) = parts.next() {
        let here = rest?;
        let (part, after) = match (segment, parts.peek()) {
            (Segment::Greedy(_), None) => (here, None),
            (Segment::Greedy(_), Some(_)) => split_before(here, parts.clone().count())?,
            _ => here.split_once('/').map_or((here, None), |(part, after)| (part, Some(after))),
        };
        match segment {
            Segment::Literal(literal) => decode(part).filter(|part| part == literal).map(drop)?,
            Segment::Label(_) | Segment::Greedy(_) => labels.push((segment, part)),
        }
        rest = after;
    }
    rest.is_none().then_some(labels)
}

/// Splits a path before its last `count` segments.
fn split_before(path: &str, count: usize) -> Option<(&str, Option<&str>)> {
    let (position, _) = path.rmatch_indices('/').nth(count.checked_sub(1)?)?;
    Some((&path[..position], Some(&path[position + 1..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_encoded_and_greedy_labels_keep_slashes() {
        assert_eq!(encode("arn:aws:a/b c~-._%😹").to_string(), "arn%3Aaws%3Aa%2Fb%20c~-._%25%F0%9F%98%B9");
        assert_eq!(encode_path("a/b c").to_string(), "a/b%20c");
        assert_eq!(decode("a%2Fb"), Some(Cow::Borrowed("a/b")));
        assert_eq!(decode("%FF"), None);
    }

    #[test]
    fn paths_match_templates_segment_by_segment() {
        use Segment::{Greedy, Label};
        assert_eq!(labels("/a/{Id}/c", "/a/b%2Fb/c"), Some(vec![(Label("Id"), "b%2Fb")]));
        assert_eq!(labels("/a/{Id}", "/a/b/c"), None);
        assert_eq!(labels("/a/{Id}/c", "/a/b"), None);
        assert_eq!(labels("/", "/"), Some(Vec::new()));
        let both = vec![(Label("Bucket"), "b"), (Greedy("Key"), "c/d/")];
        assert_eq!(labels("/{Bucket}/{Key+}", "/b/c/d/"), Some(both));
        assert_eq!(labels("/{Key+}/end", "/a/b/end"), Some(vec![(Greedy("Key"), "a/b")]));
        assert_eq!(labels("/{Key+}/end", "/end"), None);
    }

    #[test]
    fn a_parameter_without_a_value_differs_from_an_empty_value() {
        let found: Vec<_> = parameters("WithTags&a=&b=1&&").collect();
        assert_eq!(found, [("WithTags", None), ("a", Some("")), ("b", Some("1"))]);
    }
}
