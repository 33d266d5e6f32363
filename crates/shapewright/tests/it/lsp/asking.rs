//! Hovers, quick fixes and completions.

use serde_json::{Value, json};

use super::client::{Client, uri};

/// The text without the cursor, `|`, and its place in bytes.
fn cursor(text: &str) -> (String, Value) {
    let (before, after) = text.split_once('|').expect("a cursor");
    let line = before.matches('\n').count();
    let character = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
    (format!("{before}{after}"), json!({"line": line, "character": character}))
}

/// Opens a document and asks about the place of the cursor.
fn ask(client: &mut Client, method: &str, name: &str, text: &str) -> Value {
    let (text, position) = cursor(text);
    client.open(name, &text);
    client.request(method, &json!({"textDocument": {"uri": uri(name)}, "position": position}))
}

const DISTRIBUTION: &str = "AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Comment: 日本
";

#[test]
fn hovers_explain_members_in_every_format() {
    let cases = [
        (
            "a.json",
            r#"{"Name": "日本", "It|ems": ["K2XMPL"], "Comment": ""}"#.to_owned(),
            "KeyGroupConfig.Items",
        ),
        ("a.yaml", "Name: a\nItems: [K2|XMPL]\nComment: b\n".to_owned(), "KeyGroupConfig.Items"),
        (
            "t.yaml",
            format!("{DISTRIBUTION}        PriceClass: Price|Class_All\n"),
            "DistributionConfig.PriceClass",
        ),
        (
            "a.tf",
            "resource \"aws_cloudfront_distribution\" \"a\" {\n  price|_class = \"PriceClass_All\"\n}\n"
                .to_owned(),
            "DistributionConfig.PriceClass",
        ),
    ];
    let mut client = Client::with_bytes();
    for (name, text, member) in cases {
        let hover = ask(&mut client, "textDocument/hover", name, &text);
        assert_eq!(hover["contents"]["kind"], "plaintext", "{hover}");
        let value = hover["contents"]["value"].as_str().expect("a text");
        assert!(value.contains(member), "{text}: {value}");
        assert_eq!(hover["range"]["start"]["line"], hover["range"]["end"]["line"]);
    }
    for (name, text) in [("a.json", "{\"Name\"|: 1}"), ("b.json", "{\"name\": \"|a\"}"), ("c.txt", "|")] {
        assert_eq!(ask(&mut client, "textDocument/hover", name, text), Value::Null, "{text}");
    }
    client.stop();
}

/// The rule that is broken comes first, and Markdown only if the client shows it.
#[test]
fn hovers_explain_broken_rules() {
    let capabilities = json!({
        "general": {"positionEncodings": ["utf-8"]},
        "textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}},
    });
    let (mut client, _) = Client::initialized(&capabilities);
    let hover =
        ask(&mut client, "textDocument/hover", "a.json", r#"{"Name": "a", "Items": [|], "Comment": ""}"#);
    assert_eq!(hover["contents"]["kind"], "markdown");
    let value = hover["contents"]["value"].as_str().expect("a text");
    assert!(value.starts_with("`error[InvalidArgument]: "), "{value}");
    assert!(value.contains("````text\n  rule key-group-config-items-length"), "{value}");
    client.stop();
}

#[test]
fn completions_replace_the_word_at_the_cursor() {
    let text = format!("{DISTRIBUTION}        PriceClass: Price|\n");
    let mut client = Client::with_bytes();
    let items = ask(&mut client, "textDocument/completion", "t.yaml", &text);
    let labels: Vec<&str> =
        items.as_array().expect("items").iter().filter_map(|item| item["label"].as_str()).collect();
    assert_eq!(labels, ["PriceClass_100", "PriceClass_200", "PriceClass_All", "None"]);
    let edit = json!({
        "range": {"start": {"line": 7, "character": 20}, "end": {"line": 7, "character": 25}},
        "newText": "PriceClass_100",
    });
    assert_eq!((&items[0]["textEdit"], &items[0]["kind"]), (&edit, &json!(20)));
    client.stop();
}

/// Required members come first, in the order of the texts that editors sort by.
#[test]
fn completions_name_members_that_are_absent() {
    let text = r#"{"DistributionConfig": {"Comment": "日本", "Origins": {"Items": [{"Id": "a", |"#;
    let mut client = Client::with_bytes();
    let items = ask(&mut client, "textDocument/completion", "a.json", text);
    let items = items.as_array().expect("items");
    assert_eq!(items[0]["textEdit"]["newText"], "\"DomainName\": ");
    assert_eq!(items[0]["detail"], "Origin.DomainName, required");
    assert!(items[0]["documentation"].as_str().is_some_and(|text| !text.is_empty()));
    assert!(items.is_sorted_by_key(|item| item["sortText"].as_str()), "{items:?}");
    assert!(items.iter().all(|item| item["label"] != "Id"), "{items:?}");
    assert_eq!(ask(&mut client, "textDocument/completion", "b.json", "{\"a\": |}"), json!([]));
    client.stop();
}
