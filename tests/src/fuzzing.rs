//! Properties that must hold for any bytes: `cargo xtask fuzz` looks for counterexamples, and the
//! tests check them with the seeds, with damaged seeds, and with all counterexamples found by fuzzing.

mod damage;
mod hostile;
mod json;
mod linear;
mod message;
mod model;
mod quiet;
mod seeds;
mod strict_xml;
mod wire;

pub use damage::damaged;
pub use hostile::hostile_models;
pub use json::json_reading;
pub use linear::linear_time;
pub use model::model_reading;
pub use quiet::quiet_errors;
pub use strict_xml::strict_xml;
pub use wire::{request_parsing, xml_reading};

/// A property with its seeds.
pub struct Target {
    /// Name of the property, of its program in `fuzz/`, and of the directory of its cases in `tests/fixtures/fuzz`.
    pub name: &'static str,
    /// Panics if the bytes are a counterexample.
    pub property: fn(&[u8]),
    /// Bytes that are well-formed, made from the fixtures of other tests.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

impl Target {
    /// Former counterexamples, with the names of their files.
    pub fn cases(&self) -> Vec<(String, Vec<u8>)> {
        seeds::found(self.name)
    }
}

/// All properties.
pub const TARGETS: &[Target] = &[
    Target { name: "xml_reading", property: xml_reading, seeds: seeds::responses },
    Target { name: "strict_xml", property: strict_xml, seeds: seeds::xml_documents },
    Target { name: "json_reading", property: json_reading, seeds: seeds::documents },
    Target { name: "request_parsing", property: request_parsing, seeds: seeds::requests },
    Target { name: "hostile_models", property: hostile_models, seeds: hostile::seeds },
    Target { name: "model_reading", property: model_reading, seeds: seeds::models },
    Target { name: "quiet_errors", property: quiet_errors, seeds: quiet::seeds },
    Target { name: "linear_time", property: linear_time, seeds: linear::seeds },
];

/// Returns the item of that name. For an unknown name, returns an item that depends on its bytes, so that damaged names
/// are useful.
fn chosen(names: &[&'static str], name: &str) -> &'static str {
    let sum: usize = name.bytes().map(usize::from).sum();
    names.iter().find(|known| **known == name).copied().unwrap_or(names[sum % names.len()])
}
