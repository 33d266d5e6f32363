//! Large inputs: answers stay short, and so do time and memory.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::common::*;

/// The answer to a line, which must come soon and be short.
fn quick(line: String) -> Value {
    let (start, length) = (Instant::now(), line.len());
    let output = run(&["batch"], line);
    let (time, stdout) = (start.elapsed(), output.stdout);
    // Half a second without optimisation; with time to spare for machines that do other things as well.
    assert!(time < Duration::from_secs(20), "{time:?} for {length} bytes");
    assert!(stdout.len() < 4 << 20, "{} bytes for {length}", stdout.len());
    serde_json::from_slice(&stdout).expect("one answer")
}

fn check_text(operation: &str, params: &str) -> String {
    format!("{{\"id\":1,\"verb\":\"check\",\"operation\":\"{operation}\",\"params\":{params}}}\n")
}

fn assert_truncated(answer: &Value, count: usize) {
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(count));
    assert_eq!(answer["truncated"], true);
    assert_eq!(answer["valid"], false);
}

#[test]
fn many_unknown_members() {
    let members: String = (0..100_000).map(|index| format!(",\"Nmae{index}\":1")).collect();
    let answer = quick(check_text("GetFunction", &format!("{{\"Name\":\"a\"{members}}}")));
    assert_truncated(&answer, 1000);
    let answer =
        quick(check_text("GetFunction", &format!("{{\"Name\":\"a\"{members}}}")).replace("check", "request"));
    assert_eq!(answer["failure"], "`params` does not fit the operation");
    assert_eq!((answer["errors"].as_array().map(Vec::len), &answer["truncated"]), (Some(1000), &json!(true)));
}

#[test]
fn many_repeated_members() {
    let members = ",\"Name\":\"a\"".repeat(50_000);
    let answer = quick(check_text("GetFunction", &format!("{{\"Name\":\"a\"{members}}}")));
    assert_truncated(&answer, 1000);
}

#[test]
fn many_wrong_types() {
    let items = vec!["1"; 50_000].join(",");
    let params =
        format!("{{\"DistributionId\":\"E1\",\"InvalidationBatch\":{{\"Paths\":{{\"Items\":[{items}]}}}}}}");
    let answer = quick(check_text("CreateInvalidation", &params));
    assert_truncated(&answer, 1000);
}

#[test]
fn many_broken_rules() {
    let items: Vec<String> = (0..2000).map(|index| format!("no path {index}")).collect();
    let paths = json!({ "Quantity": 2000, "Items": items });
    let batch = json!({ "CallerReference": "1", "Paths": paths });
    let params = json!({ "DistributionId": "E1", "InvalidationBatch": batch, "Unknown": 1 });
    let answer = quick(line("CreateInvalidation", &params));
    assert_truncated(&answer, 1000);
}

/// The last error that fits does not make an answer incomplete.
#[test]
fn as_many_errors_as_fit() {
    let members: Vec<String> = (0..1000).map(|index| format!("\"Nmae{index}\":1")).collect();
    let with_name = |count: usize| format!("{{\"Name\":\"a\",{}}}", members[..count].join(","));
    let answer = quick(check_text("GetFunction", &with_name(1000)));
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(1000));
    assert_eq!(answer.get("truncated"), None);
    // One more, of a rule.
    let answer = quick(check_text("GetFunction", &with_name(1000).replace("\"a\"", "\"\"")));
    assert_truncated(&answer, 1000);
}

/// Pointers repeat the names above them.
#[test]
fn long_names_above_many_errors() {
    let inner = ",\"a\":1".repeat(10_000);
    let params = format!("{{\"Name\":\"a\",\"{}\":{{\"a\":1{inner}}}}}", "x".repeat(100_000));
    let answer = quick(check_text("GetFunction", &params));
    assert_eq!(answer["truncated"], true);
}

#[test]
fn many_keys_of_a_line() {
    let keys: String = (0..50_000).map(|index| format!("\"k{index}\":1,")).collect();
    let answer = quick(format!("{{{keys}\"id\":1}}\n"));
    assert_eq!(answer["failure"], "unknown key `k0`");
    assert_eq!(answer["id"], 1);
}

/// A line without end is not kept in memory, and the next line is answered.
#[test]
fn lines_that_are_too_long() {
    let mut input = vec![b' '; 20 << 20];
    input.extend(b"{}\n{\"id\":1,\"verb\":\"check\",\"operation\":\"ListFunctions\"}\n");
    input.extend(vec![b'['; 17 << 20]);
    let answers = answers(input);
    let too_long = |line: usize| {
        let help = "write one request per line";
        json!({ "id": null, "line": line, "failure": "the line is longer than 16 MiB", "help": help })
    };
    assert_eq!(answers, [too_long(1), json!({ "id": 1, "valid": true, "errors": [] }), too_long(3)]);
}

/// Ids are not read, so they may be as deep as they like.
#[test]
fn deep_ids() {
    let id = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let line = format!("{{\"id\":{id},\"verb\":\"check\",\"operation\":\"ListFunctions\"}}\n");
    let output = run(&["batch"], line);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        format!("{{\"errors\":[],\"id\":{id},\"valid\":true}}\n")
    );
}
