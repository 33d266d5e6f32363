//! `check` with configurations, ignores and baselines, as a process in a directory of files.

use std::process::Command;

use crate::directory::{BAD, Directory, RULE};

#[test]
fn the_nearest_configuration_counts() {
    let off = format!("[rules]\n{RULE} = \"off\"\n");
    let warning = format!("[rules]\n{RULE} = \"warning\"\n");
    let files = [
        ("a.yaml", BAD),
        ("off/b.yaml", BAD),
        ("off/.shapewright.toml", off.as_str()),
        ("off/warning/c.yaml", BAD),
        ("off/warning/.shapewright.toml", warning.as_str()),
    ];
    let directory = Directory::new("nearest", &files);
    let all = directory.check(&[]);
    assert_eq!(all.rules(), (Some(1), vec![RULE, RULE]), "{all:?}");
    assert!(all.out.contains("1 error and 1 warning in 2 of 3 files"), "{}", all.out);
    assert_eq!(directory.check_in("off", &["b.yaml"]).rules(), (Some(0), vec![]));
    assert_eq!(directory.check_in("off", &["../a.yaml"]).rules(), (Some(1), vec![RULE]));
    let named = directory.check(&["--config", "off/.shapewright.toml"]);
    assert_eq!(named.rules(), (Some(0), vec![]));
}

#[test]
fn a_wrong_configuration_stops_the_check() {
    let directory = Directory::new("wrong", &[("a.yaml", BAD), (".shapewright.toml", "[rule]\n")]);
    for format in ["human", "json"] {
        let run = directory.check(&["--format", format]);
        assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
        assert!(
            run.err.contains("there is no key `rule`") && run.err.contains(".shapewright.toml:1:2"),
            "{run:?}"
        );
    }
    let absent = directory.check(&["--config", "absent.toml"]);
    assert_eq!(absent.status, Some(2));
    assert!(absent.err.contains("no such file or directory"), "{absent:?}");
}

#[test]
fn excluded_files_are_not_checked() {
    let config = "[[exclude]]\npath = \"vendor/\"\nbecause = \"others keep it\"\n";
    let directory = Directory::new("excluded", &[("vendor/a.yaml", BAD), (".shapewright.toml", config)]);
    assert_eq!(directory.check(&["vendor"]).rules(), (Some(0), vec![]));
    let named = directory.check(&["vendor/a.yaml"]);
    assert_eq!(named.rules(), (Some(0), vec![]));
    assert!(named.err.contains("vendor/a.yaml: not checked, because others keep it"), "{named:?}");
    assert_eq!(directory.check(&["--no-exclude"]).rules(), (Some(1), vec![RULE]));
}

#[test]
fn ignores_are_applied_and_reported() {
    let config = format!("[[ignore]]\nrule = \"{RULE}\"\npath = \"a.yaml\"\nbecause = \"it is a draft\"\n");
    let good = "Name: assets\nItems: [K2XMPL]\nComment: '' # shapewright: ignore x because y\n";
    let files = [("a.yaml", BAD), ("b.yaml", good), (".shapewright.toml", config.as_str())];
    let directory = Directory::new("ignores", &files);
    let run = directory.check(&[]);
    assert_eq!(run.rules(), (Some(0), vec!["unused-ignore"]));
    assert!(run.out.contains("1 warning in 1 of 2 files; 1 ignored"), "{run:?}");
    directory.write("a.yaml", "Name: assets\nItems: [K2XMPL]\nComment: ''\n");
    let run = directory.check(&["a.yaml"]);
    assert_eq!(run.rules(), (Some(0), vec!["unused-ignore"]));
    assert!(run.out.contains("--> .shapewright.toml:2:8"), "{run:?}");
}

#[test]
fn standard_input_has_the_configuration_of_its_name() {
    let off = format!("[rules]\n{RULE} = \"off\"\n");
    let directory = Directory::new("stdin", &[("a.yaml", BAD), ("off/.shapewright.toml", off.as_str())]);
    let check = |arguments: &[&str]| {
        let input = std::fs::File::open(directory.0.join("a.yaml")).expect("the file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_shapewright"));
        command.arg("check").args(arguments).current_dir(&directory.0).stdin(input);
        command.output().expect("the binary was built").status.code()
    };
    assert_eq!(check(&["-"]), Some(1));
    assert_eq!(check(&["-", "--stdin-filename", "off/b.yaml"]), Some(0));
}

#[test]
fn a_baseline_holds_wherever_the_command_runs() {
    let directory = Directory::new("baseline", &[("a/a.yaml", BAD), ("a/b.yaml", BAD)]);
    let written = directory.check(&["a/a.yaml", "--baseline", "known.json", "--write-baseline"]);
    assert_eq!((written.status, written.out.as_str()), (Some(0), ""), "{written:?}");
    assert!(directory.read("known.json").contains("\"path\": \"a/a.yaml\""));
    let run = directory.check(&["--baseline", "known.json"]);
    assert_eq!(run.rules(), (Some(1), vec![RULE]), "{run:?}");
    assert!(run.out.contains("a/b.yaml") && run.err.is_empty(), "{run:?}");
    assert_eq!(
        directory.check_in("a", &["a.yaml", "--baseline", "../known.json"]).rules(),
        (Some(0), vec![])
    );
    // The line moves, then the fault goes away.
    directory.write("a/a.yaml", &format!("# a comment\n{BAD}"));
    assert_eq!(directory.check(&["a/a.yaml", "--baseline", "known.json"]).rules(), (Some(0), vec![]));
    directory.write("a/a.yaml", "Name: assets\nItems: [K2XMPL]\nComment: ''\n");
    assert_eq!(
        directory.check(&["a", "--baseline", "known.json"]).rules(),
        (Some(1), vec![RULE, "stale-baseline"])
    );
    std::fs::remove_file(directory.0.join("a/a.yaml")).expect("the file");
    let run = directory.check(&["a", "--baseline", "known.json"]);
    assert!(run.out.contains("there is no file a/a.yaml"), "{run:?}");
}

#[test]
fn a_wrong_baseline_stops_the_check() {
    let directory = Directory::new("wrong-baseline", &[("a.yaml", BAD)]);
    for (baseline, message) in [("a.yaml", "error[baseline]"), ("absent.json", "error[file-access]")] {
        let run = directory.check(&["a.yaml", "--baseline", baseline]);
        assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains(message), "{run:?}");
    }
    assert_eq!(directory.check(&["--write-baseline"]).status, Some(2));
}

#[test]
fn what_cannot_be_read_fails_with_a_baseline_too() {
    let directory = Directory::new("unreadable", &[("a.yaml", "a: [\n")]);
    let run = directory.check(&["a.yaml", "--baseline", "known.json", "--write-baseline"]);
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(run.out.contains("error[yaml-"), "{run:?}");
    assert_eq!(directory.check(&["a.yaml", "--baseline", "known.json"]).status, Some(2));
}

#[test]
fn templates_and_terraform_have_ignores_of_their_own() {
    let group = |name: &str, metadata: &str| {
        let properties = "    Properties: {KeyGroupConfig: {Name: a, Items: []}}\n";
        format!("  {name}:\n    Type: AWS::CloudFront::KeyGroup\n{metadata}{properties}")
    };
    let entry = format!("{{rule: {RULE}, because: a pipeline adds them}}");
    let metadata = format!("    Metadata: {{shapewright: {{ignore: [{entry}]}}}}\n");
    let template = format!("Resources:\n{}{}", group("One", &metadata), group("Two", ""));
    let required = "key-group-config-items-required";
    let terraform =
        |name: &str| format!("resource \"aws_cloudfront_key_group\" \"{name}\" {{\n  name = \"a\"\n}}\n");
    let comment = format!("# shapewright: ignore {required} because a pipeline adds them\n");
    let terraform = format!("{comment}{}{}", terraform("one"), terraform("two"));
    let directory = Directory::new("dialects", &[("a.yaml", &template), ("b.tf", &terraform)]);
    let run = directory.check(&["a.yaml", "b.tf"]);
    assert_eq!(run.rules(), (Some(1), vec![RULE, required]), "{run:?}");
    assert!(run.out.contains("in: Two at /KeyGroupConfig/Items"), "{run:?}");
    assert!(run.out.contains("in: aws_cloudfront_key_group.two at /KeyGroupConfig/Items"), "{run:?}");
    assert!(run.out.contains("2 errors in 2 files; 2 ignored"), "{run:?}");
}
