//! Small models, and models of the data set.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use shapewright_smithy::read::{Source, read};
use shapewright_smithy::{Diagnostics, Model, Shape, Traits};

/// A Smithy model of these shapes and a service.
pub(crate) fn smithy(mut shapes: Value) -> String {
    shapes["test#Service"] = json!({"type": "service", "version": "1"});
    json!({"smithy": "2.0", "shapes": shapes}).to_string()
}

/// A botocore model of these shapes, without operations.
pub(crate) fn botocore(protocol: &str, shapes: Value) -> String {
    let metadata = json!({"apiVersion": "1", "serviceId": "Test", "protocol": protocol});
    json!({"metadata": metadata, "operations": {}, "shapes": shapes}).to_string()
}

/// Reads a model that must be without fault.
pub(crate) fn model(text: &str) -> Model {
    let mut diagnostics = Diagnostics::default();
    let source = read("m.json", text.as_bytes(), &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "");
    source.expect("a model when there are no findings").model
}

/// What reading gives, findings as `place: message | help`.
pub(crate) fn findings(bytes: &[u8]) -> (Option<Source>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let source = read("m.json", bytes, &mut diagnostics);
    (source, lines(&diagnostics))
}

/// The findings of a model that can be read in part, without the name of the file where there is a shape.
pub(crate) fn messages(text: &str) -> Vec<String> {
    let (source, found) = findings(text.as_bytes());
    assert!(source.is_some(), "{found:?}");
    found.iter().map(|line| shorten(line)).collect()
}

/// One line for each finding: `place: message | help`.
pub(crate) fn lines(diagnostics: &Diagnostics) -> Vec<String> {
    diagnostics.iter().map(|found| format!("{}: {} | {}", found.place, found.message, found.help)).collect()
}

fn shorten(line: &str) -> String {
    let rest = line.strip_prefix("m.json: ").unwrap_or(line);
    let is_place = rest.split(": ").next().is_some_and(|place| !place.contains(' ') && rest.contains(": "));
    if is_place { rest.to_owned() } else { line.to_owned() }
}

/// The shape with this id.
pub(crate) fn get<'m>(model: &'m Model, id: &str) -> &'m Shape {
    model.shapes.get(id).unwrap_or_else(|| panic!("{id} is in the model"))
}

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
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The traits as one JSON object.
pub(crate) fn values(traits: &Traits) -> Value {
    traits.iter().map(|(id, applied)| (id.clone(), applied.value.clone())).collect::<Map<_, _>>().into()
}

/// The traits of a member as one JSON object.
pub(crate) fn member_values(shape: &Shape, name: &str) -> Value {
    let member = shape.members.iter().find(|member| member.name == name);
    values(&member.unwrap_or_else(|| panic!("{name} is a member")).traits)
}
