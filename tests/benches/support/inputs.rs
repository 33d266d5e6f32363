//! The model and its overlays, read from the disk.

use std::path::Path;

use codegen::Input;

use crate::floor::{files, model_directory, read_bytes, root};

/// Returns the model and its overlays, as the command `codegen` gives them to the library.
pub(crate) fn inputs() -> (Input, Vec<Input>) {
    let mut overlays = files(&model_directory(), "json");
    overlays.retain(|path| !path.ends_with("model.json"));
    (input(&model_directory().join("model.json")), overlays.iter().map(|path| input(path)).collect())
}

fn input(path: &Path) -> Input {
    let name = path.strip_prefix(root()).unwrap_or(path).display().to_string();
    Input { name, bytes: read_bytes(path) }
}
