//! The document that is written and read, and lower bounds for writing and reading it.

use cloudfront_http::{GetDistributionConfig, UpdateDistribution};
use cloudfront_shapes::{DistributionConfig, GetDistributionConfigResult, UpdateDistributionRequest};
use divan::black_box;
use quick_xml::Reader;
use quick_xml::events::Event;
use shapewright_http::http::{Request, Response};
use shapewright_http::{Body, Operation, xml};
use shapewright_runtime::{FixQuantities, Value};
use shapewright_tests::fixtures::distribution_config;

/// Returns the large distribution with 24 cache behaviors: 56 kB as a document.
pub(crate) fn config() -> DistributionConfig {
    let mut config = distribution_config();
    if let Some(behaviors) = config.cache_behaviors.as_mut().and_then(|list| list.items.as_mut()) {
        behaviors.truncate(24);
    }
    config.fix_quantities();
    config
}

/// Returns the input of an update of the distribution.
pub(crate) fn input() -> UpdateDistributionRequest {
    UpdateDistributionRequest::default().id("E1EXAMPLE").if_match("E2EXAMPLE").distribution_config(config())
}

/// Returns the request of the update.
pub(crate) fn request() -> Request<Vec<u8>> {
    UpdateDistribution::build_request(&input()).expect("a distribution can be written")
}

/// Returns the distribution as a response.
pub(crate) fn response() -> Response<Vec<u8>> {
    let output = GetDistributionConfigResult::default().distribution_config(config()).e_tag("E2EXAMPLE");
    GetDistributionConfig::build_response(&output).expect("a distribution can be written")
}

/// Returns the document by itself.
pub(crate) fn document() -> String {
    write(&config())
}

/// Writes only the document.
pub(crate) fn write(config: &DistributionConfig) -> String {
    let service = UpdateDistribution::BINDING.service;
    let Body::Payload { root, .. } = &UpdateDistribution::BINDING.input.body else {
        panic!("the payload of the request is the distribution");
    };
    let mut document = String::new();
    xml::write(root, service.namespace, &mut document, &mut |to| config.write(to))
        .expect("a distribution can be written");
    document
}

/// Reads all events of quick-xml with its default configuration, and ignores them.
pub(crate) fn bare_loop(document: &[u8]) {
    let mut reader = Reader::from_reader(document);
    loop {
        match reader.read_event().expect("the document is well-formed") {
            Event::Eof => return,
            event => _ = black_box(&event),
        }
    }
}

/// Returns the tags and texts of a document without attributes, comments and declarations, in its order.
pub(crate) fn parts(document: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = document;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') { rest.find('>').map(|end| end + 1) } else { rest.find('<') };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts
}

/// Concatenates the parts.
pub(crate) fn plain_pushes(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}
