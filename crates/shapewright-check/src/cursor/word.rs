//! The word that a cursor is in, and the texts that are tried in its place, so that a text that is being written can be
//! read.

use shapewright_source::{Format, Source, Span};

/// A word of the text, or the place for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The word without quotes. It is empty between blanks.
    pub(super) inner: Span,
    /// The word with its quotes.
    outer: Span,
    /// Its quotes.
    pub(super) quote: Option<char>,
    /// Whether a key ends behind it: a colon, an equals sign or a brace is there.
    pub(super) is_key: bool,
}

/// The name that is put in place of the word.
pub(super) const MARK: &str = "shapewright0cursor";

/// What ends a word without quotes.
const ENDS: &str = "\"'{}[],:=<>#";

impl Word {
    /// Returns the word at an offset.
    pub(super) fn at(source: &Source, offset: usize) -> Word {
        let text = source.text();
        let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
        let ends = |c: char| c.is_whitespace() || ENDS.contains(c);
        let start =
            before.rfind(ends).map_or(0, |end| end + before[end..].chars().next().map_or(0, char::len_utf8));
        let end = before.len() + after.find(ends).unwrap_or(after.len());
        let inner = Span::new(start, end);
        let opening = text[..start].chars().next_back().filter(|c| "\"'".contains(*c));
        let closing = text[end..].chars().next();
        // A single quote is one byte.
        let outer = match opening {
            Some(_) if closing == opening => Span::new(start - 1, end + 1),
            Some(_) => Span::new(start - 1, end),
            None => inner,
        };
        let rest = text[outer.end as usize..].trim_start_matches([' ', '\t']);
        let is_key = rest.starts_with([':', '=', '{']);
        Word { inner, outer, quote: opening, is_key }
    }

    /// Returns texts in which the mark is in place of the word: each in a way in which the format may accept it, the
    /// likeliest first. The last ones end behind the cursor.
    pub(super) fn texts(self, source: &Source, format: Format) -> Vec<String> {
        let text = source.text();
        let (before, after) = (&text[..self.outer.start as usize], &text[self.outer.end as usize..]);
        let forms = self.forms(before, format);
        let whole = forms.iter().map(|form| format!("{before}{form}{after}"));
        let closing = closing(before, format);
        let cut = forms.iter().map(|form| format!("{before}{form}{closing}"));
        whole.chain(cut).collect()
    }

    fn forms(self, before: &str, format: Format) -> Vec<String> {
        let quoted = |quote: char| format!("{quote}{MARK}{quote}");
        let plain = self.quote.map_or_else(|| MARK.to_owned(), quoted);
        match format {
            _ if self.is_key => vec![plain],
            Format::Json => {
                let value = quoted('"');
                let forms = [value.clone(), format!("{value}:null")];
                let with_commas =
                    |form: &String| [format!("{form},"), format!(",{form}"), format!(",{form},")];
                let more: Vec<String> = forms.iter().flat_map(with_commas).collect();
                forms.into_iter().chain(more).collect()
            }
            Format::Yaml => vec![plain.clone(), format!("{plain}: null")],
            Format::Hcl => vec![quoted('"'), format!("{MARK} = null\n")],
            Format::Xml if before.ends_with('<') => vec![MARK.to_owned(), format!("{MARK}/>")],
            Format::Xml => vec![MARK.to_owned()],
            _ => Vec::new(),
        }
    }
}

/// What closes the brackets that are open at the end of a text.
fn closing(text: &str, format: Format) -> String {
    if !matches!(format, Format::Json | Format::Hcl) {
        return String::new();
    }
    let mut open = Vec::new();
    let mut is_in_string = false;
    let mut is_escaped = false;
    for c in text.chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_in_string => is_escaped = true,
            // No string of a configuration goes on in the next line.
            '"' | '\n' => is_in_string = c == '"' && !is_in_string,
            '{' if !is_in_string => open.push('}'),
            '[' if !is_in_string => open.push(']'),
            '}' | ']' if !is_in_string => drop(open.pop()),
            _ => {}
        }
    }
    let line = if format == Format::Hcl { "\n" } else { "" };
    open.iter().rev().map(|bracket| format!("{line}{bracket}")).chain([line.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use shapewright_source::{Format, Limits, Source};

    use super::{MARK, Word};

    /// The text before and after the cursor, `|`.
    fn word(text: &str) -> (Source, Word) {
        let offset = text.find('|').expect("a cursor");
        let source = Source::new("a", text.replace('|', ""));
        let word = Word::at(&source, offset);
        (source, word)
    }

    #[test]
    fn a_word_ends_at_blanks_and_punctuation() {
        let cases = [
            (r#"{"View|er": 1}"#, "Viewer", Some('"'), true),
            (r#"{"a": "redirect-to|-https"}"#, "redirect-to-https", Some('"'), false),
            ("a: TLSv1.2|_2021\n", "TLSv1.2_2021", None, false),
            ("a: |\n", "", None, false),
            ("日本: '|'\n", "", Some('\''), false),
            ("prot| = 1", "prot", None, true),
            ("|", "", None, false),
            ("\"a|", "a", Some('"'), false),
        ];
        for (text, inner, quote, is_key) in cases {
            let (source, word) = word(text);
            assert_eq!((source.slice(word.inner), word.quote, word.is_key), (inner, quote, is_key), "{text}");
        }
    }

    /// In each of these unfinished texts, one of the texts that are tried can be read and has the mark.
    #[test]
    fn unfinished_texts_become_readable() {
        let cases = [
            (Format::Json, "{|}"),
            (Format::Json, r#"{"a": 1, |}"#),
            (Format::Json, r#"{"a": 1 | }"#),
            (Format::Json, r#"{"a": | "b": 1}"#),
            (Format::Json, r#"{"a": {"b": "|"#),
            (Format::Json, r#"{"a": [{"b": 1, "|"#),
            (Format::Json, r#"{"a": ["x" |]}"#),
            (Format::Yaml, "a:\n  b: 1\n  |\nc: 2\n"),
            (Format::Yaml, "a: |\nb: 1\n"),
            (Format::Yaml, "a:\n- |\n"),
            (Format::Hcl, "resource \"a\" \"b\" {\n  |\n}\n"),
            (Format::Hcl, "resource \"a\" \"b\" {\n  a = |\n}\n"),
            (Format::Hcl, "resource \"a\" \"b\" {\n  a {\n    b = \"|\n"),
            (Format::Xml, "<a><b>|</b></a>"),
            (Format::Xml, "<a><b/><|</a>"),
        ];
        for (format, text) in cases {
            let (source, word) = word(text);
            let is_readable = |text: String| {
                let parsed = format.parse(Source::new("a", text), &Limits::default());
                let has_mark = |node: shapewright_source::Node<'_>| {
                    node.key() == Some(MARK) || node.children().next().is_none() && node.text() == MARK
                };
                !parsed.has_errors() && parsed.trees.iter().any(|tree| tree.nodes().any(has_mark))
            };
            assert!(word.texts(&source, format).into_iter().any(is_readable), "{text}");
        }
    }
}
