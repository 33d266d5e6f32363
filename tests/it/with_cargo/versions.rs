//! A new upstream model is a minor release: one program compiles and runs against the crates of the 2025-04 model and
//! against those of today's.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

use codegen::{GenerateOptions, Input, Layout, RuntimeSource};
use shapewright_smithy::Diagnostics;
use shapewright_tests::model::root;

/// The only overlay that applies to the old model.
const CONVENTIONS: &str = "model/cloudfront/rules/conventions.json";

#[test]
#[ignore = "builds crates, which takes a minute: cargo xtask ci tests-cargo"]
fn one_program_runs_with_the_crates_of_both_models() {
    let old = home("2025-04");
    write_all(&old, &crates_of_2025_04());
    for (home, facade) in [(&old, old.join("cloudfront")), (&home("today"), root().join("crates/cloudfront"))]
    {
        let outcome = cargo(home, &facade, "run", "program");
        assert!(outcome.status.success(), "{}: {}", home.display(), String::from_utf8_lossy(&outcome.stderr));
    }
}

#[test]
#[ignore = "builds crates, which takes a minute: cargo xtask ci tests-cargo"]
fn code_that_a_later_model_would_break_does_not_compile() {
    let facade = root().join("crates/cloudfront");
    for (program, codes) in [("literal", ["E0639", "E0638"].as_slice()), ("match", &["E0004"])] {
        let outcome = cargo(&home("today"), &facade, "check", program);
        let message = String::from_utf8_lossy(&outcome.stderr);
        for code in codes {
            assert!(message.contains(&format!("error[{code}]")), "{program}: {code} is missing: {message}");
        }
    }
}

/// Returns the crates of the 2025-04 model, by path.
fn crates_of_2025_04() -> BTreeMap<String, String> {
    let packed =
        fs::read(root().join("tests/fixtures/models/cloudfront-2025-04.json.gz")).expect("a fixture");
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("the model is gzipped");
    let model = Input { name: "cloudfront-2025-04.json".to_owned(), bytes };
    let overlay = Input {
        name: CONVENTIONS.to_owned(),
        bytes: fs::read(root().join(CONVENTIONS)).expect("the overlay is in the repository"),
    };
    let layout = Layout::Packages(RuntimeSource::Path(root().join("crates").display().to_string()));
    let mut diagnostics = Diagnostics::default();
    let tree = codegen::generate(&model, &[overlay], &GenerateOptions::default(), &layout, &mut diagnostics);
    tree.unwrap_or_else(|| panic!("{diagnostics}"))
}

/// Returns the directory of a package. It is kept, so that a second run is fast.
fn home(name: &str) -> PathBuf {
    root().join("target/generated/versions").join(name)
}

/// Runs cargo on a package with one of the programs, which depends on the facade.
fn cargo(home: &Path, facade: &Path, verb: &str, program: &str) -> Output {
    // One at a time: the programs share a target directory, for what they have in common.
    static BUILDING: Mutex<()> = Mutex::new(());

    let manifest = format!(
        "[package]\nname = \"program\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         cloudfront = {{ path = {facade:?}, features = [\"errors\", \"http\", \"validators\"] }}\n\
         serde_json = \"1\"\n\n\
         [workspace]\nresolver = \"3\"\n\n[profile.dev]\ndebug = false\n"
    );
    let source = root().join("tests/fixtures/versions").join(program).with_extension("rs");
    let files = BTreeMap::from([
        ("program/Cargo.toml".to_owned(), manifest),
        ("program/src/main.rs".to_owned(), fs::read_to_string(source).expect("a fixture")),
        (
            "program/Cargo.lock".to_owned(),
            fs::read_to_string(root().join("Cargo.lock")).expect("a lock file"),
        ),
    ]);
    let _building = BUILDING.lock();
    write_all(home, &files);
    Command::new(env!("CARGO"))
        .args([verb, "--offline", "--quiet"])
        .current_dir(home.join("program"))
        .env("CARGO_TARGET_DIR", root().join("target/generated/versions/target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo can be run")
}

fn write_all(home: &Path, files: &BTreeMap<String, String>) {
    for (name, text) in files {
        let path = home.join(name);
        if fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        fs::create_dir_all(path.parent().expect("the file has a directory"))
            .expect("directories can be made");
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
