//! The official SDK of a service: names and builders of its types.

use std::collections::{BTreeMap, BTreeSet};

use shapewright_smithy::model::ShapeId;

/// The official SDK of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Sdk {
    /// Name of its package, `aws-sdk-cloudfront` for instance.
    pub package: String,
    /// Minimum supported Rust version.
    pub rust_version: String,
    /// Differences of members, from overlays, by structure and member.
    pub stated: BTreeMap<(ShapeId, String), Stated>,
    /// Structures, unions and enums that the SDK does not have, from overlays.
    pub absent: BTreeSet<ShapeId>,
    /// The types of shapes that are converted.
    pub types: BTreeMap<ShapeId, SdkType>,
    /// Structures, unions and enums that are not converted: absent ones, and those that only absent members reach.
    pub left_out: BTreeSet<ShapeId>,
    /// Operations that the SDK has, by name: those whose input and output are converted.
    pub operations: Vec<SdkOperation>,
    /// All types that are converted, sorted by name of the shape.
    pub catalog: Vec<Converted>,
    /// Members that differ between the SDK and the model.
    pub differences: Vec<Difference>,
    /// Files of conversions by path, one for each of the shapes.
    pub files: BTreeMap<String, SdkFile>,
    /// Input and output of the operation with the shortest name that has both, as Rust types: the example in the docs.
    pub example: Option<(String, String)>,
}

/// Members that differ between the SDK and the model in the same way.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// How they differ, for the docs of the crate.
    pub sentence: &'static str,
    /// The members, as `Structure.Member`.
    pub members: Vec<String>,
}

/// A file of conversions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SdkFile {
    /// Modules of the SDK that it imports.
    pub modules: BTreeSet<String>,
    /// Shapes that it imports.
    pub shapes: BTreeSet<String>,
    /// The conversions.
    pub conversions: Vec<Conversion>,
}

/// How shapes are converted.
#[derive(Clone, Debug, PartialEq)]
pub enum Conversion {
    /// Enums, by variant.
    Enumerations(Vec<Path>),
    /// A structure, by member.
    Structure(ConvertedStructure),
    /// An input, and the builder that sends it.
    Input(ConvertedStructure, String),
    /// A union, by member.
    Union {
        /// Its types.
        path: Path,
        /// Members in model order.
        members: Vec<Named>,
        /// Variant for unknown members.
        unknown: String,
    },
}

/// A structure with the members that the SDK has and those that it does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct ConvertedStructure {
    /// Its types.
    pub path: Path,
    /// Members that both have.
    pub members: Vec<(Named, SdkMember)>,
    /// Members that the SDK does not have.
    pub absent: Vec<Named>,
}

/// A type and that of the SDK.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Rust type.
    pub rust: String,
    /// Path below the SDK's crate.
    pub path: Vec<String>,
}

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Name in the model.
    pub wire: String,
    /// Field, or variant of a union.
    pub rust: String,
}

/// A type that is converted.
#[derive(Clone, Debug, PartialEq)]
pub struct Converted {
    /// `structure`, `union` or `enumeration`.
    pub kind: &'static str,
    /// Rust type.
    pub rust: String,
}

/// An operation that the SDK has.
#[derive(Clone, Debug, PartialEq)]
pub struct SdkOperation {
    /// Rust type of its binding.
    pub rust: String,
    /// Rust type of its input.
    pub input: String,
    /// Rust type of its output, if it has one.
    pub output: Option<String>,
}

/// Difference of a member, from an overlay.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// How the SDK differs from the model.
    pub slot: Slot,
    /// The overlay.
    pub file: String,
}

/// The type of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct SdkType {
    /// Path below the SDK's crate.
    pub path: Vec<String>,
    /// Name of the builder; only for inputs, which are sent from it.
    pub builder: Option<String>,
    /// Members in model order; only for structures.
    pub members: Vec<SdkMember>,
}

/// A member of a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct SdkMember {
    /// Setter of the builder that takes an `Option`.
    pub setter: String,
    /// The form of the value.
    pub slot: Slot,
}

/// The form of a member in the SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// An `Option`.
    Optional,
    /// A value that the builder requires.
    Required,
    /// A value with a default in the builder.
    Defaulted,
    /// An optional number, where the model has a string.
    Integer,
    /// Nothing.
    Absent,
}

impl Slot {
    /// The name in listings and overlays.
    pub fn word(self) -> &'static str {
        match self {
            Slot::Optional => "optional",
            Slot::Required => "required",
            Slot::Defaulted => "defaulted",
            Slot::Integer => "integer",
            Slot::Absent => "absent",
        }
    }
}
