//! The property of reading models.

use codegen::{GenerateOptions, Input, Layout, generate};
use shapewright_smithy::Diagnostics;

/// Reads the bytes as a model in the format of Smithy or botocore. The result must be crates, or errors with help.
pub fn model_reading(bytes: &[u8]) {
    let model = Input { name: "model.json".to_owned(), bytes: bytes.to_vec() };
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&model, &[], &GenerateOptions::default(), &Layout::Workspace, &mut diagnostics);
    assert_ne!(tree.is_some(), diagnostics.has_errors(), "crates or errors: {diagnostics}");
    for found in diagnostics.iter() {
        assert!(!found.message.starts_with("generated code is not valid Rust"), "{found}");
        assert!(!found.message.is_empty() && !found.help.is_empty(), "{found}");
    }
}
