//! From `initialize` to `exit`.

use serde_json::{Value, json};

use super::client::{Client, unread};

const NOT_INITIALIZED: i64 = -32002;
const INVALID_REQUEST: i64 = -32600;
const INVALID_PARAMS: i64 = -32602;

#[test]
fn the_server_says_what_it_can_do() {
    let (client, result) = Client::initialized(&json!({}));
    assert_eq!(result["serverInfo"]["name"], "shapewright");
    let capabilities = &result["capabilities"];
    assert_eq!(capabilities["textDocumentSync"], json!({"openClose": true, "change": 1}));
    assert_eq!(capabilities["hoverProvider"], true);
    assert_eq!(capabilities["codeActionProvider"]["codeActionKinds"], json!(["quickfix"]));
    assert!(capabilities["completionProvider"].is_object(), "{capabilities}");
    client.stop();
}

/// UTF-8 if the client knows it, otherwise UTF-16, which every client knows.
#[test]
fn the_unit_of_columns_is_agreed_on() {
    let cases = [
        (json!({}), "utf-16"),
        (json!({"general": {"positionEncodings": ["utf-16"]}}), "utf-16"),
        (json!({"general": {"positionEncodings": ["utf-32", "utf-16"]}}), "utf-16"),
        (json!({"general": {"positionEncodings": ["utf-16", "utf-8"]}}), "utf-8"),
    ];
    for (capabilities, expected) in cases {
        let (client, result) = Client::initialized(&capabilities);
        assert_eq!(result["capabilities"]["positionEncoding"], expected, "{capabilities}");
        client.stop();
    }
}

#[test]
fn requests_before_initialize_are_refused() {
    let mut client = Client::start();
    let (code, message) = client.refused("textDocument/hover", &json!({}));
    assert_eq!((code, message.as_str()), (NOT_INITIALIZED, "send initialize first"));
    assert_eq!(client.refused("shutdown", &Value::Null).0, NOT_INITIALIZED);
    // Documents that were opened too early are not checked: no diagnostics come.
    let document = json!({"uri": "file:///a.json", "languageId": "json", "version": 1, "text": "{"});
    client.notify("textDocument/didOpen", &json!({"textDocument": document}));
    // What cannot be read is no initialization, but the next one is.
    assert_eq!(client.refused("initialize", &json!({"capabilities": 1})).0, INVALID_PARAMS);
    client.request("initialize", &json!({"capabilities": {}}));
    assert_eq!(client.refused("initialize", &json!({"capabilities": {}})).0, INVALID_REQUEST);
    client.stop();
}

#[test]
fn nothing_is_answered_after_shutdown() {
    let mut client = Client::with_bytes();
    client.request("shutdown", &Value::Null);
    for method in ["textDocument/hover", "shutdown", "initialize"] {
        let (code, message) = client.refused(method, &json!({}));
        assert_eq!((code, message.as_str()), (INVALID_REQUEST, "the server was shut down"), "{method}");
    }
    client.notify("exit", &Value::Null);
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn the_end_without_shutdown_is_an_error() {
    let mut client = Client::with_bytes();
    client.notify("exit", &Value::Null);
    assert_eq!(client.ended(), Some(1));

    let mut client = Client::start();
    client.notify("exit", &Value::Null);
    assert_eq!(client.ended(), Some(1));
}

#[test]
fn the_server_ends_with_its_input() {
    let mut client = Client::with_bytes();
    client.hang_up();
    assert_eq!(client.ended(), Some(1));

    let mut client = Client::with_bytes();
    client.request("shutdown", &Value::Null);
    client.hang_up();
    assert_eq!(client.ended(), Some(0));
}

/// An editor that was killed leaves no server behind.
#[test]
fn the_server_ends_if_nobody_reads_its_answers() {
    let initialize =
        json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}});
    assert_eq!(unread(&[initialize.clone(), initialize]), Some(0));
}
