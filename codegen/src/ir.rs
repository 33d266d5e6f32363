//! The intermediate representation of a service, which passes complete and emitters print. Every decision is a field.

use std::collections::{BTreeMap, BTreeSet};

pub use crate::ir::answers::{Answer, Answers};
pub use crate::ir::condition::{Check, Condition, Evidence, RuleEntry, RuleFacts, RuleKind};
pub use crate::ir::constraint::{Bound, Constraint, Origin, Rule, Severity};
pub use crate::ir::error::{CommonError, CommonErrors, ErrorShape};
pub use crate::ir::http::{
    Body, Http, Location, Namespace, Order, Part, Responses, Root, Route, TimestampFormat, Xml,
};
pub use crate::ir::imports::{FileImports, Imports};
pub use crate::ir::members::Shape;
pub use crate::ir::output::Output;
pub use crate::ir::pattern::{Pattern, PatternConstant};
pub use crate::ir::recorded::{Assumed, Assumption, Deprecation, Recorded};
pub use crate::ir::summary::{Summary, SummaryFile};
pub use crate::ir::types::{Element, MapElements, RustType, Type};
use shapewright_smithy::model::ShapeId;
pub use shapewright_smithy::traits::Fault;

pub mod answers;
pub mod check;
pub mod condition;
pub mod constraint;
pub mod dialect;
pub mod elements;
mod error;
pub mod exceptions;
pub mod http;
pub mod imports;
pub mod lifecycle;
mod members;
pub mod operation;
mod output;
pub mod package;
pub mod page;
mod pattern;
pub mod recorded;
pub mod sdk;
pub mod setters;
mod summary;
pub mod tables;
mod types;
mod view;
pub mod wire;

/// A service with everything that its selected operations reach.
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
    /// URL prefix of the pages of the API reference; a page name is appended.
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
    /// Errors that any operation may return.
    pub common_errors: CommonErrors,
    /// Regular expressions by the shape or member that has them.
    pub patterns: BTreeMap<String, Pattern>,
    /// Constants for the compiled ones, sorted by name.
    pub pattern_constants: Vec<PatternConstant>,
    /// Names of list and count members, and the error code for a wrong count.
    pub quantities: Option<QuantityConvention>,
    /// Error codes for rules without a code of their own.
    pub answers: Answers,
    /// HTTP settings shared by all operations; `None` if the service does not use REST-XML.
    pub http: Option<Http>,
    /// The official SDK; `None` if no conversions are generated.
    pub sdk: Option<sdk::Sdk>,
    /// What is stated about dialects.
    pub stated_dialects: exceptions::StatedDialects,
    /// The dialects, sorted by name.
    pub dialects: Vec<dialect::Dialect>,
    /// What is stated about resources and operations; `None` if the service has no tables of them.
    pub stated_lifecycles: Option<lifecycle::stated::Stated>,
    /// The tables of resources and operations.
    pub lifecycles: Option<lifecycle::Lifecycles>,
    /// What the validators of structures and unions of requests do.
    pub validators: BTreeMap<ShapeId, check::Validator>,
    /// What updates of structures compare; structures that no update replaces are left out.
    pub updates: BTreeMap<ShapeId, check::Update>,
    /// Every rule of the request side, sorted by id.
    pub rules: Vec<RuleEntry>,
    /// The operation that examples in docs use.
    pub example: Option<package::Example>,
    /// The crates to be generated, the facade first.
    pub packages: Vec<package::Package>,
    /// Files of operations in the crates of errors and HTTP bindings, by path: `distribution/create` for instance.
    pub operation_files: BTreeMap<String, operation::OperationFile>,
    /// What the file of the service's error enum imports from the runtime crate.
    pub error_imports: BTreeSet<&'static str>,
    /// Source files of shapes and validators, by path: `distribution`, or `distribution/origin`.
    pub modules: BTreeMap<String, Module>,
    /// Summaries for programs, by the source file that has them.
    pub summaries: BTreeMap<String, SummaryFile>,
    /// What the last passes decide for the emitters alone.
    pub output: Output,
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
    /// Name of the type that implements the operation.
    pub rust: String,
    /// Name of the error enum.
    pub error_rust: String,
    /// Its HTTP binding; `None` if the service does not use REST-XML.
    pub route: Option<Route>,
    /// Source file of the error enum and the HTTP binding: `distribution`, or `distribution/create`.
    pub module: String,
    /// Summary: one sentence, from an overlay.
    pub summary: Option<String>,
    /// Finished doc comment of the error enum, a line each.
    pub error_docs: Vec<String>,
}

/// A source file shared by the shapes and validators crates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// Text of its `//!` comment.
    pub title: String,
    /// Types defined in it, in the order in which they are written.
    pub types: Vec<ShapeId>,
    /// Imports of its files.
    pub imports: FileImports,
}

/// The operations that use a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {
    /// Operations whose input contains it.
    pub inputs: BTreeSet<String>,
    /// Operations whose output contains it.
    pub outputs: BTreeSet<String>,
    /// Whether it is the type of one member of requests only, so that one other validator calls its own.
    pub in_one_place: bool,
}

impl Usage {
    /// Whether requests can contain the shape.
    pub fn is_in_requests(&self) -> bool {
        !self.inputs.is_empty()
    }

    /// Every operation whose input or output contains the shape.
    pub fn operations(&self) -> BTreeSet<&str> {
        self.inputs.iter().chain(&self.outputs).map(String::as_str).collect()
    }
}

/// The role of a structure in operations.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// Input of the named operation.
    Input(String),
    /// Output of the named operation.
    Output(String),
    /// Part of other shapes.
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
    /// File below that of its resource, if an overlay names one.
    pub file: Option<String>,
    /// The operations that use it.
    pub usage: Usage,
    /// Whether it is `Eq` and `Hash`.
    pub is_eq: bool,
    /// Whether its `Debug` hides members.
    pub is_redacted: bool,
    /// Summary: one sentence, from an overlay.
    pub summary: Option<String>,
    /// Documentation of the model; empty unless it was requested.
    pub prose: Option<String>,
    /// Deprecation notice of the model.
    pub deprecated: Option<Deprecation>,
    /// Finished doc comment, a line each. Links to types lead to `@Origin`, with `@` for the root of the crate.
    pub docs: Vec<String>,
}

/// A structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// Properties that all types have.
    pub header: Header,
    /// Its role in operations.
    pub role: Role,
    /// Its XML element as the root of a document.
    pub root: Xml,
    /// Members in model order.
    pub members: Vec<Member>,
    /// The list member and the member that counts it.
    pub quantity: Option<Quantity>,
    /// Conditions over members, sorted by id.
    pub conditions: Vec<Condition>,
    /// Hand-written checks, sorted by id.
    pub checks: Vec<Check>,
}

/// A union.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Properties that all types have.
    pub header: Header,
    /// Members in model order; `rust` is the variant.
    pub members: Vec<Member>,
    /// Variant for unknown members.
    pub unknown: String,
}

/// A string enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumeration {
    /// Properties that all types have.
    pub header: Header,
    /// Values in model order.
    pub values: Vec<EnumValue>,
    /// Variant for unknown values.
    pub unknown: String,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// Name of the member in the model.
    pub name: String,
    /// String on the wire.
    pub wire: String,
    /// Rust variant.
    pub rust: String,
    /// Summary: one sentence, from an overlay.
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
    /// Setter name; differs from the field if a method of that name would conflict.
    pub setter: String,
    /// Type of the value.
    pub ty: Type,
    /// Whether the value is boxed, to end a recursion.
    pub boxed: bool,
    /// Constraints on the member itself.
    pub constraints: Vec<Constraint>,
    /// Whether the value must not appear in logs and reports.
    pub sensitive: bool,
    /// Whether the model deprecates it or its type.
    pub deprecated: bool,
    /// Whether its setter is deprecated: the model deprecates the member, not its type.
    pub deprecated_setter: bool,
    /// `smithy.api#default`, as JSON text.
    pub default: Option<String>,
    /// Service-side defaults that are not in the model.
    pub assumed: Vec<Assumption>,
    /// Location of the value in requests; in responses, if no request has it.
    pub location: Location,
    /// Location that its traits specify. [`Member::location_in`] ignores it where it does not apply.
    pub bound: Location,
    /// Whether the value is in base64 if it is in a header: a string with a media type, or a list of them.
    pub in_base64: bool,
    /// Header to read if the one that it is bound to is absent.
    pub header_alias: Option<String>,
    /// XML form of the value in a document.
    pub xml: Xml,
    /// Whether it is an idempotency token, which clients generate if it is absent.
    pub idempotency_token: bool,
    /// Summary: one sentence, from an overlay.
    pub summary: Option<String>,
    /// Documentation of the model; empty unless it was requested.
    pub prose: Option<String>,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
}

/// A list member and the member that counts it, by their positions among the members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The count.
    pub quantity: usize,
    /// The list.
    pub items: usize,
}

/// Names of list and count members.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantityConvention {
    /// The input file that it comes from.
    pub file: String,
    /// Name of the count.
    pub quantity: String,
    /// Name of the list.
    pub items: String,
    /// Error code for a wrong count.
    pub code: String,
    /// Whether responses leave out the list if it is empty.
    pub omits_empty: bool,
    /// Where the code is documented.
    pub source: Option<String>,
}
