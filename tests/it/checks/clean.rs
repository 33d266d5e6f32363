//! Valid files as people write them, with functions, conditions, expressions and dynamic blocks: nothing is found but
//! what is deprecated.

use std::collections::BTreeMap;
use std::fs;

use shapewright_check::{Hints, check_bytes};
use shapewright_tests::model::root;

/// The number of resources that are checked in each file.
const RESOURCES: [(&str, usize); 20] = [
    ("batch.json", 1),
    ("cdk.json", 2),
    ("conditions.yaml", 7),
    ("config.json", 1),
    ("create-realtime-log-config.xml", 1),
    ("deployments.json", 7),
    ("invalidation.yaml", 1),
    ("module.tf", 8),
    ("monitoring.json", 1),
    ("more-resources.tf", 5),
    ("names.tf", 3),
    ("plan.json", 3),
    ("replace.json", 2),
    ("resources.tf", 18),
    ("serverless.yaml", 8),
    ("site.tf", 8),
    ("site.tf.json", 2),
    ("site.yaml", 7),
    ("summaries.json", 2),
    ("update-key-value-store.xml", 1),
];

#[test]
fn nothing_is_found_in_valid_files() {
    let folder = root().join("tests/fixtures/clean");
    let mut resources = BTreeMap::new();
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the files are in the repository") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let findings = check_bytes(&name, fs::read(&path).expect("a file"), &Hints::default());
        let found = findings.findings.iter().filter(|finding| !finding.rule.ends_with("-deprecated"));
        wrong.extend(found.map(|finding| format!("{name}: {} at {}", finding.message, finding.pointer)));
        resources.insert(name, findings.checked);
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(resources, RESOURCES.map(|(name, count)| (name.to_owned(), count)).into());
}
