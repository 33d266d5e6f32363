//! Logs are valid by the published schema, and say what services need beyond it.

use std::path::Path;

use serde_json::{Value, json};
use shapewright::report::sarif;

use super::cases::{clean, files, many};

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schemas/sarif.json");
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

#[test]
fn every_result_has_a_rule_a_fingerprint_and_says_whether_it_counts() {
    let log: Value = serde_json::from_str(&sarif(&files())).expect("JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("a list");
    assert_eq!(results.len(), 6);
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(result["partialFingerprints"]["rulePointer/v1"].is_string(), "{result}");
        assert!(result["suppressions"].is_array(), "{result}");
    }
    assert_eq!(results[2]["suppressions"][0]["kind"], "inSource");
}

#[test]
fn equal_findings_have_different_fingerprints() {
    let log: Value = serde_json::from_str(&sarif(&many())).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let mut prints: Vec<&str> = results
        .iter()
        .filter_map(|result| result["partialFingerprints"]["rulePointer/v1"].as_str())
        .collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), 12);
}
