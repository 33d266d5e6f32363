//! XML element tables. Generated code makes them with [`elements!`](crate::elements).

use crate::TimestampFormat;

/// The element of a value: its name, and what it holds.
#[derive(Debug)]
pub struct Element {
    /// The name without a prefix, by which it is recognised; that of an attribute keeps its prefix.
    pub name: &'static str,
    /// The start tag, with the namespace from the model; unused for what is not an element.
    pub open: &'static str,
    /// The end tag.
    pub close: &'static str,
    /// What it holds.
    pub content: Content,
}

/// What an element holds.
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
    /// Nothing: the items of a flattened list are in its place, each as this element.
    FlatList(&'static Element),
    /// An element for each entry of a map.
    Map(&'static Entry),
    /// Nothing: the entries of a flattened map are in its place.
    FlatMap(&'static Entry),
    /// Nothing: the value is an attribute of the element around it. The format is for timestamps.
    Attribute(TimestampFormat),
    /// Nothing: the member is outside the document, in a header for instance.
    Elsewhere,
}

/// The members of a structure or union, in model order.
#[derive(Debug)]
pub struct Members {
    /// One per member.
    pub elements: &'static [Element],
    /// Whether one of them is an attribute.
    pub have_attributes: bool,
}

/// The elements of the entries of a map.
#[derive(Debug)]
pub struct Entry {
    /// The element around key and value; its content is not looked at.
    pub element: Element,
    /// The key.
    pub key: Element,
    /// The value.
    pub value: Element,
}
