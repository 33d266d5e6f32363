//! Diagnostics of documents that are opened, changed and closed.

use serde_json::{Value, json};

use super::client::{Client, changed, uri};

/// A key group without items, which needs one. The fault is behind characters of several bytes.
const GROUP: &str = "{\"Comment\": \"日本 👩\u{200d}👩\u{200d}👧\", \"Name\": \"a\", \"Items\": []}";

const TEMPLATE: &str = "Resources:
  日本:
    Type: AWS::CloudFront::KeyGroup
    Properties:
      KeyGroupConfig: {Name: '👩\u{200d}👩\u{200d}👧', Items: []}
";

fn place(diagnostic: &Value) -> (u64, u64, u64, u64) {
    let number = |pointer: &str| diagnostic.pointer(pointer).and_then(Value::as_u64).expect(pointer);
    (
        number("/range/start/line"),
        number("/range/start/character"),
        number("/range/end/line"),
        number("/range/end/character"),
    )
}

#[test]
fn diagnostics_follow_the_text() {
    let mut client = Client::with_bytes();
    let found = client.open("a.json", GROUP);
    assert_eq!(found.len(), 1, "{found:?}");
    let good = GROUP.replace("[]", "[\"K2XMPL\"]");
    assert_eq!(client.change("a.json", 2, &good), [] as [Value; 0]);
    // A text that is being written has a fault, too.
    let unfinished = client.change("a.json", 3, &good[..good.len() - 1]);
    assert_eq!(unfinished[0]["code"], "json-unclosed");
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": uri("a.json")}}));
    let closed = client.notification("textDocument/publishDiagnostics");
    assert_eq!(closed, json!({"uri": uri("a.json"), "diagnostics": []}));
    client.notify("textDocument/didChange", &changed("a.json", 4, ""));
    client.notification("window/logMessage");
    client.stop();
}

#[test]
fn a_diagnostic_says_what_a_finding_says() {
    let mut client = Client::with_bytes();
    let found = client.open("a.json", GROUP);
    let diagnostic = &found[0];
    assert_eq!(diagnostic["code"], "key-group-config-items-length");
    assert_eq!((&diagnostic["source"], &diagnostic["severity"]), (&json!("shapewright"), &json!(1)));
    let message = diagnostic["message"].as_str().expect("a text");
    assert!(message.ends_with("\nCloudFront answers InvalidArgument"), "{message}");
    let page = diagnostic["codeDescription"]["href"].as_str().expect("a link");
    assert!(page.starts_with("https://docs.aws.amazon.com/"), "{page}");
    client.stop();
}

/// Columns count what both sides agreed on.
#[test]
fn places_are_in_the_unit_of_the_client() {
    let utf8 = json!({"general": {"positionEncodings": ["utf-8", "utf-16"]}});
    for (capabilities, in_group, in_template) in [(json!({}), 49, 48), (utf8, 63, 58)] {
        let (mut client, _) = Client::initialized(&capabilities);
        let found = client.open("a.json", GROUP);
        assert_eq!(place(&found[0]), (0, in_group, 0, in_group + 2), "{capabilities}");
        let found = client.open("a.yaml", TEMPLATE);
        assert_eq!(place(&found[0]), (4, in_template, 4, in_template + 2), "{capabilities}");
        client.stop();
    }
}

#[test]
fn each_format_has_diagnostics() {
    let block = "resource \"aws_cloudfront_key_group\" \"a\" {\n  name  = \"a\"\n  items = []\n}\n";
    let xml = "<KeyGroupConfig><Name>a</Name><Items><PublicKey/></Items><Nme>a</Nme></KeyGroupConfig>";
    let cases = [
        ("a.yaml", "Name: a\nItems: []\nComment: b\n", "key-group-config-items-length"),
        ("a.xml", xml, "unknown-member"),
        ("template.yaml", TEMPLATE, "key-group-config-items-length"),
        ("a.tf", block, "key-group-config-items-required"),
        ("a.tf", "resource \"aws_cloudfront_key_group\" {", "hcl-syntax"),
    ];
    let mut client = Client::with_bytes();
    for (name, text, rule) in cases {
        let found = client.open(name, text);
        let rules: Vec<&str> = found.iter().filter_map(|found| found["code"].as_str()).collect();
        assert!(rules.contains(&rule), "{text}: {rules:?}");
    }
    client.stop();
}

#[test]
fn other_files_have_no_diagnostics() {
    let mut client = Client::with_bytes();
    let cases = [
        ("package.json", r#"{"name": "a", "version": "1.0.0"}"#),
        ("a.txt", "Items: []"),
        ("notes.md", "# Notes\n\n- one"),
        ("docker-compose.yaml", "services:\n  a:\n    image: b\n"),
        ("empty.json", ""),
        ("unfinished.json", "{\"name\": "),
        ("main.tf", "resource \"aws_s3_bucket\" \"a\" {"),
    ];
    for (name, text) in cases {
        assert_eq!(client.open(name, text), [] as [Value; 0], "{name}");
    }
    client.stop();
}
