//! Texts with placeholders: `arn:aws:cloudfront::{account}:distribution/{key}`.

use std::borrow::Cow;

/// Replaces each `{name}` by what `value` says. An unknown name stays as it is.
pub(crate) fn fill<'a>(template: &str, mut value: impl FnMut(&str) -> Option<Cow<'a, str>>) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = &rest[before.len()..];
            break;
        };
        match value(name) {
            Some(value) => text.push_str(&value),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn placeholders_are_replaced() {
        let value = |name: &str| (name == "key").then(|| "E1".into());
        assert_eq!(fill("a/{key}/b/{other}/{", value), "a/E1/b/{other}/{");
        assert_eq!(fill("none", value), "none");
    }
}
