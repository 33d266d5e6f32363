//! Packages everything that goes to a registry, in order of dependency.

use super::cargo;
use crate::metadata::Metadata;

/// Packages all crates, and builds what was packaged as one who depends on it would. Not built are the crates that
/// depend on the official SDK, which takes minutes: their tests build them from the same files.
pub(super) fn run() -> Result<(), String> {
    let metadata = Metadata::read()?;
    let mut all = vec!["package", "--quiet", "--locked", "--allow-dirty"];
    let mut built = all.clone();
    let names: Vec<(String, bool)> = metadata
        .published()
        .into_iter()
        .map(|package| {
            let closure = metadata.closure(package);
            let needs_sdk = closure.iter().any(|other| other.name.starts_with("aws-sdk-"));
            (format!("--package={}", package.name), needs_sdk)
        })
        .collect();
    all.extend(names.iter().map(|(name, _)| name.as_str()));
    all.push("--no-verify");
    built.extend(names.iter().filter(|(_, needs_sdk)| !needs_sdk).map(|(name, _)| name.as_str()));
    cargo(&all, &[])?;
    cargo(&built, &[])
}
