//! Same input, same bytes; and the committed crates are what the committed model gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use crate::common::{accept, files, root};
use codegen::{
    FileTree, GenerateOptions, Input, Layout, MANIFEST_HEADER, RUST_HEADER, Service, analyse, generate,
};
use shapewright_smithy::{Diagnostics, ShapeId};

const MODEL: &str = "model/cloudfront/model.json";

/// The committed model and its overlays.
fn committed() -> (Input, Vec<Input>) {
    let directory = root().join("model/cloudfront");
    let mut files: Vec<String> =
        files(&directory).into_iter().filter(|name| name.ends_with(".json")).collect();
    files.retain(|name| name != "model.json" && !name.starts_with("formats/"));
    let overlays = files.iter().map(|name| input(&format!("model/cloudfront/{name}")));
    (input(MODEL), overlays.collect())
}

/// The committed schemas of tools.
fn formats() -> Vec<Input> {
    let names = files(&root().join("model/cloudfront/formats"));
    names.iter().map(|name| input(&format!("model/cloudfront/formats/{name}"))).collect()
}

fn input(name: &str) -> Input {
    let bytes = fs::read(root().join(name)).expect("committed models can be read");
    Input { name: name.to_owned(), bytes }
}

fn selection(operations: &[&str]) -> GenerateOptions {
    let operations = operations.iter().map(|name| (*name).to_owned()).collect();
    let package = Some("cloudfront".to_owned());
    GenerateOptions { package, operations, formats: formats(), ..GenerateOptions::default() }
}

fn tree(model: &Input, overlays: &[Input], operations: &[&str]) -> FileTree {
    let mut diagnostics = Diagnostics::default();
    let tree = generate(model, overlays, &selection(operations), &Layout::Workspace, &mut diagnostics);
    tree.unwrap_or_else(|| panic!("{diagnostics}"))
}

/// What is generated from the committed model: it takes half a second, so the tests share it.
static GENERATED: LazyLock<FileTree> = LazyLock::new(|| {
    let (model, overlays) = committed();
    tree(&model, &overlays, &[])
});

#[test]
fn the_committed_crates_are_up_to_date() {
    let expected = &*GENERATED;
    let crates = root().join("crates");
    let mut problems = Vec::new();
    for (name, text) in expected {
        let present = fs::read_to_string(crates.join(name)).unwrap_or_default();
        problems.extend((present != *text).then(|| format!("{name}: {:?}", accept::changes(&present, text))));
    }
    let packages: BTreeSet<&str> = expected.keys().filter_map(|name| name.split('/').next()).collect();
    for package in packages {
        for name in files(&crates.join(package)) {
            let text = fs::read_to_string(crates.join(package).join(&name)).unwrap_or_default();
            let generated = text.starts_with(RUST_HEADER) || text.starts_with(MANIFEST_HEADER);
            let stray = generated && !expected.contains_key(&format!("{package}/{name}"));
            problems.extend(stray.then(|| format!("{package}/{name} is a stray")));
        }
    }
    assert!(problems.is_empty(), "run `cargo xtask codegen`:\n{}", problems.join("\n"));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (model, overlays) = committed();
    assert!(tree(&model, &overlays, &[]) == *GENERATED, "a second run gives the same");
}

#[test]
fn the_order_of_shapes_and_overlays_does_not_matter() {
    let (model, overlays) = committed();
    let expected = &*GENERATED;
    let backwards: Vec<Input> = overlays.iter().rev().cloned().collect();
    assert!(tree(&model, &backwards, &[]) == *expected, "overlays in another order give the same");
    // Shapes stand two blanks from the margin's first level; each is moved as a whole, with its members in order.
    let text = String::from_utf8(model.bytes.clone()).expect("a model is UTF-8");
    let (head, rest) = text.split_once("\"shapes\": {").expect("a model has shapes");
    let shapes: serde_json::Value = serde_json::from_str(&text).expect("a model is JSON");
    let mut ids: Vec<&String> = shapes["shapes"].as_object().expect("shapes are an object").keys().collect();
    ids.sort_by_key(|id| id.bytes().rev().collect::<Vec<_>>());
    let pieces = pieces(rest, &ids);
    let shuffled: Vec<&str> = ids.iter().map(|id| pieces[id.as_str()]).collect();
    let shuffled = format!("{head}\"shapes\": {{{}\n}}}}", shuffled.join(","));
    assert_ne!(shuffled, text);
    let model = Input { name: model.name, bytes: shuffled.into_bytes() };
    assert!(tree(&model, &overlays, &[]) == *expected, "shapes in another order give the same");
}

/// The text of each shape, from its key to its closing brace.
fn pieces<'t>(text: &'t str, ids: &[&String]) -> BTreeMap<&'t str, &'t str> {
    let mut starts: Vec<usize> = ids
        .iter()
        .map(|id| text.find(&format!("\n    \"{id}\": {{")).expect("a shape stands on a line of its own"))
        .collect();
    starts.sort_unstable();
    let ends = starts[1..].iter().copied().chain([text.rfind("\n  }").expect("the shapes end")]);
    let pieces = starts.iter().zip(ends).map(|(start, end)| text[*start..end].trim_end_matches(','));
    pieces.map(|piece| (piece.split('"').nth(1).expect("a piece begins with its id"), piece)).collect()
}

#[test]
fn selected_operations_include_what_they_reach_and_no_more() {
    let (model, overlays) = committed();
    let service = |operations: &[&str]| -> Service {
        let mut diagnostics = Diagnostics::default();
        let service = analyse(&model, &overlays, &selection(operations), &mut diagnostics);
        service.unwrap_or_else(|| panic!("{diagnostics}"))
    };
    let whole = service(&[]);
    let part = service(&["UpdateStreamingDistribution"]);
    assert_eq!(Vec::from_iter(part.operations.keys()), ["UpdateStreamingDistribution"]);
    let names: Vec<&str> = part.structures.keys().map(ShapeId::name).collect();
    assert_eq!(
        names,
        [
            "ActiveTrustedSigners",
            "Aliases",
            "KeyPairIds",
            "S3Origin",
            "Signer",
            "StreamingDistribution",
            "StreamingDistributionConfig",
            "StreamingLoggingConfig",
            "TrustedSigners",
            "UpdateStreamingDistributionRequest",
            "UpdateStreamingDistributionResult",
        ]
    );
    assert_eq!(Vec::from_iter(part.enums.keys().map(ShapeId::name)), ["PriceClass"]);
    assert!(part.unions.is_empty());
    let errors = |service: &Service| service.operations["UpdateStreamingDistribution"].errors.clone();
    assert_eq!(errors(&part), errors(&whole));
    assert!(part.errors.keys().eq(errors(&whole).iter().collect::<BTreeSet<_>>()));
    for (id, structure) in &part.structures {
        let strip = |members: &[codegen::__internal::ir::Member]| -> Vec<_> {
            members
                .iter()
                .map(|member| (member.rust.clone(), member.ty.clone(), member.constraints.clone()))
                .collect()
        };
        assert_eq!(strip(&structure.members), strip(&whole.structures[id].members), "{id}");
    }
}

#[test]
fn each_operation_alone_generates() {
    let (model, overlays) = committed();
    for operation in
        ["UpdateCloudFrontOriginAccessIdentity", "UpdateDistribution", "GetFunction", "DeleteKeyGroup"]
    {
        let part = tree(&model, &overlays, &[operation]);
        assert!(part.len() < GENERATED.len() && part.values().all(|text| !text.is_empty()), "{operation}");
    }
}
