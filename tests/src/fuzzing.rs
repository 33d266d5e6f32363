//! What holds for any bytes whatever: the properties that `cargo xtask fuzz` looks for exceptions to, and that the
//! tests try with the seeds, with damaged seeds, and with everything that fuzzing ever found.

mod damage;
mod json;
mod message;
mod model;
mod seeds;
mod wire;

pub use damage::damaged;
pub use json::json_reading;
pub use model::model_reading;
pub use wire::{request_parsing, xml_reading};

/// A property and where to begin looking for an exception.
pub struct Target {
    /// Name of the property, of its program in `fuzz/`, and of the directory of its cases in `tests/fixtures/fuzz`.
    pub name: &'static str,
    /// Panics if the bytes are an exception.
    pub property: fn(&[u8]),
    /// Bytes that are well-formed, made from the fixtures of other tests.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

impl Target {
    /// What fuzzing found, with the names of the files: each was an exception once.
    pub fn cases(&self) -> Vec<(String, Vec<u8>)> {
        seeds::found(self.name)
    }
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "xml_reading", property: xml_reading, seeds: seeds::responses },
    Target { name: "json_reading", property: json_reading, seeds: seeds::documents },
    Target { name: "request_parsing", property: request_parsing, seeds: seeds::requests },
    Target { name: "model_reading", property: model_reading, seeds: seeds::models },
];

/// The one of that name; for any other name one that depends on its bytes, so that no change of a name is in vain.
fn chosen(names: &[&'static str], name: &str) -> &'static str {
    let sum: usize = name.bytes().map(usize::from).sum();
    names.iter().find(|known| **known == name).copied().unwrap_or(names[sum % names.len()])
}
