//! Realistic strings, for members whose rules have no limits to learn.

use crate::dice::Dice;

/// Strings that are common in requests to many services.
pub(crate) const TEXTS: &[&str] = &[
    "",
    "a",
    "*",
    "/",
    "/*",
    "/a",
    "/a/*",
    "index.html",
    "*.jpg",
    "example.com",
    "www.example.com",
    "*.example.com",
    "bucket.s3.amazonaws.com",
    "https://example.com",
    "X-Header",
    "text/plain",
    "us-east-1",
    "US",
    "10.0.0.0/24",
    "192.0.2.1",
    "123456789012",
    "0",
    "1",
    "200",
    "2026-08-01T12:00:00Z",
    "01234567-89ab-cdef-0123-456789abcdef",
    "0123456789abcdef0123456789abcdef",
    "E2QWRUHAPOMQZL",
    "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
    "arn:aws:iam::123456789012:role/name",
    "arn:aws:lambda:us-east-1:123456789012:function:name:1",
    "arn:aws:kinesis:us-east-1:123456789012:stream/name",
    "arn:aws:s3:::bucket",
    "arn:aws:wafv2:us-east-1:123456789012:global/webacl/name/01234567-89ab-cdef-0123-456789abcdef",
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/name/0123456789abcdef",
    "function handler(event) { return event.request; }",
    "{\"Version\":\"2012-10-17\",\"Statement\":[]}",
    "{}",
    "-----BEGIN PUBLIC KEY-----\n\
     MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXmKEh4fkXaFhpkUvXaAUivGKueh/\n\
     AWDF445u9b0WY1GFYWhP4J3ZfGjOS4ybxw4+ODf7PaZfkzocGKB8np4n8w==\n\
     -----END PUBLIC KEY-----\n",
];

/// The words in generated names.
const WORDS: &[&str] = &["alpha", "beta", "gamma", "name", "media", "test", "v", "x", "data", "key"];

/// Returns a realistic name.
pub(crate) fn name(dice: &mut Dice) -> String {
    let word = dice.pick(WORDS).copied().unwrap_or("x");
    format!("{word}-{}", dice.roll(10_000))
}
