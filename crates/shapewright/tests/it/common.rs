//! Runs the command and reads its answers.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};

pub(crate) fn shapewright(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shapewright"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the process prints for an input.
pub(crate) fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = shapewright(arguments).spawn().expect("the binary was built");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.into();
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the process ends with its input");
    writer.join().expect("the writer does not panic");
    output
}

/// What a command prints; it must succeed and write nothing to standard error.
pub(crate) fn stdout(arguments: &[&str]) -> String {
    let output = run(arguments, "");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The answers to an input; the run must succeed and print nothing else.
pub(crate) fn answers(input: impl Into<Vec<u8>>) -> Vec<Value> {
    let output = run(&["batch"], input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

pub(crate) fn line(operation: &str, params: &Value) -> String {
    json!({ "id": 1, "verb": "check", "operation": operation, "params": params }).to_string() + "\n"
}

/// The answer to one request.
pub(crate) fn check(operation: &str, params: &Value) -> Value {
    let mut answers = answers(line(operation, params));
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

/// Path, rule and severity of each error of an answer, sorted.
pub(crate) fn errors(answer: &Value) -> Vec<(&str, &str, &str)> {
    let list = answer["errors"].as_array().expect("an answer has errors");
    for error in list {
        let mut keys: Vec<&str> = error.as_object().expect("an object").keys().map(String::as_str).collect();
        keys.retain(|key| *key != "fix");
        assert_eq!(keys, ["code", "help", "message", "path", "rule", "severity", "source"]);
        for key in ["code", "help", "message", "source"] {
            assert!(!of(error, key).is_empty(), "{key} of {error}");
        }
    }
    let mut errors: Vec<_> =
        list.iter().map(|error| (of(error, "path"), of(error, "rule"), of(error, "severity"))).collect();
    errors.sort_unstable();
    errors
}

pub(crate) fn of<'a>(error: &'a Value, key: &str) -> &'a str {
    error[key].as_str().expect(key)
}

/// The error at a path.
pub(crate) fn error<'a>(answer: &'a Value, path: &str) -> &'a Value {
    let mut errors = answer["errors"].as_array().into_iter().flatten();
    errors.find(|error| error["path"] == path).expect(path)
}

/// The message of the error at a path.
pub(crate) fn message<'a>(answer: &'a Value, path: &str) -> &'a str {
    of(error(answer, path), "message")
}

/// The help of the error at a path.
pub(crate) fn help<'a>(answer: &'a Value, path: &str) -> &'a str {
    of(error(answer, path), "help")
}

pub(crate) fn update_streaming_distribution() -> Value {
    json!({
        "Id": "EGTXBD79EXAMPLE",
        "IfMatch": "E2QWRUHEXAMPLE",
        "StreamingDistributionConfig": {
            "CallerReference": "2026-11-20",
            "S3Origin": { "DomainName": "media.s3.amazonaws.com", "OriginAccessIdentity": "" },
            "Aliases": { "Quantity": 1, "Items": ["cdn.example.com"] },
            "Comment": "Lectures",
            "TrustedSigners": { "Enabled": false, "Quantity": 0 },
            "PriceClass": "PriceClass_100",
            "Enabled": true,
        },
    })
}

/// The request with other values at some places.
pub(crate) fn with(mut params: Value, changes: &[(&str, Value)]) -> Value {
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect(pointer);
        params.pointer_mut(parent).expect(pointer)[name] = value.clone();
    }
    params
}

pub(crate) fn create_function(code: &str) -> Value {
    let config = json!({ "Comment": "", "Runtime": "cloudfront-js-2.0" });
    json!({ "Name": "redirect", "FunctionConfig": config, "FunctionCode": code })
}

/// File, operation and parameters of every valid request in the fixtures.
pub(crate) fn valid_requests() -> Vec<(String, String, Value)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/requests");
    let files = std::fs::read_dir(directory).expect("the requests are in the repository").flatten();
    let mut paths: Vec<_> = files.map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let requests = paths.iter().map(|path| {
        let text = std::fs::read_to_string(path).expect("readable");
        let request: Value = serde_json::from_str(&text).expect("JSON");
        (path.display().to_string(), of(&request, "operation").to_owned(), request["params"].clone())
    });
    requests.collect()
}

/// The pointers of all values inside a value.
pub(crate) fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        _ => Vec::new(),
    };
    for (name, child) in children {
        let path = format!("{path}/{name}");
        places(child, &path, found);
        found.push(path);
    }
}

/// What `explain` prints about a known name.
pub(crate) fn explained(name: &str) -> String {
    stdout(&["explain", name])
}
