//! Packages the published crates, each after its dependencies.

use std::fs;
use std::path::{Path, PathBuf};

use super::cargo;
use crate::metadata::{Metadata, Package};
use crate::workspace::at;

/// Packages all published crates and builds each from its package.
pub(super) fn run() -> Result<(), String> {
    let metadata = Metadata::read()?;
    let packages = metadata.published();
    remove_unpacked(&packages)?;
    remove_fingerprints(&metadata.target_directory, &packages)?;
    let names: Vec<String> = packages.iter().map(|package| format!("--package={}", package.name)).collect();
    let mut arguments = vec!["package", "--quiet", "--locked", "--allow-dirty"];
    arguments.extend(names.iter().map(String::as_str));
    cargo(&arguments, &[])
}

/// Removes unpacked packages of earlier runs, because cargo does not unpack a new package of the same version.
fn remove_unpacked(packages: &[&Package]) -> Result<(), String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    // Cargo names registries by host and hash. The registry of packages that are not published yet has no host.
    for registry in registries.filter(|entry| entry.file_name().to_string_lossy().starts_with('-')) {
        for package in packages {
            let unpacked = registry.path().join(format!("{}-{}", package.name, package.version));
            if unpacked.is_dir() {
                fs::remove_dir_all(&unpacked).map_err(|error| at(&unpacked, &error))?;
            }
        }
    }
    Ok(())
}

/// Removes fingerprints of earlier builds, because cargo does not rebuild a registry package of the same version.
fn remove_fingerprints(target: &Path, packages: &[&Package]) -> Result<(), String> {
    let notes = fs::read_dir(target.join("debug/.fingerprint")).into_iter().flatten().flatten();
    for note in notes.map(|entry| entry.path()) {
        let name = note.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_ours =
            |package: &&Package| name.rsplit_once('-').is_some_and(|(krate, _)| krate == package.name);
        if packages.iter().any(is_ours) {
            fs::remove_dir_all(&note).map_err(|error| at(&note, &error))?;
        }
    }
    Ok(())
}
