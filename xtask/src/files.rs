//! Updates files on disk to match a generated tree. Updates all files or none.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

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
        let mut plan = Plan::default();
        for (name, text) in tree {
            let path = directory.join(name);
            match fs::read(&path) {
                Ok(present) if present == text.as_bytes() => plan.unchanged += 1,
                _ => plan.write.push((path, text.clone())),
            }
        }
        for package in packages {
            for path in walk(package)? {
                let relative = path.strip_prefix(directory).unwrap_or(&path);
                let name = relative.to_string_lossy().replace('\\', "/");
                if !tree.contains_key(&name) && has_header(&path) {
                    plan.remove.push(path);
                }
            }
        }
        Ok(plan)
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
