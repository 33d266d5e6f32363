//! The data set that some tests need, which is not in the repository.

use std::path::PathBuf;

use crate::model::root;

/// Returns the bytes of a file of the data set, in the folder `SHAPEWRIGHT_DATA`, or in `shared` next to the
/// repository.
///
/// # Panics
///
/// Panics without the file. Tests that need it are ignored by default.
pub fn read(name: &str) -> Vec<u8> {
    let folder =
        std::env::var_os("SHAPEWRIGHT_DATA").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let path = root().join(folder).join(name);
    let advice = "SHAPEWRIGHT_DATA names the folder of the data set, see CONTRIBUTING.md";
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; {advice}", path.display()))
}
