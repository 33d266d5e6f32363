//! Public keys and field-level encryption.

use cloudfront_shapes::{FieldLevelEncryptionProfileConfig, PublicKeyConfig};
use shapewright_validation::Checker;

use crate::der::is_whole_key;

/// Field patterns that a profile may list, by default.
const FIELD_PATTERNS_PER_PROFILE: u64 = 10;

/// The largest number of base64 characters of a key. An RSA key of 2048 bits has 392, one of 3072 bits 564.
const PUBLIC_KEY_CHARACTERS: usize = 400;

/// Prefixes of base64 keys that are neither RSA with 2048 bits nor on curve P-256 (RFC 5280, section 4.1; RFC 3279 and
/// 5480).
const REFUSED_KEYS: &[&str] = &[
    "MFwwDQYJKoZIhvcNAQEBBQAD",     // RSA, 512 bits
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GN", // RSA, 1024 bits
    "MIIBojANBgkqhkiG9w0BAQEFAAOC", // RSA, 3072 bits
    "MIICIjANBgkqhkiG9w0BAQEFAAOC", // RSA, 4096 bits
    "MHYwEAYHKoZIzj0CAQYFK4EEACID", // P-384
    "MIGbMBAGByqGSM49AgEGBSuBBAAj", // P-521
    "MFYwEAYHKoZIzj0CAQYFK4EEAAoD", // secp256k1
    "MCowBQYDK2VwAyEA",             // Ed25519
];

/// Checks that all entities of a profile together have no more field patterns than the quota allows.
pub fn profile_field_patterns(
    value: &FieldLevelEncryptionProfileConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let entities = value.encryption_entities.as_ref().and_then(|it| it.items.as_ref()).into_iter().flatten();
    let patterns = entities.filter_map(|entity| entity.field_patterns.as_ref()?.items.as_ref());
    let count: usize = patterns.map(Vec::len).sum();
    c.quota(rule, FIELD_PATTERNS_PER_PROFILE, count as u64);
}

/// Checks that a public key is in PEM format: the first line, the key in base64, the last line.
pub fn public_key_pem(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.encoded_key.as_deref().is_none_or(is_pem), rule);
}

/// Checks that a public key is of a kind that CloudFront accepts.
pub fn public_key_kind(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    c.ensure(!has_refused_kind(value), rule);
}

/// Checks that a public key is whole, as far as the lengths in it tell. Skipped for what other rules reject.
pub fn public_key_whole(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    let key = value.encoded_key.as_deref().filter(|text| is_pem(text)).and_then(public_key);
    c.ensure(key.is_none_or(is_whole_key) || has_refused_kind(value), rule);
}

/// Checks that a public key is not too large. Skipped for a key of a kind that another rule rejects.
pub fn public_key_size(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    let key = value.encoded_key.as_deref().and_then(public_key).unwrap_or_default();
    let size = key.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
    c.ensure(size <= PUBLIC_KEY_CHARACTERS || has_refused_kind(value), rule);
}

fn is_pem(text: &str) -> bool {
    public_key(text).is_some_and(|key| key.bytes().any(is_base64) && key.bytes().all(is_base64_line))
}

fn has_refused_kind(value: &PublicKeyConfig) -> bool {
    let key = value.encoded_key.as_deref().and_then(public_key).unwrap_or_default();
    REFUSED_KEYS.iter().any(|start| key.trim_start().starts_with(start))
}

/// Returns the lines between `-----BEGIN … PUBLIC KEY-----` and `-----END …`.
fn public_key(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (key, _) = rest.split_once("-----END ")?;
    label.ends_with("PUBLIC KEY").then_some(key)
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

fn is_base64_line(byte: u8) -> bool {
    is_base64(byte) || byte == b'=' || byte.is_ascii_whitespace()
}
