//! Golden cases: tiny models, one feature each, with all that is generated from them beside the input.
//!
//! The package `shapewright-golden` compiles the outputs. `UPDATE=1` accepts what has changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{accept, files};
use codegen::Input;
use codegen::emit::{FileTree, Layout};
use codegen::lower::Selection;
use shapewright_smithy::Diagnostics;

/// A golden file is read by people.
const MAX_LINES: usize = 200;

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn outputs_are_as_expected() {
    let mut problems = Vec::new();
    for case in cases() {
        let directory = directory().join(&case);
        let tree = generate(&case, &directory);
        for (name, text) in &tree {
            problems.extend(accept::difference(&directory.join(name), text));
        }
        let strays = files(&directory).into_iter().filter(|name| !tree.contains_key(name) && !is_input(name));
        problems.extend(strays.filter_map(|name| accept::stray(&directory.join(name))));
    }
    accept::report(&problems, "golden");
}

#[test]
fn outputs_are_small() {
    for case in cases() {
        let directory = directory().join(&case);
        for name in files(&directory) {
            let text = fs::read_to_string(directory.join(&name)).expect("golden files can be read");
            let lines = text.lines().count();
            assert!(lines < MAX_LINES, "{case}/{name} has {lines} lines: show one feature, not all");
        }
    }
}

#[test]
fn all_outputs_are_compiled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/src/lib.rs");
    let root = fs::read_to_string(root).expect("the golden crate has a root");
    let compiled: BTreeSet<&str> =
        root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.split(' ').next()).collect();
    let cases = cases();
    assert_eq!(compiled, cases.iter().map(String::as_str).collect(), "golden/src/lib.rs lists all cases");
}

/// Names of all cases.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(directory()).expect("there are golden cases");
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn generate(case: &str, directory: &Path) -> FileTree {
    let input = |name: &str| {
        let bytes = fs::read(directory.join(name)).ok()?;
        Some(Input { name: name.to_owned(), bytes })
    };
    let model = input("model.json").unwrap_or_else(|| panic!("{case} has a model.json"));
    let overlays: Vec<Input> = input("overlay.json").into_iter().collect();
    // Only the case about prose keeps it.
    let selection = Selection { docs: case == "docs", ..Selection::default() };
    let layout = Layout::Modules(format!("crate::{case}"));
    let mut diagnostics = Diagnostics::default();
    let tree = codegen::generate(&model, &overlays, &selection, &layout, &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "", "{case}");
    tree.unwrap_or_else(|| panic!("{case} generates"))
}

fn is_input(name: &str) -> bool {
    matches!(name, "model.json" | "overlay.json")
}
