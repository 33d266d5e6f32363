//! The other commands, and the errors for unknown commands and names.

use std::process::Command;

use crate::common::{directory, golden, path, xtask, xtask_in};

#[test]
fn inspect_prints_limits_and_their_sources() {
    let overlay = golden("quantity").with_file_name("overlay.json");
    let (model, overlay) = (golden("quantity"), overlay);
    let run = xtask(&["inspect", "StoreConfig", "--model", path(&model), "--overlay", path(&overlay)]);
    assert!(run.success, "{}", run.err);
    assert_eq!(
        run.out,
        "structure StoreConfig\n  id      golden#StoreConfig\n  \
         rust    StoreConfig in golden-shapes/src/store.rs\n  inputs  CreateStore\n  \
         member  Aliases: Aliases as aliases\n    \
         required from StoreConfig$Aliases in codegen/tests/golden/quantity/model.json\n  \
         member  Origins: Origins as origins\n  member  NoPair: NoPair as no_pair\n  \
         member  Name: string as name\n    about What people call the store.\n    \
         length 1 to 64 [BadVersion] (known) from StoreConfig$Name in \
         codegen/tests/golden/quantity/overlay.json; the console; observed in golden/store#1 (2026)\n"
    );
}

#[test]
fn inspect_prints_dialects_and_their_resources() {
    let run = xtask(&["inspect", "terraform"]);
    assert!(
        run.out.starts_with("dialect terraform: resources of the Terraform provider aws\n"),
        "{}",
        run.out
    );
    assert!(run.out.contains("\n     22 resources\n      2 resources left out\n"), "{}", run.out);
    let run = xtask(&["inspect", "aws_cloudfront_function"]);
    assert!(run.out.contains("\n    code required: FunctionCode blob\n"), "{}", run.out);
    assert!(run.out.contains("\n    supplied FunctionConfig.Comment: \"\"\n"), "{}", run.out);
    let run = xtask(&["inspect", "aws_cloudfront_functoin"]);
    assert!(run.err.contains("did you mean `aws_cloudfront_function`?"), "{}", run.err);
}

#[test]
fn inspect_prints_operations_and_errors_of_the_committed_model() {
    let run = xtask(&["inspect", "UpdateStreamingDistribution"]);
    assert!(run.out.starts_with("operation UpdateStreamingDistribution\n"), "{}", run.out);
    assert!(run.out.contains("  error   412 PreconditionFailed\n"), "{}", run.out);
    let run = xtask(&["inspect", "NoSuchStreamingDistribution"]);
    assert!(run.out.contains("  status  404 by Client\n"), "{}", run.out);
    let run = xtask(&["inspect", "CacheBehavior"]);
    let assumed = "    default `86400` if ForwardedValues is set\n";
    assert!(run.out.contains(assumed) && run.out.contains("    default false\n"), "{}", run.out);
    for (name, line) in [
        ("GetDistribution", "\n  about   "),
        ("CacheBehavior", "\n  about   "),
        ("CacheBehavior", "\n    about "),
        ("PriceClass", "\n    about "),
        ("NoSuchStreamingDistribution", "\n  about   "),
    ] {
        let run = xtask(&["inspect", name]);
        assert!(run.out.contains(line), "{}", run.out);
    }
    let run = xtask(&["inspect", "NoSuchShape"]);
    assert!(!run.success);
    assert!(
        run.err.starts_with("error: there is no shape or operation `NoSuchShape`\n  help: "),
        "{}",
        run.err
    );
}

#[test]
fn misspelt_names_get_a_suggestion() {
    let out = path(&directory("misspelt")).to_owned();
    let cases: [(&[&str], &str); 5] = [
        (&["codegn"], "a similar subcommand exists: 'codegen'"),
        (&["codegen", "--chek"], "a similar argument exists: '--check'"),
        (
            &["codegen", "--operation", "UpdateDistributoin", "--out", &out],
            "did you mean `UpdateDistribution`?",
        ),
        (&["inspect", "distributionconfig"], "did you mean `DistributionConfig`?"),
        (&["ci", "test"], "did you mean `tests`?"),
    ];
    for (arguments, suggestion) in cases {
        let run = xtask(arguments);
        assert!(!run.success && run.out.is_empty(), "{}", run.out);
        assert!(run.err.starts_with("error: ") && run.err.contains(suggestion), "{}", run.err);
    }
}

#[test]
fn wrong_usage_exits_with_2_and_an_error() {
    let cases: [(&[&str], &str); 8] = [
        (&["generate"], "unrecognized subcommand 'generate'"),
        (&["codegen", "--frobnicate"], "unexpected argument '--frobnicate'"),
        (&["codegen", "--model", "m.json"], "--out <DIR>"),
        (&["codegen", "--docs"], "--model <FILE>"),
        (&["codegen", "--out"], "a value is required for '--out <DIR>'"),
        (&["import"], "<FILE>"),
        (&["inspect"], "<NAME>"),
        (&["tidy", "now"], "unexpected argument 'now'"),
    ];
    for (arguments, message) in cases {
        let run = xtask(arguments);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.starts_with("error: ") && run.err.contains(message), "{}", run.err);
        assert!(run.err.contains("try '--help'"), "{}", run.err);
    }
    assert_eq!(xtask(&["inspect", "NoSuchShape"]).code, Some(1));
}

#[test]
fn missing_files_are_errors_with_their_path() {
    let (model, out) = (golden("structure"), directory("no_such_file"));
    let (model, out) = (path(&model), path(&out));
    let cases: [&[&str]; 3] = [
        &["codegen", "--model", model, "--overlay", "nope.json", "--out", out],
        &["codegen", "--model", "nope.json", "--out", out],
        &["inspect", "Book", "--model", "nope.json"],
    ];
    for arguments in cases {
        assert_eq!(xtask(arguments).err, "error: nope.json: no such file\n");
    }
}

#[test]
fn the_gate_lists_the_steps_that_did_not_run() {
    let repository = directory("gate").join("repository");
    std::fs::create_dir_all(&repository).expect("directories can be made");
    let git = |arguments: &[&str]| {
        let run = Command::new("git").args(arguments).current_dir(&repository).output();
        assert!(run.expect("git can be run").status.success());
    };
    git(&["init", "--quiet"]);
    git(&[
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.c",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message=a",
    ]);
    let run = xtask_in(&repository, &["ci", "semver", "tests-data"]);
    let wanted =
        "\n== not run: semver (no release is tagged yet), tests-data (no data set)\n\n== passed in 0:0";
    assert!(run.success && run.out.contains(wanted), "{}{}", run.out, run.err);
    assert!(run.out.contains("NOT RUN: no release is tagged yet"), "{}", run.out);
}

#[test]
fn every_command_has_help() {
    let commands = ["codegen", "import", "bump", "inspect", "ci", "tidy", "msrv", "fuzz", "build-cost"];
    let all = xtask(&["--help"]);
    for command in commands {
        assert!(all.success && all.out.contains(&format!("\n  {command} ")), "{}", all.out);
        let run = xtask(&[command, "--help"]);
        let usage = format!("\n\nUsage: cargo xtask {command}");
        assert!(run.success && run.out.contains(&usage), "{}", run.out);
    }
}
