//! Writes structures as YAML.

use shapewright_runtime::text::is_control;
use shapewright_runtime::{Blob, Document, Structure, Timestamp, Value, Writer};
use shapewright_source::{Kind, Node};

/// What a comment says about a member of a structure, if there is one.
pub(crate) type About<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// Writes a structure as a document in block style. A line before each member has what is to be said about it.
pub(crate) fn write(structure: &dyn Structure, about: About<'_>) -> String {
    let mut yaml = Yaml { text: String::new(), indent: 0, place: Place::Line, about };
    yaml.structure(structure);
    yaml.text
}

/// Writes a value behind the colon of a key, which is that many columns further in.
pub(crate) fn write_node(node: Node<'_>, indent: usize) -> String {
    let mut yaml = Yaml { text: String::new(), indent, place: Place::Key, about: &|_, _| None };
    yaml.node(node);
    yaml.text
}

/// Where the next value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// At the beginning of a line.
    Line,
    /// Behind a key and its colon.
    Key,
    /// At the beginning of a line, behind the dash of an element that is still to be written.
    Dash,
}

struct Yaml<'a> {
    text: String,
    /// The columns in front of a line.
    indent: usize,
    place: Place,
    about: About<'a>,
}

/// The columns by which values are further in than what contains them.
const STEP: usize = 2;

impl Yaml<'_> {
    /// Begins a line, with the dash of an element if there is one, and a comment above it.
    fn begin(&mut self, comment: Option<&str>) {
        let dash = if self.place == Place::Dash { "- " } else { "" };
        let margin = " ".repeat(self.indent - dash.len());
        for line in comment.into_iter().flat_map(str::lines) {
            self.text.push_str(&format!("{margin}# {line}\n"));
        }
        self.text.push_str(&margin);
        self.text.push_str(dash);
        self.place = Place::Line;
    }

    /// Writes a value that fits into a line.
    fn inline(&mut self, text: &str) {
        if self.place == Place::Key {
            self.text.push(' ');
        } else {
            self.begin(None);
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Writes a value over several lines, which are further in than the key or the dash before it.
    fn block(&mut self, lines: impl FnOnce(&mut Self)) {
        let before = self.indent;
        if self.place == Place::Key {
            self.text.push('\n');
            self.indent += STEP;
            self.place = Place::Line;
        }
        lines(self);
        self.indent = before;
    }

    /// Writes a key, and what `value` writes behind it.
    fn entry(&mut self, key: &str, comment: Option<&str>, value: impl FnOnce(&mut Self)) {
        self.begin(comment);
        self.text.push_str(&scalar(key));
        self.text.push(':');
        self.place = Place::Key;
        value(self);
    }
}

impl Yaml<'_> {
    /// Writes a value of a tree. One that is not known is null.
    fn node(&mut self, node: Node<'_>) {
        let count = node.children().count();
        match node.kind() {
            Kind::Boolean(value) => self.boolean(value),
            Kind::Number => self.inline(node.text()),
            Kind::String => self.string(node.text()),
            Kind::List => {
                self.items(count, |yaml, index| node.at(index).into_iter().for_each(|item| yaml.node(item)))
            }
            Kind::Object if count == 0 => self.inline("{}"),
            Kind::Object => self.block(|yaml| {
                for member in node.children() {
                    yaml.entry(member.key().unwrap_or_default(), None, |yaml| yaml.node(member));
                }
            }),
            _ => self.null(),
        }
    }

    /// Writes the elements of a list.
    fn items(&mut self, len: usize, mut item: impl FnMut(&mut Self, usize)) {
        if len == 0 {
            return self.inline("[]");
        }
        self.block(|yaml| {
            if yaml.place == Place::Dash {
                // A list in a list begins behind the dash.
                yaml.begin(None);
                yaml.text.push('\n');
            }
            for index in 0..len {
                yaml.indent += STEP;
                yaml.place = Place::Dash;
                item(yaml, index);
                yaml.indent -= STEP;
            }
        });
    }
}

impl Writer for Yaml<'_> {
    fn boolean(&mut self, value: bool) {
        self.inline(if value { "true" } else { "false" });
    }

    fn integer(&mut self, value: i64) {
        self.inline(&value.to_string());
    }

    fn float(&mut self, value: f32) {
        self.double(f64::from(value));
    }

    fn double(&mut self, value: f64) {
        self.document(&Document::Float(value));
    }

    fn string(&mut self, value: &str) {
        self.inline(&scalar(value));
    }

    fn blob(&mut self, value: &Blob) {
        self.string(&value.to_base64());
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.string(&value.to_iso_format());
    }

    fn document(&mut self, value: &Document) {
        // JSON is a part of YAML.
        self.inline(&value.to_string());
    }

    fn null(&mut self) {
        self.inline("null");
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.items(len, |yaml, index| item(index).write(yaml));
    }

    fn map(&mut self, len: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        if len == 0 {
            return self.inline("{}");
        }
        self.block(|yaml| {
            for (key, value) in entries {
                yaml.entry(key, None, |yaml| value.write(yaml));
            }
        });
    }

    fn structure(&mut self, structure: &dyn Structure) {
        let (shape, names) = (structure.shape_name(), structure.member_names());
        structure.visit_fields(&mut |fields| {
            let present = names.iter().zip(fields).filter(|(_, field)| !field.is_absent());
            if present.clone().next().is_none() {
                return self.inline("{}");
            }
            self.block(|yaml| {
                for (name, field) in present {
                    let comment = (yaml.about)(shape, name);
                    yaml.entry(name, comment.as_deref(), |yaml| field.write(yaml));
                }
            });
        });
    }

    fn union(&mut self, _: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        match member {
            Some((name, value)) => self.block(|yaml| yaml.entry(name, None, |yaml| value.write(yaml))),
            None => self.inline("{}"),
        }
    }
}

/// A string as a scalar: as it is if every reader of YAML takes it for that string, otherwise in quotes.
fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_control(c) => quoted.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a string is the same without quotes: it begins with a letter or slash, has no character with a meaning in
/// YAML, and is no word for a boolean or null.
fn is_plain(text: &str) -> bool {
    let is_harmless = |c: char| c.is_ascii_alphanumeric() || " _-./*+=@$()<>~^;".contains(c);
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    // A colon has a meaning before a space only.
    let parts_are_harmless =
        text.split(':').all(|part| !part.starts_with(' ') && part.chars().all(is_harmless));
    begins && !text.ends_with([' ', ':']) && parts_are_harmless && !is_word(text)
}

/// Whether YAML 1.1 or 1.2 takes a text for a boolean or null.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn strings_that_mean_something_else_without_quotes_are_quoted() {
        for plain in
            ["a", "www.example.com", "/example/*", "arn:aws:iam::123:role/a", "https://a.b/c", "key=value"]
        {
            assert_eq!(scalar(plain), plain);
        }
        for quoted in [
            "",
            "Yes",
            "null",
            "1",
            "-a",
            "*",
            "a: b",
            "a:",
            "a ",
            " a",
            "a #b",
            "2026-01-01",
            "{a}",
            "a,b",
            "ü",
        ] {
            assert_eq!(scalar(quoted), format!("{quoted:?}"));
        }
        assert_eq!(scalar("a\"\\\n\u{7f}"), r#""a\"\\\n\U0000007F""#);
    }
}
