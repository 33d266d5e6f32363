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
    List(&'static List),
    /// A flattened list: it has no element of its own, only those of its items.
    FlatList(&'static List),
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

/// A list: the element of its items, and how responses write it. Requests write lists as they are given.
#[derive(Debug)]
pub struct List {
    /// The element of each item.
    pub item: Element,
    /// The order of the items in responses.
    pub order: Order,
    /// Whether responses leave out the list if it is empty.
    pub unless_empty: bool,
}

/// The order in which responses write the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Order {
    /// The order in which they are given.
    Given,
    /// The order in which Java's `HashSet` iterates over strings: services written in Java keep sets of strings so.
    ///
    /// The hash of a string is *h* = 31 *h* + *unit* over its UTF-16 units in 32 bits, then *h* xor (*h* >> 16). Its
    /// lowest bits are the number of a bucket. There are 16 buckets, doubled while the strings are more than three
    /// quarters of them. Strings in the same bucket stay as they are given.
    Hash,
    /// The same, but strings in the same bucket have the order of these texts: the service adds the values of an enum
    /// to the set one after the other.
    HashOf(&'static [&'static str]),
    /// The order of these texts. Other texts follow them, as they are given.
    Of(&'static [&'static str]),
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
