//! `shapewright check --fix` and `--diff`.

use serde_json::Value;

use crate::common::run;
use crate::directory::{BAD, Directory, RULE};

const WRONG: &str = "CallerReference: a # unique\nPaths: {Quantity: 2, Items: [images/*]}\n";
const RIGHT: &str = "CallerReference: a # unique\nPaths: {Quantity: 1, Items: [/images/*]}\n";

#[test]
fn files_are_corrected_and_what_remains_decides() {
    let directory = Directory::new("fix", &[("a.yaml", WRONG), ("b.yaml", BAD)]);
    let run = directory.check(&["--fix"]);
    assert_eq!(run.rules(), (Some(1), vec![RULE]));
    assert_eq!(run.err, "note: 2 findings were corrected in 1 file; 1 error and 0 warnings remain\n");
    assert_eq!((directory.read("a.yaml").as_str(), directory.read("b.yaml").as_str()), (RIGHT, BAD));
    // There is nothing left to correct.
    let again = directory.check(&["--fix", "a.yaml"]);
    assert_eq!((again.status, again.out.as_str(), again.err.as_str()), (Some(0), "", ""));
    let names: Vec<_> = std::fs::read_dir(&directory.0).expect("a directory").collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn differences_are_printed_and_nothing_is_written() {
    let directory = Directory::new("diff", &[("in/a.yaml", WRONG), ("in/b.yaml", RIGHT)]);
    let run = directory.check(&["--diff", "in"]);
    let expected = "--- in/a.yaml\n+++ in/a.yaml\n@@ -1,2 +1,2 @@\n CallerReference: a # unique\n\
        -Paths: {Quantity: 2, Items: [images/*]}\n+Paths: {Quantity: 1, Items: [/images/*]}\n";
    assert_eq!((run.status, run.out.as_str()), (Some(1), expected));
    assert_eq!(
        run.err,
        "note: 2 findings can be corrected in 1 file; 0 errors and 0 warnings would remain\n"
    );
    assert_eq!(directory.read("in/a.yaml"), WRONG);
    let same = directory.check(&["--diff", "in/b.yaml"]);
    assert_eq!((same.status, same.out.as_str(), same.err.as_str()), (Some(0), "", ""));
    let coloured = directory.check(&["--diff", "--color", "always", "in"]);
    assert!(coloured.out.contains("\u{1B}[32m+Paths: {Quantity: 1"), "{}", coloured.out);
}

#[test]
fn standard_input_is_printed_as_it_should_be() {
    let output = run(&["check", "--fix", "-"], WRONG);
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stdout).as_ref()), (Some(0), RIGHT));
    // What cannot be corrected is printed as it is, and the findings are on standard error.
    let output = run(&["check", "--fix", "-"], BAD);
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stdout).as_ref()), (Some(1), BAD));
    assert!(String::from_utf8_lossy(&output.stderr).contains(RULE));
}

#[test]
fn a_finding_has_its_correction_in_json() {
    let output = run(&["check", "--format", "json", "-"], WRONG);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let fix = &report["files"][0]["findings"][0]["fix"];
    let expected = serde_json::json!({ "title": "set Quantity to 1", "edits": [{
        "span": { "start": { "line": 2, "column": 19 }, "end": { "line": 2, "column": 20 } }, "text": "1"
    }] });
    assert_eq!(fix, &expected);
}

#[test]
fn findings_that_do_not_count_are_not_corrected() {
    let config = "[rules]\npaths-quantity = \"off\"\n";
    let directory = Directory::new("fix-off", &[("a.yaml", WRONG), (".shapewright.toml", config)]);
    assert_eq!(directory.check(&["--fix"]).status, Some(0));
    assert_eq!(directory.read("a.yaml"), RIGHT.replace("Quantity: 1", "Quantity: 2"));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay_and_read_only_files_too() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    let directory = Directory::new("fix-mode", &[("real.yaml", WRONG)]);
    let (real, link) = (directory.0.join("real.yaml"), directory.0.join("link.yaml"));
    let set = |mode| fs::set_permissions(&real, fs::Permissions::from_mode(mode)).expect("permissions");
    symlink("real.yaml", &link).expect("a link");
    set(0o440);
    let run = directory.check(&["--fix", "real.yaml"]);
    assert_eq!(run.rules(), (Some(2), vec!["file-access", "paths-quantity", "paths-items-item-pattern"]));
    assert_eq!(directory.read("real.yaml"), WRONG);
    set(0o640);
    assert_eq!(directory.check(&["--fix", "link.yaml"]).status, Some(0));
    assert_eq!(directory.read("real.yaml"), RIGHT);
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::metadata(&real).expect("a file").permissions().mode() & 0o777, 0o640);
}

#[test]
fn options_that_exclude_each_other_are_refused() {
    for arguments in [["--fix", "--diff", "."], ["--diff", "--statistics", "."]] {
        let output = run(&["check", arguments[0], arguments[1], arguments[2]], "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
