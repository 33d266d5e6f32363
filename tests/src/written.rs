//! Documents as people write them, one scalar a line, with the line of each value of the request.
//!
//! The lines are recorded while the text is written, so they do not depend on any reader.

use std::collections::BTreeMap;

use serde_json::Value;
use shapewright_runtime::PointerStep;

mod hcl;
mod json;
mod tools;
mod xml;
mod yaml;

pub use tools::{Tool, values};

/// A value that is to be written.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its key in an object; empty in a list and for the whole document.
    pub key: String,
    /// The JSON Pointers in the request of which it is the place.
    pub pointers: Vec<String>,
    /// The value.
    pub content: Content,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Content {
    /// A string.
    Text(String),
    /// Null, a boolean or a number, as JSON has it.
    Word(String),
    /// A list.
    List(Vec<Item>),
    /// An object.
    Object(Vec<Item>),
    /// A block of HCL, of which an object may have several with one key.
    Block(Vec<Item>),
}

impl Item {
    /// A value that is the place of nothing in the request.
    pub fn new(key: &str, content: Content) -> Item {
        Item { key: key.to_owned(), pointers: Vec::new(), content }
    }

    /// A string that is the place of nothing in the request.
    pub fn text(key: &str, text: &str) -> Item {
        Item::new(key, Content::Text(text.to_owned()))
    }

    /// A value of the request with all that is in it.
    pub fn of(key: &str, pointer: &str, value: &Value) -> Item {
        let content = match value {
            Value::String(text) => Content::Text(text.clone()),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                Content::List(
                    items.map(|(index, item)| Item::of("", &format!("{pointer}/{index}"), item)).collect(),
                )
            }
            Value::Object(members) => {
                let members = members.iter();
                Content::Object(
                    members
                        .map(|(key, value)| Item::of(key, &format!("{pointer}{}", PointerStep(key)), value))
                        .collect(),
                )
            }
            word => Content::Word(word.to_string()),
        };
        Item { key: key.to_owned(), pointers: vec![pointer.to_owned()], content }
    }

    /// What is in an object or a list.
    fn inside(&self) -> &[Item] {
        match &self.content {
            Content::List(items) | Content::Object(items) | Content::Block(items) => items,
            Content::Text(_) | Content::Word(_) => &[],
        }
    }
}

/// A format of requests of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// JSON with indentation.
    Json,
    /// YAML.
    Yaml,
    /// The XML of the body.
    Xml,
}

/// A text that was written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// The members of the request that cannot be in the text: XML is the body only.
    pub absent: Vec<String>,
    /// The line of each value of the request, from 1.
    lines: BTreeMap<String, u32>,
    /// The first value of the request on each line.
    outermost: BTreeMap<u32, String>,
    line: u32,
    /// Where the lines end.
    ends: Vec<usize>,
}

impl Written {
    /// Writes the parameters of an operation. XML cannot have all of them: then there is no text.
    pub fn request(format: Format, operation: &str, params: &Value) -> Option<Written> {
        let root = Item::of("", "", params);
        match format {
            Format::Json => Some(Written::json(&root)),
            Format::Yaml => Some(Written::yaml(&root)),
            Format::Xml => {
                let root = xml::body(operation, params)?;
                Some(Written { absent: xml::absent(operation), ..Written::xml(&root) })
            }
        }
    }

    fn empty() -> Written {
        Written { line: 1, ..Written::default() }
    }

    /// Records that values of the request are on the current line. What is first counts.
    fn place(&mut self, item: &Item) {
        for pointer in &item.pointers {
            self.lines.entry(pointer.clone()).or_insert(self.line);
            self.outermost.entry(self.line).or_insert_with(|| pointer.clone());
        }
    }

    fn add(&mut self, text: &str) {
        let start = self.text.len();
        let ends = text.match_indices('\n').map(|(end, _)| start + end);
        self.ends.extend(ends);
        self.line = u32::try_from(self.ends.len()).expect("a few lines") + 1;
        self.text.push_str(text);
    }

    fn indent(&mut self, depth: usize) {
        self.text.push_str(&"  ".repeat(depth));
    }

    /// The line where a finding at a JSON Pointer must be: that of the value, or of the innermost value that lacks it.
    ///
    /// # Panics
    ///
    /// If nothing of the request is in the text.
    pub fn line_of(&self, pointer: &str) -> u32 {
        let mut pointer = pointer;
        loop {
            if let Some(line) = self.lines.get(pointer) {
                return *line;
            }
            let (around, _) = pointer.rsplit_once('/').expect("the request has a place");
            pointer = around;
        }
    }

    /// The value of the request that is on the line of a byte, and is not inside another one there.
    pub fn pointer_at(&self, offset: usize) -> Option<&str> {
        let line = self.ends.partition_point(|end| *end < offset) + 1;
        self.outermost.get(&u32::try_from(line).ok()?).map(String::as_str)
    }
}

/// A text in the quotes of JSON, with escapes for what YAML does not allow in a text.
fn quoted(text: &str) -> String {
    let is_bare =
        |c: char| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
    let escape = |c: char| if is_bare(c) { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) };
    Value::from(text).to_string().chars().map(escape).collect()
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|part| part.is_ascii_alphanumeric() || "_-".contains(part))
}
