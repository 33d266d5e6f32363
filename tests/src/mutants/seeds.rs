//! The responses before the change: documents of CloudFront, and of a model with the forms that CloudFront lacks.

use std::path::PathBuf;

use codegen::Input;
use serde_json::Value;

use crate::model::root;
use crate::wire::filled;

/// A response whose document is well-formed and valid.
#[derive(Debug)]
pub struct Seed {
    /// The name of its file.
    pub name: &'static str,
    /// The service: `cloudfront`, or `forms`, which is the model `tests/fixtures/mutants/forms.json`.
    pub service: &'static str,
    /// The operation.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The document.
    pub body: String,
}

impl Seed {
    /// Whether the response is an error.
    pub fn is_error(&self) -> bool {
        self.status >= 300
    }
}

/// The outputs in JSON that our writer turns into documents.
const WRITTEN: [(&str, &str); 3] = [
    ("get-distribution-config.json", "GetDistributionConfig"),
    ("get-streaming-distribution.json", "GetStreamingDistribution"),
    ("list-distributions.json", "ListDistributions"),
];

/// The documents.
const RECORDED: [(&str, &str, u16); 8] = [
    ("get-distribution-config-few.xml", "GetDistributionConfig", 200),
    ("get-cache-policy.xml", "GetCachePolicy", 200),
    ("get-continuous-deployment-policy.xml", "GetContinuousDeploymentPolicy", 200),
    ("list-tags-for-resource.xml", "ListTagsForResource", 200),
    ("error.xml", "GetDistributionConfig", 404),
    ("error-bare.xml", "ListTagsForResource", 503),
    ("forms.xml", "GetForms", 200),
    ("forms-few.xml", "GetForms", 200),
];

/// Returns the responses.
pub fn seeds() -> Vec<Seed> {
    let written = WRITTEN.map(|(name, operation)| {
        let value: Value = serde_json::from_str(&read("json", name)).expect("the fixture is JSON");
        let binding = cloudfront_http::operation(operation).expect("the operation is known");
        let output = filled(binding.output.shape, &value).expect("the fixture is an output");
        let response = binding.build_response(&*output).expect("the output can be written");
        let body = String::from_utf8(response.into_body()).expect("documents are UTF-8");
        Seed { name, service: "cloudfront", operation, status: 200, body }
    });
    let recorded = RECORDED.map(|(name, operation, status)| {
        let service = if name.starts_with("forms") { "forms" } else { "cloudfront" };
        Seed { name, service, operation, status, body: read("mutants", name) }
    });
    written.into_iter().chain(recorded).collect()
}

/// The model of the service `forms`, in botocore's format: maps, flattened lists, unions, attributes, blobs.
pub fn forms_model() -> (PathBuf, Input) {
    let path = root().join("tests/fixtures/mutants/forms.json");
    (path, Input { name: "forms.json".to_owned(), bytes: read("mutants", "forms.json").into_bytes() })
}

fn read(folder: &str, name: &str) -> String {
    let path = root().join("tests/fixtures").join(folder).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
