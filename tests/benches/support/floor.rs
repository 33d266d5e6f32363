//! Lower bound for a generator with these tools: read the model as JSON, parse its output, print it.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::RUST_HEADER;

/// Input of the lower bound.
pub(crate) struct Floor {
    model: Vec<u8>,
    /// All generated Rust files.
    texts: Vec<String>,
}

impl Floor {
    /// Reads the model and the output of the last run from the disk.
    pub(crate) fn read() -> Floor {
        let mut texts = Vec::new();
        for krate in ["shapes", "validators", "errors", "http", "aws-sdk"] {
            let sources = root().join("crates").join(format!("cloudfront-{krate}")).join("src");
            texts.extend(files(&sources, "rs").iter().map(|path| read_text(path)));
        }
        texts.retain(|text| text.starts_with(RUST_HEADER));
        Floor { model: read_bytes(&model_directory().join("model.json")), texts }
    }

    /// Runs the lower bound, and returns the number of printed bytes.
    pub(crate) fn run(&self) -> usize {
        let model: serde_json::Value = serde_json::from_slice(&self.model).expect("the model is JSON");
        let printed = self.texts.iter().map(|text| {
            let file = syn::parse_file(text).expect("generated files are Rust");
            prettyplease::unparse(&file).len()
        });
        printed.sum::<usize>() + usize::from(model.is_null())
    }
}

/// Returns all files below a directory with this suffix, sorted.
pub(crate) fn files(directory: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

pub(crate) fn read_bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn model_directory() -> PathBuf {
    root().join("model/cloudfront")
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
