//! Sensitive members are hidden from `Debug` and reports, but written to JSON.

use std::collections::BTreeSet;

use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_shapes::*;
use cloudfront_validators::Validate;
use serde_json::{Value, json};
use shapewright_runtime::Shape;
use shapewright_tests::model::Model;

/// The secret that must not be shown, not even as base64.
const SECRET: &str = "hunter2hunter2hunter2";

/// Sets each sensitive member. Returns them as `Shape$Member`.
macro_rules! assert_hidden {
    ($($shape:ident { $($member:literal: $value:expr),* }),* $(,)?) => {
        BTreeSet::from([$($({
            let document = json!({ $member: $value });
            let value: $shape = serde_json::from_value(document.clone()).expect($member);
            let debug = format!("{value:?}");
            assert!(!debug.contains("hunter2"), "{debug}");
            assert_eq!(debug.matches("Some(").count(), 1, "{debug}");
            assert!(debug.contains(": Some(<redacted>)"), "{debug}");
            assert_eq!(serde_json::to_value(&value).expect($member), document);
            format!("{}${}", $shape::NAME, $member)
        }),*),*])
    };
}

fn text() -> Value {
    json!(SECRET)
}

fn bytes() -> Value {
    json!(Blob::from(SECRET).to_base64())
}

#[test]
fn sensitive_members_are_not_shown() {
    let logs = || json!([SECRET, SECRET]);
    let hidden = assert_hidden! {
        ConnectionFunctionTestResult {
            "ConnectionFunctionErrorMessage": text(),
            "ConnectionFunctionExecutionLogs": logs(),
            "ConnectionFunctionOutput": text()
        },
        CreateConnectionFunctionRequest { "ConnectionFunctionCode": bytes() },
        CreateFunctionRequest { "FunctionCode": bytes() },
        DistributionConfig { "Comment": text() },
        DistributionSummary { "Comment": text() },
        GetConnectionFunctionResult { "ConnectionFunctionCode": bytes() },
        GetFunctionResult { "FunctionCode": bytes() },
        OriginCustomHeader { "HeaderValue": text() },
        StringSchemaConfig { "Comment": text() },
        TestConnectionFunctionRequest { "ConnectionObject": bytes() },
        TestFunctionRequest { "EventObject": bytes() },
        TestResult { "FunctionErrorMessage": text(), "FunctionExecutionLogs": logs(), "FunctionOutput": text() },
        UpdateConnectionFunctionRequest { "ConnectionFunctionCode": bytes() },
        UpdateFunctionRequest { "FunctionCode": bytes() },
    };
    assert_eq!(
        hidden.difference(&Model::read().sensitive_members()).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

#[test]
fn structures_list_their_sensitive_members() {
    let members = STRUCTURES.iter().flat_map(|name| {
        let members = structure(name).expect(name).sensitive_members();
        members.iter().map(move |member| format!("{name}${member}"))
    });
    assert_eq!(members.collect::<BTreeSet<_>>(), Model::read().sensitive_members());
}

#[test]
fn sensitive_members_are_hidden_in_larger_shapes() {
    let headers =
        CustomHeaders::from([OriginCustomHeader::default().header_name("X-Secret").header_value(SECRET)]);
    let origins = Origins::from([Origin::default().id("a").custom_headers(headers)]);
    let config = DistributionConfig::default().comment(SECRET).origins(origins);
    let debug = format!("{config:#?}");
    assert!(debug.contains("X-Secret") && !debug.contains("hunter2"), "{debug}");
}

#[test]
fn reports_do_not_show_sensitive_values() {
    let reports = [
        DistributionConfig::default().comment(SECRET.repeat(7)).validate(),
        OriginCustomHeader::default().header_value(SECRET.repeat(100)).validate(),
        CreateFunctionRequest::default().function_code(SECRET.repeat(2000)).validate(),
    ];
    for report in reports {
        let lengths: Vec<_> =
            report.iter().filter(|violation| violation.rule().ends_with("-length")).collect();
        assert_eq!(lengths.len(), 1, "{report}");
        let answer = report.to_response("CreateDistribution");
        assert!(!format!("{report} {report:?} {answer:?}").contains("hunter2"), "{report:?}");
        assert_eq!(lengths[0].actual(), None);
    }
}
