//! Updates `model/<service>/aws-sdk.json`, the differences between the official SDK and the model.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use ::codegen::__internal::traits::AWS_SDK_MEMBER as TRAIT;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::workspace::{at, root};

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

    /// Writes the file, sorted by target.
    pub(super) fn write(&self, service: &str) -> Result<(), String> {
        let path = path(service);
        let text = serde_json::to_string_pretty(self).map_err(|error| format!("error: {error}"))?;
        fs::write(&path, text + "\n").map_err(|error| at(&path, &error))
    }

    /// Adds `word` to a shape or member.
    pub(super) fn state(&mut self, target: String, word: &str) {
        let statement = Statement { r#type: "apply".to_owned(), traits: BTreeMap::new() };
        let statement = self.shapes.entry(target).or_insert(statement);
        statement.traits.insert(TRAIT.to_owned(), word.into());
    }

    /// Removes all statements with one of `words`. Returns their targets, each with its word.
    pub(super) fn remove(&mut self, words: &[&str]) -> BTreeMap<String, String> {
        let mut taken = BTreeMap::new();
        for (target, statement) in &mut self.shapes {
            let word =
                statement.traits.get(TRAIT).and_then(Value::as_str).filter(|word| words.contains(word));
            if let Some(word) = word.map(str::to_owned) {
                statement.traits.remove(TRAIT);
                taken.insert(target.clone(), word);
            }
        }
        self.shapes.retain(|_, statement| !statement.traits.is_empty());
        taken
    }
}

fn path(service: &str) -> PathBuf {
    root().join("model").join(service).join("aws-sdk.json")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Overlay;

    #[test]
    fn what_is_taken_back_leaves_everything_else() {
        let says = |word: &str| json!({"type": "apply", "traits": {"shapewright#awsSdkMember": word}});
        let mut both = says("absent");
        both["traits"]["smithy.api#required"] = json!({});
        let shapes = json!({
            "a#A$Gone": says("absent"), "a#A$Mode": says("defaulted"), "a#A$Size": says("integer"), "a#B": both,
        });
        let mut overlay: Overlay =
            serde_json::from_value(json!({"smithy": "2.0", "shapes": shapes})).expect("an overlay");
        let taken = overlay.remove(&["absent", "integer"]);
        assert_eq!(json!(taken), json!({"a#A$Gone": "absent", "a#A$Size": "integer", "a#B": "absent"}));
        overlay.state("a#A$Size".to_owned(), "integer");
        let left = json!({
            "a#A$Mode": says("defaulted"),
            "a#A$Size": says("integer"),
            "a#B": {"type": "apply", "traits": {"smithy.api#required": {}}},
        });
        assert_eq!(json!(overlay), json!({"smithy": "2.0", "shapes": left}));
    }
}
