//! The verbs that build and parse messages.

use crate::common::{answers, errors, help, message, run};
use serde_json::{Value, json};

/// The answer to one line.
fn answer(line: Value) -> Value {
    let mut answers = answers(line.to_string());
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

const TAGS: &str = "<Tags xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Items><Tag><Key>a</Key>\
                    <Value>&lt;&amp;</Value></Tag></Items></Tags>";

#[test]
fn a_request_is_built_and_parsed() {
    let resource = "arn:aws:cloudfront::123456789012:distribution/EDFDVBD6EXAMPLE";
    let params = json!({"Resource": resource, "Tags": {"Items": [{"Key": "a", "Value": "<&"}]}});
    let built = answer(json!({"id": 1, "verb": "request", "operation": "TagResource", "params": params}));
    let wanted = json!({
        "method": "POST",
        "path": "/2020-05-31/tagging",
        "query_raw": "Operation=Tag&Resource=arn%3Aaws%3Acloudfront%3A%3A123456789012%3Adistribution%2FEDFDVBD6EXAMPLE",
        "headers": {"content-type": "application/xml", "content-length": TAGS.len().to_string()},
        "body": TAGS,
    });
    assert_eq!(built, json!({"id": 1, "request": wanted}));
    let parsed = answer(json!({"id": 2, "verb": "parse-request", "request": built["request"]}));
    assert_eq!(parsed, json!({"id": 2, "operation": "TagResource", "params": params}));
}

#[test]
fn decimal_numbers_are_read_as_they_were_given() {
    let assert_read = |operation: &str, params: &str| {
        let line = format!(r#"{{"verb":"request","operation":"{operation}","params":{params}}}"#);
        let built = answers(line).remove(0);
        let line = json!({"verb": "parse-request", "request": built["request"]}).to_string();
        let parsed = String::from_utf8(run(&["batch"], line).stdout).expect("UTF-8");
        assert!(parsed.contains(params), "{parsed}");
    };
    for number in ["0.01", "0.15", "1e-7", "2.0"] {
        let config = format!(r#"{{"TrafficConfig":{{"SingleWeightConfig":{{"Weight":{number}}}}}}}"#);
        let params = format!(r#"{{"ContinuousDeploymentPolicyConfig":{config}}}"#);
        assert_read("CreateContinuousDeploymentPolicy", &params);
    }
    for number in ["0.1", "94.24502837770503", "57.394118792810076"] {
        let config = format!(r#"{{"ServerTimingHeadersConfig":{{"SamplingRate":{number}}}}}"#);
        assert_read("CreateResponseHeadersPolicy", &format!(r#"{{"ResponseHeadersPolicyConfig":{config}}}"#));
    }
}

#[test]
fn names_with_characters_that_no_request_can_have_are_invalid() {
    let params = json!({"CachePolicyConfig": {"Name": "a\u{1}b", "MinTTL": 0}});
    let checked = answer(json!({"verb": "check", "operation": "CreateCachePolicy", "params": params}));
    assert_eq!(checked["valid"], false, "{checked}");
    let built = answer(json!({"verb": "request", "operation": "CreateCachePolicy", "params": params}));
    assert_eq!(built["failure"], "/CachePolicyConfig/Name: U+0001 is not allowed in XML: remove it");
}

#[test]
fn requests_that_the_service_would_refuse_are_answered_as_it_would() {
    let request = |method: &str, path: &str, query: &str, body: &str| {
        let request = json!({"method": method, "path": path, "query_raw": query, "body": body});
        json!({"verb": "parse-request", "request": request})
    };
    let code = |line: Value| {
        let answer = answer(line);
        (answer["error"]["code"].clone(), answer["error"]["status"].clone())
    };
    let distribution = "/2020-05-31/distribution";
    assert_eq!(code(request("POST", distribution, "", "")), (json!("MissingBody"), json!(400)));
    // With a content type, the service reads the document and misses the payload: s3tools/s3cmd#1214 (2021).
    let mut typed = request("POST", "/2020-05-31/distribution/E1/invalidation", "", "");
    typed["request"]["headers"] = json!({"content-type": "text/xml"});
    let error = answer(typed)["error"].clone();
    assert_eq!((&error["code"], &error["status"]), (&json!("MalformedXML"), &json!(400)));
    assert_eq!(
        error["message"],
        "1 validation error detected: Value null at 'invalidationBatch' failed to satisfy constraint: Member must not \
         be null"
    );
    assert_eq!(code(request("POST", distribution, "WithTags", "<a>")), (json!("MalformedInput"), json!(400)));
    let wrong = "<DistributionConfig><Enabled>maybe</Enabled></DistributionConfig>";
    assert_eq!(code(request("POST", distribution, "", wrong)), (json!("MalformedInput"), json!(400)));
    let tenants = request("POST", "/2020-05-31/distribution-tenants", "", "<r><MaxItems>many</MaxItems></r>");
    assert_eq!(code(tenants), (json!("MalformedInput"), json!(400)));
    assert_eq!(code(request("GET", "/nowhere", "", "")), (json!("UnknownOperationException"), json!(404)));
    assert_eq!(
        code(request("PATCH", distribution, "", "")),
        (json!("UnknownOperationException"), json!(405))
    );
}

#[test]
fn requests_are_read_strictly_if_the_line_says_so() {
    let parse = |strict: Value| {
        let path = "/2020-05-31/distribution/E1/config";
        let body = "<StreamingDistributionConfig></StreamingDistributionConfig>";
        let request = json!({"method": "PUT", "path": path, "body": body});
        answer(json!({"verb": "parse-request", "request": request, "strict": strict}))
    };
    for lenient in [json!(null), json!(false)] {
        assert_eq!(parse(lenient)["operation"], "UpdateDistribution");
    }
    let error = &parse(json!(true))["error"];
    let message = "DistributionConfig: in the body: line 1, column 30, in /StreamingDistributionConfig: the root is \
                   `StreamingDistributionConfig`, expected `DistributionConfig`";
    assert_eq!((&error["code"], &error["message"]), (&json!("MalformedInput"), &json!(message)));
    assert_eq!(parse(json!("yes"))["failure"], "`strict` is not a boolean");
}

#[test]
fn responses_give_results_and_errors() {
    let get = |response: Value| {
        answer(json!({"verb": "response", "operation": "GetFunction", "response": response}))
    };
    let headers = json!({"ETag": "E1", "Content-Type": "application/javascript"});
    let function = get(json!({"status": 200, "headers": headers, "body_base64": "gIE="}));
    let wanted = json!({"FunctionCode": "gIE=", "ETag": "E1", "ContentType": "application/javascript"});
    assert_eq!(function["result"], wanted);
    let body = "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchFunctionExists</Code><Message>no</Message></Error>\
                <RequestId>r-1</RequestId></ErrorResponse>";
    let error = get(json!({"status": 404, "headers": {}, "body": body}));
    let wanted = json!({
        "code": "NoSuchFunctionExists", "message": "no", "type": "Sender", "status": 404, "request_id": "r-1",
    });
    assert_eq!(error["error"], wanted);
    let page =
        get(json!({"status": 503, "headers": {"x-amzn-requestid": "r-2"}, "body": "<html>busy</html>"}));
    let wanted = json!({
        "code": null, "message": "Service Unavailable", "type": null, "status": 503, "request_id": "r-2",
    });
    assert_eq!(page["error"], wanted);
}

#[test]
fn responses_are_built_of_results_and_errors() {
    let error = json!({"code": "NoSuchDistribution", "message": "a < b", "request_id": "r-1"});
    let built = answer(json!({"verb": "build-response", "operation": "GetDistribution", "error": error}));
    let body = "<?xml version=\"1.0\"?>\n\
                <ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Error><Type>Sender</Type>\
                <Code>NoSuchDistribution</Code><Message>a &lt; b</Message></Error><RequestId>r-1</RequestId>\
                </ErrorResponse>";
    let headers = json!({
        "content-type": "text/xml", "content-length": body.len().to_string(), "x-amzn-requestid": "r-1",
    });
    assert_eq!(built["response"], json!({"status": 404, "headers": headers, "body": body}));
    let error = json!({"code": "NoSuchDistribution", "message": "a < b"});
    let line = json!({"verb": "build-response", "operation": "GetDistribution", "error": error, "request_id": "r-1"});
    assert_eq!(answer(line)["response"], built["response"]);
    let result = json!({"ETag": "E1"});
    let built = answer(json!({"verb": "build-response", "operation": "UpdateFunction", "result": result}));
    assert_eq!(built["response"]["headers"]["ettag"], "E1");
    assert_eq!(built["response"]["body"], "");
    assert_eq!(built["response"]["headers"].get("x-amzn-requestid"), None);
    let line = json!({
        "verb": "build-response", "operation": "UpdateFunction", "result": result, "request_id": "r-2",
    });
    assert_eq!(answer(line)["response"]["headers"]["x-amzn-requestid"], "r-2");
    let read = json!({"verb": "response", "operation": "UpdateFunction", "response": built["response"]});
    assert_eq!(answer(read)["result"], result);
    // The header that the model means, as every other operation has it.
    let usual = json!({"status": 200, "headers": {"ETag": "E1"}});
    let read = json!({"verb": "response", "operation": "UpdateFunction", "response": usual});
    assert_eq!(answer(read)["result"], result);
}

/// The failure of a line, and its help.
fn failure(line: Value) -> (String, Option<String>) {
    let answer = answer(line);
    let text = |key: &str| answer[key].as_str().map(str::to_owned);
    (text("failure").unwrap_or_else(|| panic!("{answer}")), text("help"))
}

fn assert_failure(line: Value, message: &str, help: Option<&str>) {
    assert_eq!(failure(line), (message.to_owned(), help.map(str::to_owned)));
}

#[test]
fn errors_that_cannot_be_built() {
    let status = "`error.status` is not the HTTP status of an error";
    for (error, message, help) in [
        (json!({}), "`error.code` is missing", None),
        (json!({"code": "X", "message": 5}), "`error.message` is not a string", None),
        (json!({"code": "X", "status": 200}), status, Some("use a number from 300 to 599")),
        (json!({"code": "X", "status": "404"}), status, Some("use a number from 300 to 599")),
        (json!({"code": "X", "type": "Nobody"}), "`error.type` is `Nobody`", Some("use Sender or Receiver")),
        (json!({"Code": "X"}), "unknown key `error.Code`", Some("did you mean `code`?")),
        (json!("X"), "`error` is not an object", None),
    ] {
        let line = json!({"verb": "build-response", "operation": "GetFunction", "error": error});
        assert_failure(line, message, help);
    }
}

#[test]
fn a_response_needs_a_result_or_an_error() {
    let needed = "`result` or `error` is missing";
    let help = "an operation without output has the result {}";
    for operation in ["GetDistribution", "DeleteDistribution"] {
        let line = json!({"verb": "build-response", "operation": operation, "result": null});
        assert_failure(line, needed, Some(help));
    }
    let line = json!({"verb": "build-response", "operation": "DeleteDistribution", "result": {}});
    assert_eq!(answer(line)["response"]["status"], 204);
    let line =
        json!({"verb": "build-response", "operation": "DeleteDistribution", "result": {}, "request_id": 1});
    assert_failure(line, "`request_id` is not a string", None);
    let line = json!({"verb": "build-response", "operation": "DeleteDistribution", "result": {}, "request_id": "\n"});
    let message = "the request id cannot be the value of a header: use visible ASCII";
    assert_failure(line, message, None);
}

#[test]
fn messages_that_cannot_be_read() {
    let parse = |request: Value| json!({"verb": "parse-request", "request": request});
    let headers: serde_json::Map<_, _> =
        (0..40_000).map(|number| (format!("h{number}"), json!(""))).collect();
    let request = json!({"method": "GET", "path": "/", "headers": headers});
    assert_failure(parse(request), "there are too many headers", None);
    let request = json!({"method": "GET", "path": "/", "query": "a=b"});
    let known = "known keys are method, path, query_raw, headers, body, body_base64";
    assert_failure(parse(request), "unknown key `request.query`", Some(known));
    let request = json!({"path": "/"});
    assert_failure(parse(request), "`request.method` is missing", None);
    let request = json!({"method": "GET", "path": "/", "query_raw": 1});
    assert_failure(parse(request), "`request.query_raw` is not a string", None);
    for (path, query, key) in [("/2020-05-31/distribution/a#b", "", "path"), ("/", "a=b#c", "query_raw")] {
        let request = json!({"method": "GET", "path": path, "query_raw": query});
        let message = format!("`request.{key}` has a `#`, which no request can have");
        assert_failure(parse(request), &message, Some("write `%23`, or remove the fragment"));
    }
    let request = json!({"method": "GET", "path": "/2020-05-31/distribution?MaxItems=x", "query_raw": "a=b"});
    let message = "`request.path` has a query, and `request.query_raw` is another";
    assert_failure(parse(request), message, Some("give the query in one of them"));
    for path in ["2020-05-31/distribution", "", "?MaxItems=1"] {
        let request = json!({"method": "GET", "path": path});
        let message = format!("`request.path` is `{path}`");
        assert_failure(parse(request), &message, Some("the path of a request begins with `/`"));
    }
    let request = json!({"method": "GET", "path": "/a b"});
    assert_failure(parse(request), "`/a b` is not a path with a query: invalid uri character", None);
    let get =
        |response: Value| json!({"verb": "response", "operation": "GetDistribution", "response": response});
    assert_failure(get(Value::Null), "`response` is missing", None);
    assert_failure(get(json!([])), "`response` is not an object", None);
    let response = json!({"status": 200, "Headers": {}});
    assert_failure(get(response), "unknown key `response.Headers`", Some("did you mean `headers`?"));
    let response = json!({"status": 200, "headers": {}, "body": "<Distribution>\n  <Id>E1</Id"});
    let message = "the response (HTTP 200) cannot be read: Distribution: in the body: line 2, column 9, in \
                   /Distribution/Id: syntax error: tag not closed: `>` not found before end of input";
    assert_failure(get(response), message, None);
}

#[test]
fn params_that_do_not_fit() {
    let request =
        |params: Value| json!({"verb": "request", "operation": "GetDistribution", "params": params});
    let missing = "/Id: is part of the address and cannot be absent or empty: set it";
    assert_failure(request(json!({})), missing, None);
    let answer = answer(request(json!({"Id": 1, "No": 2})));
    assert_eq!(answer["failure"], "`params` does not fit the operation");
    let expected = [("/Id", "wrong-type", "error"), ("/No", "unknown-member", "error")];
    assert_eq!(errors(&answer), expected);
    assert_eq!(message(&answer, "/Id"), "expected a string, found the number 1");
    assert_eq!(help(&answer, "/No"), "known members are Id");
    let line = json!({"verb": "build-response", "operation": "GetFunction", "result": {"Etag": "E1"}});
    let answer = self::answer(line);
    assert_eq!(answer["failure"], "`result` does not fit the operation");
    assert_eq!(errors(&answer), [("/Etag", "unknown-member", "error")]);
}
