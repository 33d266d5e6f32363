//! XML elements of values, as tables of elements list them.

use std::collections::BTreeSet;

use super::{Namespace, Order, TimestampFormat};

/// A file of tables.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementFile {
    /// Tables of other files that it imports.
    pub imports: BTreeSet<String>,
    /// The tables.
    pub tables: Vec<ElementTable>,
}

/// The elements of a structure or union.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementTable {
    /// Name of the table.
    pub name: String,
    /// Whether a member is an attribute.
    pub has_attributes: bool,
    /// Elements in the order of members; `None` for a member that is not in documents.
    pub entries: Vec<Option<Entry>>,
}

/// A structure that can be a document by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Name of the structure in the model, if its element has more than this name.
    pub shape: Option<String>,
    /// Its element.
    pub root: Entry,
}

/// An element or attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// What it is.
    pub form: Form,
    /// Format of a timestamp, if the model specifies one.
    pub format: Option<TimestampFormat>,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// An attribute.
    Attribute,
    /// An element.
    Element {
        /// Namespace that is declared on it.
        namespace: Option<Namespace>,
        /// Whether items or entries have no enclosing element.
        flat: bool,
        /// What is in it.
        content: Content,
    },
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Text, or a value without a table.
    Text,
    /// Elements of the table of that name.
    Table(String),
    /// Items.
    List {
        /// One of them.
        item: Box<Entry>,
        /// Their order in responses; none if they are written as given.
        order: Option<Order>,
        /// Whether responses leave out the list if it is empty.
        unless_empty: bool,
    },
    /// Keys and values.
    Map(Box<Entry>, Box<Entry>),
}

impl Entry {
    /// Whether it is an element with nothing but name and content.
    pub fn is_plain(&self) -> bool {
        let Form::Element { namespace: None, flat: false, content } = &self.form else { return false };
        let is_usual = match content {
            Content::List { order, unless_empty, .. } => order.is_none() && !unless_empty,
            Content::Text | Content::Table(_) | Content::Map(..) => true,
        };
        is_usual && self.format.is_none()
    }
}
