//! The hook for pre-commit, the action for GitHub and the page about `check` do what they say.

use std::path::PathBuf;
use std::process::Command;

use shapewright_source::{Limits, Node, Source, Tree, yaml};

use crate::directory::{BAD, Directory, RULE, Run};

/// Reads a file of this repository.
fn repository(name: &str) -> (PathBuf, String) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let text = std::fs::read_to_string(&path).expect(name);
    (path, text)
}

fn parsed(name: &str) -> Tree {
    let parsed = yaml::parse(Source::new(name, repository(name).1), &Limits::default());
    assert_eq!(parsed.faults, []);
    parsed.trees.into_iter().next().expect("a document")
}

/// Returns a `PATH` on which the command is first.
fn path() -> String {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_shapewright"));
    let rest = std::env::var("PATH").unwrap_or_default();
    format!("{}:{rest}", binary.parent().expect("a directory").display())
}

#[test]
fn the_hook_runs_the_command() {
    let tree = parsed(".pre-commit-hooks.yaml");
    let hook = tree.root().at(0).expect("a hook");
    assert_eq!(hook.get("pass_filenames").map(Node::text), Some("false"));
    let mut words: Vec<&str> = hook.get("entry").expect("an entry").text().split(' ').collect();
    words.extend(hook.get("args").into_iter().flat_map(Node::children).map(Node::text));
    let directory = Directory::new("hook", &[("a.yaml", BAD), ("other.json", "{\"a\": 1}")]);
    let run = |directory: &Directory| {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env("PATH", path()).current_dir(&directory.0);
        Run::of(&command.output().expect("the command is there"))
    };
    assert_eq!(run(&directory).rules(), (Some(1), vec![RULE]));
    directory.write("a.yaml", "Name: assets\nItems: [K2XMPL]\nComment: ''\n");
    let clean = run(&directory);
    assert_eq!((clean.status, clean.out.as_str(), clean.err.as_str()), (Some(0), "", ""));
}

#[test]
fn the_action_runs_the_command() {
    let tree = parsed("action.yml");
    let steps = tree.root().locate("/runs/steps").node;
    let script =
        steps.children().last().and_then(|step| step.get("run")).expect("a script").text().to_owned();
    let files = [("a b/a.yaml", BAD), ("c.yaml", BAD)];
    let directory = Directory::new("action", &files);
    let run = |variables: [(&str, &str); 4]| {
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]);
        command.envs(variables).env("PATH", path()).current_dir(&directory.0);
        Run::of(&command.output().expect("bash is there"))
    };
    let github = run([("PATHS", "a b\n"), ("FORMAT", "github"), ("OUTPUT", ""), ("ARGUMENTS", "")]);
    assert_eq!(github.status, Some(1), "{github:?}");
    assert!(
        github.out.starts_with("::error file=a b/a.yaml,line=2,") && !github.out.contains("c.yaml"),
        "{github:?}"
    );
    let sarif = run([("PATHS", "."), ("FORMAT", "sarif"), ("OUTPUT", "o.sarif"), ("ARGUMENTS", "--quiet\n")]);
    assert_eq!((sarif.status, sarif.out.as_str()), (Some(1), ""), "{sarif:?}");
    assert!(directory.read("o.sarif").contains("a%20b/a.yaml"));
}

#[test]
fn the_page_shows_what_the_command_does() {
    let page = repository("docs/check.md").1;
    let block = |language: &str, number: usize| {
        let start = format!("```{language}\n");
        let block = page.split(&start).nth(number).expect("a block");
        block.split("```").next().expect("the end of a block").to_owned()
    };
    let directory = Directory::new("page", &[("group.yaml", &block("yaml", 1))]);
    let run = directory.check(&["--format", "json", "group.yaml"]);
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(value(&run.out), value(&block("json", 1)));

    // Each way to ignore a finding hides it, and without it there is the finding.
    let is_ignored = |template: &str| {
        directory.write("templates/cdn.yaml", template);
        let run = directory.check(&["--verbose", "templates"]);
        assert!(!run.out.contains("unused-ignore") && !run.out.contains("invalid-ignore"), "{run:?}");
        assert_ne!(run.out.contains("[origin-domain-name-dot]"), run.out.contains("; 1 ignored"), "{run:?}");
        run.out.contains("; 1 ignored")
    };
    let (comment, metadata) = (block("yaml", 2), block("yaml", 3));
    assert!(is_ignored(&comment) && is_ignored(&metadata));
    let (with_comment, without) = comment.split_once(" # shapewright: ignore").expect("a comment");
    let plain = format!("{with_comment}{}", without.split_once('\n').map_or("", |(_, rest)| rest));
    assert!(!is_ignored(&plain));
    directory.write(".shapewright.toml", &block("toml", 1));
    assert!(is_ignored(&plain));
}
