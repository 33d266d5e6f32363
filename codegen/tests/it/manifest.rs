//! What generated crates depend on.

use codegen::emit::Layout;
use codegen::lower::Selection;
use codegen::{Input, generate};
use serde_json::json;
use shapewright_smithy::Diagnostics;

/// The line about the validation vocabulary in the manifest for a service with this pattern.
fn validation(pattern: &str, layout: &Layout) -> String {
    let shapes = json!({
        "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Put"}]},
        "a#Put": {"type": "operation", "input": {"target": "a#PutRequest"}},
        "a#PutRequest": {"type": "structure", "members": {"Name": {"target": "a#Name"}}},
        "a#Name": {"type": "string", "traits": {"smithy.api#pattern": pattern}},
    });
    let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    let input = Input { name: "model.json".to_owned(), bytes: text.into_bytes() };
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&input, &[], &Selection::default(), layout, &mut diagnostics).expect("it generates");
    let manifest = &tree["s-validators/Cargo.toml"];
    let line = manifest.lines().find(|line| line.starts_with("shapewright-validation"));
    line.expect("validators depend on the vocabulary").to_owned()
}

#[test]
fn regex_comes_only_with_patterns_that_need_it() {
    let workspace = Layout::Workspace;
    assert_eq!(validation("^[a-z]+$", &workspace), "shapewright-validation.workspace = true");
    assert_eq!(
        validation(r"\bword\b", &workspace),
        r#"shapewright-validation = { workspace = true, features = ["regex"] }"#
    );
    let path = Layout::Path("/somewhere".to_owned());
    assert_eq!(
        validation("^[a-z]+$", &path),
        r#"shapewright-validation = { path = "/somewhere/shapewright-validation" }"#
    );
    assert_eq!(
        validation(r"\bword\b", &path),
        r#"shapewright-validation = { path = "/somewhere/shapewright-validation", features = ["regex"] }"#
    );
}
