//! Requests with repeated parts, and strict reading of requests.

use cloudfront_http::http::{Method, Request};
use cloudfront_http::{Operation, ReadOptions, RequestError, Strictness, UpdateDistribution, route};
use cloudfront_shapes::UpdateDistributionRequest;
use shapewright_tests::wire::empty;

/// The operation that reads a request, or the code, status and message of the error.
fn read(
    (method, uri): (Method, &str),
    headers: &[(&'static str, &str)],
    body: &str,
    strictness: Strictness,
) -> Result<&'static str, (String, u16, String)> {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body).expect("a request");
    let error = match route(request.method(), request.uri()) {
        Ok(binding) => {
            let options = ReadOptions::default().strictness(strictness);
            match binding.parse_request(&request, options, &mut *empty(binding.input.shape)) {
                Ok(()) => return Ok(binding.name),
                Err(error) => error.to_response(),
            }
        }
        Err(error) => error.to_response(),
    };
    Err((error.code, error.status.unwrap_or_default(), error.details.message.unwrap_or_default()))
}

const UPDATE: (Method, &str) = (Method::PUT, "/2020-05-31/distribution/E1/config");

#[test]
fn repeated_parts_of_requests_are_errors() {
    let tagging = |query: &'static str| (Method::POST, query);
    let tags = "<Tags><Items><Tag><Key>a</Key></Tag></Items></Tags>";
    let config = |content: &str| format!("<DistributionConfig>{content}</DistributionConfig>");
    for (line, headers, body, code, message) in [
        (
            tagging("/2020-05-31/tagging?Operation=Untag&Operation=Tag&Resource=a"),
            [].as_slice(),
            tags.to_owned(),
            "InvalidArgument",
            "the query parameter `Operation` is repeated",
        ),
        (
            tagging("/2020-05-31/tagging?Operation=Tag&Resource=a&Resource=b"),
            &[],
            tags.to_owned(),
            "InvalidArgument",
            "Resource: the value is repeated",
        ),
        (
            UPDATE,
            &[("If-Match", "E1"), ("if-match", "E2")],
            config(""),
            "InvalidArgument",
            "IfMatch: the value is repeated",
        ),
        (
            UPDATE,
            &[],
            config("<Comment>a</Comment><e:Comment xmlns:e=\"urn:evil\">b</e:Comment>"),
            "MalformedInput",
            "element `Comment` is repeated: keep one of them",
        ),
        (
            UPDATE,
            &[],
            config("<Aliases><Items/><Quantity>0</Quantity><Items/></Aliases>"),
            "MalformedInput",
            "element `Items` is repeated: keep one of them",
        ),
    ] {
        for strictness in [Strictness::Lenient, Strictness::Strict] {
            let found = read(line.clone(), headers, &body, strictness).expect_err(&body);
            assert_eq!((found.0.as_str(), found.1), (code, 400), "{found:?}");
            assert!(found.2.contains(message), "{found:?}\n  {message}");
        }
    }
}

#[test]
fn strict_reading_refuses_what_the_operation_does_not_have() {
    let config = "<DistributionConfig><Comment/></DistributionConfig>";
    for (line, body, message) in [
        (
            UPDATE,
            "<StreamingDistributionConfig><Comment/></StreamingDistributionConfig>",
            "the root is `StreamingDistributionConfig`, expected `DistributionConfig`",
        ),
        (
            UPDATE,
            "<DistributionConfig><comment/></DistributionConfig>",
            "unknown element `comment`: did you mean `Comment`?",
        ),
        (
            (Method::GET, "/2020-05-31/distribution?maxitems=5"),
            "",
            "unknown query parameter `maxitems`: did you mean `MaxItems`?",
        ),
        ((Method::GET, "/2020-05-31/distribution/E1?Verbose"), "", "unknown query parameter `Verbose`"),
    ] {
        assert!(read(line.clone(), &[], body, Strictness::Lenient).is_ok(), "{message}");
        let found = read(line, &[], body, Strictness::Strict).expect_err(message);
        assert!(found.1 == 400 && found.2.ends_with(message), "{found:?}\n  {message}");
    }
    assert_eq!(read(UPDATE, &[], config, Strictness::Strict), Ok("UpdateDistribution"));
}

#[test]
fn an_operation_reads_requests_strictly() {
    let body = "<StreamingDistributionConfig/>";
    let request = Request::builder().method("PUT").uri(UPDATE.1).body(body).expect("a request");
    let id = |read: Result<UpdateDistributionRequest, RequestError>| read.map(|read| read.id).ok().flatten();
    assert_eq!(id(UpdateDistribution::parse_request(&request)).as_deref(), Some("E1"));
    let strict = ReadOptions::default().strictness(Strictness::Strict);
    let error = UpdateDistribution::parse_request_with(strict, &request).expect_err("another root");
    assert_eq!((error.code(), error.member()), ("MalformedInput", Some("DistributionConfig")));
}
