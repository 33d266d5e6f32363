//! The crate of conversions to the official SDK: where it is written, and what stands in it.

use codegen::{FileTree, GenerateOptions, Input, Layout, RuntimeSource, generate};
use serde_json::{Value, json};
use shapewright_smithy::Diagnostics;

/// A service, with an SDK or without one, and a member for every kind of place that an SDK has for one.
fn model(has_sdk: bool) -> Value {
    let only_then = |traits: Value| if has_sdk { traits } else { json!({}) };
    let sdk = only_then(json!({"shapewright#awsSdk": {"package": "aws-sdk-s", "rustVersion": "1.94.1"}}));
    let text = |traits: Value| json!({"target": "smithy.api#String", "traits": traits});
    let stated = |word: &str| text(only_then(json!({"shapewright#awsSdkMember": word})));
    let required = json!({"smithy.api#required": {}});
    let absent = || only_then(json!({"shapewright#awsSdkMember": "absent"}));
    json!({"smithy": "2.0", "shapes": {
        "a#S": {
            "type": "service", "version": "1", "traits": sdk,
            "operations": [{"target": "a#PutWebACL"}, {"target": "a#Fly"}, {"target": "a#Tag"}],
        },
        "a#Fly": {"type": "operation", "input": {"target": "a#FlyInput"}, "output": {"target": "a#FlyOutput"}},
        "a#FlyInput": {"type": "structure", "traits": absent(), "members": {"Wing": {"target": "a#Wing"}}},
        "a#FlyOutput": {"type": "structure", "members": {"Class": {"target": "a#Class"}}},
        "a#Wing": {"type": "structure", "members": {}},
        "a#Tag": {"type": "operation", "input": {"target": "a#TagInput"}},
        "a#TagInput": {"type": "structure", "members": {}},
        "a#PutWebACL": {"type": "operation", "input": {"target": "a#Put"}, "output": {"target": "a#Answer"}},
        "a#Put": {"type": "structure", "members": {
            "HTTPPort": {"target": "smithy.api#Integer", "traits": required},
            "MaxItems": stated("integer"),
        }},
        "a#Answer": {"type": "structure", "members": {"Part": {"target": "a#Part"}}},
        "a#Part": {"type": "structure", "members": {
            "Away": {"target": "a#Away"},
            "Class": {"target": "a#Class"},
            "New": {"target": "a#News", "traits": only_then(json!({"shapewright#awsSdkMember": "absent"}))},
            "Prefix": stated("defaulted"),
            "Source": {"target": "a#Source", "traits": required},
            "Type": text(required.clone()),
        }},
        "a#Source": {"type": "union", "members": {"Text": text(json!({}))}},
        "a#Away": {"type": "structure", "traits": only_then(json!({"shapewright#awsSdkMember": "absent"})),
            "members": {"Class": {"target": "a#Class"}, "Inner": {"target": "a#Inner"}}},
        "a#Inner": {"type": "structure", "members": {}},
        "a#News": {"type": "list", "member": {"target": "a#New"}},
        "a#New": {"type": "structure", "members": {"Inner": {"target": "a#Inner"}}},
        "a#Class": {"type": "enum", "members": {"One": {"target": "smithy.api#Unit"}}},
    }})
}

fn written(has_sdk: bool, layout: &Layout) -> FileTree {
    let input = Input { name: "model.json".to_owned(), bytes: model(has_sdk).to_string().into_bytes() };
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&input, &[], &GenerateOptions::default(), layout, &mut diagnostics);
    tree.unwrap_or_else(|| panic!("{diagnostics}"))
}

#[test]
fn only_the_workspace_has_conversions() {
    let has =
        |has_sdk, layout: &Layout| written(has_sdk, layout).keys().any(|path| path.starts_with("s-aws-sdk/"));
    assert!(has(true, &Layout::Workspace));
    assert!(!has(false, &Layout::Workspace));
    assert!(!has(true, &Layout::Packages(RuntimeSource::Registry)));
    assert!(!has(true, &Layout::Modules("crate::s".to_owned())));
}

#[test]
fn the_manifest_names_the_sdk() {
    let tree = written(true, &Layout::Workspace);
    let manifest = &tree["s-aws-sdk/Cargo.toml"];
    assert!(manifest.contains("\naws-sdk-s.workspace = true\ns-shapes.workspace = true\n"), "{manifest}");
    assert!(manifest.contains("\nrust-version = \"1.94.1\"\n"), "{manifest}");
}

#[test]
fn members_are_listed_by_what_the_sdk_has_for_them() {
    let tree = written(true, &Layout::Workspace);
    let files = tree.iter().filter(|(path, _)| path.starts_with("s-aws-sdk/"));
    let text: String = files.map(|(_, text)| text.as_str()).collect();
    for listing in [
        "enumerations! { Sdk { Class as types::Class } }",
        "union! { Sdk: Source as types::Source, else Unknown { \"Text\" => Text } }",
        "structure! { Sdk: Part as types::Part {\n    \
         optional \"Class\" => class by set_class, defaulted \"Prefix\" => prefix by set_prefix,\n    \
         optional \"Source\" => source by set_source, required \"Type\" => r#type by set_type,\n\
         } without { \"Away\" => away, \"New\" => new } }",
        "input! { Sdk: Put as operation::put_web_acl::PutWebAclInput\n    by PutWebAclInputBuilder {\n    \
         optional \"HTTPPort\" => http_port by set_http_port,\n    \
         integer \"MaxItems\" => max_items by set_max_items,\n} }",
        "structure! { Sdk: Answer as operation::put_web_acl::PutWebAclOutput {",
        "//! - `Part.Away`\n",
        "//! - `Part.New`\n",
        "pub const NOT_CONVERTED: &[&str] = &[\n    \"Away\",\n    \"FlyInput\",\n    \"FlyOutput\",\n    \
         \"Inner\",\n    \"New\",\n    \"Wing\",\n];",
        "//! - `Part.Prefix`\n",
        "//! - `Put.MaxItems`\n",
    ] {
        assert!(text.contains(listing), "{listing}\nis not in\n{text}");
    }
}

#[test]
fn what_only_absent_members_reach_is_not_converted() {
    let tree = written(true, &Layout::Workspace);
    let files = tree.iter().filter(|(path, _)| path.starts_with("s-aws-sdk/"));
    let text: String = files.map(|(_, text)| text.as_str()).collect();
    for name in ["Away", "Inner", "New"] {
        assert!(!text.contains(&format!("Sdk: {name} as")), "{text}");
        assert!(!text.contains(&format!("structure {name}")), "{text}");
    }
    assert!(text.contains("Class as types::Class"), "{text}");
}

/// Nothing of an operation is left that would not compile: neither its input and output, nor what only it uses, nor the
/// example in the docs, for which it has the shortest name.
#[test]
fn operations_that_the_sdk_does_not_have_are_left_out() {
    let tree = written(true, &Layout::Workspace);
    let files = tree.iter().filter(|(path, _)| path.starts_with("s-aws-sdk/"));
    let text: String = files.map(|(_, text)| text.as_str()).collect();
    for words in ["Fly", "::fly", "Wing"] {
        let lines: Vec<&str> = text.lines().filter(|line| line.contains(words)).collect();
        assert!(lines.iter().all(|line| line.starts_with("    \"")), "{lines:?}");
    }
    assert!(text.contains("use s_shapes::{Put, Answer};"), "{text}");
}

#[test]
fn operations_are_listed_with_their_outputs() {
    let tree = written(true, &Layout::Workspace);
    let catalog = &tree["s-aws-sdk/src/catalog.rs"];
    assert!(catalog.contains("operations! { ($) { "), "{catalog}");
    assert!(catalog.contains("PutWebAcl -> Answer, Tag }"), "{catalog}");
}
