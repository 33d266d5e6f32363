//! Every fault of the cases of rules, written in every format that can carry it, is found on the line of the guilty
//! value, or of what lacks it. Nothing else is found.

use std::collections::{BTreeMap, BTreeSet};

use cloudfront_dialects::ALL;
use cloudfront_validators::{Options, Violation};
use serde_json::Value;
use shapewright_check::{DocumentKind, Findings, Hints, check};
use shapewright_dialect::{from_api, to_api};
use shapewright_source::{Limits, Source, Unit, json};
use shapewright_tests::cases::{Case, cases, changed_input, input};
use shapewright_tests::wire::json_of;
use shapewright_tests::written::{Format, Tool, Written, values};

/// A fault: the rule, the pointer and the line.
type Fault = (String, String, u32);

/// How many cases were checked in each format, and what is wrong.
#[derive(Default)]
struct Tally {
    checked: BTreeMap<String, usize>,
    wrong: Vec<String>,
}

impl Tally {
    /// Compares what was found with what must be.
    fn compare(&mut self, format: String, case: &Case, wanted: &BTreeSet<Fault>, findings: &Findings) {
        let found: BTreeSet<Fault> = findings
            .findings
            .iter()
            .map(|finding| {
                let start = findings.source.position(finding.place.span.start as usize, Unit::CodePoint);
                (finding.rule.clone(), finding.pointer.clone(), start.line)
            })
            .collect();
        if found != *wanted {
            let only = |one: &BTreeSet<Fault>, other| one.difference(other).cloned().collect::<Vec<_>>();
            let (missing, more) = (only(wanted, &found), only(&found, wanted));
            let (name, rule, text) = (&case.name, &case.rule, findings.source.text());
            self.wrong.push(format!("{name} {rule} as {format}: missing {missing:?}, more {more:?}\n{text}"));
        }
        *self.checked.entry(format).or_default() += 1;
    }

    /// Asserts that nothing is wrong, and how many cases were checked in each format.
    fn finish(&self, counts: &[(&str, usize)]) {
        let checked: Vec<(&str, usize)> =
            self.checked.iter().map(|(format, count)| (format.as_str(), *count)).collect();
        assert!(self.wrong.is_empty(), "{} wrong:\n{}", self.wrong.len(), self.wrong.join("\n\n"));
        assert_eq!(checked, counts);
    }
}

/// The parameters that break the rule.
fn broken(case: &Case) -> Value {
    json_of(changed_input(&case.base, &case.breaks, case.raw).structure())
}

/// The faults that validators report and that a text can have, with the lines where they must be.
fn faults(
    operation: &str,
    params: &Value,
    written: &Written,
    can_have: impl Fn(&Violation) -> bool,
) -> BTreeSet<Fault> {
    let report = input(operation, params).report(&Options::default());
    let faults = report.iter().filter(|found| can_have(found)).map(|found| {
        let pointer = found.pointer();
        (found.rule().to_owned(), pointer.to_owned(), written.line_of(pointer))
    });
    faults.collect()
}

fn has_rule(faults: &BTreeSet<Fault>, rule: &str) -> bool {
    faults.iter().any(|(found, ..)| found == rule)
}

#[test]
fn faults_are_on_their_line_in_documents_of_the_api() {
    let mut tally = Tally::default();
    for case in cases() {
        let (operation, params) = (&case.base.operation, broken(&case));
        for format in [Format::Json, Format::Yaml, Format::Xml] {
            let Some(written) = Written::request(format, operation, &params) else { continue };
            let is_there = |found: &Violation| !written.absent.iter().any(|member| found.depends_on(member));
            let wanted = faults(operation, &params, &written, is_there);
            if !has_rule(&wanted, &case.rule) {
                continue;
            }
            let kind = match format {
                Format::Json => DocumentKind::ApiJson,
                Format::Yaml => DocumentKind::ApiYaml,
                Format::Xml => DocumentKind::ApiXml,
            };
            let mut hints = Hints::default();
            hints.kind = Some(kind);
            hints.operation = Some(operation.clone());
            let findings = check(Source::new("request", written.text), &hints);
            assert_eq!(findings.kind, kind, "{}: {}", case.name, findings.why);
            tally.compare(kind.as_str().to_owned(), &case, &wanted, &findings);
        }
    }
    tally.finish(&[("api-json", 814), ("api-xml", 653), ("api-yaml", 814)]);
}

#[test]
fn faults_are_on_their_line_in_documents_of_tools() {
    let mut tally = Tally::default();
    for case in cases() {
        let request = Written::request(Format::Json, "", &broken(&case)).expect("JSON has everything");
        let parsed = json::parse(Source::new("request", request.text.clone()), &Limits::default());
        for dialect in ALL {
            let root = parsed.trees[0].root();
            let Some(unmapped) = from_api(dialect, &case.base.operation, root) else { continue };
            let sent = to_api(dialect, unmapped.resource, unmapped.tree.root()).expect("a request");
            let (params, unknown) = values(sent.tree.root());
            let is_known = |found: &Violation| !unknown.iter().any(|pointer| found.depends_on(pointer));
            for tool in Tool::of(dialect) {
                if !tool.has_text(&request.text) {
                    continue;
                }
                let written = tool.write(&unmapped, &request);
                let wanted = faults(sent.operation, &params, &written, is_known);
                if !has_rule(&wanted, &case.rule) {
                    continue;
                }
                let findings = check(Source::new(tool.file(), written.text), &Hints::default());
                tally.compare(format!("{} {}", dialect.name, tool.file()), &case, &wanted, &findings);
            }
        }
    }
    tally.finish(&[
        ("awscc main.tf", 439),
        ("awscc plan.json", 439),
        ("cloudformation template.json", 438),
        ("cloudformation template.yaml", 438),
        ("terraform main.tf", 387),
        ("terraform plan.json", 387),
    ]);
}
