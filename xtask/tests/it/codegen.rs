//! `cargo xtask codegen`: writes all files or none, does not rewrite unchanged files, and lists stale files.

use std::fs;
use std::process::Command;

use crate::common::{codegen, directory, golden, names, path, root, snapshot, xtask, xtask_in};

#[test]
fn a_second_run_writes_nothing() {
    let out = directory("second_run");
    let first = codegen(&golden("structure"), &out, &[]);
    assert!(first.success, "{}", first.err);
    let written = snapshot(&out);
    let count = written.len();
    assert!(
        first.out.starts_with(&format!("{count} of {count} files written, 0 removed (")),
        "{}",
        first.out
    );
    for file in ["golden-shapes/Cargo.toml", "golden-validators/src/lib.rs", "golden-errors/src/code.rs"] {
        assert!(written.iter().any(|(name, ..)| name == file), "{file}");
    }
    let second = codegen(&golden("structure"), &out, &[]);
    assert!(second.out.starts_with(&format!("{count} files are up to date (")), "{}", second.out);
    assert!(snapshot(&out) == written, "nothing is written, not even with the same text");
}

#[test]
fn schemas_of_tools_give_a_crate_of_dialects() {
    let out = directory("dialects");
    let model = golden("tools");
    let overlay = model.with_file_name("overlay.json");
    let formats = ["format_cloudy.json", "format_terra.json"].map(|name| model.with_file_name(name));
    let more = ["--overlay", path(&overlay), "--format", path(&formats[0]), "--format", path(&formats[1])];
    let run = codegen(&model, &out, &more);
    assert!(run.success, "{}", run.err);
    let manifest = fs::read_to_string(out.join("golden-dialects/Cargo.toml")).expect("it was written");
    assert!(manifest.contains("[dependencies]\nshapewright-dialect = \"0.1\"\n"), "{manifest}");
    assert!(out.join("golden-dialects/src/terra/thing.rs").is_file());
    let facade = fs::read_to_string(out.join("golden/Cargo.toml")).expect("it was written");
    assert!(!facade.contains("dialects"), "{facade}");
}

#[test]
fn only_changed_files_are_written() {
    let out = directory("only_differing");
    codegen(&golden("structure"), &out, &[]);
    let before = snapshot(&out);
    let code = out.join("golden-errors/src/code.rs");
    fs::write(&code, "// edited\n").expect("files can be written");
    let run = codegen(&golden("structure"), &out, &[]);
    assert!(run.out.starts_with("1 of "), "{}", run.out);
    let after = snapshot(&out);
    for (old, new) in before.iter().zip(&after) {
        assert_eq!((&old.0, &old.1), (&new.0, &new.1));
        assert!(old.0 == "golden-errors/src/code.rs" || old.2 == new.2, "{} was left alone", old.0);
    }
}

#[test]
fn a_check_lists_stale_files_and_writes_nothing() {
    let out = directory("check");
    codegen(&golden("structure"), &out, &[]);
    let check = codegen(&golden("structure"), &out, &["--check"]);
    assert!(check.success && check.out.ends_with("files are up to date\n"), "{}{}", check.out, check.err);

    fs::write(out.join("golden-errors/src/code.rs"), "// edited\n").expect("files can be written");
    fs::remove_file(out.join("golden-shapes/src/lib.rs")).expect("files can be removed");
    let stray = fs::read_to_string(out.join("golden-errors/src/service.rs")).expect("it was written");
    fs::write(out.join("golden-errors/src/stray.rs"), stray).expect("files can be written");
    let before = snapshot(&out);
    let check = codegen(&golden("structure"), &out, &["--check"]);
    assert!(!check.success);
    // Paths inside the repository are relative to its root.
    let place = path(&out).trim_start_matches(&format!("{}/", path(&root()))).to_owned();
    assert_eq!(
        check.err,
        format!(
            "error: generated files are not up to date\n  stale: {place}/golden-errors/src/code.rs\n  \
             stale: {place}/golden-shapes/src/lib.rs\n  stray: {place}/golden-errors/src/stray.rs\n  \
             help: run `cargo xtask codegen`\n"
        )
    );
    assert!(snapshot(&out) == before, "a check writes nothing");
}

#[test]
fn a_check_creates_no_directory() {
    let out = directory("check_nothing").join("out");
    let check = codegen(&golden("structure"), &out, &["--check"]);
    assert!(!check.success && check.err.contains("stale: "), "{}", check.err);
    assert!(!out.exists());
}

#[test]
fn a_broken_model_gives_all_errors_and_writes_nothing() {
    let out = directory("broken");
    codegen(&golden("structure"), &out, &[]);
    let before = snapshot(&out);
    let broken = root().join("codegen/tests/bad/several/model.json");
    let run = codegen(&broken, &out, &[]);
    assert!(!run.success);
    assert_eq!(run.err.matches("error: ").count(), 6, "{}", run.err);
    assert!(snapshot(&out) == before, "nothing is written");
    let run = codegen(&broken, &out.join("new"), &[]);
    assert!(!run.success && !out.join("new").exists(), "no directory is created");
}

#[test]
fn one_file_that_cannot_be_written_leaves_all_unchanged() {
    let out = directory("all_or_nothing");
    codegen(&golden("structure"), &out, &[]);
    let lib = out.join("golden-validators/src/lib.rs");
    fs::remove_file(&lib).expect("files can be removed");
    fs::create_dir_all(lib.join("in_the_way")).expect("directories can be made");
    let before = snapshot(&out);
    let run = codegen(&golden("list"), &out, &[]);
    assert!(!run.success && run.err.contains("golden-validators/src/lib.rs"), "{}{}", run.out, run.err);
    let after: Vec<_> = snapshot(&out);
    assert!(after == before, "{:?}", names(&out));
}

#[test]
fn stale_files_are_removed_and_handwritten_files_stay() {
    let out = directory("strays");
    codegen(&golden("structure"), &out, &[]);
    let own = [
        "golden-shapes/src/notes.rs",
        "golden-shapes/README.md",
        "other/src/lib.rs",
        "golden-shapes/src/book/own.rs",
    ];
    for name in own {
        let file = out.join(name);
        fs::create_dir_all(file.parent().expect("the file has a directory"))
            .expect("directories can be made");
        fs::write(file, "//! Written by hand.\n").expect("files can be written");
    }
    let generated = fs::read_to_string(out.join("golden-shapes/src/lib.rs")).expect("it was written");
    fs::write(out.join("other/src/generated.rs"), generated).expect("files can be written");
    let run = codegen(&golden("list"), &out, &[]);
    assert!(run.success && !run.out.contains(", 0 removed"), "{}{}", run.out, run.err);
    let left = names(&out);
    for name in own.iter().chain(&["other/src/generated.rs", "golden-shapes/src/list/wire.rs"]) {
        assert!(left.iter().any(|file| file == name), "{name} in {left:?}");
    }
    assert!(!left.iter().any(|file| file.ends_with("src/book.rs")), "{left:?}");
    assert!(!out.join("golden-errors/src/operation/book.rs").exists());
}

#[test]
fn warnings_are_printed_and_files_are_written() {
    let out = directory("warnings");
    let run = codegen(&root().join("codegen/tests/bad/pattern/model.json"), &out, &[]);
    assert!(run.success);
    assert_eq!(run.err.matches("warning: ").count(), 2, "{}", run.err);
}

#[test]
fn overlays_and_documentation_are_used() {
    let out = directory("overlays");
    let overlay = golden("quantity").with_file_name("overlay.json");
    let run = codegen(&golden("quantity"), &out, &["--overlay", path(&overlay)]);
    assert!(run.success, "{}", run.err);
    let store = fs::read_to_string(out.join("golden-shapes/src/store.rs")).expect("it was written");
    assert!(store.contains("pub struct OtherNames") && store.contains("/// What people call the store."));
    let out = directory("prose");
    codegen(&golden("docs"), &out, &["--docs"]);
    let page = fs::read_to_string(out.join("golden-shapes/src/page.rs")).expect("it was written");
    assert!(page.contains("/// What is wanted."));
}

#[test]
fn crates_of_a_new_service_are_added_to_the_workspace() {
    let repository = directory("new_service");
    let model = golden("structure");
    let manifest = "[workspace]\ndefault-members = []\n\n[workspace.package]\nversion = \"1.2.3\"\n\n\
                    [workspace.dependencies]\n";
    fs::create_dir_all(repository.join("model/library")).expect("directories can be made");
    fs::create_dir_all(repository.join("crates")).expect("directories can be made");
    fs::copy(model, repository.join("model/library/model.json")).expect("files can be copied");
    fs::write(repository.join("Cargo.toml"), manifest).expect("files can be written");
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::write(repository.join(licence), licence).expect("files can be written");
    }
    let run = xtask_in(&repository, &["codegen"]);
    assert!(run.success && run.out.contains("wrote Cargo.toml: the workspace has new crates"), "{}", run.err);
    let text = fs::read_to_string(repository.join("Cargo.toml")).expect("it was written");
    assert!(
        text.contains("library-shapes = { version = \"1.2.3\", path = \"crates/library-shapes\" }\n"),
        "{text}"
    );
    assert!(text.contains("    \"crates/library-errors\""), "{text}");
    let licence = fs::read_to_string(repository.join("crates/library-shapes/LICENSE-MIT"));
    assert_eq!(licence.ok().as_deref(), Some("LICENSE-MIT"));
    let again = xtask_in(&repository, &["codegen"]);
    assert!(again.success && !again.out.contains("Cargo.toml"), "{}", again.out);
}

/// The crates of one operation compile with only the hand-written crates.
#[test]
fn crates_of_one_operation_compile() {
    let out = directory("one_operation");
    let crates = root().join("crates");
    let run = xtask(&[
        "codegen",
        "--operation",
        "UpdateStreamingDistribution",
        "--out",
        path(&out),
        "--runtime-path",
        path(&crates),
    ]);
    assert!(run.success, "{}", run.err);
    let manifest = fs::read_to_string(out.join("cloudfront-shapes/Cargo.toml")).expect("it was written");
    assert!(manifest.contains("path = \"../") && !manifest.contains(path(&root())), "{manifest}");
    let catalog = fs::read_to_string(out.join("cloudfront-shapes/src/catalog.rs")).expect("it was written");
    assert!(
        catalog.contains("\"StreamingDistributionConfig\"") && !catalog.contains("\"DistributionConfig\"")
    );
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"cloudfront\", \"cloudfront-*\"]\n";
    fs::write(out.join("Cargo.toml"), workspace).expect("files can be written");
    fs::copy(root().join("Cargo.lock"), out.join("Cargo.lock")).expect("the repository has a lock file");
    let check = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--workspace"])
        .current_dir(&out)
        .env("CARGO_TARGET_DIR", directory("one_operation_target"))
        .output()
        .expect("cargo can be run");
    let said = String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success() && said.is_empty(), "{said}");
}
