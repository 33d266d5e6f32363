//! Tests of functions, which need a JavaScript engine.

use cloudfront_http::{CreateFunction, PublishFunction, TestFunction};
use serde_json::json;

use crate::common::{call, local};

#[test]
fn a_test_of_a_function_says_that_nothing_was_run() {
    let service = local();
    let create = json!({
        "Name": "redirect",
        "FunctionConfig": { "Comment": "", "Runtime": "cloudfront-js-2.0" },
        "FunctionCode": "ZnVuY3Rpb24gaGFuZGxlcihldmVudCkge30=",
    });
    let created = call::<CreateFunction>(&service, &create).expect("created");
    let mut test = json!({ "Name": "redirect", "IfMatch": created["ETag"], "EventObject": "e30=" });
    let tested = call::<TestFunction>(&service, &test).expect("tested");
    assert_eq!(tested.pointer("/TestResult/FunctionSummary/Name"), Some(&json!("redirect")));
    let message = tested.pointer("/TestResult/FunctionErrorMessage").and_then(serde_json::Value::as_str);
    assert!(message.is_some_and(|message| message.contains("no JavaScript engine")), "{tested}");

    test["Stage"] = json!("LIVE");
    assert_eq!(call::<TestFunction>(&service, &test), Err("NoSuchFunctionExists".to_owned()));
    let publish = json!({ "Name": "redirect", "IfMatch": created["ETag"] });
    call::<PublishFunction>(&service, &publish).expect("published");
    let tested = call::<TestFunction>(&service, &test).expect("tested");
    let stage = tested.pointer("/TestResult/FunctionSummary/FunctionMetadata/Stage");
    assert_eq!(stage, Some(&json!("LIVE")));
}
