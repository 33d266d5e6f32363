//! Findings that are hard to print: wide and joined characters, control characters, long lines, names with separators.

use std::sync::Arc;

use shapewright_check::{DocumentKind, Excuse, Finding, Findings, Fix, Label, Severity, Suppressed};
use shapewright_source::{Edit, Source, Span};

/// All files of the golden reports.
pub(crate) fn files() -> Vec<Findings> {
    vec![template(), minified(), nothing(), unreadable(), far()]
}

/// A file without findings.
pub(crate) fn clean() -> Vec<Findings> {
    vec![nothing()]
}

/// A file with twelve errors.
pub(crate) fn many() -> Vec<Findings> {
    let mut findings = empty("a.yaml", DocumentKind::ApiYaml, "Enabled: 1\n");
    findings.findings = (0..12).map(|_| finding(&findings, "wrong-type", Severity::Error, "1")).collect();
    vec![findings]
}

fn empty(name: &str, kind: DocumentKind, text: &str) -> Findings {
    Findings::new(Arc::new(Source::new(name, text.to_owned())), kind, "the test says so")
}

/// Returns the first place of a part in the text.
fn span(file: &Findings, part: &str) -> Span {
    let start = file.source.text().find(part).expect("the part is in the text");
    Span::new(start, start + part.len())
}

fn finding(file: &Findings, rule: &str, severity: Severity, part: &str) -> Finding {
    Finding::new(rule, severity, format!("must not be {part}"), span(file, part))
}

/// A template whose name and lines have what the formats must escape.
fn template() -> Findings {
    let text = "Resources:\n  Cdn:\n    # 日本 👩‍👩‍👧\n    日本 👩‍👩‍👧: { \"Quantity\":\t2, \"Items\": [\u{1B}[31m] }\n    \
                Origins:\n    - Id: a\u{202E}b\n      DomainName: c\n";
    let mut file = empty("./a,b:100% 日本.yaml", DocumentKind::CloudFormation, text);
    let mut quantity = finding(&file, "aliases-quantity", Severity::Error, "2");
    quantity.code = Some("InconsistentQuantities".to_owned());
    quantity.message = "is 2, but `日本 👩‍👩‍👧` has 1 item: 50%, or so".to_owned();
    quantity.help = "set it to 1,\nor add an item".to_owned();
    quantity.source = "model".to_owned();
    quantity.resource = Some("Cdn".to_owned());
    quantity.operation = Some("CreateDistribution".to_owned());
    quantity.pointer = "/DistributionConfig/Aliases/Quantity".to_owned();
    quantity.others = vec![Label { span: span(&file, "\"Items\""), text: "the items".to_owned() }];
    let edit = Edit::new(quantity.place.span, "1");
    quantity.fix = Some(Fix { title: "set Quantity to 1".to_owned(), edits: vec![edit] });
    let mut block =
        finding(&file, "origin-id-characters", Severity::Warning, "Id: a\u{202E}b\n      DomainName: c");
    block.message = "the id has \u{1B} and \u{202E}, \"quotes\" & <brackets>".to_owned();
    block.source = "Developer guide, https://example.com/guide#ids, as of 2026-08".to_owned();
    block.resource = Some("Cdn".to_owned());
    block.pointer = "/DistributionConfig/Origins/Items/0".to_owned();
    let mut ignored = finding(&file, "origin-domain-name", Severity::Warning, "DomainName");
    ignored.pointer = "/DistributionConfig/Origins/Items/0/DomainName".to_owned();
    file.suppressed = vec![Suppressed::new(ignored, Excuse::Text, "the name is \"local\"")];
    file.findings = vec![quantity, block];
    file
}

/// A line of several kilobytes.
fn minified() -> Findings {
    let (before, after) = ("\"日本\",".repeat(300), ",\"a\"".repeat(2_000));
    let text = format!("{{\"Items\":[{before}\"guilty\"{after}],\"Quantity\":2300}}");
    let mut file = empty("dir with space/config.json", DocumentKind::ApiJson, &text);
    let mut item = finding(&file, "aliases-items-unique", Severity::Error, "\"guilty\"");
    item.others = vec![Label { span: span(&file, "2300"), text: "counted here".to_owned() }];
    item.pointer = "/Aliases/Items/300".to_owned();
    file.findings = vec![item];
    file
}

fn nothing() -> Findings {
    empty("clean.tf", DocumentKind::Terraform, "resource \"aws_cloudfront_distribution\" \"cdn\" {}\n")
}

fn unreadable() -> Findings {
    let mut file = empty("empty.yaml", DocumentKind::Other, "");
    file.is_unreadable = true;
    let mut fault = Finding::new("empty", Severity::Error, "the file is empty", Span::at(0));
    fault.help = "name another file".to_owned();
    file.findings = vec![fault];
    file
}

/// Places that are far from each other, more than are shown.
fn far() -> Findings {
    let text: String = (1..=90).map(|number| format!("key{number}: {number}\n")).collect();
    let mut file = empty("far.yaml", DocumentKind::ApiYaml, &text);
    let mut origin = finding(&file, "target-origin-id", Severity::Error, "key50");
    origin.message = "there is no origin with this id".to_owned();
    origin.place.text = "not an id".to_owned();
    let others = ["key1:", "key3:", "key48:", "key70:", "key88:", "key89:", "key90:"];
    let label = |part: &str| Label { span: span(&file, part), text: "an origin".to_owned() };
    origin.others = others.iter().map(|part| label(part)).collect();
    file.findings = vec![origin];
    file
}
