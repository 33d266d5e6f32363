//! `shapewright completions` and `shapewright man`.

use std::fs;
use std::path::Path;

use crate::common::{run, stdout};

/// The names of all subcommands, from the help.
fn subcommands() -> Vec<String> {
    let help = stdout(&["--help"]);
    let list =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // The rest of a long description is further to the right.
    let names = list.filter_map(|line| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')));
    names.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn completions_know_all_subcommands() {
    let names = subcommands();
    assert!(names.len() > 4, "{names:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = stdout(&["completions", shell]);
        for name in &names {
            assert!(script.contains(name.as_str()), "{shell}: {name}");
        }
    }
}

/// The script is one that the shell can read.
#[cfg(unix)]
#[test]
fn the_script_for_bash_completes() {
    let script = stdout(&["completions", "bash"]);
    let question = "\nCOMP_WORDS=(shapewright ru); COMP_CWORD=1; _shapewright shapewright ru shapewright\n\
                    echo \"${COMPREPLY[@]}\"";
    let answer =
        std::process::Command::new("bash").args(["-c", &(script + question)]).output().expect("bash");
    assert_eq!(String::from_utf8_lossy(&answer.stdout), "rules\n", "{answer:?}");
}

#[test]
fn the_page_of_the_command_is_printed() {
    let page = stdout(&["man"]);
    assert!(page.contains(".TH shapewright 1 ") && page.contains(".SH SUBCOMMANDS"), "{page}");
}

#[test]
fn a_page_is_written_for_each_subcommand() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("man/man1");
    let _ = fs::remove_dir_all(&directory);
    assert_eq!(stdout(&["man", "--directory", directory.to_str().expect("UTF-8")]), "");
    let page = |name: &str| fs::read_to_string(directory.join(name)).expect(name);
    assert_eq!(page("shapewright.1"), stdout(&["man"]));
    for name in subcommands().iter().filter(|name| *name != "help") {
        let page = page(&format!("shapewright-{name}.1"));
        assert!(
            page.contains(&format!(".TH shapewright-{name} 1  \"{name} {}\"", env!("CARGO_PKG_VERSION"))),
            "{page}"
        );
        assert!(page.contains("Example"), "{page}");
    }
}

#[test]
fn pages_that_cannot_be_written_are_an_error() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("a-file");
    fs::write(&file, "").expect("writable");
    let output = run(&["man", "--directory", file.to_str().expect("UTF-8")], "");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.starts_with("error: cannot write pages into ") && error.contains("a-file: "), "{error}");
}
