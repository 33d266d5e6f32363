//! What crates outside the workspace leave out.

use codegen::{FileTree, GenerateOptions, Input, Layout, RuntimeSource, generate};
use serde_json::{Value, json};
use shapewright_smithy::Diagnostics;

/// A model whose one structure has these hand-written rules.
fn model(checks: &[&str]) -> Value {
    let check = |id: &&str| ((*id).to_owned(), json!({"function": "differ"}));
    let facts = |id: &&str| {
        let facts = json!({"code": "BadName", "severity": "error", "confidence": "certain", "source": "a test",
            "at": "/Name", "remedy": "Change it."});
        ((*id).to_owned(), facts)
    };
    json!({"smithy": "2.0", "shapes": {
        "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Put"}]},
        "a#Put": {"type": "operation", "input": {"target": "a#PutRequest"}, "errors": [{"target": "a#BadName"}]},
        "a#BadName": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
        "a#PutRequest": {
            "type": "structure",
            "members": {"Name": {"target": "smithy.api#String"}},
            "traits": {
                "shapewright#checks": checks.iter().map(check).collect::<Value>(),
                "shapewright#rule": checks.iter().map(facts).collect::<Value>(),
            },
        },
    }})
}

fn written(checks: &[&str], layout: &Layout) -> (FileTree, String) {
    let input = Input { name: "model.json".to_owned(), bytes: model(checks).to_string().into_bytes() };
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&input, &[], &GenerateOptions::default(), layout, &mut diagnostics);
    (tree.unwrap_or_else(|| panic!("{diagnostics}")), diagnostics.to_string())
}

fn files_with<'t>(tree: &'t FileTree, text: &str) -> Vec<&'t str> {
    tree.iter().filter(|(_, content)| content.contains(text)).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn nothing_mentions_hand_written_rules_outside_the_workspace() {
    let layouts = [Layout::Packages(RuntimeSource::Registry), Layout::Modules("crate::s".to_owned())];
    for layout in &layouts {
        for (checks, message) in [
            (&["things-differ"][..], "skipped 1 hand-written rule\n"),
            (&["things-differ", "things-part"], "skipped 2 hand-written rules\n"),
        ] {
            let (tree, diagnostics) = written(checks, layout);
            assert_eq!(files_with(&tree, "things-differ"), [""; 0]);
            assert_eq!(files_with(&tree, "s_checks"), [""; 0]);
            assert!(
                diagnostics.starts_with("warning: s: ") && diagnostics.contains(message),
                "{diagnostics}"
            );
        }
    }
    let (tree, diagnostics) = written(&["things-differ"], &Layout::Workspace);
    assert!(files_with(&tree, "things-differ").iter().any(|path| path.starts_with("s-shapes/")));
    assert_eq!(diagnostics, "");
}
