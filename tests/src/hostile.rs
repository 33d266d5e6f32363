//! Models whose every text is hostile: made to leave the string, comment, manifest or page in which a generated crate
//! has it. Their crates must have the same files, items, keys and markup as those of a model with harmless texts.

mod manifest;
mod model;
mod page;
mod source;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use codegen::{GenerateOptions, Input, Layout, generate};
use shapewright_smithy::text::is_hidden;
use shapewright_smithy::{Diagnostics, text};

pub use model::{Inputs, inputs};

/// What models with other texts have in their place.
const HARMLESS: &[&str] = &["harmless"];

/// Texts that each would leave one of the places where generated crates have texts.
pub const TEXTS: &[&str] = &[
    "1\"\nbuild = \"evil.rs\" #",
    "1\npub fn pwned() {}",
    "1\r\npub fn pwned() {}",
    "1\rpub fn pwned() {}",
    "1\u{2028}pub fn pwned() {}\u{2029}//",
    "*/ pub fn pwned() {} /*",
    "\n#![allow(warnings)]\n//! ",
    "\"# ); pub fn pwned() {} r#\"",
    "\"; include!(\"/etc/passwd\"); \"",
    "'''\n[dependencies]\nevil = \"1\"\n'''",
    "\"\"\"\n[build-dependencies]\nevil = \"1\"",
    "]]>\n]\n}",
    "{{evil}} {} ${evil} {0}",
    "\\",
    "\\\\\" \\u{0} \\",
    "```\nstd::process::abort();\n```",
    "`` ``` std::process::abort() ``` ``",
    "~~~\nstd::process::abort();\n~~~",
    "-     std::process::abort();",
    "     std::process::abort();",
    "> ```\n> std::process::abort();",
    "1.      std::process::abort();",
    "`unclosed",
    "` `` ``` <b>",
    "<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; \\&lt;b&gt;",
    "<code>`</code><code>&lt;script&gt;</code>",
    "--> <img src=x onerror=alert(1)> <!--",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "\\[click](javascript:alert(1))",
    "[evil]: https://evil.example\n\n[evil] [`String`]",
    "<https://evil.example> https://evil.example/`<b>",
    "a | b\n--- | ---\nc | d",
    "---\n# Title\n===",
    "# Title",
    "- item",
    "+ item 1) item",
    "> quote",
    "***",
    "| a |\n| - |",
    "[^1]: note [^1]",
    ": definition",
    "=",
    "user\u{202e} \u{2066}// admin\u{2069} \u{2066}",
    "\u{0}\u{1}\u{7f}\u{85}\u{9b}31m",
    "\u{1b}[2J\u{1b}]0;evil\u{7}",
    "zero\u{200b}width\u{feff}\u{ad}\u{e0041}",
    "../../../etc/passwd",
    "/etc/passwd",
    "C:\\con",
    "..",
    "con",
    "@crate::evil ]: @evil",
    "a`\u{202e}`|`\\|`",
    "é½日本 e\u{301}",
    "",
    " ",
];

/// Generates crates from a model with these texts, and compares them with the crates of a model with harmless texts.
/// Returns whether there are crates: a model with such texts may be refused.
///
/// # Panics
///
/// Panics if anything but the texts differs.
pub fn check(texts: &[&str]) -> bool {
    let (tree, diagnostics) = crates(&inputs(texts));
    assert_ne!(tree.is_some(), diagnostics.has_errors(), "crates or errors: {diagnostics}");
    let shown = diagnostics.to_string();
    assert!(!shown.contains(|c| is_hidden(c) && c != '\n'), "diagnostics are visible: {shown:?}");
    let harmless = usual();
    let Some(tree) = tree else { return false };
    let paths = |tree: &BTreeMap<String, String>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&tree), paths(harmless), "the files are those of the harmless model");
    for (path, text) in &tree {
        let hidden: String = text.chars().filter(|c| is_hidden(*c) && *c != '\n').collect();
        assert!(hidden.is_empty(), "{path} has hidden characters: {}", text::visible(&hidden));
        compare(path, &harmless[path], text);
    }
    true
}

/// The crates with harmless texts. If that model were refused, nothing would be compared.
fn usual() -> &'static BTreeMap<String, String> {
    static CRATES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let (crates, diagnostics) = crates(&inputs(HARMLESS));
        crates.unwrap_or_else(|| panic!("harmless texts are accepted: {diagnostics}"))
    });
    &CRATES
}

fn compare(path: &str, harmless: &str, hostile: &str) {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("toml") => manifest::compare(path, harmless, hostile),
        Some("rs") => source::compare(path, harmless, hostile),
        Some("md") => page::compare(path, harmless, hostile),
        _ => panic!("{path} is no manifest, source or page"),
    }
}

fn crates((model, overlays): &Inputs) -> (Option<BTreeMap<String, String>>, Diagnostics) {
    let input = |name: &str, value: &serde_json::Value| Input {
        name: name.to_owned(),
        bytes: value.to_string().into_bytes(),
    };
    let overlays: Vec<Input> = overlays.iter().map(|value| input("overlay.json", value)).collect();
    let options =
        GenerateOptions { package: Some("hostile".to_owned()), docs: true, ..GenerateOptions::default() };
    let mut diagnostics = Diagnostics::default();
    let tree =
        generate(&input("model.json", model), &overlays, &options, &Layout::Workspace, &mut diagnostics);
    (tree, diagnostics)
}
