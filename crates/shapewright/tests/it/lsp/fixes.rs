//! Quick fixes: what they change in a text, and that the text is better then.

use serde_json::{Value, json};

use super::client::{Client, uri};

/// Asks for the quick fixes of the first diagnostic.
fn actions(client: &mut Client, name: &str, text: &str) -> Vec<Value> {
    let found = client.open(name, text);
    let diagnostic = found.first().unwrap_or_else(|| panic!("nothing is wrong with {text}"));
    let context = json!({"diagnostics": [diagnostic]});
    let params =
        json!({"textDocument": {"uri": uri(name)}, "range": diagnostic["range"], "context": context});
    let actions = client.request("textDocument/codeAction", &params);
    // Editors that want something else get nothing.
    let mut others = params.clone();
    others["context"]["only"] = json!(["refactor"]);
    assert_eq!(client.request("textDocument/codeAction", &others), json!([]));
    actions.as_array().expect("a list").clone()
}

/// Applies the edits of an action to a text in which columns are bytes.
fn applied(action: &Value, name: &str, text: &str) -> String {
    let lines: Vec<usize> = [0].into_iter().chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
    let offset = |place: &Value| {
        let number =
            |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("a small number");
        lines[number("line")] + number("character")
    };
    let edits = action["edit"]["changes"][uri(name)].as_array().expect("edits");
    let mut edits: Vec<_> = edits
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (offset(&range["start"])..offset(&range["end"]), edit["newText"].as_str().expect("a text"))
        })
        .collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, new) in edits {
        text.replace_range(range, new);
    }
    text
}

const CASES: [(&str, &str); 4] = [
    ("a.yaml", "Comment: 日本\nName: a\nItems: []\n"),
    (
        "t.yaml",
        "Resources:\r\n  日本:\r\n    Type: AWS::CloudFront::KeyGroup\r\n    Properties:\r\n      \
         KeyGroupConfig: {Name: a, Items: []}\r\n",
    ),
    ("a.tf", "resource \"aws_cloudfront_key_group\" \"a\" {\n  name  = \"a\"\n  items = []\n}\n"),
    ("b.tf", "resource \"aws_cloudfront_key_group\" \"a\" {\n  name = \"a\"\n}\n"),
];

/// A comment without reason ignores nothing, so the reason is asked for before the finding is gone.
#[test]
fn findings_can_be_ignored_with_a_reason() {
    let mut client = Client::with_bytes();
    for (name, text) in CASES {
        let actions = actions(&mut client, name, text);
        let action = &actions[0];
        assert!(action["title"].as_str().is_some_and(|title| title.starts_with("Ignore ")), "{action}");
        assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &Value::Null));
        let rule = action["diagnostics"][0]["code"].as_str().expect("a rule");
        let asking = applied(action, name, text);
        assert!(asking.contains(&format!("# shapewright: ignore {rule} because …")), "{asking}");
        assert_eq!(asking.matches("\r\n").count() > 0, text.contains("\r\n"));
        let found = client.change(name, 2, &asking);
        let codes: Vec<&str> = found.iter().filter_map(|found| found["code"].as_str()).collect();
        assert!(codes.contains(&"invalid-ignore") && codes.contains(&rule), "{codes:?}");
        let reasoned = asking.replace('…', "the keys come later");
        let found = client.change(name, 3, &reasoned);
        assert!(found.iter().all(|found| found["code"] != rule), "{reasoned}: {found:?}");
    }
    client.stop();
}

/// JSON has no comments, so nothing can be ignored there.
#[test]
fn json_has_no_ignores() {
    let mut client = Client::with_bytes();
    let actions = actions(&mut client, "a.json", r#"{"Name": "a", "Items": []}"#);
    assert!(actions.iter().all(|action| !action["title"].to_string().contains("Ignore")), "{actions:?}");
    client.stop();
}
