//! Messages that are wrong, unknown or not needed any more.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::{Client, changed, error};

const PARSE_ERROR: i64 = -32700;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;

#[test]
fn unknown_requests_are_refused_and_unknown_notifications_ignored() {
    let mut client = Client::with_bytes();
    for method in ["textDocument/definition", "$/something", "", "日本"] {
        client.notify(method, &json!({"a": 1}));
        let (code, message) = client.refused(method, &json!({}));
        assert_eq!((code, message), (METHOD_NOT_FOUND, format!("there is no method {method}")));
    }
    client.stop();
}

#[test]
fn the_server_goes_on_after_what_is_no_message() {
    let mut client = Client::with_bytes();
    for text in ["{", "", "[]", "\"日本\"", "{\"jsonrpc\": \"2.0\"}"] {
        client.send_text(text);
        let answer = client.next();
        assert_eq!(answer["id"], Value::Null, "{text}");
        assert_eq!(error(&answer).0, PARSE_ERROR, "{text}");
    }
    assert_eq!(client.open("a.json", "{}"), [] as [Value; 0]);
    client.stop();
}

#[test]
fn wrong_parameters_fail_the_request_only() {
    let mut client = Client::with_bytes();
    for method in ["textDocument/hover", "textDocument/codeAction", "textDocument/completion"] {
        for params in [Value::Null, json!([]), json!({"textDocument": {"uri": 1}})] {
            assert_eq!(client.refused(method, &params).0, INVALID_PARAMS, "{method} {params}");
        }
    }
    let place = json!({"textDocument": {"uri": "file:///b"}, "position": {"line": 0, "character": 0}});
    let (code, message) = client.refused("textDocument/hover", &place);
    assert_eq!(code, INVALID_PARAMS);
    assert_eq!(message, "file:///b is not open: send textDocument/didOpen first");
    client.stop();
}

/// Notifications have no answer, so the editor logs why one had no effect.
#[test]
fn notifications_that_cannot_be_followed_are_logged() {
    let mut client = Client::with_bytes();
    let start = json!({"line": 0, "character": 0});
    let part = json!([{"range": {"start": start, "end": start}, "text": ""}]);
    let cases = [
        ("textDocument/didOpen", json!({}), "missing field `textDocument`"),
        ("textDocument/didChange", changed("b", 1, ""), "file:///b is not open"),
        ("textDocument/didClose", json!({"textDocument": {"uri": "file:///b"}}), "file:///b is not open"),
        (
            "textDocument/didChange",
            json!({"textDocument": {"uri": "file:///a.json", "version": 2}, "contentChanges": part}),
            "it changes a part of the text: send the whole text, as the server asks for",
        ),
    ];
    client.open("a.json", "{}");
    for (method, params, why) in cases {
        client.notify(method, &params);
        let logged = client.notification("window/logMessage");
        assert_eq!(logged, json!({"type": 1, "message": format!("{method} was ignored: {why}")}));
    }
    client.stop();
}

/// A request that is cancelled is answered nevertheless: with the result or with the code for cancelled requests.
#[test]
fn cancelled_requests_are_answered() {
    let mut client = Client::with_bytes();
    client.open("a.json", "{}");
    let params = json!({"textDocument": {"uri": "file:///a.json"}, "position": {"line": 0, "character": 0}});
    for id in 100..200 {
        client.send(&json!({"jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params}));
        client.notify("$/cancelRequest", &json!({"id": id}));
    }
    for id in 100..200 {
        let answer = client.next();
        assert_eq!(answer["id"], id);
        assert!(answer.get("error").is_none() || error(&answer).0 == -32800, "{answer}");
    }
    client.stop();
}

/// The last text is checked, whatever came before it.
#[test]
fn the_newest_text_wins() {
    let mut client = Client::with_bytes();
    client.open("a.json", "{}");
    for version in 2..=300 {
        let text = if version == 300 { "{} }".to_owned() } else { format!("[{}", "[],".repeat(2000)) };
        client.notify("textDocument/didChange", &changed("a.json", version, &text));
    }
    let mut version = 1;
    while version < 300 {
        let shown = client.notification("textDocument/publishDiagnostics");
        let next = shown["version"].as_i64().expect("a version");
        assert!(version < next, "{next} after {version}");
        version = next;
    }
    std::thread::sleep(Duration::from_millis(50));
    client.stop();
}
