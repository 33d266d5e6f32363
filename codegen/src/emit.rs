//! IR to files: loops over types and operations, no decisions.

use std::collections::BTreeMap;

use crate::ir::Service;
use crate::print::File;

mod enumeration;
mod errors;
mod imports;
mod manifest;
mod patterns;
mod setters;
mod shapes;
mod structure;
mod union;
mod validators;
mod wire;
mod words;

/// Files by path, relative to the directory of the crates.
pub type FileTree = BTreeMap<String, String>;

/// Where generated manifests find the hand-written crates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// In the workspace that the crates are members of.
    Workspace,
    /// In this directory.
    Path(String),
}

/// Writes the three crates of a service.
///
/// # Errors
///
/// When an emitter produced something that is not Rust; the text names the file.
pub fn emit(service: &Service, runtime: &Runtime) -> Result<FileTree, String> {
    let mut tree = FileTree::new();
    for (krate, files) in [
        ("shapes", shapes::files(service)),
        ("validators", validators::files(service)),
        ("errors", errors::files(service)),
    ] {
        let root = format!("{}-{krate}", service.package);
        tree.insert(format!("{root}/Cargo.toml"), manifest::text(service, krate, runtime));
        for (name, file) in files {
            let path = format!("{root}/src/{name}");
            let text = file.print().map_err(|error| format!("{path}: {error}"))?;
            tree.insert(path, text);
        }
    }
    Ok(tree)
}

/// Files of one crate by path below `src`.
type Files = BTreeMap<String, File>;
