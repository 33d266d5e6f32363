//! CloudFormation templates as people published them: every resource becomes a request, every property is known, and
//! the requests are those that others made of the same templates.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use cloudfront_dialects::CLOUDFORMATION;
use flate2::read::GzDecoder;
use serde_json::Value;
use shapewright_check::Found;
use shapewright_check::cloudformation::{recognise, requests};
use shapewright_source::{Limits, Parsed, decode, detect};

use crate::compare::{Difference, compare};

/// The folder of the data set, as in the tests of the workspace: from its root, `../shared`.
fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(env::var_os("SHAPEWRIGHT_DATA").unwrap_or_else(|| "../shared".into())).join("real")
}

/// The documents by id.
pub(crate) fn documents() -> BTreeMap<String, Value> {
    let mut text = String::new();
    let file = fs::File::open(folder().join("documents.jsonl.gz")).expect("the documents");
    GzDecoder::new(file).read_to_string(&mut text).expect("text");
    let document = |line: &str| {
        let document: Value = serde_json::from_str(line).expect("JSON");
        (document["id"].as_str().expect("an id").to_owned(), document)
    };
    text.lines().map(document).collect()
}

/// The templates: their names and the ids of the documents that were made of them.
fn templates() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(folder().join("templates.jsonl")).expect("the list");
    let ids = |value: &Value| value.as_str().expect("a text").to_owned();
    let template = |line: &str| {
        let entry: Value = serde_json::from_str(line).expect("JSON");
        let documents = entry["documents"].as_array().expect("a list").iter().map(ids).collect();
        (ids(&entry["file"]), documents)
    };
    text.lines().map(template).collect()
}

fn parsed(name: &str) -> Parsed {
    let bytes = fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let source = decode(name.to_owned(), bytes).expect("text");
    detect(&source).format.expect("a format").parse(source, &Limits::default())
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn properties_of_published_templates_are_known() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (name, _) in templates() {
        let parsed = parsed(&name);
        assert!(recognise(parsed.trees[0].root()).is_some(), "{name}");
        let Found { requests, findings, unknown, .. } = requests(&parsed, &CLOUDFORMATION);
        assert_eq!((findings.len(), unknown), (0, 0), "{name}");
        for finding in requests.iter().flat_map(|request| &request.findings) {
            let number = name.trim_start_matches("templates/").get(..3).unwrap_or_default();
            wrong.push(format!("{number} {} {}", finding.rule, finding.pointer));
        }
        count += requests.len();
    }
    // The cases of a condition are requests of their own.
    wrong.dedup();
    // Two examples of linters are wrong on purpose.
    let expected = [
        "007 unknown-property /DistributionConfig/Restrictions/GeoRestriction/BadLocations",
        "078 property-type /DistributionConfig/CacheBehaviors",
    ];
    assert_eq!(wrong, expected);
    assert!(count >= 300, "{count} requests");
}

/// Members whose texts the documents have replaced by neutral ones.
const NEUTRAL: [&str; 7] =
    ["ACMCertificateArn", "Aliases/Items", "Bucket", "Comment", "DomainName", "FunctionCode", "WebACLId"];

fn is_neutral(difference: &Difference) -> bool {
    let pointer = difference.pointer.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
    difference.theirs.is_string() && NEUTRAL.iter().any(|name| pointer.ends_with(&format!("/{name}")))
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn requests_of_published_templates_are_those_of_others() {
    let documents = documents();
    let mut compared = 0;
    for (name, ids) in templates() {
        let parsed = parsed(&name);
        let found = requests(&parsed, &CLOUDFORMATION);
        for id in ids {
            let document = &documents[&id];
            let same = found.requests.iter().filter(|request| document["operation"] == request.operation);
            let differences = same.map(|request| {
                let mut differences = compare(request.tree.root(), &document["params"]);
                differences.retain(|difference| !is_neutral(difference));
                differences
            });
            let fewest = differences.min_by_key(Vec::len).expect("a request");
            assert!(fewest.is_empty(), "{name} {id}: {fewest:#?}");
            compared += 1;
        }
    }
    assert!(compared >= 280, "{compared} documents");
}
