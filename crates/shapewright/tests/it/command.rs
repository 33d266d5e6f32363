//! Arguments, help texts, exit codes and closed pipes.

use std::io::Write;
use std::process::Stdio;

use crate::common::{run, shapewright, stdout};

fn usage_error(arguments: &[&str]) -> String {
    let output = run(arguments, "");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

const SUBCOMMANDS: [&str; 9] =
    ["explain", "rules", "skeleton", "diff", "convert", "lsp", "batch", "completions", "man"];

#[test]
fn help_is_printed_for_the_command_and_each_subcommand() {
    let help = stdout(&["help"]);
    assert!(help.contains("Usage: shapewright [COMMAND]"), "{help}");
    for subcommand in SUBCOMMANDS.iter().chain(&["help"]) {
        assert!(help.contains(&format!("\n  {subcommand} ")), "{help}");
    }
    for arguments in [&["--help"][..], &[]] {
        assert!(stdout(arguments).contains("Usage: shapewright [COMMAND]"));
    }
    for subcommand in SUBCOMMANDS {
        let help = stdout(&["help", subcommand]);
        assert!(help.contains(&format!("Usage: shapewright {subcommand}")), "{help}");
        assert!(help.contains("\nExample") && help.contains("\nExit status: "), "{help}");
        assert_eq!(stdout(&[subcommand, "--help"]), help);
    }
    assert!(stdout(&["--version"]).starts_with("shapewright "));
}

/// Every name in the examples can be explained.
#[test]
fn examples_of_explain_work() {
    let help = stdout(&["explain", "--help"]);
    let examples: Vec<&str> =
        help.lines().filter_map(|line| line.trim().strip_prefix("shapewright explain ")).collect();
    assert!(examples.len() > 5, "{help}");
    for example in examples {
        let name = example.split_whitespace().next().expect("a name");
        assert!(!stdout(&["explain", name]).is_empty(), "{name}");
    }
}

/// The example can be pasted into a shell.
#[test]
fn example_of_batch_works() {
    let help = stdout(&["batch", "--help"]);
    let example = help.lines().find_map(|line| line.trim().strip_prefix("echo '")).expect("an example");
    let (line, _) = example.split_once('\'').expect("a quoted line");
    let answers = crate::common::answers(line);
    assert_eq!(answers[0]["errors"][0]["help"], "did you mean Name?", "{answers:?}");
}

#[test]
fn wrong_arguments_are_usage_errors() {
    assert!(usage_error(&["fly"]).starts_with("error: unrecognized subcommand 'fly'\n"));
    assert!(usage_error(&["explian", "a"]).contains("a similar subcommand exists: 'explain'"));
    assert!(usage_error(&["batch", "now"]).starts_with("error: unexpected argument 'now' found\n"));
    assert!(usage_error(&["help", "me"]).starts_with("error: unrecognized subcommand 'me'\n"));
    assert!(
        usage_error(&["explain"]).starts_with("error: the following required arguments were not provided:\n")
    );
    assert!(usage_error(&["explain", "a", "b"]).starts_with("error: unexpected argument 'b' found\n"));
    assert!(usage_error(&["--fly"]).starts_with("error: unexpected argument '--fly' found\n"));
}

#[test]
fn unknown_names_fail() {
    let output = run(&["explain", "nothing like it"], "");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(error.lines().count(), 1, "{error}");
}

#[cfg(unix)]
#[test]
fn arguments_may_be_any_bytes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let output =
        shapewright(&["explain"]).arg(OsStr::from_bytes(b"a\xff")).output().expect("the binary was built");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(error.starts_with("error: nothing is known about `a\u{fffd}`"), "{error}");
}

/// A reader that stops early ends the command without an error.
#[test]
fn closed_pipes_end_the_command_quietly() {
    for arguments in [&["explain", "InvalidArgument"][..], &["help"], &["batch", "--help"], &["batch"]] {
        let mut child = shapewright(arguments).spawn().expect("the binary was built");
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().expect("a pipe");
        for _ in 0..1000 {
            if writeln!(stdin, "{{}}").is_err() {
                break;
            }
        }
        drop(stdin);
        let output = child.wait_with_output().expect("the process ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

/// Errors are not lost in a panic when they cannot be printed.
#[test]
fn closed_standard_error_is_no_panic() {
    for arguments in [&["explain", "nothing like it"][..], &["fly"]] {
        let mut child = shapewright(arguments).stderr(Stdio::piped()).spawn().expect("the binary was built");
        drop(child.stderr.take());
        let code = child.wait().expect("the process ends").code();
        assert!(matches!(code, Some(1 | 2)), "{arguments:?}: {code:?}");
    }
}

/// Input that cannot be read is an error, not an end.
#[cfg(unix)]
#[test]
fn input_that_cannot_be_read_fails() {
    let directory = std::fs::File::open(".").expect("readable");
    let output = shapewright(&["batch"]).stdin(directory).output().expect("the binary was built");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: "));
}
