//! The verbs that build and parse messages.

use crate::common::answers;
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
fn requests_that_the_service_would_refuse_are_answered_as_it_would() {
    let request = |method: &str, path: &str, query: &str, body: &str| json!({"verb": "parse-request", "request": {"method": method, "path": path, "query_raw": query, "body": body}});
    let code = |line: Value| {
        let answer = answer(line);
        (answer["error"]["code"].clone(), answer["error"]["status"].clone())
    };
    let distribution = "/2020-05-31/distribution";
    assert_eq!(code(request("POST", distribution, "", "")), (json!("MissingBody"), json!(400)));
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
    let body = "<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Error><Type>Sender</Type>\
                <Code>NoSuchDistribution</Code><Message>a &lt; b</Message></Error><RequestId>r-1</RequestId></ErrorResponse>";
    let headers = json!({
        "content-type": "application/xml", "content-length": body.len().to_string(), "x-amzn-requestid": "r-1",
    });
    assert_eq!(built["response"], json!({"status": 404, "headers": headers, "body": body}));
    let result = json!({"ETag": "E1"});
    let built = answer(json!({"verb": "build-response", "operation": "UpdateFunction", "result": result}));
    assert_eq!(built["response"]["headers"]["ettag"], "E1");
    assert_eq!(built["response"]["body"], "");
    let read = json!({"verb": "response", "operation": "UpdateFunction", "response": built["response"]});
    assert_eq!(answer(read)["result"], result);
    // The header that the model means, as every other operation has it.
    let usual = json!({"status": 200, "headers": {"ETag": "E1"}});
    let read = json!({"verb": "response", "operation": "UpdateFunction", "response": usual});
    assert_eq!(answer(read)["result"], result);
}

#[test]
fn what_cannot_be_processed_says_why() {
    let failure = |line: Value| answer(line)["failure"].as_str().unwrap_or_default().to_owned();
    let build = |error: Value| json!({"verb": "build-response", "operation": "GetFunction", "error": error});
    for (error, why) in [
        (json!({}), "`error.code` is missing"),
        (json!({"code": "X", "message": 5}), "`error.message` is not text"),
        (
            json!({"code": "X", "status": 200}),
            "`error.status` is not the HTTP status of an error: use 300 to 599",
        ),
        (
            json!({"code": "X", "status": "404"}),
            "`error.status` is not the HTTP status of an error: use 300 to 599",
        ),
        (json!({"code": "X", "type": "Nobody"}), "`error.type` is `Nobody`: use Sender or Receiver"),
    ] {
        assert_eq!(failure(build(error)), why);
    }
    let headers: serde_json::Map<_, _> =
        (0..40_000).map(|number| (format!("h{number}"), json!(""))).collect();
    let request = json!({"method": "GET", "path": "/", "headers": headers});
    assert_eq!(failure(json!({"verb": "parse-request", "request": request})), "there are too many headers");
    assert_eq!(
        failure(json!({"verb": "request", "operation": "GetDistribution", "params": {}})),
        "Id: is part of the address and cannot be absent or empty: set it"
    );
    assert_eq!(
        failure(json!({"verb": "request", "operation": "GetDistribution", "params": {"Id": 1, "No": 2}})),
        "/Id: this is a number, and text is needed; /No: there is no member No; known are Id"
    );
    assert_eq!(failure(json!({"verb": "response", "operation": "GetDistribution"})), "`response` is missing");
    let response = json!({"status": 200, "headers": {}, "body": "<Distribution>\n  <Id>E1</Id"});
    assert_eq!(
        failure(json!({"verb": "response", "operation": "GetDistribution", "response": response})),
        "the response (HTTP 200) cannot be read: Distribution: in the body: line 2, column 9, in /Distribution/Id: \
         syntax error: tag not closed: `>` not found before end of input"
    );
}
