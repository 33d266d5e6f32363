//! Streaming distributions.

use cloudfront_shapes::{PriceClass, S3Origin, StreamingDistributionConfig, StreamingLoggingConfig};

use super::Error;
use super::distribution::aliases;
use super::errors::{Errors, trusted_signers};

/// Everything that is wrong with a streaming distribution.
pub fn check_streaming_distribution(config: &StreamingDistributionConfig) -> Vec<Error> {
    let mut errors = Errors::default();
    errors.require("CallerReference", &config.caller_reference);
    errors.require("S3Origin", &config.s3_origin);
    errors.within("S3Origin", &config.s3_origin, s3_origin);
    errors.within("Aliases", &config.aliases, aliases);
    errors.require("Comment", &config.comment);
    errors.at_most("Comment", &config.comment, 128);
    errors.within("Logging", &config.logging, logging);
    errors.require("TrustedSigners", &config.trusted_signers);
    errors.within("TrustedSigners", &config.trusted_signers, trusted_signers);
    if let Some(PriceClass::Unknown(_)) = config.price_class {
        errors.malformed("PriceClass", "is not a known value");
    }
    errors.require("Enabled", &config.enabled);
    errors.into_vec()
}

fn s3_origin(origin: &S3Origin, errors: &mut Errors) {
    errors.require("DomainName", &origin.domain_name);
    errors.require("OriginAccessIdentity", &origin.origin_access_identity);
}

fn logging(logging: &StreamingLoggingConfig, errors: &mut Errors) {
    errors.require("Enabled", &logging.enabled);
    errors.require("Bucket", &logging.bucket);
    errors.require("Prefix", &logging.prefix);
}
