//! Checks of published packages.

use std::fs;
use std::path::Path;

use crate::manifest::LICENCES;
use crate::metadata::{Metadata, Package};
use crate::msrv;
use crate::workspace::root;

/// Returns the problems of the packages of this workspace.
pub(super) fn check() -> Result<Vec<String>, String> {
    let metadata = Metadata::read()?;
    let mut problems = Vec::new();
    for package in metadata.published() {
        let mut found = missing(package);
        found.extend(licences(&package.directory()));
        found.extend(dependencies(&metadata, package));
        found.extend(msrv::too_new(&metadata, package));
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", package.name)));
    }
    Ok(problems)
}

/// Returns the missing metadata that the registry shows.
fn missing(package: &Package) -> Vec<String> {
    let docs = package.metadata.as_ref().and_then(|tables| tables.pointer("/docs/rs"));
    let readme = package.readme.as_ref().filter(|name| package.directory().join(name).is_file());
    let fields = [
        ("description", package.description.is_some()),
        ("license", package.license.is_some()),
        ("readme", readme.is_some()),
        ("keywords", !package.keywords.is_empty()),
        ("categories", !package.categories.is_empty()),
        ("rust-version", package.rust_version.is_some()),
        ("[package.metadata.docs.rs]", docs.is_some()),
    ];
    let absent = fields.into_iter().filter(|(_, is_there)| !is_there);
    absent.map(|(field, _)| format!("Cargo.toml: no {field}, or the file is not there")).collect()
}

fn licences(directory: &Path) -> Vec<String> {
    let differs = |name: &&str| fs::read(directory.join(name)).ok() != fs::read(root().join(name)).ok();
    let differing = LICENCES.into_iter().filter(differs);
    differing.map(|name| format!("{name} must be that of the root: link it with `ln -s`")).collect()
}

/// Returns the dependencies without a version, because registries do not support paths.
fn dependencies(metadata: &Metadata, package: &Package) -> Vec<String> {
    let usual = package.dependencies.iter().filter(|dependency| !dependency.is_dev());
    let problem = |name: &str, req: &str| {
        let other = metadata.published().into_iter().find(|other| other.name == name);
        match other {
            Some(other) if req != format!("^{}", other.version) => {
                Some(format!("Cargo.toml of the workspace: give {name} version = \"{}\"", other.version))
            }
            None if metadata.is_ours(name) => Some(format!("depends on {name}, which is not published")),
            _ => None,
        }
    };
    usual.filter_map(|dependency| problem(&dependency.name, &dependency.req)).collect()
}
