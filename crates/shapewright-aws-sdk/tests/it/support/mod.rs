//! Shapes as they are generated, and an SDK for them: small, but with every kind of place for a member.

pub(crate) mod operation;
pub(crate) mod types;

use std::collections::BTreeMap;

use shapewright_aws_sdk::{catalog, enumerations, input, structure, union};
use shapewright_runtime::{Blob, Document, Timestamp, members, open_enum};

/// Marks the conversions.
pub(crate) enum Sdk {}

/// The input of the operation `Put`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PutRequest {
    pub(crate) max_items: Option<String>,
    pub(crate) part: Option<Part>,
    pub(crate) newer: Option<bool>,
}
members! { PutRequest { "MaxItems" => max_items, "Part" => part, "Newer" => newer } }

/// A structure that contains itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Part {
    pub(crate) name: Option<String>,
    pub(crate) prefix: Option<String>,
    pub(crate) mode: Option<Mode>,
    pub(crate) bytes: Option<Blob>,
    pub(crate) time: Option<Timestamp>,
    pub(crate) data: Option<Document>,
    pub(crate) notes: Option<Vec<Option<String>>>,
    pub(crate) parts: Option<BTreeMap<String, Part>>,
    pub(crate) inner: Option<Box<Part>>,
    pub(crate) source: Option<Source>,
    pub(crate) newer: Option<bool>,
}
members! { Part {
    "Name" => name, "Prefix" => prefix, "Mode" => mode, "Bytes" => bytes, "Time" => time, "Data" => data,
    "Notes" => notes, "Parts" => parts, "Inner" => inner, "Source" => source, "Newer" => newer,
} }

/// A structure without members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Nothing {}
members! { Nothing {} }

/// A union.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Source {
    Text(String),
    Part(Box<Part>),
    #[default]
    Unknown,
}
shapewright_runtime::union! { Source else Unknown { "Text" => Text, "Part" => Part } }

/// An enum.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Mode {
    Fast,
    Unknown(String),
}
open_enum! { Mode else Unknown { "fast" => Fast } }

enumerations! { Sdk { Mode as types::Mode } }
union! { Sdk: Source as types::Source, else Unknown { "Text" => Text, "Part" => Part } }
structure! { Sdk: Nothing as types::Nothing {} }
structure! { Sdk: Part as types::Part {
    required "Name" => name by set_name, defaulted "Prefix" => prefix by set_prefix,
    optional "Mode" => mode by set_mode, optional "Bytes" => bytes by set_bytes,
    optional "Time" => time by set_time, optional "Data" => data by set_data,
    optional "Notes" => notes by set_notes, optional "Parts" => parts by set_parts,
    optional "Inner" => inner by set_inner, optional "Source" => source by set_source,
} without { "Newer" => newer } }
input! { Sdk: PutRequest as operation::put::PutInput
    by PutInputBuilder {
    integer "MaxItems" => max_items by set_max_items, optional "Part" => part by set_part,
} without { "Newer" => newer } }
catalog! { Sdk {
    enumeration Mode, structure Nothing, structure Part, structure PutRequest, union Source,
} }
