//! JSON in the order of the file, with its duplicate keys.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Number, Value};

/// Files above this size are refused: the largest model of AWS has 4 MiB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A JSON value whose objects keep the order of the file, which [`Value`] does not.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The value under `key`, when this is an object that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match self {
            Node::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The string under `key`, if there is one.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Node::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether the value under `key` is `true`.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Node::Bool(true)))
    }

    /// The entries of an object; none for anything else.
    pub(crate) fn entries(&self) -> &[(String, Node)] {
        match self {
            Node::Object(entries) => entries,
            _ => &[],
        }
    }

    /// What it is, with its article, for messages.
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Node::Null => "null",
            Node::Bool(_) => "a boolean",
            Node::Number(_) => "a number",
            Node::Text(_) => "a string",
            Node::List(_) => "a list",
            Node::Object(_) => "an object",
        }
    }

    /// The same as a [`Value`], for traits, where order means nothing.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Node::Null => Value::Null,
            Node::Bool(value) => Value::Bool(*value),
            Node::Number(number) => Value::Number(number.clone()),
            Node::Text(text) => Value::String(text.clone()),
            Node::List(list) => list.iter().map(Node::to_value).collect(),
            Node::Object(entries) => {
                entries.iter().map(|(key, node)| (key.clone(), node.to_value())).collect()
            }
        }
    }
}

impl From<&Value> for Node {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Node::Null,
            Value::Bool(value) => Node::Bool(*value),
            Value::Number(number) => Node::Number(number.clone()),
            Value::String(text) => Node::Text(text.clone()),
            Value::Array(items) => Node::List(items.iter().map(Node::from).collect()),
            Value::Object(object) => {
                Node::Object(object.iter().map(|(key, value)| (key.clone(), Node::from(value))).collect())
            }
        }
    }
}

/// A parsed file.
pub(crate) struct Parsed {
    pub(crate) root: Node,
    pub(crate) duplicates: Vec<Duplicate>,
}

/// A key that an object has twice.
pub(crate) struct Duplicate {
    pub(crate) key: String,
    /// The keys that lead to the object.
    pub(crate) path: Vec<String>,
}

/// What keeps a file from being read.
pub(crate) enum ParseError {
    /// It has this many bytes.
    TooLarge(usize),
    TooDeep {
        line: usize,
        column: usize,
    },
    NotJson {
        message: String,
        line: usize,
        column: usize,
    },
}

/// Parses a file, and finds duplicate keys, which `serde_json` accepts.
pub(crate) fn parse(bytes: &[u8]) -> Result<Parsed, ParseError> {
    if bytes.len() > MAX_BYTES {
        return Err(ParseError::TooLarge(bytes.len()));
    }
    // Editors on Windows put a byte order mark first; JSON knows none.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let root = serde_json::from_slice(text).map_err(|error| parse_error(&error))?;
    let mut duplicates = Vec::new();
    find_duplicates(&root, &mut Vec::new(), &mut duplicates);
    Ok(Parsed { root, duplicates })
}

fn parse_error(error: &serde_json::Error) -> ParseError {
    let (line, column) = (error.line(), error.column());
    let mut message = error.to_string();
    if message.starts_with("recursion limit exceeded") {
        return ParseError::TooDeep { line, column };
    }
    if let Some(end) = message.rfind(" at line ") {
        message.truncate(end);
    }
    ParseError::NotJson { message, line, column }
}

/// Maximum number of keys of an object that are compared with each other.
const FEW_KEYS: usize = 12;

fn find_duplicates<'n>(node: &'n Node, path: &mut Vec<&'n str>, found: &mut Vec<Duplicate>) {
    match node {
        Node::Object(entries) => {
            // Most objects have few keys, which are compared sooner than sorted.
            let mut seen = (entries.len() > FEW_KEYS).then(BTreeSet::new);
            for (position, (key, value)) in entries.iter().enumerate() {
                let is_known = match &mut seen {
                    Some(seen) => !seen.insert(key.as_str()),
                    None => entries[..position].iter().any(|(other, _)| other == key),
                };
                if is_known {
                    let path = path.iter().map(|key| (*key).to_owned()).collect();
                    found.push(Duplicate { key: key.clone(), path });
                }
                path.push(key);
                find_duplicates(value, path, found);
                path.pop();
            }
        }
        Node::List(list) => list.iter().for_each(|item| find_duplicates(item, path, found)),
        _ => {}
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(value) => serializer.serialize_bool(*value),
            Node::Number(number) => number.serialize(serializer),
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(list) => serializer.collect_seq(list),
            Node::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, node) in entries {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Number::from_f64(value).map(Node::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Node::Object(object))
    }
}
