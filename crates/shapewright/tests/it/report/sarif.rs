//! Logs say what services need beyond the published schema, with which `tests/schemas` checks them.

use serde_json::Value;
use shapewright::report::sarif;

use super::cases::{files, many};

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
