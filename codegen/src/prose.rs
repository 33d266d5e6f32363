//! Converts the HTML of AWS's documentation traits to plain paragraphs, if documentation of the model is requested.

use crate::markdown::{self, inline};

/// Paragraphs of the HTML without markup. Code is put in backticks; what rustdoc would treat as markup is escaped.
pub(crate) fn plain(html: &str) -> Vec<String> {
    let mut parts = html.split('<');
    let mut part = unescaped(parts.next().unwrap_or_default());
    let mut markdown = String::new();
    let mut in_code = false;
    // A `<` without its `>` ends a truncated document.
    for (tag, rest) in parts.filter_map(|part| part.split_once('>')) {
        match tag.split(' ').next().unwrap_or_default() {
            name @ ("code" | "/code") if in_code != (name == "code") => {
                end(&mut markdown, std::mem::take(&mut part), in_code);
                in_code = !in_code;
            }
            // Code does not span paragraphs.
            name if is_block(name) => {
                end(&mut markdown, std::mem::take(&mut part), in_code);
                markdown.push('\n');
            }
            _ => {}
        }
        part.push_str(&unescaped(rest));
    }
    end(&mut markdown, part, in_code);
    markdown.split('\n').map(linked).filter(|line| !line.is_empty()).collect()
}

/// Adds a part that is all code or has none.
fn end(markdown: &mut String, part: String, is_code: bool) {
    if !is_code {
        append(markdown, &inline(&part));
    } else if !part.trim().is_empty() {
        append(markdown, &markdown::code(&part));
    }
}

/// Adds Markdown, so that spans of code do not touch: they would be one.
fn append(text: &mut String, markdown: &str) {
    if text.ends_with('`') && markdown.starts_with('`') {
        text.push(' ');
    }
    text.push_str(markdown);
}

fn is_block(tag: &str) -> bool {
    let blocks = ["p", "li", "ul", "ol", "dl", "dt", "dd", "br", "note", "important", "pre"];
    blocks.contains(&tag.trim_matches('/'))
}

/// Collapses whitespace, and marks URLs as links.
fn linked(paragraph: &str) -> String {
    let mut in_code = false;
    let words = paragraph.split_whitespace().map(|word| {
        let ticks = word.matches('`').count();
        let link = !in_code && ticks == 0;
        in_code ^= ticks % 2 == 1;
        match word.find("https://").or_else(|| word.find("http://")).filter(|_| link) {
            Some(start) => {
                let (before, address) = word.split_at(start);
                let end = address.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/').len();
                format!("{before}<{}>{}", &address[..end], &address[end..])
            }
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Text with its entities replaced; line breaks become spaces.
fn unescaped(text: &str) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn paragraphs_and_code_survive() {
        let html = "<p>The <code>Id</code> of\n it.</p><ul><li><p>one [x]</p></li></ul>";
        assert_eq!(plain(html), ["The `Id` of it.", "one \\[x\\]"]);
    }

    #[test]
    fn code_keeps_its_brackets() {
        assert_eq!(plain("<code>a[0] &lt; b</code>, [c] &lt; d"), ["`a[0] < b`, \\[c\\] \\< d"]);
        assert_eq!(plain("<code>a<p>b</code>"), ["`a`", "`b`"]);
    }

    #[test]
    fn addresses_become_links() {
        let html = "See (https://example.com/a.html). <code>http://example.com</code>";
        assert_eq!(plain(html), ["See (<https://example.com/a.html>). `http://example.com`"]);
    }

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(plain("\\[a](b) \\&lt;script&gt; ```"), ["\\\\\\[a\\](b) \\\\\\<script> \\`\\`\\`"]);
        assert_eq!(plain("<code>`</code><code>&lt;b&gt;</code>"), ["`` ` `` `<b>`"]);
    }

    #[test]
    fn unfinished_markup_is_dropped() {
        assert_eq!(plain("a <b"), ["a"]);
    }
}
