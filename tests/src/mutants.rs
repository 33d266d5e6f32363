//! Responses whose documents are damaged or unusual in one place, to compare our reader with botocore's.

mod bytes;
mod content;
mod elements;
mod listed;
mod markup;
mod seeds;
mod texts;
mod tokens;
mod values;
mod verdicts;

use std::collections::HashSet;

use serde_json::{Value, json};
use shapewright_runtime::Blob;

pub use listed::Listed;
pub use seeds::{Seed, forms_model, seeds};
pub use verdicts::{Judged, Outcome, Verdict, judge};

use crate::documents::Dice;
use tokens::Document;

/// A way to change a document. Returns `None` if the document has no place for the change.
type Change = fn(&Document<'_>, &mut Dice) -> Option<Vec<u8>>;

/// The ways to change documents, and how often each is tried with each document.
const CHANGES: [(usize, &[(&str, Change)]); 5] = [
    (32, bytes::CHANGES),
    (24, markup::CHANGES),
    (28, content::CHANGES),
    (20, elements::CHANGES),
    (90, values::CHANGES),
];

/// The names of the ways to change documents.
pub fn changes() -> impl Iterator<Item = &'static str> {
    CHANGES.into_iter().flat_map(|(_, changes)| changes.iter().map(|(name, _)| *name))
}

/// A changed response.
pub struct Mutant<'a> {
    /// The response before the change.
    pub seed: &'a Seed,
    /// The kind of change.
    pub change: &'static str,
    /// The changed document.
    pub body: Vec<u8>,
}

impl Mutant<'_> {
    /// Returns the line that asks for the value of the response.
    pub fn asked(&self) -> Value {
        let seed = self.seed;
        let body = Blob::from(self.body.as_slice()).to_base64();
        json!({
            "service": seed.service, "operation": seed.operation, "verb": "parse-response",
            "value": { "status": seed.status, "headers": {}, "body_base64": body },
        })
    }

    /// Describes the change: the parts of the document before and after it that differ.
    pub fn shown(&self) -> String {
        let (old, new) = (self.seed.body.as_bytes(), self.body.as_slice());
        let same = |pair: &(&u8, &u8)| pair.0 == pair.1;
        let before = old.iter().zip(new).take_while(same).count();
        let (old_rest, new_rest) = (&old[before..], &new[before..]);
        let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
        let part = |bytes: &[u8]| {
            let (start, end) = (before.saturating_sub(24), (bytes.len() - after + 12).min(bytes.len()));
            let text = String::from_utf8_lossy(&bytes[start..end]).into_owned();
            text.chars().take(200).collect::<String>()
        };
        format!("{} of {}: {:?} instead of {:?}", self.change, self.seed.name, part(new), part(old))
    }
}

/// Returns the changed responses: the same ones each time, and none of them twice.
pub fn mutants(seeds: &[Seed]) -> Vec<Mutant<'_>> {
    let mut mutants = Vec::new();
    for (index, seed) in seeds.iter().enumerate() {
        let document = Document::new(&seed.body);
        let mut seen = HashSet::from([seed.body.clone().into_bytes()]);
        for (rounds, changes) in CHANGES {
            for (change, changed) in changes {
                let mut dice = Dice::new(index as u64);
                for body in (0..rounds).filter_map(|_| changed(&document, &mut dice)) {
                    if seen.insert(body.clone()) {
                        mutants.push(Mutant { seed, change, body });
                    }
                }
            }
        }
    }
    mutants
}
