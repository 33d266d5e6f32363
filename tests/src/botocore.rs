//! The models of the Python package botocore.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::model::root;

/// Returns the folder of the Python packages that tests compare with: the one that `SHAPEWRIGHT_BOTOCORE` names, or
/// `target/python`, where `cargo xtask ci python` installs them.
///
/// # Panics
///
/// Panics without botocore. Tests that need it are ignored by default.
pub fn directory() -> PathBuf {
    let named = std::env::var_os("SHAPEWRIGHT_BOTOCORE");
    let directory = root().join(named.map_or_else(|| PathBuf::from("target/python"), PathBuf::from));
    let advice = "install it with `cargo xtask ci python`";
    assert!(directory.join("botocore/data").is_dir(), "{} has no botocore: {advice}", directory.display());
    directory
}

/// Returns the version of botocore that the committed model comes from.
pub fn locked_version() -> String {
    let lock = fs::read_to_string(root().join("model/lock.toml")).expect("the model has a lock file");
    let version = lock.lines().find_map(|line| line.strip_prefix("version = ")).expect("a version");
    version.trim_matches('"').to_owned()
}

/// Returns the output of a script in `tests/python` for these lines. Its time zone is UTC.
pub fn ask(script: &str, arguments: &[&Path], lines: String) -> String {
    let mut python = Command::new("python3");
    python.arg(root().join("tests/python").join(script)).args(arguments);
    python.env("PYTHONPATH", directory()).env("TZ", "UTC");
    let pipes = python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap_or_else(|error| panic!("python3 cannot be started: {error}"));
    let mut stdin = child.stdin.take().expect("a pipe");
    // In a separate thread, since the script answers while it reads. If it ends early, its output has the reason.
    let writer = std::thread::spawn(move || drop(stdin.write_all(lines.as_bytes())));
    let output = child.wait_with_output().expect("python3 ends");
    writer.join().expect("the writer does not panic");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Returns the models of all versions of a service, oldest first, each with its version.
pub fn versions(service: &str) -> Vec<(String, codegen::Input)> {
    let data = directory().join("botocore/data").join(service);
    let mut versions = Vec::new();
    for entry in fs::read_dir(&data).unwrap_or_else(|error| panic!("{}: {error}", data.display())).flatten() {
        let Ok(packed) = fs::read(entry.path().join("service-2.json.gz")) else { continue };
        let version = entry.file_name().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&*packed).read_to_end(&mut bytes).expect("the file is gzipped");
        versions.push((version.clone(), codegen::Input { name: format!("{service}/{version}"), bytes }));
    }
    versions.sort_by(|a, b| a.0.cmp(&b.0));
    versions
}

/// Returns all patterns of all services.
pub fn patterns() -> BTreeSet<String> {
    let mut patterns = BTreeSet::new();
    for model in models(&directory().join("botocore/data")) {
        let shapes = model["shapes"].as_object().into_iter().flat_map(|shapes| shapes.values());
        patterns.extend(shapes.filter_map(|shape| shape["pattern"].as_str()).map(str::to_owned));
    }
    patterns
}

/// Returns the models of all versions of all services.
fn models(data: &Path) -> impl Iterator<Item = Value> {
    let entries =
        |path: PathBuf| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let versions = entries(data.to_owned()).flat_map(entries);
    versions.filter_map(|version| {
        let packed = fs::read(version.join("service-2.json.gz")).ok()?;
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&*packed).read_to_end(&mut bytes).ok()?;
        serde_json::from_slice(&bytes).ok()
    })
}
