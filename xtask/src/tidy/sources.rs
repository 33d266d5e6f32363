//! What holds for every Rust file: header, module comment, size.

use std::path::Path;

use crate::files::is_generated;

/// A hand-written file longer than this has a seam somewhere.
const MAX_HAND_WRITTEN: usize = 400;

/// A generated file longer than this is not read by anybody.
const MAX_GENERATED: usize = 1000;

/// Directories of tests that plain `cargo test` ignores and the gate runs.
const IGNORED_TESTS: [&str; 2] = ["with_botocore", "with_data"];

/// What is wrong with the file at `path`, a path from the root.
pub(super) fn check(path: &Path, text: &str) -> Vec<String> {
    let generated = is_generated(text);
    let mut problems = Vec::new();
    let first = text.lines().find(|line| !line.starts_with("// @generated") && !line.starts_with("#!["));
    if !first.is_some_and(|line| line.starts_with("//! ")) {
        problems.push("begin with a `//!` sentence that says what the file is for".to_owned());
    }
    if generated != belongs_to_generator(path) {
        problems.push(match generated {
            true => "a generated file stands where only hand-written ones belong".to_owned(),
            false => "a hand-written file stands in a generated crate".to_owned(),
        });
    }
    let limit = if generated { MAX_GENERATED } else { MAX_HAND_WRITTEN };
    let lines = text.lines().count();
    if lines > limit {
        problems.push(format!("{lines} lines, more than {limit}: split it at its seam"));
    }
    let may_ignore = path.iter().any(|part| IGNORED_TESTS.iter().any(|directory| part == *directory));
    if !may_ignore && text.lines().any(|line| line.trim_start().starts_with("#[ignore")) {
        let directories = IGNORED_TESTS.join("` or `");
        problems.push(format!("an ignored test that the gate never runs: move it to `{directories}`"));
    }
    for (number, line) in text.lines().enumerate() {
        if line.ends_with([' ', '\t']) {
            problems.push(format!("line {}: blanks at the end", number + 1));
        }
    }
    problems
}

/// Sources of `crates/<service>-{shapes,validators,errors,http,aws-sdk}` and golden outputs. What begins with our own
/// name is of no service.
fn belongs_to_generator(path: &Path) -> bool {
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    let in_crates = parts.next().is_some_and(|part| part == "crates");
    let krate = parts.next().unwrap_or_default();
    let ends = ["-shapes", "-validators", "-errors", "-http", "-aws-sdk"];
    let of_service = !krate.starts_with("shapewright-") && ends.iter().any(|end| krate.ends_with(end));
    (in_crates && of_service) || path.starts_with("codegen/tests/golden")
}
