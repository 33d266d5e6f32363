//! Tables of dialects, which say how properties of tools become members of requests.

use std::collections::BTreeSet;

/// A dialect.
#[derive(Clone, Debug, PartialEq)]
pub struct Dialect {
    /// Its name.
    pub name: String,
    /// The tool, for people.
    pub title: String,
    /// Its constant.
    pub constant: String,
    /// The module with its resources.
    pub module: String,
    /// Whether objects are written as blocks.
    pub blocks: bool,
    /// Its resources, sorted by name.
    pub resources: Vec<Resource>,
    /// How its properties were matched.
    pub counts: Counts,
}

/// How the properties of a dialect were matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Resources without an operation.
    pub left_out: usize,
    /// Properties that convention matches.
    pub by_convention: usize,
    /// Properties that an exception matches.
    pub by_exception: usize,
    /// Properties that are not sent.
    pub ignored: usize,
    /// Values that the tool sends without being asked.
    pub supplied: usize,
}

/// A type of resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its name in the tool.
    pub name: String,
    /// The module with its tables.
    pub module: String,
    /// The requests that create it.
    pub inputs: Vec<Input>,
    /// Tables of its objects; each refers only to those before it.
    pub tables: Vec<Table>,
    /// What its file imports from the crate of table types.
    pub imports: BTreeSet<&'static str>,
}

/// A request that creates a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The operation.
    pub operation: String,
    /// The property with which the tool chooses it; empty if it is the only one.
    pub when: String,
    /// Constant of the table of its input.
    pub table: String,
}

/// How an object becomes a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its constant.
    pub constant: String,
    /// The structure, by its name in the model.
    pub api: String,
    /// Its properties, sorted by name.
    pub rows: Vec<Row>,
    /// What the tool sends without being asked.
    pub supplied: Vec<Supplied>,
}

/// How a property becomes a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name in the tool.
    pub name: String,
    /// The members that lead to the API member.
    pub path: Vec<String>,
    /// What its value becomes.
    pub form: Form,
    /// Whether the tool demands it.
    pub required: bool,
    /// Whether the tool makes a new resource when it changes.
    pub create_only: bool,
    /// Properties that stop it.
    pub unless: Vec<String>,
    /// Properties of which it needs one.
    pub only_with: Vec<String>,
}

/// What a value becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A scalar.
    Scalar(Scalar),
    /// The structure of the table with this constant.
    Structure(String),
    /// A list.
    List(Wrapper, Box<Form>),
    /// The only member of a structure, by its name.
    Within(String, Box<Form>),
    /// A list of keys and values.
    Tags(Wrapper),
    /// Nothing.
    Ignored,
    /// A value that is not known, and why.
    Unknown(String),
}

/// What a scalar becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// The same value.
    Same,
    /// A text instead of a number.
    NumberToText,
    /// Base64 of a text.
    Blob,
}

/// What is around the elements of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// Nothing.
    None,
    /// A structure with the list.
    Items,
    /// A structure with the list and its length.
    Counted,
    /// A structure with the list, its length, and whether it is enabled.
    Enabled,
}

/// A value that the tool sends without being asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplied {
    /// The members that lead to the API member.
    pub path: Vec<String>,
    /// The value.
    pub given: Given,
    /// Properties that stop it.
    pub unless: Vec<String>,
    /// Properties of which it needs one.
    pub only_with: Vec<String>,
}

/// What the tool sends.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A value, as JSON text.
    Json(String),
    /// A value that is not known, and why.
    Unknown(String),
}
