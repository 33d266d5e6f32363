//! Paths in this repository, and reading of input files.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use ::codegen::Input;

/// The directory with schemas of tools, in that of a service.
pub(crate) const FORMATS: &str = "formats";

/// A model and its overlays.
pub(crate) struct ServiceFiles {
    /// First part of the names of its crates; the generator derives it if absent.
    pub(crate) package: Option<String>,
    /// The model.
    pub(crate) model: Input,
    /// Overlays in the order in which they are applied.
    pub(crate) overlays: Vec<Input>,
    /// Schemas of tools.
    pub(crate) formats: Vec<Input>,
}

/// Returns the model, overlays and schemas of tools that flags name, or else those of this repository.
pub(crate) fn selected(
    model: Option<&Path>,
    overlays: &[PathBuf],
    formats: &[PathBuf],
) -> Result<Vec<ServiceFiles>, String> {
    let Some(model) = model else { return services() };
    let inputs = |paths: &[PathBuf]| paths.iter().map(|path| input(path)).collect::<Result<_, _>>();
    let (overlays, formats) = (inputs(overlays)?, inputs(formats)?);
    Ok(vec![ServiceFiles { package: None, model: input(model)?, overlays, formats }])
}

/// Returns the root of the repository. Cargo sets the directory of this package at run time, and tests can set another.
pub(crate) fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let manifest = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    manifest.parent().unwrap_or(&manifest).to_owned()
}

/// Returns the names of the directories in `model/` with a model, sorted.
pub(crate) fn service_names() -> Result<Vec<String>, String> {
    let directories =
        sorted(&root().join("model"))?.into_iter().filter(|path| path.join("model.json").is_file());
    let name = |path: PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
    Ok(directories.filter_map(name).collect())
}

/// Returns the models in `model/`, sorted by name.
fn services() -> Result<Vec<ServiceFiles>, String> {
    let directory = root().join("model");
    let mut found = Vec::new();
    for path in sorted(&directory)? {
        if path.join("model.json").is_file() {
            found.push(service(&path)?);
        }
    }
    if found.is_empty() {
        return Err(
            "error: model/ has no model\n  help: import one with `cargo xtask import FILE`".to_owned()
        );
    }
    Ok(found)
}

fn service(directory: &Path) -> Result<ServiceFiles, String> {
    let package = directory.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (mut overlays, mut formats) = (Vec::new(), Vec::new());
    let mut todo = vec![directory.to_owned()];
    while let Some(path) = todo.pop() {
        if path.is_dir() {
            todo.extend(sorted(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "json") && !path.ends_with("model.json") {
            let is_format = path.parent().is_some_and(|parent| parent.ends_with(FORMATS));
            if is_format { &mut formats } else { &mut overlays }.push(input(&path)?);
        }
    }
    overlays.sort_by(|a, b| a.name.cmp(&b.name));
    formats.sort_by(|a, b| a.name.cmp(&b.name));
    let model = input(&directory.join("model.json"))?;
    Ok(ServiceFiles { package: Some(package), model, overlays, formats })
}

fn sorted(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(directory).map_err(|error| at(directory, &error))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// Reads an input file, decompressing it if it is gzipped. Its name is relative to the root if it is inside.
fn input(path: &Path) -> Result<Input, String> {
    let bytes = fs::read(path).map_err(|error| at(path, &error))?;
    let name = path.strip_prefix(root()).unwrap_or(path).display().to_string();
    Ok(Input { name, bytes: unpacked(path, bytes)? })
}

/// Returns whether the bytes are gzipped, by their first two bytes.
pub(crate) fn unpacked(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, String> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let limit = shapewright_smithy::read::MAX_BYTES as u64 + 1;
    let mut plain = Vec::new();
    let read = flate2::read::GzDecoder::new(&*bytes).take(limit).read_to_end(&mut plain);
    read.map_err(|error| format!("error: {}: not a whole gzip file: {error}", path.display()))?;
    Ok(plain)
}

/// Returns an I/O error with its path.
pub(crate) fn at(path: &Path, error: &std::io::Error) -> String {
    if error.kind() == ErrorKind::NotFound {
        return format!("error: {}: no such file", path.display());
    }
    format!("error: {}: {error}", path.display())
}
