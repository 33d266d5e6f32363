//! Lines of source and names of types.

use std::fs;
use std::path::Path;

use ::codegen::GenerateOptions;
use serde::Deserialize;
use shapewright_smithy::Diagnostics;

use super::cargo::Build;
use crate::files::walk;
use crate::workspace::{self, ServiceFiles};

/// The part of cargo's metadata that is needed here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: String,
}

/// Lines of Rust below `src` of these packages.
pub(super) fn lines(build: &Build, packages: &[&str]) -> Result<usize, String> {
    let metadata: Metadata = serde_json::from_str(&build.metadata()?)
        .map_err(|error| format!("error: cargo metadata: {error}"))?;
    let mut lines = 0;
    for package in metadata.packages.iter().filter(|package| packages.contains(&package.name.as_str())) {
        let source = Path::new(&package.manifest_path).with_file_name("src");
        for path in walk(&source)?.iter().filter(|path| path.extension().is_some_and(|end| end == "rs")) {
            lines += fs::read_to_string(path).unwrap_or_default().lines().count();
        }
    }
    Ok(lines)
}

/// Names of all structures of the first model, as the generated crates spell them.
pub(super) fn structures() -> Result<Vec<String>, String> {
    let first = workspace::selected(None, &[], &[])?.into_iter().next();
    let Some(ServiceFiles { package, model, overlays, .. }) = first else { return Ok(Vec::new()) };
    let mut diagnostics = Diagnostics::default();
    let selection = GenerateOptions { package, ..GenerateOptions::default() };
    let service = ::codegen::analyse(&model, &overlays, &selection, &mut diagnostics);
    let service = service.ok_or_else(|| diagnostics.to_string())?;
    Ok(service.structures.values().map(|structure| structure.header.rust.clone()).collect())
}
