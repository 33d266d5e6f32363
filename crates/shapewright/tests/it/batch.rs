//! `shapewright batch` as a process: lines go in, answers come out.

use crate::common::*;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use serde_json::{Value, json};

#[test]
fn valid_requests() {
    let answer = check("UpdateStreamingDistribution", &update_streaming_distribution());
    assert_eq!(answer, json!({ "id": 1, "valid": true, "errors": [] }));
}

/// All valid requests of the fixtures, and many lines in one run.
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
            3 => {
                let failure = "there is no operation `Nothing`";
                assert_eq!(*answer, json!({ "id": id, "line": id + 1, "failure": failure }));
            }
            _ => assert_eq!(answer["valid"], true, "{} {answer}", requests[id % requests.len()]),
        }
    }
}

#[test]
fn all_errors_are_reported_at_once() {
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
        ("/IfMatch".to_owned(), "update-streaming-distribution-request-if-match-pattern"),
        (config("Aliases/Quantity"), "aliases-quantity"),
        (config("Comment"), "streaming-distribution-config-comment-required"),
        (config("Enabled"), "wrong-type"),
        (config("Loging"), "unknown-member"),
        (config("PriceClass"), "streaming-distribution-config-price-class-enum"),
        (config("S3Origin/OriginAccessIdentity"), "s3-origin-origin-access-identity-pattern"),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, rule)| (path.as_str(), *rule, "error")).collect();
    assert_eq!(errors(&answer), expected);
    assert_eq!(message(&answer, &config("Loging")), "there is no member Loging");
    assert_eq!(help(&answer, &config("Loging")), "did you mean Logging?");
    assert!(help(&answer, &config("PriceClass")).contains("did you mean PriceClass_100?"));
    assert_eq!(message(&answer, &config("Enabled")), "expected a boolean, found a string");
    let codes: Vec<_> = answer["errors"].as_array().into_iter().flatten().map(|e| of(e, "code")).collect();
    assert!(
        codes.contains(&"InvalidIfMatchVersion") && codes.contains(&"InconsistentQuantities"),
        "{codes:?}"
    );
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
    // That of the operation; for distributions it is TooManyDistributionCNAMEs.
    assert_eq!(answer["errors"][0]["code"], "TooManyStreamingDistributionCNAMEs");
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
         {\"id\":1,\"verb\":\"check\",\"operation\":\"DeleteFunction\",\"params\":{}}\n\
         {\"id\":1,\"verb\":\"check\",\"operation\":\"DeleteFunction\",\"params\":null}\n",
    );
    assert_eq!(answers[0], json!({ "id": 1, "valid": true, "errors": [] }));
    let expected = [
        ("/IfMatch", "delete-function-request-if-match-required", "error"),
        ("/Name", "delete-function-request-name-required", "error"),
    ];
    assert_eq!(errors(&answers[1]), expected);
    assert_eq!(answers[1], answers[2]);
    assert_eq!(answers[1], answers[3]);
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
        let failure = "there is no operation `Nothing`";
        assert_eq!(answers[1], json!({ "id": id, "line": 2, "failure": failure }));
    }
    let answers = answers("{\"verb\":\"check\",\"operation\":\"ListDistributions\"}\n");
    assert_eq!(answers, [json!({ "id": null, "valid": true, "errors": [] })]);
}

const VERBS: &str = "use check, request, parse-request, response, build-response";

/// Every line is answered, whatever is wrong with the line before it.
#[test]
fn lines_that_cannot_be_processed() {
    let good = "{\"id\":\"good\",\"verb\":\"check\",\"operation\":\"ListDistributions\"}";
    let deep = "[".repeat(100_000);
    let bad: [(&[u8], Value, &str, Option<&str>); 12] = [
        (b"{", json!(null), "the line is not JSON: EOF while parsing an object at column 1", None),
        (b"check", json!(null), "the line is not JSON: expected value at column 1", None),
        (b"{} {}", json!(null), "the line is not JSON: trailing characters at column 4", None),
        (
            b"{\"id\":1,\"verb\":\"\xff\"}",
            json!(null),
            "the line is not JSON: invalid UTF-8 at column 17",
            None,
        ),
        (b"\xef\xbb\xbf{}", json!(null), "`verb` is missing", Some(VERBS)),
        (deep.as_bytes(), json!(null), "the line is not a JSON object", None),
        (b"[]", json!(null), "the line is not a JSON object", None),
        (b"null", json!(null), "the line is not a JSON object", None),
        (b"{\"id\":1}", json!(1), "`verb` is missing", Some(VERBS)),
        (b"{\"id\":1,\"verb\":[]}", json!(1), "`verb` is not a string", Some(VERBS)),
        (b"{\"id\":1,\"verb\":\"check\"}", json!(1), "`operation` is missing", None),
        (
            b"{\"id\":1,\"verb\":\"check\",\"operation\":\"GetFunktion\"}",
            json!(1),
            "there is no operation `GetFunktion`",
            Some("did you mean GetFunction?"),
        ),
    ];
    let mut input = Vec::new();
    for (line, ..) in &bad {
        input.extend([line, b"\n".as_slice(), good.as_bytes(), b"\n"].concat());
    }
    let answers = answers(input);
    assert_eq!(answers.len(), 2 * bad.len());
    for (index, (pair, (line, id, failure, help))) in answers.chunks(2).zip(&bad).enumerate() {
        let mut expected = json!({ "id": id, "line": 2 * index + 1, "failure": failure });
        if let Some(help) = help {
            expected["help"] = json!(help);
        }
        assert_eq!(pair[0], expected, "{:.60}", String::from_utf8_lossy(line));
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

/// A program that sends one line and waits gets its answer.
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
