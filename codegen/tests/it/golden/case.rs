//! The golden cases and what is generated from them: for the test that compares, and for the crate that compiles.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{FileTree, GenerateOptions, Input, Layout, generate};
use shapewright_smithy::Diagnostics;

use super::DIRECTORY;

/// Name of each case, and what it is about.
pub(crate) const CASES: &[(&str, &str)] = &[
    ("bindings", "Places in HTTP messages, and forms in XML documents."),
    ("botocore", "A botocore model: what it has in common with the Smithy cases looks the same."),
    ("common_errors", "Errors that any operation may return, and the codes of constraints of the model."),
    ("conditions", "Conditions: enums compared by variant and as text."),
    ("conditions_simplified", "Conditions that say in a few words what JMESPath says in many."),
    ("constraints", "Lengths, ranges, patterns, unique items, labels."),
    ("data", "Documents, blobs, timestamps, streams."),
    (
        "directions",
        "Bindings that requests, responses or nested structures ignore, and strings with a media type.",
    ),
    ("docs", "The prose of the model, kept in doc comments."),
    ("enums", "Open enums, with values that make poor names."),
    ("error", "Errors of operations and of the service."),
    ("file_names", "Resources that are called like files of the generated crates, keywords or crates."),
    ("int_enum", "Enums of integers."),
    ("lifecycle", "Resources and operations of a service with state, by convention."),
    ("lifecycle_stated", "Resources and operations of a service with state: each kind of exception."),
    ("list", "Lists: of everything, sparse, limited."),
    ("map", "Maps: of everything, sparse, with limited keys."),
    ("member_names", "Members that are called like keywords, or almost like each other."),
    ("method_names", "Members whose setters would hide methods that every type has."),
    ("nothing", "An operation that takes and gives nothing."),
    ("prelude_names", "Shapes that are called like what Rust always has at hand."),
    ("quantity", "Lists that carry their length, and the codes of answers."),
    ("recursion", "Shapes that contain themselves."),
    ("responses", "The form of responses: that of the service, orders of lists, and empty lists."),
    ("sensitive", "Values that must not be shown."),
    ("structure", "Structures: members of all scalars, places in HTTP messages."),
    ("summaries", "Sentences about operations, shapes, members, values and error codes, as data."),
    ("texts", "Texts that would leave the string or comment that they are in, and Markdown."),
    ("tools", "Resources of tools: names, lists, blocks and tags by convention, and each kind of exception."),
    ("type_names", "Shapes that are called like what generated code names, and almost like primitive types."),
    ("union", "Unions."),
    (
        "variant_names",
        "Values, union members and errors that are called like each other, or like something else.",
    ),
];

/// The directory of the cases.
pub(crate) fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(DIRECTORY)
}

/// Everything that is generated from a case, by path.
///
/// # Panics
///
/// When the model or the overlay of the case has a fault.
pub(crate) fn outputs(case: &str) -> FileTree {
    let input = |name: &str| {
        let bytes = fs::read(directory().join(case).join(name)).ok()?;
        Some(Input { name: name.to_owned(), bytes })
    };
    let model = input("model.json").unwrap_or_else(|| panic!("{case} has a model.json"));
    let overlays: Vec<Input> = input("overlay.json").into_iter().collect();
    let formats = ["format_cloudy.json", "format_terra.json"].into_iter().filter_map(input).collect();
    // Only the case about prose keeps it.
    let selection = GenerateOptions { docs: case == "docs", formats, ..GenerateOptions::default() };
    let layout = Layout::Modules(format!("crate::{case}"));
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&model, &overlays, &selection, &layout, &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "", "{case}");
    tree.unwrap_or_else(|| panic!("{case} generates"))
}
