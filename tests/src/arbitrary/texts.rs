//! Strings for arbitrary values.

/// Strings that are special to JSON, XML, terminals, regular expressions, Unicode, or CloudFront.
const NASTY: &[&str] = &[
    "",
    " ",
    "\0",
    "\u{1}\u{7f}\u{9f}",
    "\t\r\n",
    "\"\\/\u{8}\u{c}",
    "\\u0041",
    "<a>&amp;]]></a>",
    "\u{2028}\u{2029}",
    "\u{feff}bom",
    "\u{fffd}\u{ffff}\u{10ffff}",
    "e\u{301}\u{200d}\u{202e}",
    "é𝄞👩‍👩‍👧",
    "İıſK",
    "null",
    "true",
    "NaN",
    "-Infinity",
    "1e400",
    "2026-08-01T12:00:00.123000+00:00",
    "~0/~1",
    "$(.*)+[a-",
    "PriceClass_100",
    "None",
    "GET",
    "http1.1",
    "TLSv1.2_2021",
    "https-only",
    "whitelist",
    "cloudfront-js-2.0",
    "arn:aws:cloudfront::123456789012:function/f",
    "a text that is longer than any limit on lengths which is short enough to be written here by hand, and so on \
     and so on, until more than two hundred and fifty-six characters have been written, which takes a while: the \
     quick brown fox jumps over the lazy dog, and still it is not enough",
];

/// Returns a string that is likely to break something.
pub(super) fn nasty(choice: u8) -> String {
    NASTY[usize::from(choice) % NASTY.len()].to_owned()
}

/// Returns a realistic string.
pub(super) fn plain(choice: u8) -> String {
    format!("text-{choice}")
}

/// Any character of the basic multilingual plane, or a fallback for surrogates.
pub(super) fn char(high: u8, low: u8) -> char {
    char::from_u32(u32::from(high) << 8 | u32::from(low)).unwrap_or('𝄞')
}
