//! Other texts for booleans, numbers, timestamps, blobs and strings.

use super::Change;
use super::texts::{BLOBS, BOOLEANS, NUMBERS, STRINGS, TIMESTAMPS};
use super::tokens::{Document, Scalar};
use crate::documents::Dice;

pub(super) const CHANGES: &[(&str, Change)] = &[
    ("another boolean", |document, dice| replace(document, is_boolean, BOOLEANS, dice)),
    ("another number", |document, dice| replace(document, is_number, NUMBERS, dice)),
    ("another timestamp", |document, dice| replace(document, is_timestamp, TIMESTAMPS, dice)),
    ("another blob", |document, dice| replace(document, |scalar| scalar.name == "Bytes", BLOBS, dice)),
    ("another string", |document, dice| replace(document, is_string, STRINGS, dice)),
    ("a value of another type", |document, dice| {
        let texts = *dice.pick(&[BOOLEANS, NUMBERS, TIMESTAMPS, BLOBS, STRINGS]);
        replace(document, |_| true, texts, dice)
    }),
];

/// Replaces the text of an element.
fn replace(
    document: &Document<'_>,
    fits: fn(&Scalar<'_>) -> bool,
    texts: &[&str],
    dice: &mut Dice,
) -> Option<Vec<u8>> {
    let scalar = document.scalar(dice, fits)?;
    Some(document.with(scalar.range, dice.text(texts)))
}

fn is_boolean(scalar: &Scalar<'_>) -> bool {
    matches!(scalar.text, "true" | "false")
}

fn is_number(scalar: &Scalar<'_>) -> bool {
    scalar.text.parse::<f64>().is_ok()
}

fn is_timestamp(scalar: &Scalar<'_>) -> bool {
    scalar.text.starts_with("20") && scalar.text.ends_with('Z') || ["Moment", "Time"].contains(&scalar.name)
}

fn is_string(scalar: &Scalar<'_>) -> bool {
    !is_boolean(scalar) && !is_number(scalar) && !is_timestamp(scalar)
}
