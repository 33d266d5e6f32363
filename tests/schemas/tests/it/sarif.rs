//! Logs are valid by the published schema of SARIF.

use std::path::Path;

use serde_json::{Value, json};
use shapewright::report::sarif;

use crate::reports::{clean, files, many};

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/schemas/sarif.json");
    let text = std::fs::read_to_string(path).expect("the schema is in the repository");
    let mut schema: Value = serde_json::from_str(&text).expect("JSON");
    // These patterns have a bracket too many, so that they are no regular expressions. Our logs name no language.
    for structure in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][structure]["properties"]["language"];
        let removed = language.as_object_mut().and_then(|language| language.remove("pattern"));
        assert!(removed.is_some(), "{structure}");
    }
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

#[test]
fn logs_are_valid_by_the_schema() {
    let schema = schema();
    for files in [files(), clean(), many(), Vec::new()] {
        let log: Value = serde_json::from_str(&sarif(&files)).expect("JSON");
        let errors: Vec<String> = schema.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn the_schema_refuses_wrong_logs() {
    let schema = schema();
    let mut log: Value = serde_json::from_str(&sarif(&files())).expect("JSON");
    log["runs"][0]["results"][0]["level"] = json!("fatal");
    assert!(!schema.is_valid(&log));
}
