//! Edges of HTTP: labels and queries that mean something else, truncated bodies, errors with the status of a success.

use std::collections::BTreeMap;

use shapewright_http::http::{Request, Response};
use shapewright_http::{
    Binding, Body, Location, Message, ReadOptions, ResponseError, Service, element, elements,
};
use shapewright_runtime::{ErrorResponse, members};

#[derive(Clone, Debug, Default, PartialEq)]
struct Input {
    id: Option<String>,
    key: Option<String>,
    mark: Option<String>,
    all: Option<BTreeMap<String, String>>,
    trace: Option<String>,
    extra: Option<BTreeMap<String, String>>,
    name: Option<String>,
}

members! { Input {
    "Id" => id, "Key" => key, "Mark" => mark, "All" => all, "Trace" => trace, "Extra" => extra, "Name" => name,
} }
elements! { INPUT { _, _, _, _, _, _, "Name" } }

#[derive(Clone, Debug, Default, PartialEq)]
struct Output {
    name: Option<String>,
    trace: Option<String>,
}

members! { Output { "Name" => name, "Trace" => trace } }
elements! { OUTPUT { "Name", _ } }

static SERVICE: Service = Service::new("InvalidArgument").malformed_body("MalformedXML");
static BINDING: Binding = Binding::new(&SERVICE)
    .http("PUT", "/things/{Id}/{Key+}")
    .input(
        Message::new("Input")
            .members(&[
                Location::Label,
                Location::Label,
                Location::Query("mark"),
                Location::QueryParams,
                Location::Header("x-trace"),
                Location::PrefixHeaders(""),
                Location::Document,
            ])
            .body(Body::Document { root: element!("Input" => INPUT), required: false }),
    )
    .output(
        Message::new("Output")
            .members(&[Location::Document, Location::Header("x-trace")])
            .body(Body::Document { root: element!("Output" => OUTPUT), required: false }),
    );

/// An operation whose output has the root of an error.
static ERROR: Binding = Binding::new(&SERVICE).output(
    Message::new("Output")
        .members(&[Location::Document, Location::Header("x-trace")])
        .body(Body::Document { root: element!("Error" => OUTPUT), required: false }),
);

fn input() -> Input {
    Input { id: Some("a".to_owned()), key: Some("b".to_owned()), ..Input::default() }
}

fn parse(request: &Request<Vec<u8>>) -> Result<Input, String> {
    let mut input = Input::default();
    let outcome = BINDING.parse_request(request, ReadOptions::default(), &mut input);
    outcome.map(|()| input).map_err(|error| format!("{} {error}", error.code()))
}

fn request(uri: &str) -> Request<Vec<u8>> {
    Request::put(uri).body(Vec::new()).expect("it is a request")
}

fn answer(response: &Response<&str>) -> Result<Output, ResponseError<ErrorResponse>> {
    let mut output = Output::default();
    BINDING.parse_response(response, ReadOptions::default(), &mut output).map(|()| output)
}

#[test]
fn labels_that_cannot_be_written_are_not_read() {
    for label in [".", "..", "%2E", "%2e%2e", ".%2E"] {
        let wanted = "InvalidArgument Id: is part of the address and cannot be `.` or `..`";
        assert_eq!(parse(&request(&format!("/things/{label}/b"))), Err(wanted.to_owned()));
        let text = label.replace("%2e", ".").replace("%2E", ".");
        let error = BINDING.build_request(&Input { id: Some(text), ..input() });
        assert!(error.is_err_and(|error| error.to_string().ends_with("cannot be `.` or `..`")));
    }
    for (path, member) in [("/things//b", "Id"), ("/things/a/", "Key")] {
        let wanted = format!("InvalidArgument {member}: is part of the address and cannot be empty");
        assert_eq!(parse(&request(path)), Err(wanted));
    }
    for key in ["..", "a/../b", "...", "a."] {
        let request = BINDING.build_request(&Input { key: Some(key.to_owned()), ..input() });
        let read = request.map(|request| parse(&request).map(|input| input.key));
        assert_eq!(read, Ok(Ok(Some(key.to_owned()))), "greedy labels may have such segments");
    }
}

#[test]
fn text_that_is_not_utf8_is_refused() {
    for (uri, message) in [
        ("/things/%FF/b", "Id: `%FF` in the path is not UTF-8"),
        ("/things/a/b?mark=%FF", "Mark: `%FF` in the query is not UTF-8"),
        ("/things/a/b?other=%FF", "All: `%FF` in the query is not UTF-8"),
        ("/things/a/b?%C3=1", "All: `%C3` in the query is not UTF-8"),
    ] {
        assert_eq!(parse(&request(uri)), Err(format!("InvalidArgument {message}")));
    }
    let mut request = request("/things/a/b");
    request.headers_mut().insert("x-trace", b"\xFF".as_slice().try_into().expect("it is a header"));
    assert_eq!(parse(&request), Err("InvalidArgument Trace: the header is not UTF-8".to_owned()));
    let response = Response::builder().header("x-trace", b"a\xFF".as_slice()).body("");
    let output = answer(&response.expect("it is a response"));
    assert_eq!(output.map(|output| output.trace), Ok(Some("a\u{FFFD}".to_owned())), "clients are lenient");
}

#[test]
fn blanks_around_the_value_of_a_header_are_not_part_of_it() {
    for trace in [" a", "a ", "a\t", " "] {
        let error = BINDING.build_request(&Input { trace: Some(trace.to_owned()), ..input() });
        let wanted =
            "/Trace: a header cannot begin or end with blanks, because receivers remove them: remove them";
        assert_eq!(error.map_err(|error| error.to_string()).err().as_deref(), Some(wanted));
    }
    let mut request = request("/things/a/b");
    request.headers_mut().insert("x-trace", " a b\t".parse().expect("it is a header"));
    assert_eq!(parse(&request).map(|input| input.trace), Ok(Some("a b".to_owned())));
    // Several headers of one name are one value in responses. It may be empty at its end.
    let response = Response::builder().header("x-trace", "a").header("x-trace", "").body("");
    let output = answer(&response.expect("it is a response"));
    assert_eq!(output.map(|output| output.trace), Ok(Some("a,".to_owned())));
}

#[test]
fn maps_of_headers_have_no_headers_of_the_http_library() {
    for name in ["host", "Content-Length", "transfer-encoding", "connection"] {
        let extra = BTreeMap::from([(name.to_owned(), "1".to_owned())]);
        let error =
            BINDING.build_request(&Input { extra: Some(extra), ..input() }).expect_err("not a member");
        let name = name.to_ascii_lowercase();
        let wanted =
            format!("/Extra: `{name}` is a header that the HTTP library sets: remove it from the map");
        assert_eq!(error.to_string(), wanted);
    }
    let extra = BTreeMap::from([("x-more".to_owned(), "1".to_owned())]);
    let input = Input { extra: Some(extra), ..input() };
    let mut request = BINDING.build_request(&input).expect("every value has a form");
    for name in ["host", "content-length", "connection"] {
        request.headers_mut().insert(name, "1".parse().expect("it is a header"));
    }
    request.headers_mut().remove("content-type");
    assert_eq!(parse(&request), Ok(input));
}

#[test]
fn truncated_bodies_are_errors() {
    let body = "<Output><Name>n</Name></Output>";
    let response = |length: usize, body| {
        Response::builder().header("content-length", length).body(body).expect("it is a response")
    };
    assert_eq!(answer(&response(body.len(), body)).map(|output| output.name), Ok(Some("n".to_owned())));
    for (length, body) in [(body.len() + 1, body), (7, "")] {
        let error = answer(&response(length, body)).expect_err("the body is truncated").to_string();
        let start = "the response (HTTP 200) cannot be read: the body is truncated: it has";
        let wanted = format!("{start} {} bytes, and `Content-Length` is {length}", body.len());
        assert_eq!(error, wanted);
    }
    for name in ["transfer-encoding", "content-encoding"] {
        let mut response = response(body.len() + 1, body);
        response.headers_mut().insert(name, "gzip".parse().expect("it is a header"));
        assert!(answer(&response).is_ok(), "the length is not that of the body");
    }
    let mut request = request("/things/a/b");
    request.headers_mut().insert("content-length", "9".parse().expect("it is a header"));
    let wanted = "MalformedXML the body is truncated: it has 0 bytes, and `Content-Length` is 9";
    assert_eq!(parse(&request), Err(wanted.to_owned()));
}

#[test]
fn error_documents_are_errors_whatever_the_status() {
    for document in [
        "<ErrorResponse><Error><Code>Busy</Code></Error><RequestId>r</RequestId></ErrorResponse>",
        "<?xml version=\"1.0\"?>\n<Error><Code>Busy</Code><RequestId>r</RequestId></Error>",
    ] {
        let Err(ResponseError::Service(error)) = answer(&Response::new(document)) else {
            panic!("not an error: {document}")
        };
        assert_eq!((error.code.as_str(), error.status), ("Busy", Some(200)));
        assert_eq!(error.details.request_id.as_deref(), Some("r"));
    }
    assert!(answer(&Response::new("<ErrorReport><Name>n</Name></ErrorReport>")).is_ok());
    let mut output = Output::default();
    let response = Response::new("<Error><Name>n</Name></Error>");
    assert!(ERROR.parse_response(&response, ReadOptions::default(), &mut output).is_ok());
    assert_eq!(output.name.as_deref(), Some("n"), "the output has this root");
}
