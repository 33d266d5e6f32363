//! Patterns: botocore's match the whole string, Smithy's any part of it.

/// The Smithy pattern that accepts what botocore's pattern `p` accepts as a whole.
pub(super) fn anchored(p: &str) -> String {
    let alternatives = alternatives(p);
    if let [only] = alternatives[..] {
        let start = if only.starts_with('^') { "" } else { "^" };
        let end = if ends_with_anchor(only) { "" } else { "$" };
        format!("{start}{only}{end}")
    } else if alternatives.iter().all(|part| part.starts_with('^') && ends_with_anchor(part)) {
        p.to_owned()
    } else {
        format!("^({p})$")
    }
}

/// The parts between each `|` outside of groups and classes.
fn alternatives(p: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut in_class, mut escaped) = (0, 0_usize, false, false);
    for (at, c) in p.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => depth = depth.saturating_sub(1),
            '|' if !in_class && depth == 0 => {
                parts.push(&p[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&p[start..]);
    parts
}

/// Whether the last character is an unescaped `$`.
fn ends_with_anchor(p: &str) -> bool {
    let Some(before) = p.strip_suffix('$') else { return false };
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes % 2 == 0
}
