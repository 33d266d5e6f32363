//! Baselines: known findings do not count, new ones do, and entries without findings are reported.

use std::sync::Arc;

use shapewright::baseline::{Baseline, Tally, read};
use shapewright_check::{DocumentKind, Excuse, Finding, Findings, Severity};
use shapewright_source::{Source, Span};

/// Findings of a rule at pointers.
fn findings(places: &[(&str, &str)]) -> Findings {
    let source = Arc::new(Source::new("a.yaml", "text".to_owned()));
    let mut findings = Findings::new(source, DocumentKind::CloudFormation, "test");
    for (index, (rule, pointer)) in places.iter().enumerate() {
        let mut finding = Finding::new(*rule, Severity::Error, "m", Span::at(index));
        finding.pointer = (*pointer).to_owned();
        finding.resource = Some("Cdn".to_owned());
        findings.findings.push(finding);
    }
    findings
}

fn written(files: &[(&str, &Findings)]) -> String {
    Baseline::of(files.iter().copied()).to_json()
}

fn known(text: &str) -> Baseline {
    let read = read(&Arc::new(Source::new("baseline.json", text.to_owned())));
    read.unwrap_or_else(|problems| panic!("{:?}", problems.findings))
}

/// Returns how many findings count and how many do not, and what is stale.
fn after(baseline: &Baseline, now: &[(&str, &str)]) -> (usize, usize, Vec<String>) {
    let (mut now, mut tally) = (findings(now), Tally::default());
    baseline.apply("a.yaml", &mut now, &mut tally);
    let is_excused = |entry: &shapewright_check::Suppressed| entry.excuse == Excuse::Baseline;
    assert!(now.suppressed.iter().all(is_excused));
    let stale = baseline.stale(&tally, |_| true);
    let stale = stale.findings.iter().map(|finding| finding.message.clone());
    (now.findings.len(), now.suppressed.len(), stale.collect())
}

#[test]
fn the_form_is_stable() {
    let found = findings(&[("r", "/b"), ("r", "/a"), ("r", "/a"), ("q", "")]);
    let expected = r#"{
  "version": 1,
  "findings": [
    {
      "path": "a.yaml",
      "rule": "q",
      "resource": "Cdn",
      "pointer": "",
      "count": 1
    },
    {
      "path": "a.yaml",
      "rule": "r",
      "resource": "Cdn",
      "pointer": "/a",
      "count": 2
    },
    {
      "path": "a.yaml",
      "rule": "r",
      "resource": "Cdn",
      "pointer": "/b",
      "count": 1
    }
  ]
}
"#;
    assert_eq!(written(&[("a.yaml", &found)]), expected);
}

#[test]
fn what_is_known_does_not_count() {
    let before = [("r", "/a"), ("r", "/a"), ("q", "/b")];
    let baseline = known(&written(&[("a.yaml", &findings(&before))]));
    let nothing: Vec<String> = Vec::new();
    assert_eq!(after(&baseline, &before), (0, 3, nothing.clone()));
    // In another order, with new ones: another place, another rule, and one more of a known kind.
    let now = [("q", "/b"), ("r", "/a"), ("r", "/a"), ("r", "/a"), ("r", "/c"), ("s", "/a")];
    assert_eq!(after(&baseline, &now), (3, 3, nothing));
}

#[test]
fn what_is_gone_is_stale() {
    let baseline = known(&written(&[("a.yaml", &findings(&[("r", "/a"), ("r", "/a"), ("q", "/b")]))]));
    let (count, _, stale) = after(&baseline, &[("r", "/a")]);
    let expected = [
        "nothing breaks the rule `q` any more in a.yaml at /b",
        "the rule `r` is broken 1 instead of 2 times in a.yaml at /a",
    ];
    assert_eq!((count, stale), (0, expected.map(str::to_owned).to_vec()));
}

#[test]
fn files_that_were_not_checked_are_stale_only_if_they_do_not_exist() {
    let baseline = known(&written(&[("b.yaml", &findings(&[("r", "/a")]))]));
    assert_eq!(after(&baseline, &[]), (0, 0, Vec::new()));
    let stale = baseline.stale(&Tally::default(), |_| false);
    assert_eq!(stale.findings[0].message, "there is no file b.yaml");
    assert!(stale.source.slice(stale.findings[0].place.span).starts_with("{\n      \"path\": \"b.yaml\""));
}

#[test]
fn what_prevents_reading_is_never_known() {
    let fault = findings(&[("yaml-syntax", "")]);
    assert!(!written(&[("a.yaml", &fault)]).contains("yaml-syntax"));
    let text = r#"{"version":1,"findings":[{"path":"a.yaml","rule":"yaml-syntax","resource":"Cdn","pointer":"","count":1}]}"#;
    assert_eq!(after(&known(text), &[("yaml-syntax", "")]).0, 1);
}

#[test]
fn a_file_that_was_not_read_whole_has_no_stale_entries() {
    let baseline = known(&written(&[("a.yaml", &findings(&[("r", "/a")]))]));
    let (mut now, mut tally) = (findings(&[]), Tally::default());
    now.is_unreadable = true;
    baseline.apply("a.yaml", &mut now, &mut tally);
    assert_eq!(baseline.stale(&tally, |_| true).findings, []);
}

#[test]
fn other_files_are_refused() {
    let cases = [
        ("", "there is no value in the text"),
        ("[]", "this is no baseline: it has no `version`"),
        ("{}", "this is no baseline: it has no `version`"),
        (r#"{"version":2}"#, "this version of the format is unknown; 1 is the newest that is read"),
        (r#"{"version":"1"}"#, "this version of the format is unknown; 1 is the newest that is read"),
        (r#"{"version":1}"#, "there is no list `findings`"),
        (r#"{"version":1,"findings":[{"rule":"r","pointer":"","count":1}]}"#, "the entry has no text `path`"),
        (
            r#"{"version":1,"findings":[{"path":"a","rule":"r","pointer":""}]}"#,
            "the entry has no number `count`",
        ),
        (r#"{"version":1,"findings":[1]}"#, "the entry has no text `path`"),
    ];
    for (text, message) in cases {
        let problems = read(&Arc::new(Source::new("baseline.json", text.to_owned()))).expect_err(text);
        assert_eq!(problems.findings[0].message, message, "{text}");
    }
}
