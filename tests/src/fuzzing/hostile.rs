//! Texts of models.

use crate::hostile;

/// Between the texts of a counterexample.
const SEPARATOR: char = '\u{1f}';

/// Characters of the longest text. Types with longer ones get files of their own, so that the files differ.
const LONGEST: usize = 200;

/// The bytes are texts, which a model has at all places that take one. Its crates must have the files, keys, items and
/// markup of the crates of every such model.
pub fn hostile_models(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let texts: Vec<String> = text.split(SEPARATOR).map(|text| text.chars().take(LONGEST).collect()).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    hostile::check(&texts);
}

/// Each hostile text alone, and all of them, from each on.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let alone = hostile::TEXTS.iter().map(|text| text.as_bytes().to_vec());
    let together = (0..hostile::TEXTS.len()).map(|first| {
        let (before, after) = hostile::TEXTS.split_at(first);
        [after, before].concat().join(&SEPARATOR.to_string()).into_bytes()
    });
    alone.chain(together).collect()
}
