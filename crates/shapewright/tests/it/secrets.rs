//! Answers do not show values of sensitive members, unless they are the converted message itself.

use serde_json::{Value, json};
use shapewright_runtime::text::is_control;

/// The operations with sensitive members in their inputs, and a place of each member, where `?` is the value.
const MEMBERS: [(&str, &str); 9] = [
    ("CreateFunction", r#"{"FunctionCode":?}"#),
    ("UpdateFunction", r#"{"FunctionCode":?}"#),
    ("TestFunction", r#"{"EventObject":?}"#),
    ("CreateConnectionFunction", r#"{"ConnectionFunctionCode":?}"#),
    ("UpdateConnectionFunction", r#"{"ConnectionFunctionCode":?}"#),
    ("TestConnectionFunction", r#"{"ConnectionObject":?}"#),
    ("CreateDistribution", r#"{"DistributionConfig":{"Comment":?}}"#),
    (
        "UpdateDistribution",
        r#"{"DistributionConfig":{"Origins":{"Items":[{"CustomHeaders":{"Items":[{"HeaderValue":?}]}}]}}}"#,
    ),
    (
        "CreateDistributionWithTags",
        r#"{"DistributionConfigWithTags":{"DistributionConfig":{"TenantConfig":{"ParameterDefinitions":[{"Definition":{"StringSchema":{"Comment":?}}}]}}}}"#,
    ),
];

/// Values in the wrong type, too long, or repeated, each with the digits that must not be shown.
fn secrets() -> Vec<String> {
    let long = format!("\"{}\"", "7391".repeat(20_000));
    [
        "7391",
        "7391.5",
        "\"%7391\"",
        "[\"7391\"]",
        "[7391]",
        r#"{"7391":7391}"#,
        r#"{"7391":1,"7391":2}"#,
        r#"{"x":{"7391":1,"7391":2}}"#,
        r#"[{"7391":1,"7391":2}]"#,
        r#""7391\u0001""#,
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([long])
    .collect()
}

#[test]
fn errors_do_not_show_values_of_sensitive_members() {
    for (operation, params) in MEMBERS {
        let mut errors = 0;
        for secret in secrets() {
            for verb in ["check", "request"] {
                let params = params.replace('?', &secret);
                let line =
                    format!("{{\"verb\":\"{verb}\",\"operation\":\"{operation}\",\"params\":{params}}}");
                let answer = shapewright::answer(&line);
                let read: Value = serde_json::from_str(&answer).expect("answers are JSON");
                let converted = read.get("request").is_some();
                assert!(converted || !answer.contains("7391"), "{line}\n{answer}");
                errors += usize::from(!converted);
            }
        }
        assert!(errors > 15, "{operation} has errors: {errors}");
    }
}

#[test]
fn repeated_names_inside_a_sensitive_member_are_reported_at_the_member() {
    let line = r#"{"verb":"check","operation":"CreateFunction","params":{"FunctionCode":{"a":1,"a":2}}}"#;
    let answer: Value = serde_json::from_str(&shapewright::answer(line)).expect("answers are JSON");
    let errors = answer["errors"].as_array().into_iter().flatten();
    let error = errors.into_iter().find(|error| error["rule"] == "duplicate-member").expect("it is an error");
    assert_eq!(error["path"], "/FunctionCode");
    assert_eq!(error["message"], "a name inside it is given more than once");
}

#[test]
fn messages_have_no_control_characters() {
    for text in ["a\r\nb", "\u{1B}[2J", "\u{7F}\u{9B}", "\u{2028}", "\u{202E}", "\0"] {
        let response = json!({ "status": 200, "headers": { "a": text } });
        for line in [
            json!({ "verb": text }),
            json!({ text: 1 }),
            json!({ "verb": "check", "operation": text }),
            json!({ "verb": "check", "operation": "GetFunction", "params": { text: 1, "Name": { text: 1 } } }),
            json!({ "verb": "request", "operation": "GetFunction", "params": { text: 1 } }),
            json!({ "verb": "parse-request", "request": { text: 1 } }),
            json!({ "verb": "parse-request", "request": { "method": text, "path": "/" } }),
            json!({ "verb": "parse-request", "request": { "method": "GET", "path": format!("/{text}") } }),
            json!({ "verb": "parse-request", "request": { "method": "GET", "path": "/", "headers": { text: "a" } } }),
            json!({ "verb": "response", "operation": "GetFunction", "response": response }),
            json!({ "verb": "build-response", "operation": "GetFunction", "error": { "code": "A", "type": text } }),
        ] {
            let answer: Value =
                serde_json::from_str(&shapewright::answer(&line.to_string())).expect("answers are JSON");
            let errors = answer["errors"].as_array().cloned().unwrap_or_default();
            let texts = errors.iter().flat_map(|error| [&error["message"], &error["help"]]);
            for message in texts.chain([&answer["failure"], &answer["help"], &answer["error"]["message"]]) {
                assert!(!message.as_str().unwrap_or_default().contains(is_control), "{line}\n{answer}");
            }
        }
    }
    let error = shapewright::explain("a\r\n\u{1B}.b\n").expect_err("there is no such name");
    assert!(!error.to_string().contains(is_control), "{error:?}");
}
