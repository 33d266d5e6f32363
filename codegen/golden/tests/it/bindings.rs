//! The golden case of HTTP bindings at work: every place of a message, every form in a document.

use std::collections::BTreeMap;

use shapewright_golden::bindings::http::{GetObject, Operation, PutObject, route};
use shapewright_golden::bindings::shapes::{
    Filter, GetObjectRequest, GetObjectResult, Part, PutObjectRequest,
};
use shapewright_runtime::Timestamp;

fn put_object() -> PutObjectRequest {
    PutObjectRequest::default()
        .bucket("b")
        .key("a b/c")
        .version("7")
        .parameters([("trace".to_owned(), "1 2".to_owned()), ("version".to_owned(), "no".to_owned())])
        .metadata([("owner".to_owned(), "me".to_owned())])
        .since(Timestamp::from_unix(1_576_540_098, 500_000_000).expect("in range"))
        .body([0, 255])
}

#[test]
fn members_are_sent_where_they_are_bound() {
    let mut input = put_object();
    assert_eq!(PutObject::BINDING.host_prefix_for(&input).as_deref(), Ok("b.data."));
    assert!(PutObject::BINDING.fill_idempotency_token(&mut input, "t-1"));
    assert!(!PutObject::BINDING.fill_idempotency_token(&mut input, "t-2"));
    let request = PutObject::build_request(&input).expect("every value has a form");
    assert_eq!((request.method().as_str(), request.body().as_slice()), ("PUT", [0, 255].as_slice()));
    assert_eq!(request.uri().to_string(), "/objects/b/a%20b/c?acl&version=7&trace=1%202");
    let mut headers: Vec<_> = request
        .headers()
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("?")))
        .collect();
    headers.sort();
    let wanted = [
        "content-length: 2",
        "content-type: application/octet-stream",
        "x-meta-owner: me",
        "x-since: 1576540098.5",
        "x-token: t-1",
    ];
    assert_eq!(headers, wanted);
    let binding = route(request.method(), request.uri()).expect("it is an operation");
    assert_eq!(binding.name, PutObject::NAME);
    // A server has all parameters in the map.
    let all = [("acl", ""), ("trace", "1 2"), ("version", "7")];
    input.parameters = Some(all.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    assert_eq!(PutObject::parse_request(&request), Ok(input));
}

#[test]
fn values_that_cannot_be_sent_are_refused() {
    let headers: BTreeMap<_, _> = (0..40_000).map(|number| (format!("h{number}"), String::new())).collect();
    let input = put_object().metadata(headers);
    let error = PutObject::build_request(&input).expect_err("too many headers");
    assert_eq!(error.to_string(), "/Metadata: 1000 headers are as many as a message can hold: send fewer");
    let error = PutObject::build_request(&put_object().token("secret\nkey")).expect_err("two lines");
    assert_eq!(error.to_string(), "/Token: a header cannot hold control characters: remove them");
    let error = PutObject::build_request(&put_object().bucket("..")).expect_err("a step");
    assert_eq!(error.to_string(), "/Bucket: is part of the address and cannot be `.` or `..`");
    for host in ["", "evil.example/x?", "-a", "a_b", &"a".repeat(64)] {
        let error =
            PutObject::BINDING.host_prefix_for(&put_object().bucket(host)).expect_err("no part of a host");
        assert_eq!(
            error.message(),
            "is part of the host name: use letters, digits and inner hyphens, at most 63"
        );
    }
    for status in [-1, 99, 70_000] {
        let error =
            GetObject::build_response(&GetObjectResult::default().status(status)).expect_err("no status");
        assert_eq!(error.to_string(), "/Status: is not an HTTP status: use 100 to 999");
    }
}

#[test]
fn keys_may_begin_with_a_slash() {
    let input = put_object().key("/a");
    let request = PutObject::build_request(&input).expect("every value has a form");
    assert_eq!(request.uri().path(), "/objects/b//a");
    assert_eq!(route(request.method(), request.uri()).map(|binding| binding.name), Ok(PutObject::NAME));
    assert_eq!(PutObject::parse_request(&request).map(|input| input.key), Ok(input.key));
}

#[test]
fn labels_are_never_empty() {
    let error = PutObject::build_request(&put_object().key("")).expect_err("a label is empty");
    assert_eq!(error.to_string(), "/Key: is part of the address and cannot be absent or empty: set it");
}

#[test]
fn documents_have_the_forms_of_the_model() {
    let part = |kind: &str, size: i64| Part::default().kind(kind).size(size);
    let output = GetObjectResult::default()
        .status(206)
        .names(["n"])
        .parts([part("x", 2), part("y", 3)])
        .labels([("a".to_owned(), "b".to_owned())])
        .counts([("c".to_owned(), part("<", 1))])
        .created(Timestamp::UNIX_EPOCH);
    let response = GetObject::build_response(&output).expect("every value has a form");
    assert_eq!(response.status(), 206);
    let body = "<Object xmlns=\"https://example.com/doc/\"><Created>Thu, 01 Jan 1970 00:00:00 GMT</Created>\
                <Names><Name>n</Name></Names>\
                <Part xmlns:x=\"https://example.com/x\" x:kind=\"x\"><Size>2</Size></Part>\
                <Part xmlns:x=\"https://example.com/x\" x:kind=\"y\"><Size>3</Size></Part>\
                <Labels><entry><Label>a</Label><value>b</value></entry></Labels>\
                <Counts xmlns=\"https://example.com/c\"><key>c</key><value xmlns:x=\"https://example.com/x\" x:kind=\"&lt;\"><Size>1</Size></value></Counts>\
                </Object>";
    assert_eq!(String::from_utf8_lossy(response.body()), body);
    assert_eq!(GetObject::parse_response(&response), Ok(output));
}

#[test]
fn unions_may_hold_lists_of_themselves() {
    let all = Filter::All(vec![Filter::Prefix("p".to_owned()), Filter::All(Vec::new())]);
    let input = GetObjectRequest::default().filter(all);
    let request = GetObject::build_request(&input).expect("every value has a form");
    let body = "<ObjectFilter xmlns=\"https://example.com/doc/\"><All><member><Prefix>p</Prefix></member>\
                <member><All></All></member></All></ObjectFilter>";
    assert_eq!(String::from_utf8_lossy(request.body()), body);
    assert_eq!(GetObject::parse_request(&request), Ok(input));
}
