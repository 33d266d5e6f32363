//! Runs Smithy's protocol tests for REST-XML. Generates crates from the models of the suites, and runs every case as
//! client and as server.

mod addressing;
mod check;

use std::sync::LazyLock;

use self::check::Side;
use serde_json::{Value, json};
use shapewright_tests::generated::{Runner, runner};
use shapewright_tests::suites::{Kind, Suite, read};

/// Cases that cannot pass, with the reason.
const EXCEPTIONS: [(&str, &[Side], &str); 3] = [
    ("SDKAppliedContentEncoding_restXml", &Side::BOTH, "the client must compress the body"),
    ("SDKAppendedGzipAfterProvidedEncoding_restXml", &Side::BOTH, "the same"),
    ("ComplexError", &Side::BOTH, "error enums carry code, message and request id, not members of their own"),
];

/// The suites with their files and their numbers of requests, responses and errors.
const SUITES: [(&str, &str, [usize; 3]); 3] = [
    ("rest-xml", "restXml.json", [101, 81, 2]),
    ("rest-xml-namespace", "restXmlWithNamespace.json", [1, 1, 0]),
    ("rest-xml-s3", "restXml-s3.json", [11, 1, 1]),
];

/// The suites and the program that runs their crates.
static GENERATED: LazyLock<(Vec<Suite>, Runner)> = LazyLock::new(|| {
    let suites: Vec<Suite> = SUITES.iter().map(|(name, file, _)| read(name, file)).collect();
    let models: Vec<_> = suites.iter().map(|suite| (suite.name, suite.input.clone())).collect();
    let runner = runner("suites", &models);
    (suites, runner)
});

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn all_cases_pass_on_both_sides() {
    let (suites, runner) = &*GENERATED;
    let mut questions = Vec::new();
    let mut checks = Vec::new();
    for (suite, (_, _, counts)) in suites.iter().zip(SUITES) {
        let count = |kind| suite.cases.iter().filter(|case| case.kind == kind).count();
        assert_eq!([Kind::Request, Kind::Response, Kind::Error].map(count), counts, "{}", suite.name);
        for case in &suite.cases {
            for side in Side::BOTH {
                if side.applies_to(&case.case) {
                    let (asked, wanted) = check::questions(suite, case, side);
                    questions.extend([asked, wanted]);
                    checks.push((case, side));
                }
            }
        }
    }
    let answers = runner.ask(&questions);
    let outcomes = checks.iter().zip(answers.chunks_exact(2)).zip(questions.chunks_exact(2));
    let mut failed = Vec::new();
    let mut used = Vec::new();
    for (((case, side), answers), asked) in outcomes {
        let id = case.case["id"].as_str().unwrap_or_default();
        let Err(problem) = check::verdict(case, *side, &answers[0], &answers[1]) else { continue };
        match EXCEPTIONS.iter().find(|(known, sides, _)| *known == id && sides.contains(side)) {
            Some(_) => used.push((id, *side)),
            None => failed.push(format!("{side:?} {id}: {problem}\n  asked {}", asked[0])),
        }
    }
    assert!(failed.is_empty(), "{} of {} cases fail\n{}", failed.len(), checks.len(), failed.join("\n"));
    for (id, sides, _) in EXCEPTIONS {
        for side in sides {
            assert!(used.contains(&(id, *side)), "{side:?} {id} passes: remove it from EXCEPTIONS");
        }
    }
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn generated_values_are_sent_and_read() {
    let (suites, runner) = &*GENERATED;
    for suite in suites {
        let answers = runner.ask(&[json!({ "service": suite.name, "verb": "round-trip" })]);
        assert_eq!(answers[0]["value"], Value::Array(Vec::new()), "{}", suite.name);
    }
}
