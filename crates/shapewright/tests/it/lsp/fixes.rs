//! Quick fixes: what they change in a text, and that the text is better then.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::client::{Client, uri};
use crate::common::run;

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

/// How columns are counted: the length of a character.
type Unit = fn(char) -> usize;

/// Applies the edits of an action to a text.
fn applied(action: &Value, name: &str, text: &str, unit: Unit) -> String {
    let offset = |place: &Value| {
        let number =
            |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("a small number");
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(end, _)| end + 1));
        let line = lines.clone().nth(number("line")).expect("a line");
        let mut column = 0;
        let mut before = text[line..].chars().take_while(|c| {
            column += unit(*c);
            column <= number("character")
        });
        line + before.by_ref().map(char::len_utf8).sum::<usize>()
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
        let asking = applied(action, name, text, char::len_utf8);
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
    let actions = actions(&mut client, "a.json", r#"{"Name": "a", "Items": [], "Comment": ""}"#);
    assert!(actions.iter().all(|action| !action["title"].to_string().contains("Ignore")), "{actions:?}");
    client.stop();
}

/// Editors apply one quick fix after the other. In the end nothing is wrong, and `check --fix` leaves
/// the text as it is.
#[test]
fn quick_fixes_lead_to_a_text_without_findings() {
    for (encoding, unit) in [("utf-8", char::len_utf8 as Unit), ("utf-16", char::len_utf16)] {
        let (mut client, _) = Client::initialized(&json!({"general": {"positionEncodings": [encoding]}}));
        for (name, text) in correctable() {
            assert_corrected(&mut client, &name, &text, unit);
        }
        client.stop();
    }
}

/// The texts that `check --fix` corrects completely, and one with characters of several bytes before its values.
fn correctable() -> Vec<(String, String)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shapewright-check/tests/golden/fix");
    let paths = fs::read_dir(directory).expect("the cases").map(|entry| entry.expect("an entry").path());
    let paths = paths.filter(|path| !path.to_string_lossy().contains(".fixed."));
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(path).expect("a text"))
    };
    let mut texts: Vec<_> = paths.map(read).collect();
    texts.push((
        "wide.json".to_owned(),
        "{\"CallerReference\": \"日本🗾\", \"Paths\": {\"Items\": [\"images/*\", \"/a\"], \"Quantity\": 7}}\n".to_owned(),
    ));
    assert!(texts.len() > 5, "{texts:?}");
    texts
}

/// Applies the preferred quick fix of the first finding that has one, again and again.
fn assert_corrected(client: &mut Client, name: &str, text: &str, unit: Unit) {
    let is_about_comments = |found: &Value| found["code"] == "json-comment";
    let (mut text, mut found) = (text.to_owned(), client.open(name, text));
    assert!(!found.iter().all(is_about_comments), "nothing is wrong with {name}");
    let mut version = 1;
    while let Some(fix) = preferred(client, name, &found) {
        text = applied(&fix, name, &text, unit);
        version += 1;
        let fewer = client.change(name, version, &text);
        assert!(fewer.len() < found.len(), "{name}: {fix}\n{text}");
        found = fewer;
    }
    assert!(found.iter().all(is_about_comments), "{name}: {found:?}\n{text}");
    let output = run(&["check", "--fix", "--stdin-filename", name, "-"], text.clone());
    assert_eq!(String::from_utf8_lossy(&output.stdout), text, "{name}: there is nothing left to correct");
}

/// The preferred quick fix of the first finding that has one.
fn preferred(client: &mut Client, name: &str, found: &[Value]) -> Option<Value> {
    found.iter().find_map(|diagnostic| {
        let context = json!({"diagnostics": [diagnostic]});
        let params =
            json!({"textDocument": {"uri": uri(name)}, "range": diagnostic["range"], "context": context});
        let actions = client.request("textDocument/codeAction", &params);
        let mut actions = actions.as_array().expect("a list").iter();
        actions.find(|action| action["isPreferred"] == true).cloned()
    })
}
