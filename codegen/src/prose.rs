//! The HTML of AWS's documentation traits as plain paragraphs, for those who keep the prose of their own model.

/// Paragraphs of the text, markup removed; code stays in backticks, brackets are escaped for rustdoc.
pub(crate) fn plain(html: &str) -> Vec<String> {
    let mut parts = html.split('<');
    let mut text = escaped(parts.next().unwrap_or_default());
    // A `<` without its `>` is the end of a text that was cut off.
    for (tag, rest) in parts.filter_map(|part| part.split_once('>')) {
        text.push_str(replacement(tag));
        text.push_str(&escaped(rest));
    }
    let paragraphs = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|line| !line.is_empty()).collect()
}

fn replacement(tag: &str) -> &'static str {
    let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    match name {
        "code" => "`",
        "p" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "br" | "note" | "important" | "pre" => "\n",
        _ => "",
    }
}

/// Line ends of the source are spaces; characters that rustdoc would read as markup are escaped.
fn escaped(text: &str) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    let text =
        text.replace("&lt;", "\\<").replace("&gt;", "\\>").replace("&quot;", "\"").replace("&amp;", "&");
    text.replace('[', "\\[").replace(']', "\\]")
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
    fn unfinished_markup_is_dropped() {
        assert_eq!(plain("a <b"), ["a"]);
    }
}
