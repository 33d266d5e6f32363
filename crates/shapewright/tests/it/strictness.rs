//! What `shapewright batch` refuses or repairs in lines: unknown and repeated names, byte order marks, odd numbers.

use serde_json::{Value, json};

use crate::common::*;

/// The failure of a line, and its help.
fn failure(line: &str) -> (String, String) {
    let mut answers = answers(line);
    let answer = answers.remove(0);
    assert_eq!((&answer["line"], answers.len()), (&json!(1), 0), "{answer}");
    let text = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
    (text("failure"), text("help"))
}

#[test]
fn unknown_keys_are_failures() {
    let known = "known keys are id, verb, operation, params, current, request, \
         strict, response, result, error, request_id";
    for (line, message, help) in [
        (
            r#"{"verb":"check","operation":"GetFunction","Params":{}}"#,
            "unknown key `Params`",
            "did you mean `params`?",
        ),
        (r#"{"Verb":"check"}"#, "unknown key `Verb`", "did you mean `verb`?"),
        (
            r#"{"verb":"check","opertaion":"GetFunction"}"#,
            "unknown key `opertaion`",
            "did you mean `operation`?",
        ),
        (r#"{"verb":"check","operation":"GetFunction","Name":"a"}"#, "unknown key `Name`", known),
        (
            r#"{"verb":"check","operation":"GetFunction","result":{}}"#,
            "`check` has no key `result`",
            "its keys are id, verb, operation, params, current",
        ),
        (
            r#"{"verb":"parse-request","operation":"GetFunction","request":{}}"#,
            "`parse-request` has no key `operation`",
            "its keys are id, verb, request, strict",
        ),
        (r#"{"verb":"chekc"}"#, "there is no verb `chekc`", "did you mean `check`?"),
        (
            r#"{"verb":"fly"}"#,
            "there is no verb `fly`",
            "use check, request, parse-request, response, build-response",
        ),
    ] {
        assert_eq!(failure(line), (message.to_owned(), help.to_owned()), "{line}");
    }
    // Null is the same as absent.
    let line = r#"{"verb":"check","operation":"ListFunctions","params":null,"result":null}"#;
    assert_eq!(answers(line), [json!({ "id": null, "valid": true, "errors": [] })]);
}

#[test]
fn repeated_names_of_the_line_are_failures() {
    for (line, message) in [
        (
            r#"{"verb":"check","operation":"GetFunction","verb":"check"}"#,
            "the key `verb` is given more than once",
        ),
        (r#"{"id":1,"id":2,"verb":"check"}"#, "the key `id` is given more than once"),
        (
            r#"{"verb":"parse-request","request":{"method":"GET","path":"/","headers":{"a":"1","a":"2"}}}"#,
            "in `request`, /headers/a is given more than once",
        ),
        (
            r#"{"verb":"build-response","operation":"GetFunction","error":{"code":"A","code":"B"}}"#,
            "in `error`, /code is given more than once",
        ),
    ] {
        assert_eq!(failure(line), (message.to_owned(), "keep one of them".to_owned()), "{line}");
    }
}

#[test]
fn repeated_names_of_params_are_errors_at_every_depth() {
    let line = r#"{"id":1,"verb":"check","operation":"CreateInvalidation","params":{"DistributionId":"E1",
        "InvalidationBatch":{"CallerReference":"1","CallerReference":"2",
        "Paths":{"Quantity":1,"Items":["/a"],"\u0049tems":["/b"]}},"DistributionId":"E1",
        "Unknown":[{"a":1},{"a":1,"b":2,"a":3}]}}"#;
    let answer = answers(line.replace('\n', "")).remove(0);
    let expected = [
        ("/DistributionId", "duplicate-member", "error"),
        ("/InvalidationBatch/CallerReference", "duplicate-member", "error"),
        ("/InvalidationBatch/Paths/Items", "duplicate-member", "error"),
        ("/Unknown", "unknown-member", "error"),
        ("/Unknown/1/a", "duplicate-member", "error"),
    ];
    assert_eq!(errors(&answer), expected);
    assert_eq!(answer["valid"], false);
    assert_eq!(message(&answer, "/DistributionId"), "DistributionId is given more than once");
    // The last value is the one that is checked.
    let line = r#"{"verb":"check","operation":"GetFunction","params":{"Name":5,"Name":"a"}}"#;
    assert_eq!(errors(&answers(line)[0]), [("/Name", "duplicate-member", "error")]);
    let line = r#"{"verb":"request","operation":"GetFunction","params":{"Name":"a","Name":"a"}}"#;
    assert_eq!(errors(&answers(line)[0]), [("/Name", "duplicate-member", "error")]);
}

#[test]
fn ids_come_back_as_they_are_written() {
    for id in [
        "123456789012345678901234567890",
        "1.10",
        "-0",
        "1E400",
        "0.1000000000000000055511151231257827",
        r#""\u0041\/""#,
        r#"{"b":1,"a":2,"a":3}"#,
        "[ 1 , 2 ]",
        r#""\ud800""#,
    ] {
        for operation in ["ListFunctions", "Nothing"] {
            let line = format!("{{\"verb\":\"check\",\"id\":{id},\"operation\":\"{operation}\"}}\n");
            let output = run(&["batch"], line);
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            assert!(text.contains(&format!("\"id\":{id}")), "{text}");
        }
    }
    // An answer is one line, whatever a program takes for the end of a line.
    let output = run(&["batch"], "{\"id\":[1,\r2],\"verb\":\"check\",\"operation\":\"ListFunctions\"}\n");
    assert!(output.stdout.starts_with(b"{\"errors\":[],\"id\":[1, 2],"), "{output:?}");
}

#[test]
fn byte_order_marks_are_skipped() {
    let good = "{\"id\":1,\"verb\":\"check\",\"operation\":\"ListFunctions\"}";
    let answers = answers(format!("\u{feff}{good}\n\u{feff}{good}\r\n\u{feff}\n\u{feff}"));
    assert_eq!(answers, vec![json!({ "id": 1, "valid": true, "errors": [] }); 2]);
}

#[test]
fn failures_name_their_lines() {
    let answers = answers("\n{}\n\n  \n[]\n\u{feff}{\"id\":1}");
    let lines: Vec<&Value> = answers.iter().map(|answer| &answer["line"]).collect();
    assert_eq!(lines, [2, 5, 6]);
}

/// Columns count from the beginning of the line, and the id is known although the params cannot be read.
#[test]
fn params_that_cannot_be_read_are_failures_with_an_id() {
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    for (params, message) in [
        ("1e999", "`params` cannot be read: number out of range at column 65"),
        (r#""\ud800""#, "`params` cannot be read: unexpected end of hex escape at column 68"),
        (&deep, "`params` cannot be read: recursion limit exceeded at column 188"),
    ] {
        let line =
            format!("{{\"id\":\"x\",\"verb\":\"check\",\"operation\":\"GetFunction\",\"params\":{params}}}");
        let answer = answers(line).remove(0);
        assert_eq!(answer, json!({ "id": "x", "line": 1, "failure": message }));
    }
}

#[test]
fn minus_zero_is_zero() {
    let quantity = |number: &str| {
        let params = format!(r#"{{"Quantity":{number},"Items":["GET"]}}"#);
        let line = format!(
            r#"{{"verb":"check","operation":"CreateInvalidation","params":{{"DistributionId":"E1",
            "InvalidationBatch":{{"CallerReference":"1","Paths":{params}}}}}}}"#
        );
        answers(line.replace('\n', "")).remove(0)
    };
    let answer = quantity("-0");
    assert_eq!(
        message(&answer, "/InvalidationBatch/Paths/Quantity"),
        "Quantity is 0 but Items has 1 element"
    );
    assert_eq!(answer["errors"], quantity("0")["errors"]);
}
