//! Runs the built command in separate directories.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The output of a run.
pub(crate) struct Outcome {
    pub(crate) success: bool,
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `cargo xtask` with these arguments.
pub(crate) fn xtask<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Outcome {
    xtask_in(&root(), arguments)
}

/// Runs `cargo xtask` in another repository.
pub(crate) fn xtask_in<S: AsRef<std::ffi::OsStr>>(repository: &Path, arguments: &[S]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).env("CARGO_MANIFEST_DIR", repository.join("xtask"));
    let output = command.output().expect("the command can be run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    let success = output.status.success();
    Outcome { success, code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs `cargo xtask codegen` for a model, with more arguments.
pub(crate) fn codegen(model: &Path, out: &Path, more: &[&str]) -> Outcome {
    let mut arguments = vec!["codegen", "--model", path(model), "--out", path(out)];
    arguments.extend(more);
    xtask(&arguments)
}

pub(crate) fn path(path: &Path) -> &str {
    path.to_str().expect("names of test directories are UTF-8")
}

/// Returns an empty directory for the test of that name.
pub(crate) fn directory(test: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    if directory.exists() {
        fs::remove_dir_all(&directory).expect("directories of earlier runs can be removed");
    }
    fs::create_dir_all(&directory).expect("test directories can be made");
    directory
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in a repository").to_owned()
}

/// Returns the model of a golden case.
pub(crate) fn golden(case: &str) -> PathBuf {
    root().join("codegen/tests/golden").join(case).join("model.json")
}

/// Returns all files below a directory, with relative path, text and time of the last change.
pub(crate) fn snapshot(directory: &Path) -> Vec<(String, String, std::time::SystemTime)> {
    let mut found = Vec::new();
    let mut todo = vec![directory.to_owned()];
    while let Some(path) = todo.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("test directories can be read");
            todo.extend(entries.flatten().map(|entry| entry.path()));
        } else {
            let name = path.strip_prefix(directory).expect("it was found below the directory");
            let text = fs::read_to_string(&path).expect("files can be read");
            let written = fs::metadata(&path).and_then(|facts| facts.modified());
            let written = written.expect("the system knows when a file was written");
            found.push((name.to_string_lossy().replace('\\', "/"), text, written));
        }
    }
    found.sort();
    found
}

/// Returns the paths of all files below a directory.
pub(crate) fn names(directory: &Path) -> Vec<String> {
    snapshot(directory).into_iter().map(|(name, ..)| name).collect()
}
