//! The official SDK of a service, as its crate names and builds what the model has.

use std::collections::{BTreeMap, BTreeSet};

use shapewright_smithy::model::ShapeId;

/// The official SDK of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Sdk {
    /// Name of its package, `aws-sdk-cloudfront` for instance.
    pub package: String,
    /// The oldest Rust that builds it.
    pub rust_version: String,
    /// What overlays say of members, by structure and name of the member.
    pub stated: BTreeMap<(ShapeId, String), Stated>,
    /// Structures, unions and enums that the SDK does not have, as overlays say.
    pub absent: BTreeSet<ShapeId>,
    /// The types of shapes that are converted.
    pub types: BTreeMap<ShapeId, SdkType>,
    /// Structures, unions and enums that are not converted: absent ones, and those that only absent members reach.
    pub left_out: BTreeSet<ShapeId>,
    /// Input and output of the operation with the shortest name that has both, as Rust types: the example in the docs.
    pub example: Option<(String, String)>,
}

/// What an overlay says of a member.
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
    /// Name of the builder; of inputs alone, which are sent from it.
    pub builder: Option<String>,
    /// Members in model order; of structures alone.
    pub members: Vec<SdkMember>,
}

/// A member of a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct SdkMember {
    /// Setter of the builder that takes an `Option`.
    pub setter: String,
    /// What stands there.
    pub slot: Slot,
}

/// What the SDK has where the model has a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// An `Option`.
    Optional,
    /// A value, without which the builder fails.
    Required,
    /// A value, for which the builder has a default.
    Defaulted,
    /// An optional number, though the model has a text.
    Integer,
    /// Nothing.
    Absent,
}

impl Slot {
    /// The word for it in listings and overlays.
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
