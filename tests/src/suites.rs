//! The protocol test suites of Smithy, in JSON.

use codegen::Input;
use serde_json::{Map, Value};

use crate::data;

/// A suite: its model, and its cases.
pub struct Suite {
    /// The name that tests use for the service.
    pub name: &'static str,
    /// The model, for the generator.
    pub input: Input,
    /// All cases.
    pub cases: Vec<Case>,
    shapes: Map<String, Value>,
}

/// One case of a suite.
pub struct Case {
    /// The kind of message.
    pub kind: Kind,
    /// Name of the operation, or of the error.
    pub shape: String,
    /// The case, with its params in our JSON format.
    pub case: Value,
}

/// The kind of message of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A request of an operation.
    Request,
    /// A response of an operation that is no error.
    Response,
    /// A response that is an error.
    Error,
}

/// Reads a suite of the data set.
pub fn read(name: &'static str, file: &str) -> Suite {
    let bytes = data::read(&format!("conformance/{file}"));
    let model: Value = serde_json::from_slice(&bytes).expect("a suite is JSON");
    let shapes = model["shapes"].as_object().expect("a model has shapes").clone();
    let mut suite = Suite {
        name,
        input: Input { name: file.to_owned(), bytes },
        cases: Vec::new(),
        shapes: shapes.clone(),
    };
    for (id, shape) in &shapes {
        let kinds = match shape["type"].as_str() {
            Some("operation") => [("httpRequestTests", Kind::Request), ("httpResponseTests", Kind::Response)],
            _ => [("httpResponseTests", Kind::Error); 2],
        };
        let kinds = if kinds[0] == kinds[1] { &kinds[..1] } else { &kinds[..] };
        for (tests, kind) in kinds {
            let params = match kind {
                Kind::Request => shape["input"]["target"].as_str(),
                Kind::Response => shape["output"]["target"].as_str(),
                Kind::Error => Some(id.as_str()),
            };
            let cases = shape["traits"][format!("smithy.test#{tests}")].as_array().into_iter().flatten();
            suite.cases.extend(cases.map(|case| {
                let mut case = case.clone();
                if let (Some(params), Some(id)) = (case.get_mut("params"), params) {
                    suite_params(&shapes, id, params);
                }
                let shape = id.split_once('#').map_or(id.as_str(), |(_, name)| name);
                Case { kind: *kind, shape: shape.to_owned(), case }
            }));
        }
    }
    suite
}

impl Suite {
    /// Returns the trait `id` of the service.
    pub fn service_trait(&self, id: &str) -> &Value {
        let service = self.shapes.values().find(|shape| shape["type"] == "service");
        service.map_or(&Value::Null, |service| &service["traits"][id])
    }
}

/// Converts bytes to base64: suites write them as plain text.
fn suite_params(shapes: &Map<String, Value>, id: &str, value: &mut Value) {
    let none = Value::Null;
    let shape = shapes.get(id).unwrap_or(&none);
    let target = |member: &Value| member["target"].as_str().unwrap_or_default().to_owned();
    if id == "smithy.api#Blob" || shape["type"] == "blob" {
        if let Some(text) = value.as_str() {
            *value = shapewright_runtime::Blob::from(text).to_base64().into();
        }
        return;
    }
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let definition = match shape["type"].as_str() {
                    Some("map") => &shape["value"],
                    _ => &shape["members"][name.as_str()],
                };
                suite_params(shapes, &target(definition), member);
            }
        }
        Value::Array(items) => {
            for item in items {
                suite_params(shapes, &target(&shape["member"]), item);
            }
        }
        _ => {}
    }
}
