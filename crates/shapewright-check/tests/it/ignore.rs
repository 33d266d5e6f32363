//! Ignores in comments, in metadata and from outside: what they hide, and what is said about them.

use std::sync::Arc;

use shapewright_check::{
    DocumentKind, Excuse, Exemption, Finding, Findings, INVALID, OWN_RULES, Severity, UNUSED, exempt, ignore,
};
use shapewright_source::{FAULTS, Limits, Parsed, Source, Span, hcl, yaml};

/// Returns findings of a rule at all places of a text, and the rules that are ignored and reported after the pass. Each
/// case says where `bad` breaks the rule `r`.
fn after(parse: fn(Source, &Limits) -> Parsed, text: &str) -> (usize, Vec<String>) {
    let findings = applied(parse, text);
    let shown = findings.findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message));
    (findings.suppressed.len(), shown.collect())
}

/// Returns the findings of such a case after the pass.
fn applied(parse: fn(Source, &Limits) -> Parsed, text: &str) -> Findings {
    let parsed = parse(Source::new("a", text.to_owned()), &Limits::default());
    let mut findings =
        Findings::new(Arc::new(Source::new("a", text.to_owned())), DocumentKind::ApiYaml, "test");
    for (start, part) in text.match_indices("bad") {
        findings.findings.push(at("r", Span::new(start, start + part.len())));
    }
    ignore(&mut findings, &parsed.trees, &parsed.comments, &[], |rule| rule == "off");
    findings
}

fn at(rule: &str, span: Span) -> Finding {
    Finding::new(rule, Severity::Error, "m", span)
}

fn yaml_of(source: Source, limits: &Limits) -> Parsed {
    yaml::parse(source, limits)
}

fn hcl_of(source: Source, limits: &Limits) -> Parsed {
    hcl::parse(source, limits)
}

#[test]
fn comments_hide_findings_of_the_value_beside_them() {
    let cases = [
        ("the line", "a: bad # shapewright: ignore r because it is meant\n", 1),
        ("the line before", "# shapewright: ignore r because it is meant\na: bad\n", 1),
        ("a list", "# shapewright: ignore r because it is meant\n- bad\n- x\n", 1),
        ("a comment between", "# shapewright: ignore r because it is meant\n# another\na: bad\n", 1),
        ("a block", "# shapewright: ignore r because it is meant\na:\n  b: bad\n  c: [bad]\n", 2),
        ("a block, behind its key", "a: # shapewright: ignore r because it is meant\n  b: bad\n", 1),
        ("an item", "- bad # shapewright: ignore r because it is meant\n- x\n", 1),
        ("several rules", "a: bad # shapewright: ignore off, r because it is meant\n", 1),
        ("no blank", "a: bad #shapewright:ignore r because of b\n", 1),
        ("several documents", "a: 1\n---\nb: bad # shapewright: ignore r because it is meant\n", 1),
    ];
    for (what, text, hidden) in cases {
        assert_eq!(after(yaml_of, text), (hidden, Vec::new()), "{what}");
    }
    let first = "a: bad # shapewright: ignore r because it is meant\nb: bad\n";
    assert_eq!(after(yaml_of, first), (1, vec!["r: m".to_owned()]));
    let block =
        "resource \"a\" \"b\" {\n  # shapewright: ignore r because x\n  c {\n    d = \"bad\"\n  }\n}\n";
    assert_eq!(after(hcl_of, block), (1, Vec::new()));
    let line = "resource \"a\" \"b\" {\n  d = \"bad\" // shapewright: ignore r because it is meant\n}\n";
    assert_eq!(after(hcl_of, line), (1, Vec::new()));
}

#[test]
fn other_values_are_reported_and_so_is_the_comment() {
    let (hidden, shown) = after(yaml_of, "# shapewright: ignore r because it is meant\na: good\nb: bad\n");
    assert_eq!(hidden, 0);
    assert_eq!(shown, ["unused-ignore: nothing here breaks the rule `r`, which is ignored", "r: m"]);
    let (hidden, shown) = after(yaml_of, "a: bad # shapewright: ignore r, s because it is meant\n");
    assert_eq!((hidden, shown.len()), (1, 1), "{shown:?}");
    assert!(shown[0].starts_with("unused-ignore: nothing here breaks the rule `s`"));
}

#[test]
fn an_ignore_beside_the_finding_names_its_place() {
    let helps = |text: &str| {
        let findings = applied(yaml_of, text);
        let unused = findings.findings.into_iter().filter(|finding| finding.rule == "unused-ignore");
        unused.map(|finding| finding.help).collect::<Vec<_>>()
    };
    let ignore = "# shapewright: ignore";
    assert_eq!(
        helps(&format!("{ignore} r because x\na: 1\nb: bad\n")),
        ["move it: the finding is at line 3"]
    );
    assert_eq!(helps(&format!("{ignore} r because x\na: 1\n")), ["remove `r`"]);
}

#[test]
fn rules_that_are_off_are_not_unused() {
    assert_eq!(after(yaml_of, "a: 1 # shapewright: ignore off because it is meant\n"), (0, Vec::new()));
}

#[test]
fn comments_without_reason_or_rule_hide_nothing() {
    let cases = [
        ("ignore r", "this comment does not say why, so it ignores nothing"),
        ("ignore r because", "this comment does not say why, so it ignores nothing"),
        ("ignore r because …", "this comment does not say why, so it ignores nothing"),
        ("ignore because it is meant", "this comment names no rule to ignore"),
        ("ignore", "this comment names no rule to ignore"),
        (
            "ignore r it is meant",
            "ids of rules are separated by commas, and the reason begins with `because`",
        ),
        ("allow r because x", "expected `ignore` after `shapewright:`"),
        ("", "expected `ignore` after `shapewright:`"),
    ];
    for (comment, message) in cases {
        let (hidden, shown) = after(yaml_of, &format!("a: bad # shapewright: {comment}\n"));
        assert_eq!((hidden, shown), (0, vec!["r: m".to_owned(), format!("invalid-ignore: {message}")]));
    }
    let (_, shown) = after(yaml_of, "a: 1\n# shapewright: ignore r because it is meant\n");
    assert_eq!(shown, ["invalid-ignore: no value follows this comment"]);
}

#[test]
fn a_text_that_was_not_read_whole_has_no_unused_ignores() {
    let text = "a: 1 # shapewright: ignore r because it is meant\n";
    let parsed = yaml::parse(Source::new("a", text.to_owned()), &Limits::default());
    let mut findings =
        Findings::new(Arc::new(Source::new("a", text.to_owned())), DocumentKind::ApiYaml, "test");
    findings.is_unreadable = true;
    ignore(&mut findings, &parsed.trees, &parsed.comments, &[], |_| false);
    assert_eq!(findings.findings, []);
}

/// Applies metadata to a finding of the rule `r` at `/a/b` of the resource `Cdn`, and to one of another resource.
fn with_metadata(metadata: &str) -> (usize, Vec<String>) {
    let source = Source::new("a", metadata.to_owned());
    let parsed = yaml::parse(source.clone(), &Limits::default());
    let mut findings = Findings::new(Arc::new(source), DocumentKind::CloudFormation, "test");
    for resource in ["Cdn", "Other"] {
        let mut finding = at("r", Span::at(0));
        finding.resource = Some(resource.to_owned());
        finding.pointer = "/a/b".to_owned();
        findings.findings.push(finding);
    }
    let root = parsed.trees[0].root();
    // The same metadata twice, as for two requests of a resource.
    ignore(&mut findings, &parsed.trees, &parsed.comments, &[("Cdn", root), ("Cdn", root)], |_| false);
    let problems = findings.findings.iter().filter(|finding| finding.rule != "r");
    (findings.suppressed.len(), problems.map(|finding| finding.message.clone()).collect())
}

#[test]
fn metadata_hides_findings_of_its_resource() {
    let cases = [
        "{rule: r, because: it is meant}",
        "{rule: r, because: it is meant, pointer: /a}",
        "{rule: r, because: it is meant, pointer: /a/b}",
        "{rule: r, because: it is meant, pointer: \"\"}",
    ];
    for entry in cases {
        let (hidden, problems) = with_metadata(&format!("shapewright: {{ignore: [{entry}]}}\n"));
        assert_eq!((hidden, problems), (1, Vec::new()), "{entry}");
    }
}

#[test]
fn wrong_metadata_is_reported_once() {
    let unused = "nothing here breaks the rule `r`, which is ignored";
    let cases = [
        ("{ignore: [{rule: r, because: it is meant, pointer: /a/bc}]}", unused),
        ("{ignore: [{rule: r, because: it is meant, pointer: /a/b/c}]}", unused),
        ("{ignore: [{rule: r}]}", "this entry does not say why, so it ignores nothing"),
        ("{ignore: [{rule: r, because: \" \"}]}", "this entry does not say why, so it ignores nothing"),
        ("{ignore: [{because: x}]}", "this entry names no rule to ignore"),
        ("{ignore: [r]}", "this entry names no rule to ignore"),
        ("{ignore: [{rule: r, reason: x}]}", "there is no key `reason`"),
        ("{ignore: [{rule: r, because: 1}]}", "`because` must be a string"),
        ("{ignore: [{rule: r, because: x, pointer: a}]}", "a pointer begins with `/`"),
        ("{ignore: {rule: r}}", "`ignore` must be a list"),
        ("{ignores: []}", "there is no key `ignores`"),
    ];
    for (ours, message) in cases {
        assert_eq!(with_metadata(&format!("shapewright: {ours}\n")), (0, vec![message.to_owned()]), "{ours}");
    }
    assert_eq!(with_metadata("another: {tool: 1}\n"), (0, Vec::new()));
}

#[test]
fn exemptions_from_outside_match_by_rule_resource_and_pointer() {
    let mut findings =
        Findings::new(Arc::new(Source::new("a", String::new())), DocumentKind::ApiJson, "test");
    let mut finding = at("r", Span::at(0));
    finding.pointer = "/a/b".to_owned();
    findings.findings = vec![finding, at("s", Span::at(0))];
    let exemption = |rule: &str, pointer: &str, resource: Option<&str>| {
        let mut exemption = Exemption::new(rule, "it is meant", Excuse::Configuration);
        exemption.pointer = pointer.to_owned();
        exemption.resource = resource.map(str::to_owned);
        exemption
    };
    let exemptions = [
        exemption("s", "/a", None),
        exemption("r", "", Some("Cdn")),
        exemption("r", "/a", None),
        exemption("r", "", None),
    ];
    assert_eq!(exempt(&mut findings, &exemptions), [false, false, true, true]);
    assert_eq!(findings.findings.len(), 1);
    assert_eq!(findings.suppressed[0].excuse, Excuse::Configuration);
    assert_eq!(findings.suppressed[0].because, "it is meant");
}

#[test]
fn rules_about_texts_are_sorted_and_no_faults() {
    assert!(OWN_RULES.is_sorted_by(|(one, _), (other, _)| one < other));
    let is_fault = |id: &str| FAULTS.binary_search_by_key(&id, |(id, _)| *id).is_ok();
    assert!(OWN_RULES.iter().all(|(id, _)| !is_fault(id)));
    assert!([INVALID, UNUSED].iter().all(|own| OWN_RULES.iter().any(|(id, _)| id == own)));
}
