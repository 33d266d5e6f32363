//! `shapewright batch` as a process: lines go in, answers come out.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};

fn shapewright(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shapewright"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the process does with this input.
fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = shapewright(arguments).spawn().expect("the binary was built");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.into();
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the process ends with its input");
    writer.join().expect("the writer does not panic");
    output
}

/// The answers to an input; the run must succeed and say nothing else.
fn answers(input: impl Into<Vec<u8>>) -> Vec<Value> {
    let output = run(&["batch"], input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

fn line(operation: &str, params: &Value) -> String {
    json!({ "id": 1, "verb": "check", "operation": operation, "params": params }).to_string() + "\n"
}

/// The answer to one request.
fn check(operation: &str, params: &Value) -> Value {
    let mut answers = answers(line(operation, params));
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

/// Path, rule and severity of each error of an answer, sorted.
fn errors(answer: &Value) -> Vec<(&str, &str, &str)> {
    let list = answer["errors"].as_array().expect("an answer has errors");
    for error in list {
        let keys: Vec<&str> = error.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "message", "path", "rule", "severity"]);
        assert!(!of(error, "code").is_empty() && !of(error, "message").is_empty());
    }
    let mut errors: Vec<_> =
        list.iter().map(|error| (of(error, "path"), of(error, "rule"), of(error, "severity"))).collect();
    errors.sort_unstable();
    errors
}

fn of<'a>(error: &'a Value, key: &str) -> &'a str {
    error[key].as_str().expect(key)
}

/// The message of the error at a path.
fn message<'a>(answer: &'a Value, path: &str) -> &'a str {
    let mut errors = answer["errors"].as_array().into_iter().flatten();
    errors.find(|error| error["path"] == path).map(|error| of(error, "message")).expect(path)
}

fn update_streaming_distribution() -> Value {
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
fn with(mut params: Value, changes: &[(&str, Value)]) -> Value {
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect(pointer);
        params.pointer_mut(parent).expect(pointer)[name] = value.clone();
    }
    params
}

fn create_function(code: &str) -> Value {
    let config = json!({ "Comment": "", "Runtime": "cloudfront-js-2.0" });
    json!({ "Name": "redirect", "FunctionConfig": config, "FunctionCode": code })
}

#[test]
fn valid_requests() {
    let answer = check("UpdateStreamingDistribution", &update_streaming_distribution());
    assert_eq!(answer, json!({ "id": 1, "valid": true, "errors": [] }));
}

/// All requests that are kept as examples of valid ones, and many lines in one run.
#[test]
fn many_lines() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/requests");
    let files = std::fs::read_dir(directory).expect("the requests are in the repository").flatten();
    let requests: Vec<Value> = files
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "json"))
        .map(|file| std::fs::read_to_string(file.path()).expect("readable"))
        .map(|text| serde_json::from_str(&text).expect("JSON"))
        .collect();
    assert!(requests.len() > 100, "{} requests", requests.len());
    let count = 3000;
    let input: String = (0..count)
        .map(|id| {
            let request = &requests[id % requests.len()];
            // Every seventh line is for an operation that does not exist.
            let operation = if id % 7 == 3 { &json!("Nothing") } else { &request["operation"] };
            let (verb, params) = ("check", &request["params"]);
            json!({ "id": id, "verb": verb, "operation": operation, "params": params }).to_string() + "\n"
        })
        .collect();
    let answers = answers(input);
    assert_eq!(answers.len(), count);
    for (id, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], id);
        match id % 7 {
            3 => assert_eq!(answer["failure"], "there is no operation `Nothing`"),
            _ => assert_eq!(answer["valid"], true, "{} {answer}", requests[id % requests.len()]),
        }
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let params = with(
        update_streaming_distribution(),
        &[
            ("/IfMatch", json!("")),
            ("/StreamingDistributionConfig/PriceClass", json!("PriceClass_50")),
            ("/StreamingDistributionConfig/Aliases/Quantity", json!(2)),
            ("/StreamingDistributionConfig/S3Origin/OriginAccessIdentity", json!("E74FTE3EXAMPLE")),
            ("/StreamingDistributionConfig/Comment", Value::Null),
            ("/StreamingDistributionConfig/Enabled", json!("true")),
            ("/StreamingDistributionConfig/Loging", json!({})),
        ],
    );
    let answer = check("UpdateStreamingDistribution", &params);
    assert_eq!(answer["valid"], false);
    let config = |rest: &str| format!("/StreamingDistributionConfig/{rest}");
    let expected = [
        ("/IfMatch".to_owned(), "update-streaming-distribution-request-if-match-length"),
        (config("Aliases/Quantity"), "aliases-quantity"),
        (config("Comment"), "streaming-distribution-config-comment-required"),
        (config("Enabled"), "wrong-type"),
        (config("Loging"), "unknown-member"),
        (config("PriceClass"), "streaming-distribution-config-price-class-enum"),
        (config("S3Origin/OriginAccessIdentity"), "s3-origin-origin-access-identity-pattern"),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, rule)| (path.as_str(), *rule, "error")).collect();
    assert_eq!(errors(&answer), expected);
    assert_eq!(message(&answer, &config("Loging")), "there is no member Loging; did you mean Logging?");
    assert!(message(&answer, &config("PriceClass")).contains("did you mean PriceClass_100?"));
    assert_eq!(message(&answer, &config("Enabled")), "this is text, and a boolean is needed");
    let codes: Vec<_> = answer["errors"].as_array().into_iter().flatten().map(|e| of(e, "code")).collect();
    assert!(
        codes.contains(&"InvalidIfMatchVersion") && codes.contains(&"InconsistentQuantities"),
        "{codes:?}"
    );
}

/// A value of the wrong type is one error, not also a missing member or a wrong quantity.
#[test]
fn wrong_types_have_no_echo() {
    for (pointer, value, wanted) in [
        ("/Id", json!(7), "this is a number, and text is needed"),
        ("/StreamingDistributionConfig", json!([]), "this is a list, and an object is needed"),
        ("/StreamingDistributionConfig/Enabled", json!(1), "this is a number, and a boolean is needed"),
        ("/StreamingDistributionConfig/PriceClass", json!(false), "this is a boolean, and text is needed"),
        (
            "/StreamingDistributionConfig/Aliases/Quantity",
            json!("1"),
            "this is text, and a whole number is needed",
        ),
        (
            "/StreamingDistributionConfig/Aliases/Quantity",
            json!(1.5),
            "this is a number, and a whole number is needed",
        ),
        ("/StreamingDistributionConfig/Aliases/Items", json!("a"), "this is text, and a list is needed"),
        ("/StreamingDistributionConfig/Aliases/Items", json!([{}]), "this is an object, and text is needed"),
    ] {
        let answer =
            check("UpdateStreamingDistribution", &with(update_streaming_distribution(), &[(pointer, value)]));
        let found = errors(&answer);
        let [(path, "wrong-type", "error")] = found[..] else { panic!("{pointer}: {found:?}") };
        assert!(path == pointer || path == format!("{pointer}/0"), "{path}");
        assert_eq!(message(&answer, path), wanted);
    }
    let too_large = with(
        update_streaming_distribution(),
        &[("/StreamingDistributionConfig/Aliases/Quantity", json!(1u64 << 40))],
    );
    let answer = check("UpdateStreamingDistribution", &too_large);
    assert_eq!(errors(&answer), [("/StreamingDistributionConfig/Aliases/Quantity", "wrong-type", "error")]);
    for params in [json!([]), json!("x"), json!(1)] {
        let answer = check("ListDistributions", &params);
        assert_eq!(errors(&answer), [("", "wrong-type", "error")]);
    }
}

/// Errors that have nothing to do with the type of another value are told beside it.
#[test]
fn wrong_types_hide_nothing_else() {
    let config = "/StreamingDistributionConfig";
    let aliases = json!({ "Quantity": 3, "Items": ["cdn.example.com", 5, "UPPER.example.com"] });
    let changes = [
        ("/IfMatch", json!("")),
        ("/StreamingDistributionConfig/Aliases", aliases),
        ("/StreamingDistributionConfig/Comment", json!("x".repeat(129))),
        ("/StreamingDistributionConfig/Enabled", json!(1)),
    ];
    let answer = check("UpdateStreamingDistribution", &with(update_streaming_distribution(), &changes));
    let at = |rest: &str| format!("{config}/{rest}");
    let expected = [
        ("/IfMatch".to_owned(), "update-streaming-distribution-request-if-match-length"),
        (at("Aliases/Items/1"), "wrong-type"),
        (at("Aliases/Items/2"), "aliases-items-item-pattern"),
        (at("Comment"), "streaming-distribution-config-comment-length"),
        (at("Enabled"), "wrong-type"),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, rule)| (path.as_str(), *rule, "error")).collect();
    assert_eq!(errors(&answer), expected);
    // A wrong element still counts.
    let quantity = ("/StreamingDistributionConfig/Aliases/Quantity", json!(2));
    let answer = check(
        "UpdateStreamingDistribution",
        &with(update_streaming_distribution(), &[changes[1].clone(), quantity]),
    );
    assert!(
        errors(&answer).contains(&(at("Aliases/Quantity").as_str(), "aliases-quantity", "error")),
        "{answer}"
    );
}

#[test]
fn unknown_members_are_told_at_every_depth() {
    let answer = check(
        "GetFunction",
        &json!({ "Name": "a", "name": "b", "a/b~c": 1, "Stage": null, "Nothing": null }),
    );
    let unknown = |path| (path, "unknown-member", "error");
    assert_eq!(errors(&answer), [unknown("/a~1b~0c"), unknown("/name")]);
    assert_eq!(message(&answer, "/name"), "there is no member name; did you mean Name?");
    assert_eq!(message(&answer, "/a~1b~0c"), "there is no member a/b~c; known are Name, Stage");
    let paths = json!({ "Quantity": 1, "Items": ["/a"], "items": [] });
    let batch = json!({ "CallerReference": "1", "Paths": paths });
    let answer = check("CreateInvalidation", &json!({ "DistributionId": "E1", "InvalidationBatch": batch }));
    assert_eq!(errors(&answer), [unknown("/InvalidationBatch/Paths/items")]);
}

#[test]
fn blobs_are_base64() {
    let code = "ZnVuY3Rpb24gaGFuZGxlcihldmVudCkgeyByZXR1cm4gZXZlbnQucmVxdWVzdDsgfQ==";
    assert_eq!(check("CreateFunction", &create_function(code))["valid"], true);
    for wrong in ["function handler(event) {}", "Z", "Zg=a", "ZnVu\nY3Rp"] {
        let answer = check("CreateFunction", &create_function(wrong));
        assert_eq!(errors(&answer), [("/FunctionCode", "wrong-type", "error")], "{wrong}");
        assert_eq!(message(&answer, "/FunctionCode"), "this is text, and text in base64 is needed");
    }
    // Lengths are those of the bytes: 10240 of them are 13656 letters, 40960 are 54616.
    let at_code = |params: &Value| {
        let answer = check("CreateFunction", params);
        let rules = errors(&answer).into_iter().map(|(path, rule, _)| (path.to_owned(), rule.to_owned()));
        rules.collect::<Vec<_>>()
    };
    let told =
        |rule: &str| ("/FunctionCode".to_owned(), format!("create-function-request-function-code-{rule}"));
    let letters = |triples: usize, rest: &str| create_function(&("AAAA".repeat(triples) + rest));
    assert_eq!(at_code(&letters(3413, "AA==")), []);
    assert_eq!(at_code(&letters(3413, "AAA=")), [told("quota")]);
    assert_eq!(at_code(&letters(13_653, "AA==")), [told("quota")]);
    assert_eq!(at_code(&letters(13_653, "AAA=")), [told("length"), told("quota")]);
    let answer = check("CreateFunction", &create_function(""));
    assert_eq!(errors(&answer), [("/FunctionCode", "create-function-request-function-code-length", "error")]);
}

#[test]
fn quotas_are_errors_and_warnings_are_not() {
    let aliases = |count: usize| {
        let items: Vec<String> = (0..count).map(|index| format!("a{index}.example.com")).collect();
        let aliases = json!({ "Quantity": count, "Items": items });
        with(update_streaming_distribution(), &[("/StreamingDistributionConfig/Aliases", aliases)])
    };
    assert_eq!(check("UpdateStreamingDistribution", &aliases(100))["valid"], true);
    let answer = check("UpdateStreamingDistribution", &aliases(101));
    let path = "/StreamingDistributionConfig/Aliases/Items";
    assert_eq!(errors(&answer), [(path, "aliases-items-quota", "quota")]);
    assert_eq!(answer["valid"], false);

    let answer = check("ListFunctions", &json!({ "MaxItems": "0" }));
    assert_eq!(errors(&answer), [("/MaxItems", "list-functions-request-max-items-at-least-one", "warning")]);
    assert_eq!(answer["valid"], true);

    let mut config = update_streaming_distribution();
    let config = config["StreamingDistributionConfig"].take();
    let answer = check("CreateStreamingDistribution", &json!({ "StreamingDistributionConfig": config }));
    assert_eq!(errors(&answer), [("", "create-streaming-distribution-request-deprecated", "deprecated")]);
    assert_eq!(answer["valid"], true);
}

#[test]
fn missing_params_are_an_empty_object() {
    let answers = answers(
        "{\"id\":1,\"verb\":\"check\",\"operation\":\"ListDistributions\"}\n\
         {\"id\":1,\"verb\":\"check\",\"operation\":\"DeleteFunction\"}\n\
         {\"id\":1,\"verb\":\"check\",\"operation\":\"DeleteFunction\",\"params\":{}}\n",
    );
    assert_eq!(answers[0], json!({ "id": 1, "valid": true, "errors": [] }));
    let expected = [
        ("/IfMatch", "delete-function-request-if-match-required", "error"),
        ("/Name", "delete-function-request-name-required", "error"),
    ];
    assert_eq!(errors(&answers[1]), expected);
    assert_eq!(answers[1], answers[2]);
}

#[test]
fn ids_come_back_as_they_are() {
    let ids = [
        json!(null),
        json!(true),
        json!(-7),
        json!(u64::MAX),
        json!(0.5),
        json!("\u{1F980} \"\\\n"),
        json!([1, [null]]),
        json!({ "a": { "b": [] } }),
    ];
    for id in &ids {
        let valid = json!({ "id": id, "verb": "check", "operation": "ListDistributions" });
        let failing = json!({ "id": id, "verb": "check", "operation": "Nothing" });
        let answers = answers(format!("{valid}\n{failing}\n"));
        assert_eq!(answers[0], json!({ "id": id, "valid": true, "errors": [] }));
        assert_eq!(answers[1], json!({ "id": id, "failure": "there is no operation `Nothing`" }));
    }
    let answers = answers("{\"verb\":\"check\",\"operation\":\"ListDistributions\"}\n");
    assert_eq!(answers, [json!({ "id": null, "valid": true, "errors": [] })]);
}

/// Every line gets its answer, whatever is wrong with the one before it.
#[test]
fn lines_that_cannot_be_processed() {
    let good = "{\"id\":\"good\",\"verb\":\"check\",\"operation\":\"ListDistributions\"}";
    let deep = "[".repeat(100_000);
    let bad: [(&[u8], Value, &str); 12] = [
        (b"{", json!(null), "the line is not JSON: "),
        (b"check", json!(null), "the line is not JSON: "),
        (b"{} {}", json!(null), "the line is not JSON: "),
        (b"{\"id\":1,\"verb\":\"\xff\"}", json!(null), "the line is not JSON: "),
        (b"\xef\xbb\xbf{}", json!(null), "the line is not JSON: "),
        (deep.as_bytes(), json!(null), "the line is not JSON: "),
        (b"[]", json!(null), "the line is not a JSON object"),
        (b"null", json!(null), "the line is not a JSON object"),
        (b"{\"id\":1}", json!(1), "`verb` is missing"),
        (b"{\"id\":1,\"verb\":[]}", json!(1), "`verb` is not text"),
        (b"{\"id\":1,\"verb\":\"check\"}", json!(1), "`operation` is missing"),
        (
            b"{\"id\":1,\"verb\":\"check\",\"operation\":\"GetFunktion\"}",
            json!(1),
            "there is no operation `GetFunktion`; did you mean GetFunction?",
        ),
    ];
    let mut input = Vec::new();
    for (line, _, _) in &bad {
        input.extend([line, b"\n".as_slice(), good.as_bytes(), b"\n"].concat());
    }
    let answers = answers(input);
    assert_eq!(answers.len(), 2 * bad.len());
    for (pair, (line, id, failure)) in answers.chunks(2).zip(&bad) {
        let line = String::from_utf8_lossy(line);
        assert_eq!(pair[0]["id"], *id, "{line:.60}");
        let told = pair[0]["failure"].as_str().expect("a failure");
        assert!(told.starts_with(failure), "{line:.60}: {told}");
        assert_eq!(pair[0].as_object().map(|answer| answer.len()), Some(2));
        assert_eq!(pair[1], json!({ "id": "good", "valid": true, "errors": [] }));
    }
}

#[test]
fn empty_lines_and_line_ends() {
    let good = "{\"id\":1,\"verb\":\"check\",\"operation\":\"ListDistributions\"}";
    assert_eq!(answers(""), Vec::<Value>::new());
    assert_eq!(answers("\n\r\n  \t\n"), Vec::<Value>::new());
    // With CR LF, blanks around, and no line end at the end.
    let found = answers(format!("\n{good}\r\n\n  {good}  \n\n{good}"));
    assert_eq!(found, vec![json!({ "id": 1, "valid": true, "errors": [] }); 3]);
}

/// Who asks line by line is answered line by line.
#[test]
fn answers_come_before_the_input_ends() {
    let mut child = shapewright(&["batch"]).spawn().expect("the binary was built");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"verb\":\"check\",\"operation\":\"ListDistributions\"}}")
            .expect("open");
        let mut answer = String::new();
        stdout.read_line(&mut answer).expect("readable");
        assert_eq!(answer, format!("{{\"errors\":[],\"id\":{id},\"valid\":true}}\n"));
    }
    drop(stdin);
    assert!(child.wait().expect("the process ends with its input").success());
}

#[test]
fn commands_that_do_not_exist() {
    for arguments in [&["fly"][..], &["batch", "now"], &["help", "me"]] {
        let output = run(arguments, "");
        assert!(!output.status.success());
        assert!(output.stdout.is_empty());
        assert!(String::from_utf8_lossy(&output.stderr).starts_with(&format!("error: `{}`", arguments[0])));
    }
    for arguments in [&[][..], &["help"], &["--help"], &["-h"]] {
        let output = run(arguments, "");
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stdout).starts_with("Usage: shapewright batch"));
    }
}
