//! No message has control characters, and all are short.

use std::collections::BTreeMap;
use std::fmt::Debug;

use shapewright_http::http::{Method, Request, Response, StatusCode, Uri};
use shapewright_http::{ReadOptions, Router};
use shapewright_runtime::text::is_control;

use crate::vault::{PUBLIC, PUT, Plain, SERVICE, Vault, options};

/// Texts that would forge lines or hide text in a log.
const HOSTILE: [&str; 8] = [
    "a\r\nerror: b",
    "a\u{1B}[2J",
    "\u{7F}\u{85}\u{9B}",
    "a\u{2028}",
    "\u{202E}abc\u{2066}",
    "\0",
    "\u{FEFF}",
    "é\u{E0041}",
];

fn assert_printable<T: Debug>(context: &T, message: &str) {
    assert!(!message.contains(is_control), "{context:?}\n{message:?}");
    assert!(message.chars().count() < 1_500, "{context:?}: {} characters", message.chars().count());
}

#[test]
fn messages_have_no_control_characters_and_are_short() {
    let long = "x".repeat(100_000);
    for text in HOSTILE.into_iter().chain([long.as_str()]) {
        for document in [
            text.to_owned(),
            format!("<{text}>"),
            format!("<{text}/>"),
            format!("<Envelope><{text}>"),
            format!("<Envelope {text}=''>"),
            format!("<Envelope><{text}:{text}/></Envelope>"),
            format!("<Envelope></{text}>"),
            format!("<Envelope>&{text};</Envelope>"),
            format!("<Plain><Number>{text}</Number></Plain>"),
            format!("<Plain><Text>&{text};</Text></Plain>"),
            format!("<Plain><{text}>1</{text}></Plain>"),
            format!("<?{text}?><Plain/>"),
            format!("<?xml version='1.0' encoding='{text}'?><Plain/>"),
        ] {
            for options in options() {
                let request = Request::new(document.as_bytes());
                if let Err(error) = PUBLIC.parse_request(&request, options, &mut Plain::default()) {
                    assert_printable(&document, &error.to_string());
                    let body = SERVICE.build_error(&error.to_response()).into_body();
                    assert_printable(&document, &String::from_utf8_lossy(&body));
                }
            }
        }
        let mut error = Response::new(
            format!("<Error><Code>{text}</Code><Message>{text}</Message></Error>").into_bytes(),
        );
        *error.status_mut() = StatusCode::BAD_REQUEST;
        if let Err(error) = PUT.parse_response(&error, ReadOptions::default(), &mut Vault::default()) {
            assert!(!error.to_string().contains(is_control), "{error}");
        }
        let map = Some(BTreeMap::from([(text.to_owned(), 1)]));
        let vault = Vault { label: Some(1), headers: map, ..Vault::default() };
        if let Err(error) = PUT.build_request(&vault) {
            assert_printable(&text, &error.to_string());
        }
        if let Ok(uri) = format!("/{text}").parse::<Uri>() {
            let error = Router::new([&PUT]).route(&Method::GET, &uri).expect_err("there is no such path");
            assert_printable(&text, &error.to_string());
        }
    }
}
