//! The data set that some tests need and the repository does not hold.

use std::path::PathBuf;

use crate::model::root;

/// The bytes of a file of the data set: it is in the folder that `SHAPEWRIGHT_DATA` names, or in `shared` beside the
/// repository.
///
/// # Panics
///
/// Without the file: tests that need it are ignored, and fail when they are asked for and cannot run.
pub fn read(name: &str) -> Vec<u8> {
    let folder =
        std::env::var_os("SHAPEWRIGHT_DATA").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let path = root().join(folder).join(name);
    let advice = "SHAPEWRIGHT_DATA names the folder of the data set, see CONTRIBUTING.md";
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; {advice}", path.display()))
}
