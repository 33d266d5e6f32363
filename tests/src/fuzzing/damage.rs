//! Deterministic damage to seeds.

use crate::documents::Dice;

/// Strings that often break parsers.
const STRANGE: &[&str] = &[
    "",
    "\0",
    "\u{1}",
    "\r\n",
    "\u{FFFE}",
    "%",
    "%2F",
    "%00",
    "//",
    "&#0;",
    "&#xD;",
    "<![CDATA[",
    "]]>",
    "<a/>",
    "</a>",
    "<!--",
    "<?",
    "<",
    "&",
    "&#1;",
    "--",
    ":",
    " a='1'",
    " xmlns:p='u'",
    "<?xml version='1.0'?>",
    "<!---->",
    "null",
    "{}",
    "[]",
    "-1",
    "1e400",
    "NaN",
    "9223372036854775808",
    "\"",
    "\\",
    "\u{1F600}",
];

/// Applies one to four edits: flips bits, or removes, repeats, truncates or inserts parts.
pub fn damaged(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(4) {
        let start = dice.roll(bytes.len());
        let end = (start + dice.roll(40)).min(bytes.len());
        match dice.roll(8) {
            0 | 1 => bytes.iter_mut().skip(start).take(1).for_each(|byte| *byte ^= 1 << dice.roll(8)),
            2 => bytes.truncate(start),
            3 => drop(bytes.drain(start..end)),
            4 => {
                let part = bytes[start..end].to_vec();
                bytes.splice(end..end, part);
            }
            5 => {
                let from = dice.roll(other.len());
                let to = (from + dice.roll(200)).min(other.len());
                bytes.splice(start..end, other[from..to].iter().copied());
            }
            _ => {
                let strange = STRANGE[dice.roll(STRANGE.len())];
                bytes.splice(start..end, strange.bytes());
            }
        }
    }
    bytes
}
