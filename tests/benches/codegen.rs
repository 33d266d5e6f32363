//! Measures generating the crates of CloudFront inside one process, and a lower bound.
//!
//! `cargo bench --package shapewright-tests --bench codegen`

#[path = "support/floor.rs"]
mod floor;
#[path = "support/inputs.rs"]
mod inputs;

use codegen::__internal::emit;
use codegen::{GenerateOptions, Layout, analyse, generate};
use divan::Bencher;
use shapewright_smithy::Diagnostics;

fn main() {
    divan::main();
}

/// The model as JSON, every generated file parsed and printed.
#[divan::bench]
fn floor(bencher: Bencher<'_, '_>) {
    let floor = floor::Floor::read();
    bencher.bench(|| floor.run());
}

/// From bytes to all files.
#[divan::bench]
fn whole_run(bencher: Bencher<'_, '_>) {
    let (model, overlays) = inputs::inputs();
    let selection = selection();
    bencher.bench(|| {
        let mut diagnostics = Diagnostics::default();
        let tree = generate(&model, &overlays, &selection, &Layout::Workspace, &mut diagnostics);
        tree.expect("the model is sound")
    });
}

/// From bytes to the complete IR.
#[divan::bench]
fn analysis(bencher: Bencher<'_, '_>) {
    let (model, overlays) = inputs::inputs();
    let selection = selection();
    bencher.bench(|| {
        let mut diagnostics = Diagnostics::default();
        analyse(&model, &overlays, &selection, &mut diagnostics).expect("the model is sound")
    });
}

/// From the IR to all files.
#[divan::bench]
fn emission(bencher: Bencher<'_, '_>) {
    let (model, overlays) = inputs::inputs();
    let mut diagnostics = Diagnostics::default();
    let service = analyse(&model, &overlays, &selection(), &mut diagnostics).expect("the model is sound");
    bencher.bench(|| emit::emit(&service, &Layout::Workspace).expect("emitters write Rust"));
}

fn selection() -> GenerateOptions {
    GenerateOptions { package: Some("cloudfront".to_owned()), ..GenerateOptions::default() }
}
