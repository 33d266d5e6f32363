//! What several tests need: files of the repository and of the data set.

pub(crate) mod accept;

use std::path::{Path, PathBuf};

/// One of the compressed models of the data set: in the folder that `SHAPEWRIGHT_DATA` names, or in `shared` beside the
/// repository.
pub(crate) fn data_model(name: &str) -> String {
    let folder =
        std::env::var_os("SHAPEWRIGHT_DATA").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let path = root().join(folder).join("models").join(name);
    let advice = "SHAPEWRIGHT_DATA names the folder of the data set, see CONTRIBUTING.md";
    let packed = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; {advice}", path.display()));
    let mut plain = Vec::new();
    lzma_rs::xz_decompress(&mut &*packed, &mut plain).expect("the model is an xz file");
    String::from_utf8(plain).expect("a JSON file is UTF-8")
}

/// The directory of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in a repository").to_owned()
}

/// All files below a directory, by their path in it, sorted.
pub(crate) fn files(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut todo = vec![directory.to_owned()];
    while let Some(path) = todo.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("directories of the repository can be read");
            todo.extend(entries.flatten().map(|entry| entry.path()));
        } else {
            let name = path.strip_prefix(directory).expect("it was found below the directory");
            found.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    found.sort();
    found
}
