//! Texts that are large: what is checked of them, and how the time grows.

use std::time::Instant;

use shapewright_check::{Findings, Hints, check};
use shapewright_source::Source;

fn checked(name: &str, text: &str) -> Findings {
    check(Source::new(name, text.to_owned()), &Hints::default())
}

fn rules(findings: &Findings) -> Vec<&str> {
    findings.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

/// Objects become structures, which take much more memory than `{}`.
#[test]
fn requests_that_are_too_large_are_not_checked() {
    let batch = |items: &str, count: usize| {
        let items = items.repeat(count);
        format!("{{\"CallerReference\": \"a\", \"Paths\": {{\"Quantity\": 1, \"Items\": [{items}\"/a\"]}}}}")
    };
    for text in [batch("{},", 50_000), batch("\"/a\",", 200_000)] {
        let findings = checked("a.json", &text);
        assert_eq!(rules(&findings), ["request-size"]);
        assert!(findings.is_unreadable && findings.findings[0].prevents_reading());
    }
    assert!(rules(&checked("a.json", &batch("\"/a\",", 150_000))).contains(&"paths-quantity"));
}

#[test]
fn a_text_with_many_findings_says_that_there_are_more() {
    let groups: String =
        (0..11_000).map(|number| format!("  G{number}: {{Type: AWS::CloudFront::KeyGroup}}\n")).collect();
    let findings = checked("a.yaml", &format!("Resources:\n{groups}"));
    assert_eq!(findings.findings[0].rule, "more-findings");
    assert!((10_000..10_100).contains(&findings.findings.len()), "{}", findings.findings.len());
    let ignores = "  # shapewright: ignore\n".repeat(2_000);
    let findings = checked("a.yaml", &format!("Name: a\nComment: a\nItems:\n{ignores}  - a\n"));
    assert_eq!(findings.findings.len(), 1_001);
}

/// Eight times the text must not take much more than eight times the time.
fn assert_linear(what: &str, text: impl Fn(usize) -> (&'static str, String)) {
    let best = |size: usize| {
        let (name, text) = text(size);
        let seconds = || {
            let begin = Instant::now();
            checked(name, &text);
            begin.elapsed().as_secs_f64()
        };
        (0..3).map(|_| seconds()).fold(f64::INFINITY, f64::min)
    };
    let (short, long) = (best(1), best(8));
    assert!(long < 24.0 * short, "{what}: {short} s and {long} s");
}

#[test]
fn time_grows_as_the_number_of_ignores() {
    assert_linear("metadata", |size| {
        let metadata = "{shapewright: {ignore: [{rule: key-group-config-items-length, because: b}]}}";
        let group = "{KeyGroupConfig: {Name: a, Items: []}}";
        let resource = |number: usize| {
            format!(
                "  G{number}: {{Type: AWS::CloudFront::KeyGroup, Metadata: {metadata}, Properties: {group}}}\n"
            )
        };
        ("a.yaml", format!("Resources:\n{}", (0..200 * size).map(resource).collect::<String>()))
    });
    assert_linear("rules in a comment", |size| {
        let rules: Vec<String> = (0..2_000 * size).map(|number| format!("rule-{number}")).collect();
        let comment = format!("# shapewright: ignore {} because b", rules.join(", "));
        ("a.yaml", format!("Name: a\nComment: a\nItems:\n  {comment}\n  - a\n"))
    });
    assert_linear("comments in documents", |size| {
        let document = "---\nName: a\nComment: a # shapewright: ignore r because b\nItems: [x]\n";
        ("a.yaml", document.repeat(100 * size))
    });
}

#[test]
fn time_grows_as_the_number_of_elements() {
    assert_linear("elements of XML", |size| {
        let paths = "<Path/>".repeat(4_000 * size);
        ("a.xml", format!("<InvalidationBatch><Paths><Items>{paths}</Items></Paths></InvalidationBatch>"))
    });
    // What is wrong is at the end.
    assert_linear("elements of JSON", |size| {
        let (right, wrong) = ("\"/a\",".repeat(4_000 * size), "\"a\",".repeat(900));
        let items = format!("[{right}{wrong}\"/\"]");
        (
            "a.json",
            format!("{{\"CallerReference\": \"a\", \"Paths\": {{\"Quantity\": 1, \"Items\": {items}}}}}"),
        )
    });
}

#[test]
fn time_grows_as_the_length_of_a_line() {
    let blanks = |size: usize| " ".repeat(20_000 * size);
    assert_linear("comments of JSON behind blanks", |size| {
        let comments = "/**/".repeat(4_000 * size);
        ("a.json", format!("{{\"CallerReference\": \"a\",\n{}{comments}\"Paths\": {{}}}}", blanks(size)))
    });
    assert_linear("comments of HCL behind blanks", |size| {
        let comments = "/**/".repeat(4_000 * size);
        ("a.tf", format!("resource \"aws_cloudfront_key_group\" \"a\" {{\n{}{comments}\n}}\n", blanks(size)))
    });
    assert_linear("comments of XML behind blanks", |size| {
        let comments = "<!---->".repeat(4_000 * size);
        ("a.xml", format!("<InvalidationBatch>\n{}{comments}</InvalidationBatch>", blanks(size)))
    });
    assert_linear("signs of heredocs", |size| {
        (
            "a.tf",
            format!(
                "resource \"aws_cloudfront_key_group\" \"a\" {{\n  a = {}\n}}\n",
                "<<".repeat(10_000 * size)
            ),
        )
    });
}
