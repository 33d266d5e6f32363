//! Removes prose from a model and keeps the facts.

use serde_json::Value;

use crate::model::Model;
use crate::prelude;
use crate::traits::{Trait, Traits};

/// Traits that are prose, or data for tools that shapewright is not.
const REMOVED: &[&str] = &[
    "aws.iam#actionPermissionDescription",
    "botocore#documentation",
    "botocore#examples",
    prelude::DOCUMENTATION,
    prelude::EXAMPLES,
    prelude::EXTERNAL_DOCUMENTATION,
    // Operations say what is input and output; botocore cannot say it twice.
    prelude::INPUT,
    prelude::OUTPUT,
    prelude::TITLE,
];

/// Entries of trait values that are prose, by trait.
const REMOVED_ENTRIES: &[(&str, &str)] =
    &[(prelude::DEPRECATED, "message"), (prelude::RECOMMENDED, "reason")];

/// Removes documentation, examples, titles and messages, and the rule sets of endpoints.
pub fn strip_prose(model: &mut Model) {
    for shape in model.shapes.values_mut() {
        strip(&mut shape.traits);
        for member in &mut shape.members {
            strip(&mut member.traits);
        }
    }
}

fn strip(traits: &mut Traits) {
    traits.retain(|id, applied| {
        let emptied = strip_value(id, applied);
        let kept = !REMOVED.contains(&id.as_str()) && !id.starts_with("smithy.rules#");
        let left = !emptied || !id.starts_with("botocore#");
        kept && left
    });
}

/// Whether nothing is left of a value that had something in it.
fn strip_value(id: &str, applied: &mut Trait) -> bool {
    // The keys of these values are those of users' data, where `documentation` is a member like any other.
    if id == prelude::DEFAULT || id.starts_with("smithy.test#") {
        return false;
    }
    let is_empty = |value: &Value| value.as_object().is_some_and(serde_json::Map::is_empty);
    let was_empty = is_empty(&applied.value);
    strip_documentation(&mut applied.value);
    for (_, key) in REMOVED_ENTRIES.iter().filter(|(known, _)| *known == id) {
        if let Some(object) = applied.value.as_object_mut() {
            object.remove(*key);
        }
    }
    !was_empty && is_empty(&applied.value)
}

fn strip_documentation(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.remove("documentation");
            object.values_mut().for_each(strip_documentation);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_documentation),
        _ => {}
    }
}
