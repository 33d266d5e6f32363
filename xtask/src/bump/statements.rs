//! `model/<service>/aws-sdk.json`: where the official SDK differs from the model.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::workspace::{at, root};

/// The trait that says it of a shape or member.
const TRAIT: &str = "shapewright#awsSdkMember";

/// An overlay.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Overlay {
    smithy: String,
    shapes: BTreeMap<String, Statement>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Statement {
    r#type: String,
    traits: BTreeMap<String, Value>,
}

impl Overlay {
    /// Reads the file of a service.
    pub(super) fn read(service: &str) -> Result<Overlay, String> {
        let path = path(service);
        let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
        serde_json::from_str(&text).map_err(|error| format!("error: {}: {error}", path.display()))
    }

    /// Writes it, sorted by target.
    pub(super) fn write(&self, service: &str) -> Result<(), String> {
        let path = path(service);
        let text = serde_json::to_string_pretty(self).map_err(|error| format!("error: {error}"))?;
        fs::write(&path, text + "\n").map_err(|error| at(&path, &error))
    }

    /// Says `word` of a shape or member.
    pub(super) fn state(&mut self, target: String, word: &str) {
        let statement = Statement { r#type: "apply".to_owned(), traits: BTreeMap::new() };
        let statement = self.shapes.entry(target).or_insert(statement);
        statement.traits.insert(TRAIT.to_owned(), word.into());
    }

    /// Takes back everything that is said to be `word`; the targets.
    pub(super) fn take_back(&mut self, word: &str) -> Vec<String> {
        let mut targets = Vec::new();
        for (target, statement) in &mut self.shapes {
            if statement.traits.get(TRAIT).is_some_and(|value| value == word) {
                statement.traits.remove(TRAIT);
                targets.push(target.clone());
            }
        }
        self.shapes.retain(|_, statement| !statement.traits.is_empty());
        targets
    }
}

fn path(service: &str) -> PathBuf {
    root().join("model").join(service).join("aws-sdk.json")
}
