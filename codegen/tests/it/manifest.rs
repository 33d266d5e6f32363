//! What generated crates depend on.

use codegen::{GenerateOptions, Input, Layout, RuntimeSource, generate};
use serde_json::json;
use shapewright_smithy::Diagnostics;
use shapewright_smithy::text::visible;
use toml_edit::DocumentMut;

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
    let tree =
        generate(&input, &[], &GenerateOptions::default(), layout, &mut diagnostics).expect("it generates");
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
    let path = Layout::Packages(RuntimeSource::Path("../../crates".to_owned()));
    assert_eq!(
        validation("^[a-z]+$", &path),
        r#"shapewright-validation = { path = "../../crates/shapewright-validation" }"#
    );
    assert_eq!(
        validation(r"\bword\b", &path),
        r#"shapewright-validation = { path = "../../crates/shapewright-validation", features = ["regex"] }"#
    );
}

#[test]
fn packages_depend_on_released_versions_unless_a_path_is_given() {
    let registry = Layout::Packages(RuntimeSource::Registry);
    assert_eq!(validation("^[a-z]+$", &registry), r#"shapewright-validation = "0.1""#);
}

/// Texts that would add a key or a table to a manifest that is put together as text.
const HOSTILE: &[&str] = &[
    "1\"\nbuild = \"evil.rs\" #",
    "1\n[lib]\npath = \"/etc/passwd\"",
    "'''",
    "\\",
    "\u{0}\u{1b}[0m",
    "{ }]",
];

/// Tables of a generated manifest.
const TABLES: &[&str] = &["package", "lib", "lints", "features", "dependencies"];

/// Keys of the table `package`.
const KEYS: &[&str] = &[
    "name",
    "description",
    "version",
    "edition",
    "rust-version",
    "license",
    "repository",
    "readme",
    "keywords",
    "categories",
    "metadata",
];

#[test]
fn no_text_of_a_model_breaks_out_of_a_manifest() {
    for text in HOSTILE {
        for layout in [Layout::Workspace, Layout::Packages(RuntimeSource::Registry)] {
            for (path, manifest) in manifests(text, &layout) {
                let manifest: DocumentMut =
                    manifest.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
                let tables: Vec<&str> = manifest.iter().map(|(key, _)| key).collect();
                assert!(tables.iter().all(|key| TABLES.contains(key)), "{path}: {tables:?}");
                let package = manifest["package"].as_table().expect("a table");
                let keys: Vec<&str> = package.iter().map(|(key, _)| key).collect();
                assert!(keys.iter().all(|key| KEYS.contains(key)), "{path}: {keys:?}");
                let description = package["description"].as_str().expect("a string");
                let line = visible(text.trim()).replace("\\n", " ");
                assert!(description.contains(&line), "{path}: {description:?} has the version of the model");
            }
        }
    }
}

/// The manifests for a service with this version and this `sdkId`.
fn manifests(text: &str, layout: &Layout) -> Vec<(String, String)> {
    let traits = json!({"aws.api#service": {"sdkId": format!("S{text}")}});
    let shapes = json!({"a#S": {"type": "service", "version": text, "traits": traits}});
    let model = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    let input = Input { name: "model.json".to_owned(), bytes: model.into_bytes() };
    let selection = GenerateOptions { package: Some("s".to_owned()), ..GenerateOptions::default() };
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&input, &[], &selection, layout, &mut diagnostics);
    let tree = tree.unwrap_or_else(|| panic!("{diagnostics}"));
    let manifests: Vec<_> = tree.into_iter().filter(|(path, _)| path.ends_with("Cargo.toml")).collect();
    assert!(manifests.len() >= 4, "{manifests:?}");
    manifests
}
