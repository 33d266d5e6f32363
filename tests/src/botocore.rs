//! The models of the Python package botocore, where it is given.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The directory of the package; none, with a message, where `SHAPEWRIGHT_BOTOCORE` does not name it.
fn directory() -> Option<PathBuf> {
    let directory = std::env::var_os("SHAPEWRIGHT_BOTOCORE");
    if directory.is_none() {
        eprintln!("skipped: SHAPEWRIGHT_BOTOCORE names no directory with botocore in it");
    }
    directory.map(PathBuf::from)
}

/// The models of all versions of a service, oldest first, each with its version; none where the package is not given.
pub fn versions(service: &str) -> Option<Vec<(String, codegen::Input)>> {
    let data = directory()?.join("botocore/data").join(service);
    let mut versions = Vec::new();
    for entry in fs::read_dir(&data).unwrap_or_else(|error| panic!("{}: {error}", data.display())).flatten() {
        let Ok(packed) = fs::read(entry.path().join("service-2.json.gz")) else { continue };
        let version = entry.file_name().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&*packed).read_to_end(&mut bytes).expect("the package is whole");
        versions.push((version.clone(), codegen::Input { name: format!("{service}/{version}"), bytes }));
    }
    versions.sort_by(|a, b| a.0.cmp(&b.0));
    Some(versions)
}

/// All patterns of all services; none, with a message, where `SHAPEWRIGHT_BOTOCORE` does not name a directory.
pub fn patterns() -> Option<BTreeSet<String>> {
    let mut patterns = BTreeSet::new();
    for model in models(&directory()?.join("botocore/data")) {
        let shapes = model["shapes"].as_object().into_iter().flat_map(|shapes| shapes.values());
        patterns.extend(shapes.filter_map(|shape| shape["pattern"].as_str()).map(str::to_owned));
    }
    assert!(!patterns.is_empty(), "SHAPEWRIGHT_BOTOCORE names a directory without models");
    Some(patterns)
}

/// The models of all versions of all services.
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
