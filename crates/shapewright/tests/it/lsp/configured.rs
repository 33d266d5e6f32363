//! `.shapewright.toml` in the directories above a document.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::client::Client;

const GROUP: &str = "Name: a\nItems: []\nComment: b\n";

/// A directory with a configuration, and the name of a document in a directory inside.
fn directory(test: &str, configuration: &str) -> (PathBuf, String) {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("lsp-{test}"));
    fs::create_dir_all(directory.join("a b")).expect("writable");
    fs::write(directory.join(".shapewright.toml"), configuration).expect("writable");
    let path = directory.join("a b/group.yaml").display().to_string();
    let name = path.trim_start_matches('/').replace(' ', "%20");
    (directory, name)
}

fn codes(found: &[Value]) -> Vec<&str> {
    found.iter().filter_map(|found| found["code"].as_str()).collect()
}

#[test]
fn levels_and_excluded_files_apply() {
    let off = "[rules]\nkey-group-config-items-length = \"off\"\n";
    let exclude = "[[exclude]]\npath = \"a b/*\"\nbecause = \"it is a copy\"\n";
    for (test, configuration) in [("off", off), ("exclude", exclude)] {
        let (_, name) = directory(test, configuration);
        let mut client = Client::with_bytes();
        assert_eq!(codes(&client.open(&name, GROUP)), [] as [&str; 0], "{configuration}");
        assert_eq!(client.open("group.yaml", GROUP).len(), 1);
        client.stop();
    }
}

/// The configuration is read with each check, so that it need not be sent to the server.
#[test]
fn a_change_of_the_configuration_counts_for_the_next_text() {
    let (directory, name) = directory("change", "");
    let mut client = Client::with_bytes();
    assert_eq!(client.open(&name, GROUP).len(), 1);
    let off = "[rules]\nkey-group-config-items-length = \"off\"\n";
    fs::write(directory.join(".shapewright.toml"), off).expect("writable");
    assert_eq!(client.change(&name, 2, &format!("{GROUP}\n")), [] as [Value; 0]);
    client.stop();
}

#[test]
fn a_wrong_configuration_is_said_in_the_document_and_in_itself() {
    let wrong = "[rules]\nkey-group-config-items-lenght = \"off\"\n";
    let (directory, name) = directory("wrong", wrong);
    let mut client = Client::with_bytes();
    let found = client.open(&name, GROUP);
    assert_eq!(found.len(), 1, "{found:?}");
    let message = found[0]["message"].as_str().expect("a text");
    assert!(message.contains("/.shapewright.toml:2:1: "), "{message}");
    assert!(message.contains("key-group-config-items-length"), "{message}");
    let itself = directory.join(".shapewright.toml").display().to_string();
    let found = client.open(itself.trim_start_matches('/'), wrong);
    assert_eq!(found[0]["range"]["start"]["line"], 1, "{found:?}");
    assert_eq!(client.open("package.json", "{\"name\": \"a\"}"), [] as [Value; 0]);
    client.stop();
}
