//! Realistic valid requests: a small one and a large one.

mod behaviors;
mod distribution;
mod origins;

use cloudfront_shapes::{S3Origin, StreamingDistributionConfig, StreamingLoggingConfig, TrustedSigners};

pub use distribution::distribution_config;

/// Returns a streaming distribution in front of one bucket.
pub fn streaming_distribution_config() -> StreamingDistributionConfig {
    StreamingDistributionConfig::default()
        .caller_reference("2026-11-20")
        .s3_origin(
            S3Origin::default()
                .domain_name("media.s3.amazonaws.com")
                .origin_access_identity("origin-access-identity/cloudfront/E74FTE3EXAMPLE"),
        )
        .aliases(["cdn.example.com"])
        .comment("Lectures")
        .logging(
            StreamingLoggingConfig::default()
                .enabled(true)
                .bucket("logs.s3.amazonaws.com")
                .prefix("lectures/"),
        )
        .trusted_signers(no_signers())
        .price_class("PriceClass_100")
        .enabled(true)
}

/// No signed URLs are required.
fn no_signers() -> TrustedSigners {
    TrustedSigners::default().enabled(false).quantity(0)
}
