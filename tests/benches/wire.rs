//! What a request and a response of 56 kB cost, beside the least that they can cost and beside quick-xml with serde.
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
