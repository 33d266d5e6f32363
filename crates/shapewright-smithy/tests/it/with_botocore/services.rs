//! The newest model of every service of AWS reads without findings.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use shapewright_smithy::{Diagnostics, Format, read};

use crate::common::root;

#[test]
#[ignore = "needs the Python package botocore"]
fn models_of_all_services_read() {
    let named = std::env::var_os("SHAPEWRIGHT_BOTOCORE");
    let packages = root().join(named.map_or_else(|| PathBuf::from("target/python"), PathBuf::from));
    let data = packages.join("botocore/data");
    assert!(data.is_dir(), "{} is no directory: run `cargo xtask ci python`", data.display());
    let services = sorted(&data);
    let models: Vec<PathBuf> = services.iter().filter_map(|service| newest(service)).collect();
    assert!(models.len() > 300, "botocore has {} services", models.len());
    for path in models {
        let mut bytes = Vec::new();
        let file = File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("models are gzip files");
        let mut diagnostics = Diagnostics::default();
        let source = read(&path.display().to_string(), &bytes, &mut diagnostics);
        assert_eq!(diagnostics.to_string(), "");
        let source = source.expect("a model without findings");
        assert_eq!(source.format, Format::Botocore);
        assert!(!source.model.operations().is_empty(), "{} has operations", path.display());
    }
}

/// The model of the newest version of a service; directories of versions are named after their dates.
fn newest(service: &Path) -> Option<PathBuf> {
    let mut versions = sorted(service).into_iter().map(|version| version.join("service-2.json.gz"));
    versions.rfind(|path| path.is_file())
}

fn sorted(directory: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
