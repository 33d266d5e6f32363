//! Measures writing a request and reading a response of 56 kB, lower bounds, and quick-xml with serde.
//!
//! `cargo bench --package shapewright-tests --bench wire`

#[path = "support/derived.rs"]
mod derived;
#[path = "support/document.rs"]
mod document;
#[path = "support/tree.rs"]
mod tree;
#[path = "support/wire.rs"]
mod wire;

fn main() {
    divan::main();
}
