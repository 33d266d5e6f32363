//! A value of any shape as a tree that can be compared.

use std::collections::BTreeMap;

use crate::{Blob, Document, Field, Structure, Timestamp, Value, Writer};

/// A value.
#[derive(Debug)]
pub(super) enum Node {
    /// A value without parts.
    Scalar(Document),
    List(Vec<Node>),
    Map(BTreeMap<String, Node>),
    /// The name of the shape, and its members in model order.
    Structure(&'static str, Vec<(&'static str, Option<Node>)>),
    /// The member, or `None` if it is unknown.
    Union(Option<(&'static str, Box<Node>)>),
    /// A value that is compared, but not shown.
    Sensitive(Box<Node>),
}

/// The text shown for a sensitive value.
const REDACTED: &str = "<redacted>";

/// Two NaN values are equal, because nothing changed.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Node::Scalar(Document::Float(a)), Node::Scalar(Document::Float(b))) => {
                a == b || (a.is_nan() && b.is_nan())
            }
            (Node::Scalar(a), Node::Scalar(b)) => a == b,
            (Node::List(a), Node::List(b)) => a == b,
            (Node::Map(a), Node::Map(b)) => a == b,
            (Node::Structure(name_a, a), Node::Structure(name_b, b)) => name_a == name_b && a == b,
            (Node::Union(a), Node::Union(b)) => a == b,
            (Node::Sensitive(a), Node::Sensitive(b)) => a == b,
            _ => false,
        }
    }
}

impl Node {
    pub(super) fn of_structure<T: Structure + ?Sized>(structure: &T) -> Self {
        let (name, names, hidden) =
            (structure.shape_name(), structure.member_names(), structure.sensitive_members());
        let mut members = Vec::with_capacity(names.len());
        structure.visit_fields(&mut |fields| {
            for (name, field) in names.iter().zip(fields) {
                members.push((*name, Node::of_field(*field, hidden.contains(name))));
            }
        });
        Node::Structure(name, members)
    }

    fn of_field(field: &dyn Field, is_sensitive: bool) -> Option<Self> {
        if field.is_absent() {
            return None;
        }
        let mut writer = NodeWriter { node: None, is_sensitive };
        field.write(&mut writer);
        writer.node
    }

    fn of_value(value: &dyn Value) -> Self {
        let mut writer = NodeWriter { node: None, is_sensitive: false };
        value.write(&mut writer);
        writer.node.unwrap_or(Node::Scalar(Document::Null))
    }

    /// Converts to a document, with sensitive values redacted.
    pub(super) fn to_document(&self) -> Document {
        let object = |entries: &mut dyn Iterator<Item = (&str, &Node)>| {
            Document::Object(entries.map(|(name, node)| (name.to_owned(), node.to_document())).collect())
        };
        match self {
            Node::Scalar(value) => value.clone(),
            Node::List(items) => Document::List(items.iter().map(Node::to_document).collect()),
            Node::Map(entries) => object(&mut entries.iter().map(|(key, node)| (key.as_str(), node))),
            Node::Structure(_, members) => {
                object(&mut members.iter().filter_map(|(name, node)| Some((*name, node.as_ref()?))))
            }
            Node::Union(member) => object(&mut member.iter().map(|(name, node)| (*name, &**node))),
            Node::Sensitive(_) => Document::String(REDACTED.to_owned()),
        }
    }
}

/// Writes a value into a node.
struct NodeWriter {
    node: Option<Node>,
    is_sensitive: bool,
}

impl NodeWriter {
    fn put(&mut self, node: Node) {
        self.node = Some(if self.is_sensitive { Node::Sensitive(Box::new(node)) } else { node });
    }
}

impl Writer for NodeWriter {
    fn boolean(&mut self, value: bool) {
        self.put(Node::Scalar(Document::Boolean(value)));
    }

    fn integer(&mut self, value: i64) {
        self.put(Node::Scalar(Document::Integer(value)));
    }

    fn float(&mut self, value: f32) {
        // Converts through the shortest text: a cast to `f64` adds digits.
        self.double(value.to_string().parse().unwrap_or(value.into()));
    }

    fn double(&mut self, value: f64) {
        self.put(Node::Scalar(Document::Float(value)));
    }

    fn string(&mut self, value: &str) {
        self.put(Node::Scalar(Document::String(value.to_owned())));
    }

    fn blob(&mut self, value: &Blob) {
        self.put(Node::Scalar(Document::String(value.to_base64())));
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.put(Node::Scalar(Document::String(value.to_string())));
    }

    fn document(&mut self, value: &Document) {
        self.put(Node::Scalar(value.clone()));
    }

    fn null(&mut self) {
        self.put(Node::Scalar(Document::Null));
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.put(Node::List((0..len).map(|index| Node::of_value(item(index))).collect()));
    }

    fn map(&mut self, _: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        self.put(Node::Map(entries.map(|(key, value)| (key.to_owned(), Node::of_value(value))).collect()));
    }

    fn structure(&mut self, structure: &dyn Structure) {
        self.put(Node::of_structure(structure));
    }

    fn mark_sensitive(&mut self) {
        self.is_sensitive = true;
    }

    fn union(&mut self, _: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        self.put(Node::Union(member.map(|(name, value)| (name, Box::new(Node::of_value(value))))));
    }
}
