//! Files and standard input: the only reader of the disk.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;
use shapewright_check::Findings;
use shapewright_source::{NotText, Source, decode};

/// The largest size of a configuration and of a baseline in bytes.
const MOST: u64 = 64 << 20;

/// A text that is to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) from: From,
    /// Whether it was named, and not found in a directory.
    pub(crate) is_named: bool,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    StandardInput,
    File(PathBuf),
}

/// Why something cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The path.
    pub(crate) name: String,
    /// The rule: `file-access` or `file-size`.
    pub(crate) rule: &'static str,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Refusal {
    fn access(name: &str, error: &io::Error) -> Refusal {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "allow reading it, or leave it out",
            _ => "leave it out, or correct it",
        };
        Refusal { name: name.to_owned(), rule: "file-access", message: reason(error), help: help.to_owned() }
    }
}

/// The reason of an error without its number.
fn reason(error: &io::Error) -> String {
    let text = match error.kind() {
        io::ErrorKind::NotFound => return "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => return "the file may not be read".to_owned(),
        _ => error.to_string(),
    };
    format!("it cannot be read: {}", text.split(" (os error").next().unwrap_or(&text))
}

/// The endings of the files that are read in directories.
const ENDINGS: [&str; 7] = ["json", "yaml", "yml", "xml", "tf", "template", "hcl"];

/// Finds the texts behind paths, in the order of the arguments, then by name. Each is there once.
///
/// Files that `.gitignore` excludes, and hidden ones, are left out unless they are named, or all are wanted.
pub(crate) fn find(paths: &[PathBuf], with_excluded: bool) -> Vec<Result<Entry, Refusal>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        let is_named = true;
        if path.as_os_str() == "-" {
            if seen.insert(path.clone()) {
                found.push(Ok(Entry { from: From::StandardInput, is_named }));
            }
            continue;
        }
        match fs::metadata(path) {
            Err(error) => found.push(Err(Refusal::access(&shown(path), &error))),
            Ok(metadata) if metadata.is_dir() => walk(path, with_excluded, &mut seen, &mut found),
            Ok(_) if seen.insert(absolute(path)) => {
                found.push(Ok(Entry { from: From::File(path.clone()), is_named }));
            }
            Ok(_) => {}
        }
    }
    found
}

/// Adds the files in a directory.
fn walk(
    directory: &Path,
    with_excluded: bool,
    seen: &mut BTreeSet<PathBuf>,
    found: &mut Vec<Result<Entry, Refusal>>,
) {
    let mut builder = WalkBuilder::new(directory);
    builder.standard_filters(!with_excluded).require_git(false).sort_by_file_path(Path::cmp);
    for entry in builder.build() {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|ty| ty.is_file());
                let path = entry.path().strip_prefix("./").unwrap_or(entry.path()).to_owned();
                if is_file && is_readable(&path) && seen.insert(absolute(&path)) {
                    found.push(Ok(Entry { from: From::File(path), is_named: false }));
                }
            }
            Err(error) => found.push(Err(not_walked(directory, error))),
        }
    }
}

/// Why a directory, or something in it, cannot be read.
fn not_walked(directory: &Path, error: ignore::Error) -> Refusal {
    let mut error = error;
    let mut name = shown(directory);
    // The path stands around the error of the system.
    loop {
        error = match error {
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => *err,
            ignore::Error::WithPath { path, err } => {
                name = shown(path.strip_prefix("./").unwrap_or(&path));
                *err
            }
            ignore::Error::Io(error) => return Refusal::access(&name, &error),
            error => {
                let (message, help) = (error.to_string(), "allow reading it, or leave it out".to_owned());
                return Refusal { name, rule: "file-access", message, help };
            }
        };
    }
}

fn is_readable(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A path as reports show it: with slashes, on every system.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// A path from the root, without `.` and `..`.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut absolute = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                absolute.pop();
            }
            Component::CurDir => {}
            part => absolute.push(part),
        }
    }
    absolute
}

/// A path from the working directory, if it is below.
pub(crate) fn relative(path: &Path) -> PathBuf {
    let absolute = absolute(path);
    let here = self::absolute(Path::new("."));
    absolute.strip_prefix(here).map_or_else(|_| path.to_owned(), Path::to_owned)
}

/// Reads a text that says how to check.
///
/// # Errors
///
/// If it cannot be read. The finding says why.
pub(crate) fn source(path: &Path, name: &str) -> Result<Source, Box<Findings>> {
    let bytes = read(path, MOST).map_err(|refusal| {
        let Refusal { rule, message, help, .. } = refusal;
        Box::new(Findings::unreadable(name, rule, message, help))
    })?;
    decode(name, bytes).map_err(|error| {
        let NotText { source, fault, .. } = *error;
        Box::new(Findings::unreadable(source.name(), fault.id, fault.message, fault.help))
    })
}

/// Reads the bytes of a file, but not more than `most`.
///
/// # Errors
///
/// If it cannot be read, is larger, or is no file with a size: reading a pipe or a device may never end.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let name = shown(path);
    let metadata = fs::metadata(path).map_err(|error| Refusal::access(&name, &error))?;
    if !metadata.is_file() {
        let (what, help) = if metadata.is_dir() {
            ("a directory", "name a file in it")
        } else {
            ("no file, but a pipe, a socket or a device", "read it through standard input: `- < PATH`")
        };
        let (message, help) = (format!("it is {what}"), help.to_owned());
        return Err(Refusal { name, rule: "file-access", message, help });
    }
    if metadata.len() > most {
        return Err(too_large(&name, &format!("{} bytes", metadata.len()), most));
    }
    let file = File::open(path).map_err(|error| Refusal::access(&name, &error))?;
    bytes(file, &name, most)
}

/// Reads the bytes of standard input, but not more than `most`.
pub(crate) fn read_standard_input(name: &str, most: u64) -> Result<Vec<u8>, Refusal> {
    bytes(io::stdin().lock(), name, most)
}

/// Reads until the end, or one byte more than allowed.
fn bytes(from: impl Read, name: &str, most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let count = from.take(most.saturating_add(1)).read_to_end(&mut bytes);
    count.map_err(|error| Refusal::access(name, &error))?;
    if bytes.len() as u64 > most { Err(too_large(name, "more bytes", most)) } else { Ok(bytes) }
}

fn too_large(name: &str, size: &str, most: u64) -> Refusal {
    Refusal {
        name: name.to_owned(),
        rule: "file-size",
        message: format!("it has {size}, and files may have {most}"),
        help: "split it, or raise the limit with --max-file-size".to_owned(),
    }
}

/// Writes a file.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let name = shown(path);
    fs::write(path, text)
        .map_err(|error| io::Error::new(error.kind(), format!("{name} cannot be written: {error}")))
}

/// Replaces the text of a file as a whole: a reader sees the old text or the new one. Permissions stay, and so do
/// links to the file.
///
/// # Errors
///
/// If the file may not be written, or has another text than `before`.
pub(crate) fn replace(path: &Path, before: &str, after: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    let permissions = metadata.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let directory = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(directory)?;
    file.write_all(after.as_bytes())?;
    keep_owner(file.as_file(), &metadata);
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    if fs::read(&path)? != before.as_bytes() {
        return Err(io::Error::other("the file has changed since it was read"));
    }
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Gives a new file the owner and group of the one that it replaces, as far as that is allowed.
#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only the administrator may give files away, and who may not owns the new file, as every other new one.
    let _ = fchown(file, None, Some(old.gid()));
    let _ = fchown(file, Some(old.uid()), None);
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) {}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::replace;

    #[test]
    fn only_the_text_that_was_read_is_replaced() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("a.yaml");
        fs::write(&path, "new").expect("a file");
        let error = replace(&path, "old", "newer").expect_err("it has changed");
        assert_eq!(error.to_string(), "the file has changed since it was read");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "new");
        assert!(replace(&path, "new", "newer").is_ok());
        assert_eq!(fs::read_to_string(&path).expect("a file"), "newer");
        assert_eq!(fs::read_dir(directory.path()).expect("a directory").count(), 1);
    }
}
