//! Errors do not quote values of sensitive members.

use std::collections::BTreeMap;

use shapewright_http::http::header::{HeaderName, HeaderValue};
use shapewright_http::http::{HeaderMap, Method, Request, Response, Uri};
use shapewright_http::{Binding, ReadOptions, RequestError, ResponseError, Router};

use crate::vault::{Envelope, POST, PUT, SERVICE, Vault, options};

/// The part of every value that must not be shown.
const SECRET: &str = "7391";

/// Texts with the secret: wrong types, and everything that ends a text in XML or is wrong in it.
const SECRETS: [&str; 22] = [
    "x7391",
    "7391 at `7391`",
    "99999999999999997391",
    "7391.7391.7391",
    "&x7391;",
    "a&x7391;b",
    "a&#x7391",
    "&#73917391;",
    "& 7391 &",
    "<x7391>",
    "<x7391/>",
    "<x7391></y7391>",
    "a<x7391",
    "</x7391>",
    "a<7391>b",
    "<p7391:x/>",
    "<x a7391='7391'/>",
    "<!-- 7391 -- 7391 -->",
    "<?xml 7391?>",
    "<!DOCTYPE x7391>",
    "<![CDATA[7391",
    "]]>7391",
];

fn assert_quiet(context: &str, shown: &str) {
    assert!(!shown.contains(SECRET), "{context}\n{shown}");
}

/// Asserts that neither the error nor the response that it becomes shows the secret.
fn assert_quiet_request(binding: &Binding, context: &str, outcome: Result<(), RequestError>) -> usize {
    let Err(error) = outcome else { return 0 };
    let body = binding.service.build_error(&error.to_response()).into_body();
    assert_quiet(context, &format!("{error} {error:?} {}", String::from_utf8_lossy(&body)));
    1
}

/// Parses a document as a request and as a response, and returns the number of errors.
fn parse(document: &str) -> usize {
    let mut count = 0;
    for options in options() {
        let mut request = Request::new(document.as_bytes().to_vec());
        *request.uri_mut() = Uri::from_static("/vaults/1");
        let outcome = PUT.parse_request(&request, options, &mut Vault::default());
        count += assert_quiet_request(&PUT, document, outcome);
        let response = Response::new(document.as_bytes().to_vec());
        if let Err(error) = PUT.parse_response(&response, options, &mut Vault::default()) {
            assert_quiet(document, &format!("{error} {error:?}"));
            assert!(matches!(error, ResponseError::Unreadable { .. }));
            count += 1;
        }
    }
    count
}

#[test]
fn documents() {
    for secret in SECRETS {
        for (before, after) in [
            ("<Boolean>", "</Boolean>"),
            ("<Integer>", "</Integer>"),
            ("<Double>", "</Double>"),
            ("<Text>", "</Text>"),
            ("<Blob>%", "</Blob>"),
            ("<Time>", "</Time>"),
            ("<List>", "</List>"),
            ("<List><member>", "</member></List>"),
            ("<Flat>", "</Flat>"),
            ("<Map>", "</Map>"),
            ("<Map><entry><key>", "</key><value>1</value></entry></Map>"),
            ("<Map><entry><key>a</key><value>", "</value></entry></Map>"),
            ("<Plain>", "</Plain>"),
            ("<Plain><Number>", "</Number></Plain>"),
            ("<Plain><Text>", "</Text></Plain>"),
            ("<Proof><Number>", "</Number></Proof>"),
            ("<Proof><Codes><member>", "</member></Codes></Proof>"),
        ] {
            let count = parse(&format!("<Vault>{before}{secret}{after}</Vault>"));
            assert!(count > 0 || !secret.contains(['&', '<']), "{before}{secret}");
            parse(&format!("<Vault>{before}{secret}"));
            parse(&format!("<Vault>{before}{secret}{after}"));
        }
    }
}

#[test]
fn attributes() {
    for secret in ["x7391", "&x7391;", "a & 7391", "&#7391", "99999999999999997391", "<x7391"] {
        assert!(parse(&format!("<Vault attribute=\"{secret}\"/>")) > 0, "{secret}");
    }
}

#[test]
fn payloads() {
    for secret in SECRETS {
        for document in [
            format!("<Plain>{secret}</Plain>"),
            format!("<Plain><Number>{secret}</Number></Plain>"),
            secret.into(),
        ] {
            for options in options() {
                let request = Request::new(document.clone().into_bytes());
                let outcome = POST.parse_request(&request, options, &mut Envelope::default());
                // The text of a document without an element is not that of a member.
                if document.starts_with("<Plain") {
                    assert_quiet_request(&POST, &document, outcome);
                }
            }
        }
    }
}

#[test]
fn addresses_and_headers() {
    let parse = |uri: &str, headers: &[(&'static str, &str)]| {
        let mut request = Request::new(Vec::from("<Vault/>"));
        *request.uri_mut() = uri.parse().expect(uri);
        *request.headers_mut() = header_map(headers);
        let outcome = PUT.parse_request(&request, ReadOptions::default(), &mut Vault::default());
        assert_eq!(assert_quiet_request(&PUT, uri, outcome), 1, "{uri} {headers:?}");
    };
    parse("/vaults/x7391", &[]);
    parse("/vaults/x7391%FF", &[]);
    parse("/vaults/99999999997391", &[]);
    parse("/vaults/1?q=x7391", &[]);
    parse("/vaults/1?a=x7391", &[]);
    parse("/vaults/1?7391=x7391", &[]);
    parse("/vaults/1", &[("x-flags", "true, 7391")]);
    parse("/vaults/1", &[("x-meta-7391", "x7391")]);
    let mut response = Response::new(Vec::from("<Vault/>"));
    *response.headers_mut() = header_map(&[("x-meta-a", "x7391")]);
    let error = PUT.parse_response(&response, ReadOptions::default(), &mut Vault::default());
    let error = error.expect_err("the header is not a number");
    assert_quiet("header", &format!("{error} {error:?}"));
}

/// The router does not know which labels are sensitive.
#[test]
fn routes() {
    let error = Router::new([&PUT]).route(&Method::GET, &Uri::from_static("/vaults/x7391"));
    let error = error.expect_err("there is no GET");
    let body = SERVICE.build_error(&error.to_response()).into_body();
    assert_quiet("route", &format!("{error} {error:?} {}", String::from_utf8_lossy(&body)));
    assert_eq!(error.to_string(), "no operation has GET /vaults/{Label}; methods of this path: PUT");
}

#[test]
fn errors_of_building() {
    let map = |key: &str| Some(BTreeMap::from([(key.to_owned(), 1)]));
    for vault in [
        Vault { text: Some("7391\u{1}".into()), ..Vault::default() },
        Vault { map: map("7391\u{1}"), ..Vault::default() },
        Vault { headers: map("7391 7391"), ..Vault::default() },
    ] {
        let vault = Vault { label: Some(1), ..vault };
        let error = PUT.build_request(&vault).expect_err("it cannot be sent");
        assert_quiet("building", &format!("{error} {error:?}"));
        assert!(["/Text", "/Map", "/Headers"].contains(&error.pointer()), "{error}");
    }
}

#[test]
fn messages_say_what_is_wrong_and_where() {
    let message = |document: &str| {
        let request = Request::new(document.as_bytes().to_vec());
        let outcome = PUT.parse_request(&request, ReadOptions::default(), &mut Vault::default());
        outcome.map_err(|error| error.to_string())
    };
    for (document, expected) in [
        (
            "<Vault><Boolean>x</Boolean></Vault>",
            "line 1, column 17, in /Vault/Boolean: the text is not `true` or `false`",
        ),
        (
            "<Vault><Integer>x</Integer></Vault>",
            "line 1, column 17, in /Vault/Integer: the text is not a whole number",
        ),
        (
            "<Vault><Integer>200</Integer></Vault>",
            "line 1, column 17, in /Vault/Integer: the number does not lie between -128 and 127",
        ),
        (
            "<Vault><Text>a&amp;b&c;</Text></Vault>",
            "line 1, column 24, in /Vault/Text: `…` is not a known character reference",
        ),
        (
            "<Vault><Text>a & b</Text></Vault>",
            "line 1, column 16, in /Vault/Text: `&` starts no reference here: write `&amp;` for the character",
        ),
        (
            "<Vault><Map><entry><key>k</key><value>x</value></entry></Map></Vault>",
            "line 1, column 13, in /Vault/Map: the text is not a whole number",
        ),
        (
            "<Vault><Proof><Number>x</Number></Proof></Vault>",
            "line 1, column 23, in /Vault/Proof/Number: the text is not a whole number",
        ),
    ] {
        assert_eq!(message(document), Err(format!("in the body: {expected}")), "{document}");
    }
}

fn header_map(headers: &[(&'static str, &str)]) -> HeaderMap {
    let pairs = headers.iter().map(|(name, value)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_bytes(value.as_bytes()).expect("no control characters"),
        )
    });
    pairs.collect()
}
