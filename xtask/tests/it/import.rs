//! `cargo xtask import`: the origin of a model, its changes, and invalid models.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::common::{directory, golden, path, root, xtask, xtask_in};
use flate2::{Compression, write::GzEncoder};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[test]
fn the_first_missing_argument_is_reported() {
    let repository = repository("missing");
    let run = xtask_in(&repository, &["import", "absent.json"]);
    assert_eq!(run.err, "error: absent.json: no such file\n");
    let model = golden("structure");
    let run = xtask_in(&repository, &["import", path(&model)]);
    let help = "help: add --package and --version, for instance `--package botocore --version 1.44.5`\n";
    assert!(run.err.ends_with(help), "{}", run.err);
    let run = xtask_in(&repository, &["import", path(&model), "--version", "7"]);
    assert!(run.err.contains("help: add --package, for instance `--package botocore`"), "{}", run.err);
    let run = xtask_in(&repository, &["import", path(&model), "--package", "mine"]);
    assert!(run.err.contains("help: add --version, for instance `--version 1.44.5`"), "{}", run.err);
    assert!(!repository.join("model/lock.toml").exists());
}

#[test]
fn a_first_import_writes_model_and_lock_and_names_the_next_command() {
    let repository = repository("first");
    let model = golden("structure");
    let run = xtask_in(&repository, &["import", path(&model), "--package", "mine", "--version", "7"]);
    assert!(run.success, "{}", run.err);
    assert!(run.out.starts_with("golden: mine 7, first import, "), "{}", run.out);
    assert!(
        run.out
            .ends_with("wrote model/golden/model.json\nwrote model/lock.toml\n\nnext: cargo xtask codegen\n"),
        "{}",
        run.out
    );
    let lock = fs::read_to_string(repository.join("model/lock.toml")).expect("it was written");
    assert!(lock.contains("[golden]\n") && lock.contains("package = \"mine\"\nversion = \"7\"\n"), "{lock}");
}

#[test]
fn the_version_of_folders_and_wheels_of_botocore_is_recognized() {
    let repository = repository("botocore");
    let folder = directory("botocore_folder");
    let file = folder.join("botocore/data/golden/2020-01-01/service-2.json.gz");
    write(&file, &gzipped("structure"));
    write(&file.with_file_name("endpoints.json"), b"{}");
    write(&folder.join("botocore/data/golden/2010-01-01/service-2.json.gz"), b"an old model");
    write(&folder.join("botocore/__init__.py"), b"import os\n\n__version__ = '9.8.7'\n");
    let wheel = folder.join("renamed.whl");
    wheel_of(
        &wheel,
        &[
            ("botocore/data/golden/2010-01-01/service-2.json.gz", b"an old model"),
            ("botocore/data/golden/2020-01-01/service-2.json.gz", &gzipped("structure")),
            ("botocore-9.9.0.dist-info/METADATA", b"Name: botocore\nVersion: 9.9.0\n"),
        ],
    );

    let run = xtask_in(&repository, &["import", path(&file)]);
    assert!(run.out.starts_with("golden: botocore 9.8.7, first import, "), "{}{}", run.out, run.err);
    let run = xtask_in(&repository, &["import", path(&wheel)]);
    assert!(
        run.out.starts_with("golden: botocore 9.8.7 -> botocore 9.9.0\n\nno changes\n"),
        "{}{}",
        run.out,
        run.err
    );
    for place in [folder.clone(), folder.join("botocore")] {
        let run = xtask_in(&repository, &["import", path(&place)]);
        assert!(run.out.contains("botocore 9.9.0 -> botocore 9.8.7\n"), "{}{}", run.out, run.err);
        let back = xtask_in(&repository, &["import", path(&wheel)]);
        assert!(back.success, "{}", back.err);
    }
    let run = xtask_in(&repository, &["import", path(&wheel), "--service", "s3"]);
    assert!(run.err.contains("botocore has no service `s3` there"), "{}", run.err);
    let run = xtask_in(&repository, &["import", path(&file), "--version", "main"]);
    assert!(
        run.out.contains("botocore 9.9.0 -> botocore main\n"),
        "the option overrides the recognized version: {}",
        run.out
    );
}

#[test]
fn additions_are_compatible_and_removals_are_not() {
    let repository = repository("changes");
    let model = golden("structure");
    let grown = directory("changes_grown").join("model.json");
    let text = fs::read_to_string(&model).expect("there is a model");
    let more = "\"members\": {\"New\": {\"target\": \"smithy.api#String\"},";
    fs::write(&grown, text.replacen("\"members\": {", more, 1)).expect("files can be written");
    let from = |version| ["--package", "mine", "--version", version];
    let import = |model: &Path, version| {
        xtask_in(&repository, &[&["import", path(model)][..], &from(version)].concat())
    };
    assert!(import(&model, "1").success);
    let run = import(&grown, "2");
    assert!(
        run.out.contains("golden: mine 1 -> mine 2\n\n+ member PutBookRequest$New\n\n1 change\n"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("- code that uses the crates compiles as before: a minor release\n"),
        "{}",
        run.out
    );
    let run = import(&model, "3");
    assert!(run.out.contains("- member PutBookRequest$New (breaking, wire)\n"), "{}", run.out);
    assert!(run.out.contains("    shapes::PutBookRequest.new is gone\n"), "{}", run.out);
}

#[test]
fn invalid_models_are_errors_and_change_nothing() {
    let directory = directory("garbage");
    let model = fs::read(root().join("model/cloudfront/model.json")).expect("there is a model");
    let lock = fs::read(root().join("model/lock.toml")).expect("there is a lock file");
    let cases: [(&str, &[u8], &str); 5] = [
        ("garbage.json", b"garbage", "not JSON: "),
        ("empty.json", b"{}", "neither a Smithy JSON AST "),
        ("broken.json.gz", b"\x1f\x8bgarbage", "not a whole gzip file"),
        ("broken.whl", b"PK", "not a whole wheel"),
        ("service.json", b"{\"smithy\": \"2.0\", \"shapes\": {}}", "the model has no service"),
    ];
    for (name, bytes, message) in cases {
        let file = directory.join(name);
        fs::write(&file, bytes).expect("files can be written");
        let run = xtask(&["import", path(&file), "--package", "none", "--version", "0"]);
        assert!(!run.success && run.err.starts_with("error: ") && run.err.contains(message), "{}", run.err);
    }
    assert_eq!(fs::read(root().join("model/cloudfront/model.json")).expect("there is a model"), model);
    assert_eq!(fs::read(root().join("model/lock.toml")).expect("there is a lock file"), lock);
}

/// Returns a repository without models.
fn repository(test: &str) -> PathBuf {
    let directory = directory(&format!("import_{test}"));
    fs::create_dir_all(directory.join("model")).expect("directories can be made");
    directory
}

fn gzipped(case: &str) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&fs::read(golden(case)).expect("there is a model")).expect("memory can be written");
    packed.finish().expect("memory can be written")
}

fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().expect("a file is in a directory")).expect("directories can be made");
    fs::write(file, bytes).expect("files can be written");
}

fn wheel_of(path: &Path, files: &[(&str, &[u8])]) {
    let mut wheel = ZipWriter::new(File::create(path).expect("files can be written"));
    for (name, bytes) in files {
        wheel.start_file(*name, SimpleFileOptions::default()).expect("the wheel can be written");
        wheel.write_all(bytes).expect("the wheel can be written");
    }
    wheel.finish().expect("the wheel can be written");
}
