//! The models of the Python package botocore, where it is given.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// All patterns of all services; none, with a message, where `SHAPEWRIGHT_BOTOCORE` does not name a directory.
pub fn patterns() -> Option<BTreeSet<String>> {
    let Some(directory) = std::env::var_os("SHAPEWRIGHT_BOTOCORE") else {
        eprintln!("skipped: SHAPEWRIGHT_BOTOCORE names no directory with botocore in it");
        return None;
    };
    let mut patterns = BTreeSet::new();
    for model in models(&PathBuf::from(directory).join("botocore/data")) {
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
