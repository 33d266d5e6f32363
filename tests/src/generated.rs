//! Generates crates from models of other services, and compiles them with a program that calls them.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use codegen::{GenerateOptions, Input, Layout, RuntimeSource};
use serde_json::Value;
use shapewright_smithy::Diagnostics;

use crate::model::root;

/// The files of this crate that are the source of the program.
const SOURCES: [&str; 6] =
    ["answered.rs", "arbitrary.rs", "arbitrary/texts.rs", "messages.rs", "runner.rs", "runner/round_trip.rs"];

/// The compiled program.
pub struct Runner {
    program: PathBuf,
}

/// Generates the crates of these models and compiles them. Each model has the name that the tests use. The output is
/// kept in `target/generated/<directory>`, so that a second run is fast.
pub fn runner(directory: &str, models: &[(&str, Input)]) -> Runner {
    // One at a time: all sets of models share one target directory, for what they have in common.
    static BUILDING: Mutex<()> = Mutex::new(());

    let home = root().join("target/generated").join(directory);
    let mut files = BTreeMap::new();
    for (name, model) in models {
        files.extend(crates(name, model));
    }
    let names: Vec<&str> = models.iter().map(|(name, _)| *name).collect();
    files.extend(program(&names));
    for (name, text) in &files {
        write(&home.join(name), text);
    }
    let building = BUILDING.lock();
    // Use the lock file of this repository, without accessing the registry.
    write(&home.join("Cargo.lock"), &read(&root().join("Cargo.lock")));
    let target = root().join("target/generated/target");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--offline", "--quiet", "--package", "runner", "--manifest-path"])
        .arg(home.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("RUSTFLAGS")
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "the generated crates in {} compile",
        home.display()
    );
    let name = format!("runner{}", std::env::consts::EXE_SUFFIX);
    let program = target.join("debug").join(name);
    // A build of other models would overwrite the program.
    let own = home.join("driver").with_extension(std::env::consts::EXE_EXTENSION);
    std::fs::copy(&program, &own).unwrap_or_else(|error| panic!("{}: {error}", own.display()));
    drop(building);
    Runner { program: own }
}

impl Runner {
    /// Sends lines to the program, and returns its answers in the same order.
    pub fn ask(&self, lines: &[Value]) -> Vec<Value> {
        let program = Command::new(&self.program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut program = program.unwrap_or_else(|error| panic!("{}: {error}", self.program.display()));
        let mut input = program.stdin.take().expect("the input is piped");
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        // Writes in a separate thread, because the program answers while it reads.
        let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
        let output = program.wait_with_output().expect("the output can be read");
        assert!(writer.join().is_ok_and(|outcome| outcome.is_ok()), "the program reads all lines");
        assert!(output.status.success(), "the program succeeds");
        let answers = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let answers: Vec<Value> =
            answers.map(|line| serde_json::from_slice(line).expect("answers are JSON")).collect();
        assert_eq!(answers.len(), lines.len(), "each line has an answer");
        answers
    }
}

/// Returns the crates of one model without validators, because invalid values must be sent too.
fn crates(name: &str, model: &Input) -> BTreeMap<String, String> {
    let selection = GenerateOptions { package: Some(name.to_owned()), ..GenerateOptions::default() };
    let layout = Layout::Packages(RuntimeSource::Path(root().join("crates").display().to_string()));
    let mut diagnostics = Diagnostics::default();
    let tree = codegen::generate(model, &[], &selection, &layout, &mut diagnostics);
    let mut tree = tree.unwrap_or_else(|| panic!("{name}: {diagnostics}"));
    tree.retain(|path, _| !path.starts_with(&format!("{name}-validators")));
    assert!(tree.keys().any(|path| path.starts_with(&format!("{name}-http"))), "{name} speaks REST-XML");
    tree
}

/// Returns the program's package, and the workspace of all.
fn program(names: &[&str]) -> BTreeMap<String, String> {
    let own = root().join("crates");
    let own = own.display();
    let mut manifest = format!(
        "[package]\nname = \"runner\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n\
         serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\
         shapewright-http = {{ path = \"{own}/shapewright-http\" }}\n\
         shapewright-runtime = {{ path = \"{own}/shapewright-runtime\" }}\n"
    );
    let mut services = String::new();
    for name in names {
        let module = name.replace('-', "_");
        for krate in ["http", "shapes"] {
            manifest += &format!("{name}-{krate} = {{ path = \"../{name}-{krate}\" }}\n");
        }
        services += &format!(
            "        Service {{ name: {name:?}, operations: {module}_http::OPERATIONS, \
             structure: {module}_shapes::catalog::structure }},\n"
        );
    }
    let main = format!(
        "mod answered;\n#[allow(dead_code)] // the tests use more of these modules\nmod arbitrary;\nmod messages;\n\
         mod runner;\n\n\
         use runner::Service;\n\nfn main() -> std::io::Result<()> {{\n    \
         let services = [\n{services}    ];\n    \
         runner::run(&services, &mut std::io::stdin().lock(), &mut std::io::stdout().lock())\n}}\n"
    );
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"runner\"]\n\n[profile.dev]\ndebug = false\n";
    let mut files = BTreeMap::from([
        ("Cargo.toml".to_owned(), workspace.to_owned()),
        ("runner/Cargo.toml".to_owned(), manifest),
        ("runner/src/main.rs".to_owned(), main),
    ]);
    for source in SOURCES {
        files.insert(format!("runner/src/{source}"), read(&root().join("tests/src").join(source)));
    }
    files
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file, unless it is unchanged: cargo would recompile it.
fn write(path: &Path, text: &str) {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let directory = path.parent().expect("files lie in a directory");
    std::fs::create_dir_all(directory)
        .and_then(|()| std::fs::write(path, text))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
