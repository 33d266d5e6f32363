//! `check`: exit statuses, forms of output, and files that cannot be read.

use std::process::Command;

use serde_json::Value;

use crate::common::run;
use crate::directory::{BAD, Directory, RULE, Run};

const GOOD: &str = "Name: assets\nItems: [K2JCJMDEHXQW5F]\nComment: ''\n";

const FORMATS: [&str; 6] = ["human", "json", "jsonl", "sarif", "github", "junit"];

#[test]
fn the_exit_status_is_the_same_in_every_format() {
    let directory =
        Directory::new("status", &[("good.yaml", GOOD), ("bad.yaml", BAD), ("cut.json", "{\"Items\": ")]);
    for format in FORMATS {
        let status = |files: &[&str]| directory.check(&[&["--format", format], files].concat()).status;
        assert_eq!(status(&["good.yaml"]), Some(0), "{format}");
        assert_eq!(status(&["bad.yaml"]), Some(1), "{format}");
        assert_eq!(status(&["cut.json", "bad.yaml"]), Some(2), "{format}");
        assert_eq!(status(&["absent.json", "good.yaml"]), Some(2), "{format}");
        assert_eq!(status(&["--operation", "UpdateKeyGrop", "good.yaml"]), Some(2), "{format}");
    }
    assert_eq!(directory.check(&["--form", "json"]).status, Some(2));
}

#[test]
fn json_has_the_documented_form() {
    let directory = Directory::new("json", &[("b.yaml", GOOD), ("a.yaml", BAD)]);
    let run = directory.check(&["--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let expected = serde_json::json!({
        "files": [
            { "path": "a.yaml", "kind": "api-yaml", "findings": [{
                "rule": RULE, "code": "InvalidArgument", "severity": "error",
                "message": report["files"][0]["findings"][0]["message"],
                "help": report["files"][0]["findings"][0]["help"],
                "resource": null, "operation": "CreateKeyGroup", "pointer": "/KeyGroupConfig/Items",
                "span": { "start": { "line": 2, "column": 8 }, "end": { "line": 2, "column": 10 } },
                "fix": report["files"][0]["findings"][0]["fix"],
            }] },
            { "path": "b.yaml", "kind": "api-yaml", "findings": [] },
        ],
        "errors": 1,
        "warnings": 0,
    });
    assert_eq!(report, expected);
    let lines = directory.check(&["--format", "jsonl"]).out;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert_eq!(Value::Array(lines), expected["files"]);
}

#[test]
fn columns_are_code_points() {
    let text = "{\"Comment\": \"日本👩‍👩‍👧\", \"Name\": \"a\", \"Items\": []}";
    let output = run(&["check", "--format", "json", "-"], text);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let column = text.chars().count() - "[]}".chars().count() + 1;
    assert_eq!(report["files"][0]["findings"][0]["span"]["start"]["column"], column, "{report}");
    assert_eq!(report["files"][0]["path"], "<stdin>");
}

#[test]
fn standard_input_can_have_a_name() {
    let output = Run::of(&run(&["check", "--stdin-filename", "group.yaml", "-"], BAD));
    assert_eq!(output.rules(), (Some(1), vec![RULE]));
    assert!(output.out.contains("group.yaml:2:8"), "{}", output.out);
}

#[test]
fn the_output_can_go_to_a_file() {
    let directory = Directory::new("output", &[("a.yaml", BAD)]);
    let run = directory.check(&["--output", "out.txt", "--statistics", "a.yaml"]);
    assert_eq!((run.status, run.out.as_str()), (Some(1), ""));
    let written = directory.read("out.txt");
    assert!(written.contains(RULE) && written.contains("errors  warnings  rule"), "{written}");
}

#[test]
fn nothing_is_printed_if_all_is_well() {
    let directory = Directory::new("quiet", &[("a.yaml", GOOD)]);
    let run = directory.check(&[]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let verbose = directory.check(&["-v"]);
    assert!(
        verbose.err.contains("api-yaml: it is the KeyGroupConfig of CreateKeyGroup; 1 request"),
        "{verbose:?}"
    );
}

#[test]
fn files_of_another_kind_are_only_refused_if_they_are_named() {
    let files =
        [("package.json", "{\"name\": \"a\"}"), ("chart.yaml", "a: {{ b }}\nc: [\n"), ("a.yaml", GOOD)];
    let directory = Directory::new("others", &files);
    let walked = directory.check(&[]);
    assert_eq!((walked.status, walked.out.as_str()), (Some(0), ""));
    assert!(walked.err.contains("2 files of another kind are not checked"), "{}", walked.err);
    assert_eq!(directory.check(&["-q"]).err, "");
    assert_eq!(directory.check(&["package.json"]).rules(), (Some(2), vec!["file-kind"]));
    assert_eq!(directory.check(&["chart.yaml"]).status, Some(2));
}

#[test]
fn what_git_ignores_is_left_out() {
    let files =
        [(".gitignore", "build/\n"), ("build/a.yaml", BAD), (".hidden/b.yaml", BAD), ("c.yaml", GOOD)];
    let directory = Directory::new("ignored", &files);
    assert_eq!(directory.check(&[]).rules(), (Some(0), vec![]));
    assert_eq!(directory.check(&["--no-exclude"]).rules(), (Some(1), vec![RULE, RULE]));
    assert_eq!(directory.check(&["build/a.yaml"]).rules(), (Some(1), vec![RULE]));
}

#[test]
fn unreadable_files_have_one_clear_error() {
    let bomb: String = "bcdefghi".chars().zip("abcdefgh".chars()).fold(
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned(),
        |text, (name, before)| {
            text + &format!("{name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}]\n")
        },
    );
    let deep = format!("{{\"DistributionConfig\": {}", "[".repeat(1_000));
    let state = r#"{"version": 4, "serial": 1, "lineage": "a", "resources": []}"#;
    let cases = [
        ("empty.json", "", "json-empty"),
        ("null.json", "\0", "text-encoding"),
        ("cut.json", "{\"DistributionConfig\": {", "json-unclosed"),
        ("tab.yaml", "Name: a\nItems:\n\t- b\n", "yaml-tab"),
        ("deep.json", deep.as_str(), "json-too-deep"),
        ("bomb.yaml", bomb.as_str(), "yaml-aliases"),
        ("entity.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "xml-dtd"),
        ("page.json", "<!doctype html><title>502</title>", "file-kind"),
        ("state.json", state, "terraform-state"),
    ];
    let files: Vec<(&str, &str)> = cases.iter().map(|(name, text, _)| (*name, *text)).collect();
    let directory = Directory::new("unreadable", &files);
    std::fs::write(directory.0.join("utf16.json"), b"\xFF\xFE{\0}\0").expect("the file can be written");
    let others = [("utf16.json", "text-format"), ("absent.json", "file-access")];
    for (name, rule) in cases.iter().map(|(name, _, rule)| (*name, *rule)).chain(others) {
        let run = directory.check(&[name]);
        assert_eq!(run.rules(), (Some(2), vec![rule]), "{name}: {run:?}");
        assert!(run.out.contains(&format!("{name}:")) && run.out.contains("= help: "), "{name}: {}", run.out);
    }
    let large = directory.check(&["--max-file-size", "10", "cut.json", "tab.yaml", "empty.json"]);
    assert_eq!(large.rules(), (Some(2), vec!["file-size", "file-size", "json-empty"]));
    assert!(large.out.contains("--max-file-size"), "{}", large.out);
}

#[test]
fn a_directory_without_files_is_an_error() {
    let directory = Directory::new("nothing", &[("a.txt", "")]);
    let run = directory.check(&[]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("there is no file to check"), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn pipes_are_not_read() {
    let directory = Directory::new("pipe", &[]);
    let made = Command::new("mkfifo").arg(directory.0.join("pipe.json")).status().expect("mkfifo is there");
    assert!(made.success());
    let run = directory.check(&["pipe.json"]);
    assert_eq!(run.rules(), (Some(2), vec!["file-access"]));
}

/// Names of files cannot change what a terminal shows, nor look like other lines.
#[cfg(unix)]
#[test]
fn names_are_shown_with_escapes_on_standard_error() {
    let directory = Directory::new("escapes", &[]);
    directory.write("a\u{1B}[31m\nerror: b.json", "{\"Name\": \"a\", \"Items\": [\"b\"], \"Comment\": \"\"}");
    let checked = directory.check(&["--verbose", "."]);
    assert!(checked.err.starts_with("note: a\\u{1b}[31m\\nerror: b.json: api-json: "), "{}", checked.err);
    let refused = directory.check(&["--operation", "\u{1B}[31mGet"]);
    assert!(!refused.err.contains('\u{1B}'), "{}", refused.err);
}

/// A block that cannot be read is an error; if nothing can be read, the status says so.
#[test]
fn hcl_of_which_nothing_can_be_read_is_unreadable() {
    let directory = Directory::new("hcl", &[]);
    let broken = "resource \"aws_cloudfront_key_group\" \"a\" {\n  name = \n}\n";
    directory.write("a.tf", broken);
    assert_eq!(directory.check(&["a.tf"]).rules(), (Some(2), vec!["hcl-syntax"]));
    directory.write("a.tf", &format!("{broken}locals {{\n  a = 1\n}}\n"));
    assert_eq!(directory.check(&["a.tf"]).rules(), (Some(1), vec!["hcl-syntax"]));
}

/// With `--fix`, a file that is corrected twice would have changed the second time.
#[test]
fn a_file_is_checked_once_however_it_is_named() {
    let text = "CallerReference: a\nPaths: {Quantity: 2, Items: [/a]}\n";
    let directory = Directory::new("twice", &[("in/a.yaml", text)]);
    let paths = ["in/a.yaml", "./in/a.yaml", "in", "in/../in/a.yaml", "."];
    assert_eq!(directory.check(&paths).rules(), (Some(1), vec!["paths-quantity"]));
    let fixed = directory.check(&[&["--fix"], &paths[..]].concat());
    assert_eq!(
        (fixed.status, directory.read("in/a.yaml")),
        (Some(0), text.replace('2', "1")),
        "{}",
        fixed.err
    );
}

#[test]
fn a_directory_in_place_of_a_file_is_named() {
    let directory = Directory::new("place", &[("a.yaml", GOOD)]);
    for option in ["--current", "--baseline", "--config"] {
        let refused = directory.check(&[option, ".", "a.yaml"]);
        assert_eq!(refused.status, Some(2));
        assert!(
            refused.err.contains("it is a directory") && refused.err.contains("name a file"),
            "{}",
            refused.err
        );
    }
}

#[test]
fn an_absent_file_is_named_without_lines() {
    let directory = Directory::new("absent", &[("a.yaml", GOOD)]);
    let run = directory.check(&["absent.yaml"]);
    assert!(run.out.starts_with("error[file-access]: absent.yaml: no such file or directory\n"), "{run:?}");
    assert!(!run.out.contains("-->"), "{run:?}");
    let baseline = directory.check(&["--baseline", "known.json", "a.yaml"]);
    assert!(baseline.err.contains("known.json: no such file or directory"), "{baseline:?}");
    assert!(baseline.err.contains("create the file with `--write-baseline`"), "{baseline:?}");
}

/// A template with a value that is unknown before deployment.
const TEMPLATE: &str = "Resources:
  Group:
    Type: AWS::CloudFront::KeyGroup
    Properties:
      KeyGroupConfig:
        Name: !Ref Name
        Items: [K2XMPL]
";

#[test]
fn unknown_values_are_listed_with_verbose() {
    let directory = Directory::new("unknown", &[("a.yaml", TEMPLATE)]);
    let run = directory.check(&["--verbose"]);
    assert!(run.err.contains("1 request checked, 1 value unknown"), "{run:?}");
    assert!(run.err.contains("note: a.yaml:6:20: unknown: Ref"), "{run:?}");
    assert!(!directory.check(&[]).err.contains("unknown"));
}

#[test]
fn a_current_configuration_of_templates_is_refused_once() {
    let files = [("a.yaml", TEMPLATE), ("b.yaml", TEMPLATE), ("now.json", "{}")];
    let directory = Directory::new("templates", &files);
    let run = directory.check(&["--current", "now.json", "a.yaml", "b.yaml"]);
    assert_eq!(run.rules(), (Some(1), vec!["current"]));
    assert!(run.out.contains("`--current`") && run.out.contains("`shapewright diff OLD NEW`"), "{run:?}");
}
