//! An update of a streaming distribution: built, broken in five ways, mended, written as JSON and sent.

use std::io::{self, Write};

use cloudfront::errors::UpdateStreamingDistributionError;
use cloudfront::http::http::HeaderMap;
use cloudfront::http::{Operation, UpdateStreamingDistribution};
use cloudfront::shapes::{
    Aliases, FixQuantities, S3Origin, StreamingDistribution, StreamingDistributionConfig,
    StreamingLoggingConfig, TrustedSigners, UpdateStreamingDistributionRequest,
    UpdateStreamingDistributionResult,
};
use cloudfront::validators::Validate;

fn main() -> io::Result<()> {
    run(&mut io::stdout().lock())
}

/// Returns the whole new configuration, built with setters.
fn config() -> StreamingDistributionConfig {
    StreamingDistributionConfig::default()
        .caller_reference("2026-11-20")
        .s3_origin(S3Origin::default().domain_name("media.s3.amazonaws.com").origin_access_identity(""))
        .aliases(["cdn.example.com", "media.example.com"]) // sets Quantity to 2
        .comment("Lectures")
        .logging(StreamingLoggingConfig::default().enabled(false).bucket("").prefix(""))
        .trusted_signers(TrustedSigners::default().enabled(false).quantity(0))
        .price_class("PriceClass_100")
        .enabled(true)
}

/// Returns the request with a configuration.
fn request(config: StreamingDistributionConfig) -> UpdateStreamingDistributionRequest {
    UpdateStreamingDistributionRequest::default()
        .streaming_distribution_config(config)
        .id("EGTXBD79EXAMPLE")
        .if_match("E2QWRUHEXAMPLE")
}

/// Prints the results of validation.
pub(crate) fn run(out: &mut dyn Write) -> io::Result<()> {
    let miscounted = request(config().aliases(Aliases::from(["cdn.example.com"]).quantity(2)));
    let mut without_reference = config();
    without_reference.caller_reference = None;
    let broken = [
        ("No caller reference", request(without_reference)),
        ("A long comment", request(config().comment("x".repeat(129)))),
        ("An unknown price class", request(config().price_class("PriceClass_50"))),
        ("An empty id", request(config()).id("")),
        ("A wrong quantity", miscounted.clone()),
    ];
    for (what, request) in &broken {
        writeln!(out, "{what}:\n{}\n", request.validate())?;
    }

    // A mock or a gateway responds with the error of the operation, as the service does.
    let report = miscounted.validate();
    if let Some(error) = report.to_error::<UpdateStreamingDistributionError>() {
        writeln!(out, "The service would answer:\n{error}\n")?;
    }

    let mut mended = miscounted;
    writeln!(out, "Quantities set right: {}", mended.fix_quantities())?;
    writeln!(out, "Valid: {}", mended.validate().is_valid())?;
    writeln!(out, "{}", serde_json::to_string_pretty(&mended)?)?;
    send(out, &mended)
}

/// Prints the request, the response of a service, and whether both are read back unchanged.
fn send(out: &mut dyn Write, input: &UpdateStreamingDistributionRequest) -> io::Result<()> {
    let request = UpdateStreamingDistribution::build_request(input).map_err(io::Error::other)?;
    writeln!(out, "\n{} {}", request.method(), request.uri())?;
    body(out, request.headers(), request.body())?;

    let accepted = UpdateStreamingDistribution::parse_request(&request).map_err(io::Error::other)?;
    let output = UpdateStreamingDistributionResult::default()
        .streaming_distribution(StreamingDistribution::default().id("EGTXBD79EXAMPLE").status("InProgress"))
        .e_tag("E2QWRUHAPOMQZL");
    let response = UpdateStreamingDistribution::build_response(&output).map_err(io::Error::other)?;
    writeln!(out, "\n{}", response.status())?;
    body(out, response.headers(), response.body())?;

    let answer = UpdateStreamingDistribution::parse_response(&response).map_err(io::Error::other)?;
    writeln!(out, "\nComes back the same: {}", accepted == *input && answer == output)
}

/// Prints headers and body.
fn body(out: &mut dyn Write, headers: &HeaderMap, body: &[u8]) -> io::Result<()> {
    for (name, value) in headers {
        writeln!(out, "{name}: {}", value.to_str().unwrap_or_default())?;
    }
    writeln!(out, "{}", String::from_utf8_lossy(body))
}
