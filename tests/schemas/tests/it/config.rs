//! The schema of configurations agrees with the reader, which has the same cases in its tests.

use std::path::Path;

use serde_json::Value;

use crate::configurations::{BAD, GOOD};

#[test]
fn the_schema_agrees_with_the_reader() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/shapewright.json");
    let text = std::fs::read_to_string(path).expect("the schema is in the repository");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let value = |text: &str| toml::from_str::<Value>(text).expect("TOML");
    for text in GOOD {
        let errors: Vec<String> = schema.iter_errors(&value(text)).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{text}");
    }
    for (text, _, is_refused) in BAD {
        assert_eq!(!schema.is_valid(&value(text)), is_refused, "{text}");
    }
}
