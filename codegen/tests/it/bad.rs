//! Runs the generator with bad input: every problem is an error with help, and nothing panics.
//!
//! A case is a directory with a model, overlays, schemas of tools, names of operations where not all are wanted, and
//! the expected findings. `UPDATE=1` accepts what has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::common::accept;
use codegen::{FileTree, GenerateOptions, Input, Layout, generate};
use shapewright_smithy::Diagnostics;
use shapewright_smithy::read;

#[test]
fn findings_are_as_expected() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut problems = Vec::new();
    for case in sorted(&directory) {
        problems.extend(accept::difference(&case.join("expected.txt"), &outcome(&case)));
    }
    accept::report(&problems, "bad");
}

/// What a case says, and whether it generates.
fn outcome(case: &Path) -> String {
    let files = sorted(case);
    let input = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Input { name, bytes: fs::read(path).expect("input files can be read") }
    };
    let called = |path: &PathBuf, start: &str| input(path).name.starts_with(start);
    let model = files.iter().find(|path| called(path, "model")).map(input).expect("every case has a model");
    let overlays: Vec<Input> = files.iter().filter(|path| called(path, "overlay")).map(input).collect();
    let operations = fs::read_to_string(case.join("operations.txt")).unwrap_or_default();
    let operations = operations.lines().map(str::to_owned).collect();
    let formats = files.iter().filter(|path| called(path, "format")).map(input).collect();
    let selection = GenerateOptions { operations, formats, ..GenerateOptions::default() };
    let (tree, mut text) = run_with(&model, &overlays, &selection);
    text.push_str(if tree.is_some() { "generates\n" } else { "nothing is generated\n" });
    text
}

#[test]
fn deeply_nested_files_are_refused() {
    for depth in [100, 10_000] {
        let value = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let (tree, text) = run(&model(&with_trait(&value)), &[], Vec::new());
        match depth {
            100 => {
                assert_eq!((tree.is_some(), text.as_str()), (true, ""), "that deep a trait is carried along");
            }
            _ => assert!(
                text.starts_with("error: model.json: nested too deep for a model, at line "),
                "{text}"
            ),
        }
        let (tree, text) = run(&model(&value), &[], Vec::new());
        assert!(tree.is_none() && text.starts_with("error: model.json: n"), "{text}");
        let overlay = Input { name: "overlay.json".to_owned(), ..model(&value) };
        let (tree, text) = run(&model(&with_trait("1")), &[overlay], Vec::new());
        assert!(tree.is_none() && text.starts_with("error: overlay.json: n"), "{text}");
    }
}

#[test]
fn huge_files_are_refused() {
    let huge = " ".repeat(read::MAX_BYTES + 1);
    let (tree, text) = run(&model(&huge), &[], Vec::new());
    assert!(tree.is_none());
    assert_eq!(
        text.lines().next(),
        Some("error: model.json: the file has 67108865 bytes, more than the 67108864 that are read")
    );
}

#[test]
fn packages_need_names_that_crates_can_have() {
    for (sdk_id, package) in [("2.0", "service-2-0"), ("½", "service"), ("S3 Control", "s3-control")] {
        let text = with_trait("1").replace(
            "\"version\": \"1\",",
            &format!(r#""version": "1", "traits": {{"aws.api#service": {{"sdkId": "{sdk_id}"}}}},"#),
        );
        let (tree, findings) = run(&model(&text), &[], Vec::new());
        let tree = tree.unwrap_or_else(|| panic!("{sdk_id} generates, but: {findings}"));
        assert!(tree.contains_key(&format!("{package}-shapes/Cargo.toml")), "{:?}", tree.keys());
    }
    let selection = GenerateOptions { package: Some("a/b".to_owned()), ..GenerateOptions::default() };
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&model(&with_trait("1")), &[], &selection, &Layout::Workspace, &mut diagnostics);
    assert!(tree.is_none());
    assert_eq!(
        diagnostics.to_string(),
        "error: model.json: a#S: `a/b` is not a valid package name\n  help: use a letter, then letters, \
         digits and hyphens, such as `cloudfront`\n"
    );
}

/// Cuts, swaps and doubles parts of good models for two seconds: whatever comes of it, nothing panics, and
/// what cannot be generated has a reason.
#[test]
fn damaged_models_cause_no_panic() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let models: Vec<Vec<u8>> = sorted(&golden)
        .iter()
        .map(|case| fs::read(case.join("model.json")).expect("golden models can be read"))
        .chain([include_bytes!("../../../crates/shapewright-smithy/tests/data/weather.smithy.json").to_vec()])
        .chain([
            include_bytes!("../../../crates/shapewright-smithy/tests/data/weather.botocore.json").to_vec()
        ])
        .collect();
    let mut random = Random(0x5eed);
    let end = Instant::now() + Duration::from_secs(2);
    for round in 0..4000 {
        if Instant::now() > end {
            break;
        }
        let bytes = damaged(&models[random.below(models.len())], &mut random);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let tried = std::panic::catch_unwind(|| run(&model(&text), &[], Vec::new()));
        let Ok((tree, findings)) = tried else { panic!("round {round} panics with this model:\n{text}") };
        assert!(tree.is_some() || findings.contains("error: "), "round {round} gives no reason:\n{text}");
        assert!(!findings.contains("is not valid Rust"), "round {round}: {findings}\n{text}");
        for (name, text) in tree.iter().flatten().filter(|(name, _)| name.ends_with(".rs")) {
            assert!(syn::parse_file(text).is_ok(), "round {round}: {name} is not Rust:\n{text}");
        }
    }
}

/// The same for schemas of tools and the exceptions from them.
#[test]
fn damaged_schemas_cause_no_panic() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tools");
    let read = |name: &str| {
        let bytes = fs::read(golden.join(name)).expect("golden files can be read");
        Input { name: name.to_owned(), bytes }
    };
    let files = ["overlay.json", "format_cloudy.json", "format_terra.json"].map(read);
    let mut random = Random(0xd1a1ec7);
    let end = Instant::now() + Duration::from_secs(2);
    for round in (0..4000).take_while(|_| Instant::now() < end) {
        let mut files = files.clone();
        let file = &mut files[random.below(3)];
        file.bytes = damaged(&file.bytes, &mut random);
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        let [overlay, formats @ ..] = files;
        let selection = GenerateOptions { formats: formats.to_vec(), ..GenerateOptions::default() };
        let tried = std::panic::catch_unwind(|| run_with(&read("model.json"), &[overlay], &selection));
        let Ok((tree, findings)) = tried else { panic!("round {round} panics with this file:\n{text}") };
        assert!(tree.is_some() || findings.contains("error: "), "round {round} gives no reason:\n{text}");
        assert!(!findings.contains("is not valid Rust"), "round {round}: {findings}\n{text}");
    }
}

/// One to three edits of a text: words exchanged, parts removed, doubled or cut off, bytes changed.
fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(3) {
        let length = bytes.len().max(1);
        let start = random.below(length);
        let end = (start + random.below(40)).min(bytes.len());
        match random.below(16) {
            0 => bytes.truncate(start),
            1 => drop(bytes.drain(start.min(end)..end)),
            2 => {
                let part = bytes[start.min(end)..end].to_vec();
                bytes.splice(end..end, part);
            }
            3 => bytes.iter_mut().skip(start).take(1).for_each(|byte| *byte = random.below(256) as u8),
            // Most edits keep the file JSON: texts and values take each other's places.
            _ => exchange(&mut bytes, random),
        }
    }
    bytes
}

/// Puts one text of the file, or something that is no text, where another text stands.
fn exchange(bytes: &mut Vec<u8>, random: &mut Random) {
    const STRANGE: &[&str] = &[
        "null",
        "-1",
        "1e400",
        "18446744073709551615",
        "[]",
        "{}",
        "true",
        "\"\"",
        "\"#\"",
        "\"$\"",
        "\"a#b#c\"",
        "\"\\u0000\"",
        "\"½\"",
        "\"r#fn\"",
        "\"Self\"",
        "\"..\"",
        "\"a/b\"",
        "\"smithy.api#Unit\"",
    ];
    let quotes: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'"').collect();
    if quotes.len() < 4 {
        return;
    }
    let mut text = || {
        let first = random.below(quotes.len() / 2) * 2;
        (quotes[first], quotes[first + 1] + 1)
    };
    let (from, to) = (text(), text());
    let new = match random.below(3) {
        0 => STRANGE[random.below(STRANGE.len())].as_bytes().to_vec(),
        _ => bytes[from.0..from.1].to_vec(),
    };
    bytes.splice(to.0..to.1, new);
}

/// A generator of numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

fn run(model: &Input, overlays: &[Input], operations: Vec<String>) -> (Option<FileTree>, String) {
    run_with(model, overlays, &GenerateOptions { operations, ..GenerateOptions::default() })
}

fn run_with(model: &Input, overlays: &[Input], selection: &GenerateOptions) -> (Option<FileTree>, String) {
    let mut diagnostics = Diagnostics::default();
    let tree = generate(model, overlays, selection, &Layout::Workspace, &mut diagnostics);
    (tree, diagnostics.to_string())
}

fn model(text: &str) -> Input {
    Input { name: "model.json".to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A model with an operation that bears a trait of this value.
fn with_trait(value: &str) -> String {
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#Do"}}]}},
            "a#Do": {{"type": "operation", "traits": {{"a#b": {value}}}}}
        }}}}"#
    )
}

fn sorted(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("directories of cases can be read");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
