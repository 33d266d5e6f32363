//! The protocols of a service, and what they mean for the names on the wire.

use serde_json::{Value, json};

use crate::diagnostics::Place;
use crate::read::json::Node;
use crate::read::reader::Reader;

/// Protocol traits of a service, and the families that they belong to.
#[derive(Default)]
pub(super) struct Protocols {
    /// Ids and values of the traits.
    pub(super) traits: Vec<(&'static str, Value)>,
    /// One that writes XML or forms, where `xmlName` names members.
    pub(super) xml: bool,
    /// One that writes JSON, where `jsonName` does.
    pub(super) json: bool,
    /// One that writes forms: query or EC2.
    pub(super) query: bool,
    /// One with paths and methods of its own for each operation.
    pub(super) rest: bool,
}

/// Reads `protocols`, or `protocol` in files that have no list.
pub(super) fn read(metadata: &Node, reader: &mut Reader<'_>) -> Protocols {
    let place = Place::file(&*reader.file());
    let mut protocols = Protocols::default();
    let mut names: Vec<&str> = Vec::new();
    match (metadata.get("protocols"), metadata.get("protocol")) {
        (Some(list), _) => {
            for node in reader.list(list, &place, "protocols").unwrap_or(&[]) {
                names.extend(reader.text(node, &place, "protocols"));
            }
        }
        (None, Some(name)) => names.extend(reader.text(name, &place, "protocol")),
        (None, None) => {}
    }
    if names.is_empty() {
        reader.file_error("`metadata` names no protocol", "add `protocol`, \"rest-xml\" for instance");
    }
    for name in names {
        protocols.add(name, metadata, reader);
    }
    protocols
}

impl Protocols {
    fn add(&mut self, name: &str, metadata: &Node, reader: &mut Reader<'_>) {
        let id = match name {
            "rest-xml" => "aws.protocols#restXml",
            "rest-json" => "aws.protocols#restJson1",
            "json" if metadata.text("jsonVersion") == Some("1.0") => "aws.protocols#awsJson1_0",
            "json" => "aws.protocols#awsJson1_1",
            "query" => "aws.protocols#awsQuery",
            "ec2" => "aws.protocols#ec2Query",
            "smithy-rpc-v2-cbor" => "smithy.protocols#rpcv2Cbor",
            other => {
                reader.file_error(
                    format!("`{other}` is not a protocol of botocore"),
                    "use rest-xml, rest-json, json, query, ec2 or smithy-rpc-v2-cbor",
                );
                return;
            }
        };
        self.traits.push((id, json!({})));
        self.rest |= name.starts_with("rest-");
        self.json |= matches!(name, "rest-json" | "json");
        self.query |= matches!(name, "query" | "ec2");
        self.xml |= matches!(name, "rest-xml" | "query" | "ec2");
    }
}
