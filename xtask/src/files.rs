//! Updates files on disk to match a generated tree. Updates all files or none.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread;

use ::codegen::{MANIFEST_HEADER, PAGE_HEADER, RUST_HEADER};

use crate::workspace::at;

/// The changes that make the disk match the tree.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Files to write, with their text.
    pub(crate) write: Vec<(PathBuf, String)>,
    /// Generated files that the tree no longer has.
    pub(crate) remove: Vec<PathBuf>,
    /// Files that are up to date.
    pub(crate) unchanged: usize,
}

impl Plan {
    /// Compares `tree` with the files in `directory`. Stale files are searched in the directories `packages`.
    pub(crate) fn new(
        directory: &Path,
        tree: &BTreeMap<String, String>,
        packages: &[PathBuf],
    ) -> Result<Plan, String> {
        let (write, remove) = thread::scope(|scope| {
            let write = scope.spawn(|| changed(directory, tree));
            let remove = strays(directory, tree, packages);
            (write.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), remove)
        });
        Ok(Plan { unchanged: tree.len() - write.len(), write, remove: remove? })
    }

    /// Returns whether the disk matches the tree.
    pub(crate) fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }

    /// Writes and removes files. All texts are written to temporary files before the first file is replaced.
    pub(crate) fn apply(&self) -> Result<(), String> {
        let mut staged = Vec::new();
        for (path, text) in &self.write {
            match stage(path, text) {
                Ok(temporary) => staged.push((temporary, path)),
                Err(error) => {
                    discard(&staged);
                    return Err(error);
                }
            }
        }
        for (done, (temporary, path)) in staged.iter().enumerate() {
            if let Err(error) = fs::rename(temporary, path) {
                discard(&staged[done..]);
                return Err(at(path, &error));
            }
        }
        for path in &self.remove {
            fs::remove_file(path).map_err(|error| at(path, &error))?;
            remove_empty_parents(path);
        }
        Ok(())
    }
}

/// Returns the files of `tree` that `directory` does not have with the same text.
fn changed(directory: &Path, tree: &BTreeMap<String, String>) -> Vec<(PathBuf, String)> {
    let files = tree.iter().map(|(name, text)| (directory.join(name), text));
    let changed =
        files.filter(|(path, text)| !fs::read(path).is_ok_and(|present| present == text.as_bytes()));
    changed.map(|(path, text)| (path, text.clone())).collect()
}

/// Returns the generated files in the directories `packages` that `tree` does not have.
fn strays(
    directory: &Path,
    tree: &BTreeMap<String, String>,
    packages: &[PathBuf],
) -> Result<Vec<PathBuf>, String> {
    let mut strays = Vec::new();
    for package in packages {
        for path in walk(package)? {
            let relative = path.strip_prefix(directory).unwrap_or(&path);
            let name = relative.to_string_lossy().replace('\\', "/");
            if !tree.contains_key(&name) && has_header(&path) {
                strays.push(path);
            }
        }
    }
    Ok(strays)
}

/// Removes temporary files, and directories that were created for them.
fn discard(staged: &[(PathBuf, &PathBuf)]) {
    for (temporary, _) in staged {
        let _ = fs::remove_file(temporary);
        remove_empty_parents(temporary);
    }
}

fn stage(path: &Path, text: &str) -> Result<PathBuf, String> {
    if path.is_dir() {
        return Err(format!(
            "error: {}: expected a file, found a directory\n  help: move the directory away",
            path.display()
        ));
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| at(parent, &error))?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".new");
    let temporary = path.with_file_name(name);
    fs::write(&temporary, text).map_err(|error| at(&temporary, &error))?;
    Ok(temporary)
}

fn remove_empty_parents(path: &Path) {
    for parent in path.ancestors().skip(1) {
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
}

/// First lines of generated files.
const HEADERS: [&str; 3] = [RUST_HEADER, MANIFEST_HEADER, PAGE_HEADER];

/// Returns whether a file has the header of generated files.
pub(crate) fn is_generated(text: &str) -> bool {
    HEADERS.iter().any(|header| text.starts_with(header))
}

/// Returns whether the file was generated. Reads no more of it than the header.
fn has_header(path: &Path) -> bool {
    let longest = HEADERS.map(str::len).into_iter().max().unwrap_or(0) as u64;
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(longest).read_to_end(&mut start));
    read.is_ok() && HEADERS.iter().any(|header| start.starts_with(header.as_bytes()))
}

/// Returns all files below `directory`, sorted. Skips build directories and hidden directories.
pub(crate) fn walk(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    if directory.is_dir() {
        add_files(directory, &mut found)?;
    } else {
        found.extend(directory.is_file().then(|| directory.to_owned()));
    }
    Ok(found)
}

fn add_files(directory: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(directory).map_err(|error| at(directory, &error))?;
    let mut entries: Vec<(OsString, fs::DirEntry)> =
        entries.flatten().map(|entry| (entry.file_name(), entry)).collect();
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (name, entry) in entries {
        let path = entry.path();
        let kind = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => Some(kind),
            _ => fs::metadata(&path).ok().map(|target| target.file_type()),
        };
        match kind {
            Some(kind) if kind.is_file() => found.push(path),
            Some(kind) if kind.is_dir() && !is_skipped(&name) => add_files(&path, found)?,
            _ => {}
        }
    }
    Ok(())
}

fn is_skipped(directory: &OsStr) -> bool {
    directory == "target" || directory.as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::walk;

    #[test]
    fn files_are_sorted_like_their_paths() {
        let directory = std::env::temp_dir().join(format!("xtask-files-{}", std::process::id()));
        let files = ["a-b/c.rs", "a.rs", "a/.d/e.rs", "a/target/f.rs", "a/b.rs", "a/.g", "A/h.rs"];
        for file in files.map(|file| directory.join(file)) {
            fs::create_dir_all(file.parent().unwrap_or(Path::new(""))).expect("the directory can be created");
            fs::write(file, "").expect("the file can be written");
        }
        let found = walk(&directory);
        fs::remove_dir_all(&directory).expect("the directory can be removed");
        let mut expected =
            ["A/h.rs", "a/.g", "a/b.rs", "a-b/c.rs", "a.rs"].map(|file| directory.join(file)).to_vec();
        assert_eq!(found.as_ref(), Ok(&expected));
        expected.sort();
        assert_eq!(found, Ok(expected));
    }
}
