//! Markdown of doc comments and pages.

/// A span of code, between more backticks than the text has in a row.
pub(crate) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.contains('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn text_with_backticks_is_one_span() {
        assert_eq!(code("a|b"), "`a|b`");
        assert_eq!(code("a == `1`"), "`` a == `1` ``");
        assert_eq!(code("[``]"), "``` [``] ```");
    }
}
