//! The example of sending in `docs/aws-sdk.md`, which is compiled and run here.

use aws_sdk_cloudfront::Client;
use cloudfront::aws_sdk::{Convert, Request};
use cloudfront::shapes::{UpdateDistributionRequest, UpdateDistributionResult};
use cloudfront::validators::Validate;

/// Reads a request from JSON, checks it, and sends it with the official client.
pub async fn update(
    client: &Client,
    text: &str,
) -> Result<UpdateDistributionResult, Box<dyn std::error::Error>> {
    let request: UpdateDistributionRequest = serde_json::from_str(text)?;
    request.validate().into_result()?;
    let answer = request.into_builder()?.send_with(client).await?;
    Ok(UpdateDistributionResult::from_sdk(answer))
}
