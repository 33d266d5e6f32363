//! Structures with sensitive members, and operations that send them.

use std::collections::BTreeMap;

use shapewright_http::{
    Binding, Body, Location, Message, ReadOptions, Service, Strictness, element, elements,
};
use shapewright_runtime::{Blob, Timestamp, members, union};

/// A union with a sensitive member.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Proof {
    Number(i32),
    Codes(Vec<i32>),
    #[default]
    Unknown,
}

union! { Proof else Unknown { "Number" => Number, "Codes" => Codes } hiding { "Number", "Codes" } }

/// A structure without sensitive members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plain {
    pub(crate) number: Option<i32>,
    pub(crate) text: Option<String>,
}

members! { Plain { "Number" => number, "Text" => text } }

/// An input with sensitive members everywhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Vault {
    pub(crate) label: Option<i32>,
    pub(crate) query: Option<Timestamp>,
    pub(crate) queries: Option<BTreeMap<String, i32>>,
    pub(crate) header: Option<Vec<bool>>,
    pub(crate) headers: Option<BTreeMap<String, i32>>,
    pub(crate) boolean: Option<bool>,
    pub(crate) integer: Option<i8>,
    pub(crate) double: Option<f32>,
    pub(crate) text: Option<String>,
    pub(crate) blob: Option<Blob>,
    pub(crate) time: Option<Timestamp>,
    pub(crate) list: Option<Vec<i32>>,
    pub(crate) flat: Option<Vec<i32>>,
    pub(crate) map: Option<BTreeMap<String, i32>>,
    pub(crate) plain: Option<Plain>,
    pub(crate) attribute: Option<i32>,
    pub(crate) proof: Option<Proof>,
}

members! { Vault {
    "Label" => label, "Query" => query, "Queries" => queries, "Header" => header, "Headers" => headers,
    "Boolean" => boolean, "Integer" => integer, "Double" => double, "Text" => text, "Blob" => blob, "Time" => time,
    "List" => list, "Flat" => flat, "Map" => map, "Plain" => plain, "Attribute" => attribute, "Proof" => proof,
} hiding {
    "Label", "Query", "Queries", "Header", "Headers", "Boolean", "Integer", "Double", "Text", "Blob", "Time", "List",
    "Flat", "Map", "Plain", "Attribute"
} }

elements! { PLAIN { "Number", "Text" } }
elements! { PROOF { "Number", "Codes" ["member"] } }
elements! { VAULT with attributes {
    _, _, _, _, _, "Boolean", "Integer", "Double", "Text", "Blob", "Time", "List" ["member"], ("Flat" flat ["Flat"]),
    "Map" {"entry", "key", "value"}, "Plain" => PLAIN, ("attribute" as attribute), "Proof" => PROOF,
} }

pub(crate) static SERVICE: Service = Service::new("Invalid");

const LOCATIONS: &[Location] = &[
    Location::Label,
    Location::Query("q"),
    Location::QueryParams,
    Location::Header("x-flags"),
    Location::PrefixHeaders("x-meta-"),
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
];

pub(crate) static PUT: Binding = Binding::new(&SERVICE)
    .name("Put")
    .http("PUT", "/vaults/{Label}")
    .input(
        Message::new("Vault")
            .members(LOCATIONS)
            .body(Body::Document { root: element!("Vault" => VAULT), required: true }),
    )
    .output(
        Message::new("Vault")
            .members(LOCATIONS)
            .body(Body::Document { root: element!("Vault" => VAULT), required: true }),
    );

/// An operation without sensitive members.
pub(crate) static PUBLIC: Binding = Binding::new(&SERVICE).name("Publish").http("POST", "/plain").input(
    Message::new("Plain")
        .members(&[Location::Document, Location::Document])
        .body(Body::Document { root: element!("Plain" => PLAIN), required: true }),
);

/// An input whose only member is a sensitive payload.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Envelope {
    pub(crate) plain: Option<Plain>,
}

members! { Envelope { "Plain" => plain } hiding { "Plain" } }

pub(crate) static POST: Binding = Binding::new(&SERVICE).name("Post").http("POST", "/").input(
    Message::new("Envelope")
        .members(&[Location::Payload])
        .body(Body::Payload { root: element!("Plain" => PLAIN), required: true }),
);

/// Lenient and strict reading.
pub(crate) fn options() -> [ReadOptions; 2] {
    [ReadOptions::default(), ReadOptions::default().strictness(Strictness::Strict)]
}
