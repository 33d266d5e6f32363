//! Golden cases: tiny models, one feature each, with the generated files that show it beside the input.
//!
//! A case holds the files that it is about; only those in [`WHOLE`] hold everything. The package `shapewright-golden`
//! compiles all outputs of all cases. `UPDATE=1` accepts what has changed. To add a file to a case, make an empty one
//! first.

mod case;

use std::collections::BTreeSet;
use std::fs;

use self::case::{CASES, directory, outputs};
use crate::common::{accept, files};

/// The cases, from the directory of this package.
const DIRECTORY: &str = "tests/golden";

/// Cases that hold every output: what all have in common is seen here.
const WHOLE: [&str; 2] = ["nothing", "structure"];

/// A golden file is read by people.
const MAX_LINES: usize = 250;

#[test]
fn outputs_are_as_expected() {
    let mut problems = Vec::new();
    for (case, _) in CASES {
        let directory = directory().join(case);
        let outputs = outputs(case);
        let expected: BTreeSet<String> =
            files(&directory).into_iter().filter(|name| !is_input(name)).collect();
        for (name, text) in &outputs {
            if WHOLE.contains(case) || expected.contains(name) {
                problems.extend(accept::difference(&directory.join(name), text));
            }
        }
        let strays = expected.iter().filter(|name| !outputs.contains_key(*name));
        problems.extend(strays.filter_map(|name| accept::stray(&directory.join(name))));
        assert!(expected.iter().any(|name| outputs.contains_key(name)), "{case} expects something");
    }
    accept::report(&problems, "golden");
}

#[test]
fn outputs_are_small() {
    for (case, _) in CASES {
        for (name, text) in outputs(case) {
            let lines = text.lines().count();
            assert!(lines < MAX_LINES, "{case}/{name} has {lines} lines: show one feature, not all");
        }
    }
}

#[test]
fn all_cases_are_listed() {
    let entries = fs::read_dir(directory()).expect("there are golden cases").flatten();
    let found: BTreeSet<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let listed: BTreeSet<String> = CASES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, found, "codegen/tests/it/golden/case.rs lists all cases");
}

fn is_input(name: &str) -> bool {
    matches!(name, "model.json" | "overlay.json") || name.starts_with("format_")
}
