//! Changes of single bytes and characters, anywhere in a document.

use super::Change;
use super::tokens::Document;
use crate::documents::Dice;

pub(super) const CHANGES: &[(&str, Change)] = &[
    ("delete a special character", |document, dice| {
        let place = special(document, dice);
        edit(document, place, 1, "")
    }),
    ("repeat a special character", |document, dice| {
        let place = special(document, dice);
        let character = char::from(document.text.as_bytes()[place]).to_string();
        edit(document, place, 0, &character)
    }),
    ("replace a special character", |document, dice| {
        let place = special(document, dice);
        edit(document, place, 1, dice.text(SPECIAL))
    }),
    ("swap a special character with the next one", |document, dice| {
        let mut bytes = document.text.as_bytes().to_vec();
        let place = special(document, dice);
        (place + 1 < bytes.len()).then(|| bytes.swap(place, place + 1))?;
        Some(bytes)
    }),
    ("insert a special character", |document, dice| anywhere(document, SPECIAL, dice)),
    ("delete a byte", |document, dice| edit(document, dice.roll(document.text.len()), 1, "")),
    ("flip a bit", |document, dice| {
        let mut bytes = document.text.as_bytes().to_vec();
        bytes[dice.roll(document.text.len())] ^= 1 << dice.roll(8);
        Some(bytes)
    }),
    ("cut off", |document, dice| Some(document.text.as_bytes()[..dice.roll(document.text.len())].to_vec())),
    ("delete a part", |document, dice| edit(document, dice.roll(document.text.len()), 1 + dice.roll(40), "")),
    ("repeat a part", |document, dice| {
        let bytes = document.text.as_bytes();
        let start = dice.roll(bytes.len());
        let end = (start + 1 + dice.roll(40)).min(bytes.len());
        Some([&bytes[..end], &bytes[start..]].concat())
    }),
    ("insert a control character", |document, dice| anywhere(document, CONTROLS, dice)),
    ("insert a character that is no text", |document, dice| {
        anywhere(document, &["\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{1FFFE}", "\u{10FFFF}"], dice)
    }),
    ("insert a byte order mark", |document, dice| anywhere(document, &["\u{FEFF}"], dice)),
    ("start with byte order marks", |document, dice| {
        let marks: [&[u8]; 6] = [
            b"\xEF\xBB\xBF",
            b"\xEF\xBB\xBF\xEF\xBB\xBF",
            b"\xEF\xBB",
            b"\xFE\xFF",
            b"\xFF\xFE",
            b"\xEF\xBB\xBF\n",
        ];
        Some([*dice.pick(&marks), document.text.as_bytes()].concat())
    }),
    ("insert damaged UTF-8", |document, dice| {
        let place = dice.roll(document.text.len() + 1);
        let bytes = document.text.as_bytes();
        Some([&bytes[..place], *dice.pick(DAMAGED), &bytes[place..]].concat())
    }),
    ("insert a carriage return", |document, dice| anywhere(document, &["\r", "\r\n", "\n\r"], dice)),
    ("insert white space", |document, dice| anywhere(document, &[" ", "\t", "\n", "  "], dice)),
    ("insert white space that is none in XML", |document, dice| {
        anywhere(document, &["\u{A0}", "\u{85}", "\u{2028}", "\u{B}", "\u{C}", "\u{3000}"], dice)
    }),
    ("insert a letter that is not ASCII", |document, dice| {
        anywhere(document, &["é", "日", "\u{1F600}", "\u{B7}", "\u{37E}", "\u{1D4B3}"], dice)
    }),
];

/// The characters of markup, and some that often stand next to it.
const SPECIAL: &[&str] = &["<", ">", "&", ";", "\"", "'", "/", "!", "?", "=", "[", "]", "-", ":", "#"];

const CONTROLS: &[&str] = &["\0", "\u{1}", "\u{8}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}"];

/// Bytes that are not UTF-8: unexpected, incomplete, overlong, surrogate, beyond the last character.
const DAMAGED: &[&[u8]] = &[
    b"\xFF",
    b"\x80",
    b"\xC3",
    b"\xE2\x82",
    b"\xF0\x9F\x98",
    b"\xC0\x80",
    b"\xC1\xBF",
    b"\xE0\x80\xAF",
    b"\xED\xA0\x80",
    b"\xED\xB0\x80",
    b"\xF4\x90\x80\x80",
    b"\xF8\x88\x80\x80\x80",
];

/// Returns the place of a special character.
fn special(document: &Document<'_>, dice: &mut Dice) -> usize {
    let is_special = |text: &str| SPECIAL.contains(&text);
    let places: Vec<usize> = document
        .text
        .char_indices()
        .filter(|(place, character)| is_special(&document.text[*place..place + character.len_utf8()]))
        .map(|(place, _)| place)
        .collect();
    *dice.pick(&places)
}

/// Inserts one of the texts anywhere.
fn anywhere(document: &Document<'_>, texts: &[&str], dice: &mut Dice) -> Option<Vec<u8>> {
    let place = dice.roll(document.text.len() + 1);
    edit(document, place, 0, dice.text(texts))
}

/// Replaces bytes at a place by a text.
fn edit(document: &Document<'_>, place: usize, length: usize, new: &str) -> Option<Vec<u8>> {
    let (before, rest) = document.text.as_bytes().split_at_checked(place)?;
    Some([before, new.as_bytes(), &rest[length.min(rest.len())..]].concat())
}
