//! The typed picture of a service that passes complete and emitters print: plain data, every decision a field.

use std::collections::{BTreeMap, BTreeSet};

pub use crate::ir::answers::Answers;
pub use crate::ir::condition::{Check, Condition, RuleEntry, RuleFacts, RuleKind};
pub use crate::ir::constraint::{Bound, Constraint, Origin, Rule, Severity};
pub use crate::ir::error::ErrorShape;
pub use crate::ir::http::{Body, Http, Location, Namespace, Root, Route, TimestampFormat, Xml};
pub use crate::ir::imports::{FileImports, Imports};
pub use crate::ir::recorded::{Assumed, Assumption, Deprecation};
pub use crate::ir::summary::Summary;
use shapewright_pattern::compile::{Compiled, Matcher};
use shapewright_smithy::model::ShapeId;
pub use shapewright_smithy::traits::Fault;

pub mod answers;
pub mod check;
pub mod condition;
pub mod constraint;
mod error;
pub mod http;
pub mod imports;
mod members;
pub mod operation;
pub mod package;
pub mod recorded;
pub mod sdk;
mod summary;
mod view;

/// A service and all that its selected operations reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Name of the model file, for diagnostics.
    pub file: String,
    /// Id of the service shape.
    pub id: ShapeId,
    /// `aws.api#service` `sdkId`, or the name of the service shape.
    pub sdk_id: String,
    /// Version of the API, `2020-05-31` for instance.
    pub version: String,
    /// First part of the names of the generated crates, `cloudfront` for instance.
    pub package: String,
    /// Where the pages of the API reference stand; a page name is appended.
    pub reference: Option<String>,
    /// Operations by name.
    pub operations: BTreeMap<String, Operation>,
    /// Structures that are not errors.
    pub structures: BTreeMap<ShapeId, Structure>,
    /// Unions.
    pub unions: BTreeMap<ShapeId, Union>,
    /// String enums.
    pub enums: BTreeMap<ShapeId, Enumeration>,
    /// Errors.
    pub errors: BTreeMap<ShapeId, ErrorShape>,
    /// Regular expressions by the shape or member that bears them.
    pub patterns: BTreeMap<String, Pattern>,
    /// Names of the two members that count each other, and the code that answers a wrong count.
    pub quantities: Option<QuantityConvention>,
    /// Error codes for what no rule gives a code.
    pub answers: Answers,
    /// What its operations share in HTTP; none if it does not speak REST-XML.
    pub http: Option<Http>,
    /// The official SDK, where a crate of conversions is wanted.
    pub sdk: Option<sdk::Sdk>,
    /// What the validators of structures and unions of requests do.
    pub validators: BTreeMap<ShapeId, check::Validator>,
    /// Members that updates must not change; structures without one are left out.
    pub updates: BTreeMap<ShapeId, Vec<check::Unchanged>>,
    /// Every rule of the request side, sorted by id.
    pub rules: Vec<RuleEntry>,
    /// The operation that examples in docs use.
    pub example: Option<Example>,
    /// The crates to be generated, the facade first.
    pub packages: Vec<package::Package>,
    /// Files of operations in the crates of errors and HTTP bindings, by path: `distribution`, or `distribution/create`.
    pub operation_files: BTreeMap<String, operation::OperationFile>,
    /// What the file of the service's error enum imports from the runtime crate.
    pub error_imports: BTreeSet<&'static str>,
    /// Source files of shapes and validators, by path: `distribution`, or `distribution/origin`.
    pub modules: BTreeMap<String, Module>,
    /// Summaries for programs, sorted by name, by the source file that has them.
    pub summaries: BTreeMap<String, Vec<Summary>>,
}

/// The operation that examples in docs use.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its type in the HTTP bindings.
    pub operation: String,
    /// Its input structure.
    pub input: String,
    /// Setter and field of a string member of the input.
    pub member: Option<(String, String)>,
    /// Its error enum.
    pub error_enum: String,
    /// Variant and code of one of its errors.
    pub error: Option<(String, String)>,
}

/// One operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Name in the model.
    pub name: String,
    /// Input structure.
    pub input: Option<ShapeId>,
    /// Output structure.
    pub output: Option<ShapeId>,
    /// Errors, the service's own included, sorted by id.
    pub errors: Vec<ShapeId>,
    /// Name of its type.
    pub rust: String,
    /// Name of the error enum.
    pub error_rust: String,
    /// How it travels, where the service speaks REST-XML.
    pub route: Option<Route>,
    /// Source file of the error enum and the HTTP binding: `distribution`, or `distribution/create`.
    pub module: String,
    /// One sentence of our own.
    pub summary: Option<String>,
    /// Finished doc comment of the error enum, a line each.
    pub error_docs: Vec<String>,
}

/// A source file shared by the shapes and validators crates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// What its `//!` line says.
    pub title: String,
    /// Types defined in it, in the order in which they are written.
    pub types: Vec<ShapeId>,
    /// What its files import.
    pub imports: FileImports,
}

/// How operations use a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {
    /// Operations whose input reaches it.
    pub inputs: BTreeSet<String>,
    /// Operations whose output reaches it.
    pub outputs: BTreeSet<String>,
    /// Whether it is the type of one member of requests only, so that one other validator calls its own.
    pub in_one_place: bool,
}

impl Usage {
    /// Whether requests carry the shape.
    pub fn is_in_requests(&self) -> bool {
        !self.inputs.is_empty()
    }

    /// Every operation that reaches the shape, either way.
    pub fn operations(&self) -> BTreeSet<&str> {
        self.inputs.iter().chain(&self.outputs).map(String::as_str).collect()
    }
}

/// What a structure is to an operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// Input of the named operation.
    Input(String),
    /// Output of the named operation.
    Output(String),
    /// Part of others.
    Nested,
}

/// What structures, unions and enums have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Id in the model.
    pub id: ShapeId,
    /// Rust type name.
    pub rust: String,
    /// Source file: a key of [`Service::modules`].
    pub module: String,
    /// The file below that of its resource in which an overlay wants it.
    pub file: Option<String>,
    /// Who uses it.
    pub usage: Usage,
    /// Whether it is `Eq` and `Hash`.
    pub is_eq: bool,
    /// Whether its `Debug` hides members.
    pub is_redacted: bool,
    /// One sentence of our own.
    pub summary: Option<String>,
    /// Prose of the model, where it was kept.
    pub prose: Option<String>,
    /// Whether it is deprecated, and what the model says of that.
    pub deprecated: Option<Deprecation>,
    /// Finished doc comment, a line each. Links to types lead to `@Origin`, with `@` for the root of the crate.
    pub docs: Vec<String>,
}

/// A structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// What every type has.
    pub header: Header,
    /// What it is to an operation.
    pub role: Role,
    /// Its element where it is a document by itself.
    pub root: Xml,
    /// Members in model order.
    pub members: Vec<Member>,
    /// The members that count each other.
    pub quantity: Option<Quantity>,
    /// Conditions over members, sorted by id.
    pub conditions: Vec<Condition>,
    /// Checks written by hand, sorted by id.
    pub checks: Vec<Check>,
}

/// A union.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// What every type has.
    pub header: Header,
    /// Members in model order; `rust` is the variant.
    pub members: Vec<Member>,
    /// Variant for "none of them".
    pub unknown: String,
}

/// A string enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumeration {
    /// What every type has.
    pub header: Header,
    /// Values in model order.
    pub values: Vec<EnumValue>,
    /// Variant that keeps unknown text.
    pub unknown: String,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// Name of the member in the model.
    pub name: String,
    /// Text on the wire.
    pub wire: String,
    /// Rust variant.
    pub rust: String,
    /// One sentence of our own.
    pub summary: Option<String>,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
}

/// A member of a structure or union.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Name in the model and in JSON.
    pub wire: String,
    /// Field name, or variant of a union.
    pub rust: String,
    /// Setter name; differs from the field where a method of that name would be in the way.
    pub setter: String,
    /// Type of the value.
    pub ty: Type,
    /// Whether the value stands behind a `Box`, to end a recursion.
    pub boxed: bool,
    /// What a validator checks on the member itself.
    pub constraints: Vec<Constraint>,
    /// Whether the value must not appear in logs and reports.
    pub sensitive: bool,
    /// Whether the model calls it or its type deprecated.
    pub deprecated: bool,
    /// Whether its setter is deprecated: the model says so of the member, not of its type.
    pub deprecated_setter: bool,
    /// `smithy.api#default`, as JSON text.
    pub default: Option<String>,
    /// What the service assumes where the member is absent, unless the model has it as the default.
    pub assumed: Vec<Assumption>,
    /// Where the value travels in an HTTP message.
    pub location: Location,
    /// The header that a reader looks for where the one that it is bound to is not there.
    pub header_alias: Option<String>,
    /// How the value stands in a document.
    pub xml: Xml,
    /// Whether a client makes the value up where it is absent, so that the request can be repeated.
    pub idempotency_token: bool,
    /// One sentence of our own.
    pub summary: Option<String>,
    /// Prose of the model, where it was kept.
    pub prose: Option<String>,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
}

/// Type of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `bool`
    Boolean,
    /// `i8`
    Byte,
    /// `i16`
    Short,
    /// `i32`, of a closed set where values are given
    Integer,
    /// `i64`
    Long,
    /// `f32`
    Float,
    /// `f64`
    Double,
    /// `String`
    String,
    /// Bytes
    Blob,
    /// Instant
    Timestamp,
    /// Untyped data
    Document,
    /// An [`Enumeration`]
    Enum(ShapeId),
    /// A [`Structure`]
    Structure(ShapeId),
    /// A [`Union`]
    Union(ShapeId),
    /// `Vec`
    List(Box<Element>),
    /// `BTreeMap` with `String` keys
    Map(Box<MapElements>),
}

impl Type {
    /// The structure, union or enum that the type names, looking through lists and maps.
    pub fn named(&self) -> Option<&ShapeId> {
        match self {
            Type::Enum(id) | Type::Structure(id) | Type::Union(id) => Some(id),
            Type::List(element) => element.ty.named(),
            Type::Map(elements) => elements.value.ty.named(),
            _ => None,
        }
    }
}

/// What a list holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Type of each element.
    pub ty: Type,
    /// Whether elements may be null.
    pub sparse: bool,
    /// What a validator checks on each element.
    pub constraints: Vec<Constraint>,
    /// How each element stands in a document.
    pub xml: Xml,
}

/// What a map holds.
#[derive(Clone, Debug, PartialEq)]
pub struct MapElements {
    /// Checks on each key.
    pub key: Vec<Constraint>,
    /// How each key stands in a document.
    pub key_xml: Xml,
    /// The values.
    pub value: Element,
}

/// A pair of members of which one counts the other; positions among the members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The count.
    pub quantity: usize,
    /// The list.
    pub items: usize,
}

/// How a service names counting pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantityConvention {
    /// Name of the count.
    pub quantity: String,
    /// Name of the list.
    pub items: String,
    /// Code that answers a wrong count.
    pub code: String,
}

/// A regular expression of the model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    /// Name of the constant.
    pub rust: String,
    /// The text in the model.
    pub text: String,
    /// The pattern in compiled form; none when it cannot be compiled.
    pub compiled: Option<Compiled>,
}

impl Pattern {
    /// Whether the generated crate needs the `regex` crate for it.
    pub fn needs_regex(&self) -> bool {
        self.compiled.as_ref().is_some_and(|compiled| compiled.matcher == Matcher::Regex)
    }
}
