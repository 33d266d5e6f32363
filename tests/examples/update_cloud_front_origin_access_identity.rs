//! An update of an origin access identity: built, broken in five ways, mended, written as JSON and sent.

use std::io::{self, Write};

use cloudfront::errors::UpdateCloudFrontOriginAccessIdentityError;
use cloudfront::http::http::HeaderMap;
use cloudfront::http::{Operation, UpdateCloudFrontOriginAccessIdentity};
use cloudfront::shapes::{
    CloudFrontOriginAccessIdentity, CloudFrontOriginAccessIdentityConfig,
    UpdateCloudFrontOriginAccessIdentityRequest, UpdateCloudFrontOriginAccessIdentityResult,
};
use cloudfront::validators::Validate;

fn main() -> io::Result<()> {
    run(&mut io::stdout().lock())
}

/// Returns the whole new configuration, built with setters.
fn config() -> CloudFrontOriginAccessIdentityConfig {
    CloudFrontOriginAccessIdentityConfig::default().caller_reference("2026-11-20").comment("Reads the videos")
}

/// Returns the request with a configuration.
fn request(config: CloudFrontOriginAccessIdentityConfig) -> UpdateCloudFrontOriginAccessIdentityRequest {
    UpdateCloudFrontOriginAccessIdentityRequest::default()
        .cloud_front_origin_access_identity_config(config)
        .id("E74FTE3EXAMPLE")
        .if_match("E2QWRUHEXAMPLE")
}

/// Prints the results of validation.
pub(crate) fn run(out: &mut dyn Write) -> io::Result<()> {
    let mut without_body = request(config());
    without_body.cloud_front_origin_access_identity_config = None;
    let mut without_reference = config();
    without_reference.caller_reference = None;
    let broken = [
        ("No configuration", without_body.clone()),
        ("No caller reference", request(without_reference)),
        ("A long comment", request(config().comment("x".repeat(129)))),
        ("An empty id", request(config()).id("")),
        (
            "Nothing but an empty configuration",
            UpdateCloudFrontOriginAccessIdentityRequest::default()
                .cloud_front_origin_access_identity_config(CloudFrontOriginAccessIdentityConfig::default()),
        ),
    ];
    for (what, request) in &broken {
        writeln!(out, "{what}:\n{}\n", request.validate())?;
    }

    // A mock or a gateway responds with the error of the operation, as the service does.
    let report = without_body.validate();
    if let Some(error) = report.to_error::<UpdateCloudFrontOriginAccessIdentityError>() {
        writeln!(out, "The service would answer:\n{error}\n")?;
    }

    let mended = without_body.cloud_front_origin_access_identity_config(config().comment(""));
    writeln!(out, "Valid: {}", mended.validate().is_valid())?;
    writeln!(out, "{}", serde_json::to_string_pretty(&mended)?)?;
    send(out, &mended)
}

/// Prints the request, the response of a service, and whether both are read back unchanged.
fn send(out: &mut dyn Write, input: &UpdateCloudFrontOriginAccessIdentityRequest) -> io::Result<()> {
    let request = UpdateCloudFrontOriginAccessIdentity::build_request(input).map_err(io::Error::other)?;
    writeln!(out, "\n{} {}", request.method(), request.uri())?;
    body(out, request.headers(), request.body())?;

    let accepted = UpdateCloudFrontOriginAccessIdentity::parse_request(&request).map_err(io::Error::other)?;
    let output = UpdateCloudFrontOriginAccessIdentityResult::default()
        .cloud_front_origin_access_identity(
            CloudFrontOriginAccessIdentity::default()
                .id("E74FTE3EXAMPLE")
                .s3_canonical_user_id("cd13868f797c227f"),
        )
        .e_tag("E2QWRUHAPOMQZL");
    let response = UpdateCloudFrontOriginAccessIdentity::build_response(&output).map_err(io::Error::other)?;
    writeln!(out, "\n{}", response.status())?;
    body(out, response.headers(), response.body())?;

    let answer = UpdateCloudFrontOriginAccessIdentity::parse_response(&response).map_err(io::Error::other)?;
    writeln!(out, "\nComes back the same: {}", accepted == *input && answer == output)
}

/// Prints headers and body.
fn body(out: &mut dyn Write, headers: &HeaderMap, body: &[u8]) -> io::Result<()> {
    for (name, value) in headers {
        writeln!(out, "{name}: {}", value.to_str().unwrap_or_default())?;
    }
    writeln!(out, "{}", String::from_utf8_lossy(body))
}
