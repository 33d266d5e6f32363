//! Measures a request and a response of 56 kB, compared with the official SDK, quick-xml with serde, and lower bounds.
//!
//! The SDK takes the input by value and drops it. `write::sdk_drop` measures the drop alone.
//!
//! `cargo bench --package shapewright-tests-aws-sdk`

#[path = "../../benches/support/derived.rs"]
mod derived;
#[path = "../../benches/support/document.rs"]
mod document;
#[path = "../../benches/support/tree.rs"]
mod tree;
#[path = "../../benches/support/wire.rs"]
mod wire;

use aws_smithy_runtime_api::client::interceptors::context::Input;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use shapewright_tests_aws_sdk::steps::{Deserializer, Serializer, input, response};

fn main() {
    assert_eq!(
        sdk_document(),
        document::document().len(),
        "the SDK writes a document of the same size, so both have the same members"
    );
    divan::main();
}

/// Returns the input for the SDK.
fn sdk_input() -> aws_sdk_cloudfront::operation::update_distribution::UpdateDistributionInput {
    let response = response(document::document().into_bytes());
    input(Deserializer::default().output(&response).expect("the SDK reads the response"))
}

/// Returns the size of the document of the SDK.
fn sdk_document() -> usize {
    let request = Serializer::default().request(Input::erase(sdk_input()));
    let request = request.expect("the SDK writes the request");
    request.body().bytes().map_or(0, <[u8]>::len)
}

/// Throughput is in bytes of the document.
mod write {
    use super::*;

    #[divan::bench]
    fn sdk(bencher: Bencher<'_, '_>) {
        let (serializer, input) = (Serializer::default(), sdk_input());
        bencher
            .counter(BytesCount::of_str(&document::document()))
            .with_inputs(|| Input::erase(input.clone()))
            .bench_values(|input| serializer.request(black_box(input)));
    }

    #[divan::bench]
    fn sdk_drop(bencher: Bencher<'_, '_>) {
        let input = sdk_input();
        bencher.with_inputs(|| Input::erase(input.clone())).bench_values(drop);
    }
}

/// Throughput is in bytes of the document.
mod read {
    use super::*;

    #[divan::bench]
    fn sdk(bencher: Bencher<'_, '_>) {
        let deserializer = Deserializer::default();
        let response = super::response(document::document().into_bytes());
        bencher
            .counter(BytesCount::of_str(&document::document()))
            .bench(|| deserializer.output(black_box(&response)).expect("the SDK reads the response"));
    }
}
