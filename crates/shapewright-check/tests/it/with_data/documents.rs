//! Requests that people published, as JSON, YAML and XML: a check finds what the validators find, whatever the format.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write;
use std::fs;
use std::io::Read;
use std::path::Path;

use cloudfront_validators::{Input, Options, input};
use flate2::read::GzDecoder;
use serde_json::Value;
use shapewright_check::{DocumentKind, Findings, Hints, check};
use shapewright_runtime::deserialize_into_strict;
use shapewright_source::Source;

/// A request that somebody published.
struct Document {
    id: String,
    operation: String,
    params: Value,
}

/// The documents that are inputs of their operation.
fn documents() -> Vec<(Document, Box<dyn Input>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(env::var_os("SHAPEWRIGHT_DATA").unwrap_or_else(|| "../shared".into()));
    let file = fs::File::open(folder.join("real/documents.jsonl.gz")).expect("the documents");
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).expect("text");
    let documents = text.lines().filter_map(|line| {
        let mut line: Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| line[key].as_str().expect(key).to_owned();
        let (id, operation) = (text("id"), text("operation"));
        let document = Document { id, operation, params: line["params"].take() };
        let mut input = input(&document.operation)?;
        deserialize_into_strict(input.structure(), &document.params).ok()?;
        Some((document, input))
    });
    documents.collect()
}

/// Rule and pointer of everything that is found.
type Found = BTreeSet<(String, String)>;

fn found(findings: &Findings) -> Found {
    findings.findings.iter().map(|finding| (finding.rule.clone(), finding.pointer.clone())).collect()
}

/// What the validators find, without what depends on one of some members.
fn expected(input: &dyn Input, absent: &[String]) -> Found {
    let report = input.report(&Options::default());
    let is_seen =
        |found: &&cloudfront_validators::Violation| !absent.iter().any(|member| found.depends_on(member));
    let seen = report.iter().filter(is_seen);
    seen.map(|found| (found.rule().to_owned(), found.pointer().to_owned())).collect()
}

fn checked(name: &str, text: String, kind: DocumentKind, operation: Option<&str>) -> Findings {
    let mut hints = Hints::default();
    hints.kind = operation.map(|_| kind);
    hints.operation = operation.map(str::to_owned);
    let findings = check(Source::new(name, text), &hints);
    assert_eq!(findings.kind, kind, "{name}: {}", findings.why);
    findings
}

/// YAML in blocks, with strings in quotes.
fn yaml(value: &Value, indent: usize, text: &mut String) {
    let pad = " ".repeat(indent);
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                let _ = write!(text, "\n{pad}{name}:");
                yaml(value, indent + 2, text);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let _ = write!(text, "\n{pad}-");
                yaml(item, indent + 2, text);
            }
        }
        scalar => {
            let _ = write!(text, " {scalar}");
        }
    }
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn inputs_are_judged_alike_in_json_and_yaml() {
    let documents = documents();
    assert!(documents.len() > 1_000, "only {}", documents.len());
    for (document, input) in documents {
        let Document { id, operation, params } = document;
        let expected = expected(&*input, &[]);
        let json = checked("a.json", params.to_string(), DocumentKind::ApiJson, Some(&operation));
        assert_eq!(found(&json), expected, "{id} in JSON");
        let mut text = String::new();
        yaml(&params, 0, &mut text);
        let yaml = checked("a.yaml", text, DocumentKind::ApiYaml, Some(&operation));
        assert_eq!(found(&yaml), expected, "{id} in YAML");
    }
}

/// Documents of which nothing shows that they are about CloudFront.
const VAGUE: [&str; 9] = [
    "r0588",
    "r0589",
    "r0590",
    "r0591",
    "r0636",
    "x-list-cloud-front-origin-access-identities",
    "x-list-distributions",
    "x-list-invalidations",
    "x-list-streaming-distributions",
];

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn operations_are_detected() {
    let mut vague = Vec::new();
    for (document, input) in documents() {
        let Document { id, operation, params } = document;
        let json = check(Source::new("a.json", params.to_string()), &Hints::default());
        if json.kind == DocumentKind::Other {
            vague.push(id);
            continue;
        }
        assert_eq!(
            json.why.split(';').next(),
            Some(format!("it is the input of {operation}").as_str()),
            "{id}"
        );
        assert_eq!(found(&json), expected(&*input, &[]), "{id}");
    }
    vague.sort();
    assert_eq!(vague, VAGUE);
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn bodies_are_judged_as_the_inputs() {
    let mut count = 0;
    for (document, mut input) in documents() {
        let Document { id, operation, .. } = document;
        let binding = cloudfront_http::operation(&operation).expect(&operation);
        let Ok(request) = binding.build_request(input.structure()) else { continue };
        let Ok(body) = String::from_utf8(request.into_body()) else { continue };
        if !body.starts_with('<') {
            continue;
        }
        let names = input.structure().member_names();
        let is_absent = |location| {
            !matches!(location, shapewright_http::Location::Document | shapewright_http::Location::Payload)
        };
        let absent = names.iter().zip(binding.input.members).filter(|(_, location)| is_absent(**location));
        let absent: Vec<String> = absent.map(|(name, _)| format!("/{name}")).collect();
        let xml = checked("a.xml", body, DocumentKind::ApiXml, Some(&operation));
        let found = found(&xml);
        assert_eq!(found, expected(&*input, &absent), "{id}");
        count += 1;
    }
    assert!(count > 1_000, "only {count}");
}
