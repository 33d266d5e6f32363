//! XML element tables. Generated code makes them with [`elements!`](crate::elements).

use crate::TimestampFormat;

/// The element of a value: its name and content.
#[derive(Debug)]
pub struct Element {
    /// The name that a reader compares, without a prefix; the name of an attribute keeps its prefix.
    pub name: &'static str,
    /// The start tag, with the namespace from the model. Unused if `content` has no element.
    pub open: &'static str,
    /// The end tag.
    pub close: &'static str,
    /// The content.
    pub content: Content,
}

/// The content of an element.
#[derive(Debug)]
#[non_exhaustive]
pub enum Content {
    /// A string, number, boolean or, in base64, bytes.
    Text,
    /// A timestamp.
    Timestamp(TimestampFormat),
    /// The members of a structure or union.
    Structure(&'static Members),
    /// An element for each item of a list.
    List(&'static Element),
    /// A flattened list: it has no element of its own, and each item is this element.
    FlatList(&'static Element),
    /// An element for each entry of a map.
    Map(&'static Entry),
    /// A flattened map: it has no element of its own, only those of its entries.
    FlatMap(&'static Entry),
    /// An attribute of the parent element. The format is used for timestamps.
    Attribute(TimestampFormat),
    /// A member that is not in the document, but in a header for instance.
    Elsewhere,
}

/// The members of a structure or union, in model order.
#[derive(Debug)]
pub struct Members {
    /// One element for each member.
    pub elements: &'static [Element],
    /// Whether any member is an attribute.
    pub have_attributes: bool,
}

/// The elements of the entries of a map.
#[derive(Debug)]
pub struct Entry {
    /// The element that contains key and value. Its `content` is unused.
    pub element: Element,
    /// The key.
    pub key: Element,
    /// The value.
    pub value: Element,
}
