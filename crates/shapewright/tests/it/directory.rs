//! Directories of files in which the command runs.

use std::path::PathBuf;
use std::process::{Command, Output};

/// A key group without keys, which is refused.
pub(crate) const BAD: &str = "Name: assets\nItems: []\nComment: ''\n";
/// The rule that it breaks.
pub(crate) const RULE: &str = "key-group-config-items-length";

/// A directory that is removed at the end.
pub(crate) struct Directory(pub(crate) PathBuf);

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Directory {
    /// Makes a repository of files.
    pub(crate) fn new(name: &str, files: &[(&str, &str)]) -> Directory {
        let path = std::env::temp_dir().join(format!("shapewright-{}-{name}", std::process::id()));
        let directory = Directory(path);
        directory.write(".git/HEAD", "");
        for (name, text) in files {
            directory.write(name, text);
        }
        directory
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a directory")).expect("the directory can be made");
        std::fs::write(path, text).expect("the file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect(name)
    }

    /// Runs `check` in a directory inside.
    pub(crate) fn check_in(&self, inside: &str, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shapewright"));
        command.arg("check").args(arguments).current_dir(self.0.join(inside));
        Run::of(&command.output().expect("the binary was built"))
    }

    pub(crate) fn check(&self, arguments: &[&str]) -> Run {
        self.check_in(".", arguments)
    }
}

/// What a process did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn of(output: &Output) -> Run {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Run { status: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Returns status and the rules of the findings in the output for people.
    pub(crate) fn rules(&self) -> (Option<i32>, Vec<&str>) {
        let is_title = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
        let titles = self.out.lines().filter(is_title);
        let rules = titles.filter_map(|line| line.split_once('[')?.1.split_once(']'));
        (self.status, rules.map(|(rule, _)| rule).collect())
    }
}
