//! CloudFormation templates that people published: a check finds no errors in those that were accepted, and what it
//! finds is in the resource that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use shapewright_check::{DocumentKind, Findings, Hints, Severity, check_bytes};
use shapewright_source::Unit;
use shapewright_tests::data;
use shapewright_tests::model::root;

use super::configurations::{Document, documents};

/// Templates that are neither known to be accepted nor refused, with the rule that they break and the reason.
const CONTRADICTED: [(&str, &str, &str); 3] = [
    ("091-aws-cdk-integ-cloudfront-stack.json", "origin-domain-name-pattern", WILDCARD),
    (
        "101-aws-cdk-aws-cdk-cloudfront-custom.json",
        "viewer-certificate-acm-certificate-arn-pattern",
        "the account of the certificate has seven digits, so it cannot exist",
    ),
    ("147-aws-cdk-integ-distribution-default-security-policy.json", "origin-domain-name-pattern", WILDCARD),
];

const WILDCARD: &str = "nobody knows whether it was deployed, and a wildcard is not the name of a host";

/// Templates with configurations that were refused, whose fault is in a value that is only known at deployment.
const SILENT: [(&str, &str); 4] = [
    ("017-serverless-patterns-template.yaml", JOINED),
    ("075-checkov-CloudfrontDistributionEncryption-FAILED-2.yaml", JOINED),
    ("076-checkov-CloudfrontDistributionEncryption-FAILED.yaml", JOINED),
    ("077-checkov-CloudfrontDistributionEncryption-PASSED.yaml", JOINED),
];

const JOINED: &str = "Fn::Join or Fn::Sub makes the domain name of the origin";

/// A template with the configurations that others made of it.
struct Template {
    /// The name of its file.
    name: String,
    documents: Vec<String>,
}

fn templates() -> Vec<Template> {
    let text = String::from_utf8(data::read("real/templates.jsonl")).expect("lines of JSON");
    let text_of = |value: &Value| value.as_str().expect("a text").to_owned();
    let template = |line: &str| {
        let entry: Value = serde_json::from_str(line).expect("JSON");
        let ids = entry["documents"].as_array().expect("a list").iter().map(text_of).collect();
        Template { name: text_of(&entry["file"]).replace("templates/", ""), documents: ids }
    };
    text.lines().map(template).collect()
}

impl Template {
    fn check(&self) -> Findings {
        let bytes = data::read(&format!("real/templates/{}", self.name));
        let findings = check_bytes(&self.name, bytes, &Hints::default());
        assert_eq!(findings.kind, DocumentKind::CloudFormation, "{}: {}", self.name, findings.why);
        assert!(!findings.is_unreadable, "{}", self.name);
        findings
    }

    fn all(&self, known: &BTreeMap<String, Document>, is_so: impl Fn(&Document) -> bool) -> bool {
        self.documents.iter().all(|id| known.get(id).is_some_and(&is_so))
    }
}

fn rules(findings: &Findings, severity: Severity) -> BTreeSet<&str> {
    let found = findings.findings.iter().filter(|finding| finding.severity == severity);
    found.map(|finding| finding.rule.as_str()).collect()
}

fn known() -> BTreeMap<String, Document> {
    documents().into_iter().map(|document| (document.id.clone(), document)).collect()
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn templates_that_were_accepted_have_no_errors() {
    let (templates, known) = (templates(), known());
    let mut accepted = 0;
    let mut wrong = Vec::new();
    for template in templates.iter().filter(|template| template.all(&known, |it| it.expect != "errors")) {
        accepted += 1;
        let findings = template.check();
        let found = rules(&findings, Severity::Error);
        wrong.extend(found.into_iter().map(|rule| (template.name.clone(), rule.to_owned())));
    }
    let contradicted = CONTRADICTED.map(|(name, rule, _)| (name.to_owned(), rule.to_owned()));
    assert_eq!(wrong, contradicted);
    assert_eq!((templates.len(), accepted), (154, 134));
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn templates_that_were_refused_have_errors() {
    let known = known();
    let mut refused = templates();
    refused.retain(|template| !template.all(&known, |it| it.expect != "errors"));
    let silent = refused.iter().filter(|template| rules(&template.check(), Severity::Error).is_empty());
    assert_eq!(
        silent.map(|template| template.name.as_str()).collect::<Vec<_>>(),
        SILENT.map(|(name, _)| name)
    );
    assert_eq!(refused.len(), 20);
}

/// Warnings on what was deployed are frequent ones, which have a reason for the rule, or have one for the template.
#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn warnings_on_deployed_templates_have_a_reason() {
    let known = known();
    let frequent: BTreeMap<String, String> = reasons("frequent");
    let mut deployed = templates();
    deployed.retain(|template| template.all(&known, |it| it.accepted));
    let mut warnings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for template in &deployed {
        let findings = template.check();
        let found = rules(&findings, Severity::Warning);
        let rare: BTreeSet<String> =
            found.into_iter().filter(|rule| !frequent.contains_key(*rule)).map(str::to_owned).collect();
        if !rare.is_empty() {
            warnings.insert(template.name.clone(), rare);
        }
    }
    let reasons: BTreeMap<String, BTreeMap<String, String>> = reasons("templates");
    let with_reason = reasons.into_iter().map(|(name, rules)| (name, rules.into_keys().collect()));
    assert_eq!(warnings, with_reason.collect());
    assert_eq!(deployed.len(), 99);
}

fn reasons<T: serde_core::de::DeserializeOwned>(name: &str) -> T {
    let path = root().join(format!("tests/fixtures/warnings/{name}.json"));
    let text = fs::read_to_string(path).expect("the reasons are in the repository");
    serde_json::from_str(&text).expect("reasons by name")
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn findings_are_in_the_resource_that_they_name() {
    let mut inside = 0;
    for template in templates() {
        let findings = template.check();
        for finding in &findings.findings {
            let Some(resource) = &finding.resource else { continue };
            let line = |offset: u32| findings.source.position(offset as usize, Unit::CodePoint).line as usize;
            let (start, end) = (line(finding.place.span.start), line(finding.place.span.end));
            let block = block(findings.source.text(), resource);
            assert!(
                block.contains(&start) && block.contains(&end),
                "{}: {} of {resource} is on line {start}, not in {block:?}",
                template.name,
                finding.rule
            );
            inside += 1;
        }
    }
    assert!(inside > 150, "{inside} findings");
}

/// The lines of a resource: from its name in the section of resources to the next line that is not indented more.
fn block(text: &str, resource: &str) -> std::ops::RangeInclusive<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let is_key = |line: &str, key: &str| {
        let rest = line.trim_start().trim_start_matches(['"', '\'']).strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    };
    let indent = |line: &str| line.len() - line.trim_start().len();
    let section = lines.iter().position(|line| is_key(line, "Resources")).expect("resources");
    let behind = lines.iter().skip(section).position(|line| is_key(line, resource)).expect("the resource");
    let start = section + behind;
    let is_outside = |line: &&str| !line.trim().is_empty() && indent(line) <= indent(lines[start]);
    let length = lines.iter().skip(start + 1).take_while(|line| !is_outside(line)).count();
    start + 1..=start + 1 + length
}
