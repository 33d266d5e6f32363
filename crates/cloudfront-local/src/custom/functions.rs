//! Tests of functions.

use std::sync::Arc;

use serde_json::{Value, json};
use shapewright_server::{Answer, Call, Outcome, Record, path};

/// What a function that cannot be run answers, where CloudFront has the error that a function throws.
const MESSAGE: &str = "The function was not run: this server has no JavaScript engine.";

/// `TestFunction`: it would run JavaScript.
pub(super) fn test(call: &mut Call<'_>) -> Outcome {
    let Some(function) = stage(call) else { return Err(call.refuse("NoSuchFunctionExists", "exists")) };
    Ok(Answer::Tree(json!({ "TestResult": {
        "FunctionSummary": function.tree(),
        "ComputeUtilization": "0",
        "FunctionExecutionLogs": [],
        "FunctionErrorMessage": MESSAGE,
        "FunctionOutput": "",
    } })))
}

/// `TestConnectionFunction`: it would run JavaScript.
pub(super) fn test_connection(call: &mut Call<'_>) -> Outcome {
    let Some(function) = stage(call) else { return Err(call.refuse("EntityNotFound", "exists")) };
    Ok(Answer::Tree(json!({ "ConnectionFunctionTestResult": {
        "ConnectionFunctionSummary": function.tree(),
        "ComputeUtilization": "0",
        "ConnectionFunctionExecutionLogs": [],
        "ConnectionFunctionErrorMessage": MESSAGE,
        "ConnectionFunctionOutput": "",
    } })))
}

/// The copy of the function that the request names.
fn stage(call: &Call<'_>) -> Option<Arc<Record>> {
    let stage = path::one(&call.input, &["Stage"]).and_then(Value::as_str).unwrap_or_default();
    call.shown(call.target.as_ref()?, stage)
}
