//! The two requests of the benches as JSON, for programs in other languages: operation and input on a line.

use cloudfront::shapes::{CreateDistributionRequest, CreateStreamingDistributionRequest};
use serde_core::Serialize;
use shapewright_tests::fixtures::{distribution_config, streaming_distribution_config};

fn main() -> serde_json::Result<()> {
    let small = CreateStreamingDistributionRequest::default()
        .streaming_distribution_config(streaming_distribution_config());
    let large = CreateDistributionRequest::default().distribution_config(distribution_config());
    print("CreateStreamingDistribution", &small)?;
    print("CreateDistribution", &large)
}

fn print(operation: &str, input: &impl Serialize) -> serde_json::Result<()> {
    println!("{}", serde_json::json!({ "operation": operation, "params": serde_json::to_value(input)? }));
    Ok(())
}
