//! Corrections of the requests that break rules: each is what it says, and nothing else changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};
use shapewright_check::{Finding, Findings, Hints, check, fix};
use shapewright_source::{Source, apply};

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

/// All requests of the cases of rules that break a rule: name, operation and text.
fn broken() -> Vec<(String, String, String)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut files: Vec<_> = fs::read_dir(fixtures.join("rules"))
        .expect("cases")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let mut broken = Vec::new();
    for file in files {
        for case in read(&file).as_array().expect("cases") {
            let text = |name: &str| case[name].as_str().map(str::to_owned);
            let (Some(rule), Some(base)) = (text("rule"), text("base")) else { continue };
            let base = read(&fixtures.join("requests").join(base + ".json"));
            let mut params = base["params"].clone();
            change(&mut params, case["breaks"].as_object().expect("changes"));
            let operation = base["operation"].as_str().expect("an operation").to_owned();
            broken.push((rule, operation, serde_json::to_string_pretty(&params).expect("JSON")));
        }
    }
    broken
}

/// Sets the values at pointers; null removes.
fn change(params: &mut Value, changes: &Map<String, Value>) {
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        match params.pointer_mut(parent) {
            Some(Value::Object(members)) if value.is_null() => drop(members.remove(name)),
            Some(Value::Object(members)) => drop(members.insert(name.to_owned(), value.clone())),
            Some(Value::Array(items)) => {
                if let Some(item) = name.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                    *item = value.clone();
                }
            }
            _ => {}
        }
    }
}

fn identities(findings: &Findings) -> Vec<(String, String)> {
    let identity = |finding: &Finding| (finding.rule.clone(), finding.pointer.clone());
    let mut identities: Vec<_> = findings.findings.iter().map(identity).collect();
    identities.sort();
    identities
}

#[test]
fn corrections_of_rules_correct_one_finding_and_are_final() {
    let mut hints = Hints::default();
    let mut corrected = BTreeSet::new();
    for (rule, operation, text) in broken() {
        hints.operation = Some(operation);
        let source = || Source::new("request.json", text.clone());
        let found = check(source(), &hints);
        let before = identities(&found);
        for finding in &found.findings {
            let Some(fix) = &finding.fix else { continue };
            let edited = apply(&text, &fix.edits);
            assert!(edited.skipped.is_empty());
            let after = identities(&check(Source::new("request.json", edited.text), &hints));
            let is_new = |one: &&(String, String)| !before.contains(one);
            assert_eq!(after.iter().find(is_new), None, "{rule}: {}", fix.title);
            assert!(
                !after.contains(&(finding.rule.clone(), finding.pointer.clone())),
                "{rule}: {}",
                fix.title
            );
            corrected.insert(finding.rule.clone());
        }
        let once = fix(source(), &hints, &|source, hints| check(source, hints));
        let after = once.findings.source.text().to_owned();
        let twice = fix(Source::new("request.json", after), &hints, &|source, hints| check(source, hints));
        assert!(twice.fixed.is_empty(), "{rule}: {:?}", twice.fixed);
        let remain = identities(&once.findings);
        assert!(remain.iter().all(|one| before.contains(one)), "{rule}: {remain:?}");
        let fixable = found.findings.iter().filter(|finding| finding.fix.is_some()).count();
        assert!(once.fixed.len() >= fixable, "{rule}: {} of {fixable}", once.fixed.len());
    }
    for rule in [
        "aliases-quantity",
        "custom-error-response-page-path-slash",
        "distribution-config-default-root-object-slash",
        "logging-config-prefix-slash",
        "origin-path-leading-slash",
        "origin-path-trailing-slash",
        "paths-items-item-pattern",
        "update-distribution-request-aliases-required",
        "update-distribution-request-web-acl-id-required",
    ] {
        assert!(corrected.contains(rule), "{rule} is not among {corrected:?}");
    }
}
