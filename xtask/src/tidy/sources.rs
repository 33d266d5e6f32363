//! Checks source files: name, header, module comment, number and width of lines.

use std::path::Path;

use crate::files::is_generated;

/// Maximum number of lines of a hand-written file.
const MAX_HAND_WRITTEN: usize = 400;

/// Maximum number of lines of a generated file.
const MAX_GENERATED: usize = 1000;

/// Maximum width of a hand-written line.
const WIDEST: usize = 120;

/// Maximum width of a generated line.
const WIDEST_GENERATED: usize = 140;

/// The width of a word from which it may make its line too long.
const LONG_WORD: usize = 50;

/// Directories of tests that plain `cargo test` ignores and the gate runs.
const IGNORED_TESTS: [&str; 3] = ["with_botocore", "with_cargo", "with_data"];

/// Files of the emitters, which print the intermediate representation.
const EMITTERS: &str = "codegen/src/emit";

/// What decides about the output, before the emitters: the model, and the stages that read and complete it.
const DECIDING: [&str; 6] =
    ["shapewright_smithy", "crate::entries", "crate::lower", "crate::naming", "crate::pass", "crate::traits"];

/// Problems of the file at `path`, relative to the root. `home_is_generated` is `true` for generated crates.
pub(super) fn check(path: &Path, text: &str, home_is_generated: bool) -> Vec<String> {
    let generated = is_generated(text);
    let mut problems = lines(text, generated);
    problems.extend(name(path));
    if path.extension().is_some_and(|ending| ending == "rs") {
        problems.extend(beginning(text));
        problems.extend(home(generated, home_is_generated));
        problems.extend(ignored_tests(path, text));
        problems.extend(emitters(path, text));
    }
    problems
}

/// Returns the problem of a name that ends in a number, such as `part_2`.
pub(super) fn name(path: &Path) -> Option<String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_number = |end: &str| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit());
    let has_number = is_number(stem.rsplit(['_', '-']).next().unwrap_or_default());
    has_number.then(|| "the name has a number: name the file by its meaning".to_owned())
}

fn beginning(text: &str) -> Option<String> {
    let first = text.lines().find(|line| !line.starts_with("// @generated") && !line.starts_with("#!["));
    let has_sentence = first.is_some_and(|line| line.starts_with("//! "));
    (!has_sentence).then(|| "begin with a `//!` sentence that says what the file is for".to_owned())
}

fn home(generated: bool, home_is_generated: bool) -> Option<String> {
    match (generated, home_is_generated) {
        (true, false) => Some("a generated file in a hand-written crate".to_owned()),
        (false, true) => Some("a hand-written file in a generated crate".to_owned()),
        _ => None,
    }
}

fn ignored_tests(path: &Path, text: &str) -> Option<String> {
    let may_ignore = path.iter().any(|part| IGNORED_TESTS.iter().any(|directory| part == *directory));
    let ignores = text.lines().any(|line| line.trim_start().starts_with("#[ignore"));
    let directories = IGNORED_TESTS.join("` or `");
    (ignores && !may_ignore)
        .then(|| format!("an ignored test that the gate never runs: move it to `{directories}`"))
}

/// Returns the problems of an emitter that uses more than the intermediate representation.
fn emitters(path: &Path, text: &str) -> Vec<String> {
    if !path.starts_with(EMITTERS) && path != Path::new(EMITTERS).with_extension("rs") {
        return Vec::new();
    }
    let named = DECIDING.into_iter().filter(|name| text.contains(name));
    named
        .map(|name| format!("an emitter uses `{name}`: decide in a pass, and read a field of the IR"))
        .collect()
}

/// Checks the number and width of the lines.
fn lines(text: &str, generated: bool) -> Vec<String> {
    let (most, widest) =
        if generated { (MAX_GENERATED, WIDEST_GENERATED) } else { (MAX_HAND_WRITTEN, WIDEST) };
    let mut problems = Vec::new();
    let count = text.lines().count();
    if count > most {
        problems.push(format!("{count} lines, more than {most}: split it at its seam"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        if line.ends_with([' ', '\t']) {
            problems.push(format!("line {number}: blanks at the end"));
        }
        let width = width(line);
        if width > widest {
            problems.push(format!("line {number}: {width} columns, more than {widest}"));
        }
    }
    problems
}

/// Returns the width of a line without long words that cannot be broken: URLs, regular expressions, names of shapes.
fn width(line: &str) -> usize {
    let columns = |text: &str| text.chars().count();
    let is_whole = |word: &&str| word.contains("://") || columns(word) > LONG_WORD;
    columns(line) - line.split(' ').filter(is_whole).map(columns).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{check, name};

    fn problems(path: &str, text: &str) -> Vec<String> {
        check(Path::new(path), text, path.starts_with("crates/a-shapes"))
    }

    #[test]
    fn what_is_tidy_has_no_problem() {
        let url = format!("//! A file.\n// <https://example.com/{}>\n", "x".repeat(200));
        assert_eq!(problems("xtask/src/x.rs", &url), Vec::<String>::new());
        let generated = format!(
            "// @generated by `cargo xtask codegen`. Do not edit.\n//! A file.\n{}\n",
            "x".repeat(140)
        );
        assert_eq!(problems("crates/a-shapes/src/x.rs", &generated), Vec::<String>::new());
    }

    #[test]
    fn everything_untidy_is_reported() {
        let text = format!("{}\n \n{}", "x y ".repeat(30) + "x", "\n".repeat(400));
        assert_eq!(
            problems("xtask/src/part_2.rs", &text),
            [
                "402 lines, more than 400: split it at its seam",
                "line 1: 121 columns, more than 120",
                "line 2: blanks at the end",
                "the name has a number: name the file by its meaning",
                "begin with a `//!` sentence that says what the file is for",
            ]
        );
        assert!(name(Path::new("tests/overlay-2.json")).is_some());
        assert_eq!(name(Path::new("tests/s3-origins.json")), None);
        assert_eq!(
            problems("crates/a-shapes/src/x.rs", "//! A.\n"),
            ["a hand-written file in a generated crate"]
        );
        let generated = "// @generated by `cargo xtask codegen`. Do not edit.\n//! A.\n";
        assert_eq!(problems("xtask/src/x.rs", generated), ["a generated file in a hand-written crate"]);
        let emitter = "//! A.\nuse crate::pass;\n";
        assert_eq!(problems("codegen/src/pass.rs", emitter), Vec::<String>::new());
        for path in ["codegen/src/emit.rs", "codegen/src/emit/rules.rs"] {
            assert!(problems(path, emitter)[0].starts_with("an emitter uses `crate::pass`"));
        }
        let ignored = "//! A.\n#[ignore = \"slow\"]\n";
        assert_eq!(problems("tests/it/with_data/x.rs", ignored), Vec::<String>::new());
        assert!(problems("tests/it/x.rs", ignored)[0].starts_with("an ignored test"));
    }
}
