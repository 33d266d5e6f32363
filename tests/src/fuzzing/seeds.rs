//! Seeds of fuzzing: the fixtures of other tests, in the form that the properties read.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shapewright_http::http::Request;

use super::message;
use crate::cases::{cases, changed, request, requests as names};
use crate::model::root;
use crate::wire;

/// Returns the responses that botocore reads.
pub(super) fn responses() -> Vec<Vec<u8>> {
    let vectors = wire::vectors("botocore/responses.jsonl").into_iter();
    let texts = vectors.map(|vector| {
        let response = wire::response(&vector["response"]);
        let operation = wire::text(&vector, "/operation");
        message::text(operation, response.status().as_str(), response.headers(), response.body())
    });
    texts.collect()
}

/// Returns the requests that botocore sends, and ours for the inputs of other tests.
pub(super) fn requests() -> Vec<Vec<u8>> {
    let vectors = wire::vectors("botocore/requests.jsonl").into_iter();
    let recorded = vectors.map(|vector| wire::request(&vector["request"]));
    let ours = inputs().into_iter().filter_map(|(operation, params)| {
        let binding = cloudfront_http::operation(&operation)?;
        binding.build_request(&*wire::filled(binding.input.shape, &params).ok()?).ok()
    });
    let text = |request: Request<Vec<u8>>| {
        let (method, address) = (request.method().as_str(), request.uri().to_string());
        message::text(method, &address, request.headers(), request.body())
    };
    recorded.chain(ours).map(text).collect()
}

/// The documents of both, and documents with every kind of markup.
pub(super) fn xml_documents() -> Vec<Vec<u8>> {
    let seed = |operation: &str, kind: &str, document: &[u8]| {
        [format!("{operation} {kind}\n").as_bytes(), document].concat()
    };
    let mut seeds = Vec::new();
    for (file, kind) in [("requests", "request"), ("responses", "response")] {
        for vector in wire::vectors(&format!("botocore/{file}.jsonl")) {
            let operation = wire::text(&vector, "/operation");
            let body = match kind {
                "request" => wire::request(&vector[kind]).into_body(),
                _ => wire::response(&vector[kind]).into_body(),
            };
            if body.starts_with(b"<") {
                seeds.push(seed(operation, kind, &body));
            }
        }
    }
    seeds.extend(XML.iter().map(|document| seed("GetDistributionConfig", "response", document.as_bytes())));
    seeds
}

/// Documents with every kind of markup.
const XML: &[&str] = &[
    "\u{feff}<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<!-- a --><?p q?><DistributionConfig/><!---->",
    "<DistributionConfig xmlns='u' xmlns:p='v'><p:Name p:a='1' a=\"2\">&amp;&#65;</p:Name></DistributionConfig\n>",
    "<DistributionConfig><Comment><![CDATA[<&]]]]>a<!-- b --><?c d?> ]]&gt;\r\n</Comment></DistributionConfig>",
    "<DistributionConfig><x xmlns:a='u' xmlns:b='v' a:c='&gt;' b:c=''>a<y xml:lang='de'/>b</x></DistributionConfig>",
    "<DistributionConfig><\u{fc}\u{b7} a\n=\n'>'\t/><Comment\r>\u{1f600}</Comment ></DistributionConfig >",
];

/// Inputs and outputs in JSON.
pub(super) fn documents() -> Vec<Vec<u8>> {
    let input = |operation: &str, params: &Value| {
        Some(document(cloudfront_http::operation(operation)?.input.shape, params))
    };
    let mut seeds: Vec<Vec<u8>> =
        inputs().iter().filter_map(|(operation, params)| input(operation, params)).collect();
    for vector in wire::vectors("botocore/responses.jsonl") {
        let binding = cloudfront_http::operation(wire::text(&vector, "/operation"));
        if let (Some(binding), Some(result)) = (binding, vector.get("result")) {
            seeds.push(document(binding.output.shape, result));
        }
    }
    for path in files(&root().join("tests/fixtures/json")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let shape = format!("{}\n", shape(&name));
        seeds.push([shape.into_bytes(), read(&path)].concat());
    }
    seeds
}

/// Returns inputs of operations: the valid requests of rule cases, and a request that violates each rule.
fn inputs() -> Vec<(String, Value)> {
    let valid = names().into_iter().map(|name| request(&name)).map(|valid| (valid.operation, valid.params));
    let broken = cases().into_iter().map(|case| {
        let params = changed(&case.base.params, &case.breaks);
        (case.base.operation, params)
    });
    valid.chain(broken).collect()
}

fn document(shape: &str, value: &Value) -> Vec<u8> {
    format!("{shape}\n{value}").into_bytes()
}

/// `get-function.json` has a `GetFunctionResult`, `create-function.input.json` a `CreateFunctionRequest`.
fn shape(file: &str) -> String {
    let (stem, kind) = match file.trim_end_matches(".json").strip_suffix(".input") {
        Some(stem) => (stem, "Request"),
        None => (file.trim_end_matches(".json"), "Result"),
    };
    let words = stem.split('-').map(|word| word.get(..1).unwrap_or_default().to_uppercase() + &word[1..]);
    words.collect::<String>() + kind
}

/// Returns the small models of the generator's tests, including faulty ones.
pub(super) fn models() -> Vec<Vec<u8>> {
    let tests = root().join("codegen/tests");
    let mut seeds: Vec<Vec<u8>> = files(&tests.join("data")).iter().map(|path| read(path)).collect();
    for case in ["golden", "bad"].iter().flat_map(|part| files(&tests.join(part))) {
        seeds.extend(files(&case).iter().filter(|path| path.ends_with("model.json")).map(|path| read(path)));
    }
    seeds
}

/// Returns the files of a property in `tests/fixtures/fuzz`, if there are any.
pub(super) fn found(target: &str) -> Vec<(String, Vec<u8>)> {
    let directory = root().join("tests/fixtures/fuzz").join(target);
    let paths = if directory.is_dir() { files(&directory) } else { Vec::new() };
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), read(path))).collect()
}

/// Returns the entries of a directory, sorted.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
