//! Reads a service model, Smithy JSON AST or botocore `service-2.json`, into the one [`Model`].

pub(crate) mod botocore;
pub(crate) mod check;
pub(crate) mod json;
pub(crate) mod reader;
pub(crate) mod smithy;
pub(crate) mod targets;

use crate::diagnostics::Diagnostics;
use crate::model::Model;
use crate::vocabulary::Vocabulary;
pub use json::MAX_BYTES;
use json::Node;
use reader::Reader;

/// A model and what it was read from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Source {
    /// The model, complete only when no error was reported.
    pub model: Model,
    /// How the file was written.
    pub format: Format,
}

/// Format of a model file, detected from its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// botocore's `service-2.json`.
    Botocore,
    /// Smithy JSON AST 1.0.
    Smithy10,
    /// Smithy JSON AST 2.0.
    Smithy20,
}

impl Format {
    /// The format in words.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Botocore => "botocore service-2.json",
            Format::Smithy10 => "Smithy JSON AST 1.0",
            Format::Smithy20 => "Smithy JSON AST 2.0",
        }
    }
}

/// Reads a model; `file` is the name that diagnostics and the model carry.
///
/// All problems of the file are reported at once. `None` means that nothing could be made of it; with errors
/// and a model, the model holds what could be understood.
pub fn read(file: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Source> {
    read_with(Vocabulary::default(), file, bytes, diagnostics)
}

/// Reads a model as [`read()`] does, and checks the traits that `vocabulary` defines.
pub fn read_with(
    vocabulary: Vocabulary,
    file: &str,
    bytes: &[u8],
    diagnostics: &mut Diagnostics,
) -> Option<Source> {
    let mut reader = Reader::new(file, vocabulary, diagnostics);
    let root = reader.parse(bytes)?;
    let format = format(&root, &mut reader)?;
    let draft = match format {
        Format::Botocore => botocore::read(&root, &mut reader)?,
        Format::Smithy10 | Format::Smithy20 => smithy::read(&root, &mut reader),
    };
    check::model(&draft, &mut reader);
    Some(Source { model: draft.model, format })
}

/// A model as a reader leaves it, before it is checked as a whole.
#[derive(Default)]
pub(crate) struct Draft {
    /// What could be understood.
    pub(crate) model: Model,
    /// Shapes of the file that could not be read: reported once, not again by every user.
    pub(crate) broken: std::collections::BTreeSet<crate::model::ShapeId>,
    /// Mixins, which are no longer in the model once they are flattened.
    pub(crate) mixins: std::collections::BTreeSet<crate::model::ShapeId>,
}

fn format(root: &Node, reader: &mut Reader<'_>) -> Option<Format> {
    match root.get("smithy") {
        Some(version) => smithy_format(version, reader),
        None if root.get("metadata").is_some() && root.get("operations").is_some() => Some(Format::Botocore),
        None => {
            reader.file_error(
                "neither a Smithy JSON AST (a `smithy` version) nor a botocore model (`metadata` and `operations`)",
                "pass the JSON AST of a Smithy model, or the service-2.json of a botocore service",
            );
            None
        }
    }
}

/// The format for the value of the key `smithy`, if it is one that can be read.
pub(crate) fn smithy_format(version: &Node, reader: &mut Reader<'_>) -> Option<Format> {
    match version {
        Node::Text(text) if matches!(text.as_str(), "1" | "1.0" | "1.1") => Some(Format::Smithy10),
        Node::Text(text) if matches!(text.as_str(), "2" | "2.0") => Some(Format::Smithy20),
        other => {
            reader.file_error(
                format!("Smithy version {} is not supported", other.to_value()),
                "write the model as Smithy JSON AST \"2.0\" or \"1.0\", for instance with `smithy ast`",
            );
            None
        }
    }
}
