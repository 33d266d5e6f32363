//! The other commands, and what is said about those that do not exist.

mod common;

use std::fs;

use common::{directory, golden, path, root, xtask};

#[test]
fn inspect_tells_limits_and_where_they_come_from() {
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
         member  Name: string as name\n    \
         length 1 to 64 [BadVersion] (known) from StoreConfig$Name in \
         codegen/tests/golden/quantity/overlay.json; the console\n"
    );
}

#[test]
fn inspect_knows_operations_and_errors_of_the_committed_model() {
    let run = xtask(&["inspect", "UpdateStreamingDistribution"]);
    assert!(run.out.starts_with("operation UpdateStreamingDistribution\n"), "{}", run.out);
    assert!(run.out.contains("  error   412 PreconditionFailed\n"), "{}", run.out);
    let run = xtask(&["inspect", "NoSuchStreamingDistribution"]);
    assert!(run.out.contains("  status  404 by Sender\n"), "{}", run.out);
    let run = xtask(&["inspect", "CacheBehavior"]);
    let assumed = "    assumed to be `86400` where ForwardedValues is given\n";
    assert!(run.out.contains(assumed) && run.out.contains("    default false\n"), "{}", run.out);
    let run = xtask(&["inspect", "NoSuchShape"]);
    assert!(!run.success);
    assert!(
        run.err.starts_with("error: no shape or operation is called `NoSuchShape`\n  help: "),
        "{}",
        run.err
    );
}

#[test]
fn import_refuses_what_is_no_model() {
    let directory = directory("garbage");
    let model = fs::read(root().join("model/cloudfront/model.json")).expect("there is a model");
    let lock = fs::read(root().join("model/lock.toml")).expect("there is a lock file");
    let cases: [(&str, &[u8], &str); 4] = [
        ("garbage.json", b"garbage", "not JSON: "),
        ("empty.json", b"{}", "neither a Smithy JSON AST "),
        ("broken.json.gz", b"\x1f\x8bgarbage", "not a whole gzip file"),
        ("service.json", b"{\"smithy\": \"2.0\", \"shapes\": {}}", "the model has no service"),
    ];
    for (name, bytes, message) in cases {
        let file = directory.join(name);
        fs::write(&file, bytes).expect("files can be written");
        let run = xtask(&["import", path(&file), "--package", "none", "--version", "0"]);
        assert!(!run.success && run.err.starts_with("error: ") && run.err.contains(message), "{}", run.err);
    }
    let run = xtask(&["import", path(&directory.join("absent.json")), "--package", "none", "--version", "0"]);
    assert!(!run.success && run.err.contains("absent.json: "), "{}", run.err);
    assert_eq!(fs::read(root().join("model/cloudfront/model.json")).expect("there is a model"), model);
    assert_eq!(fs::read(root().join("model/lock.toml")).expect("there is a lock file"), lock);
}

#[test]
fn what_is_not_understood_is_answered_with_help() {
    let cases: [(&[&str], &str); 9] = [
        (&["generate"], "error: there is no command `generate`"),
        (&["--frobnicate"], "error: invalid option '--frobnicate'"),
        (&["codegen", "--frobnicate"], "error: invalid option '--frobnicate'"),
        (&["codegen", "--model", "m.json"], "error: --model and --operation write crates of their own"),
        (&["codegen", "--docs"], "error: --docs and --overlay belong to --model FILE"),
        (&["codegen", "--out"], "error: missing argument for option '--out'"),
        (&["import"], "error: give the upstream model: import FILE"),
        (&["inspect"], "error: give the name of a shape or operation"),
        (&["tidy", "now"], "error: unexpected argument \"now\""),
    ];
    for (arguments, message) in cases {
        let run = xtask(arguments);
        assert!(!run.success && run.out.is_empty());
        assert!(run.err.starts_with(message), "{}", run.err);
        assert!(run.err.contains("\n\nUsage: cargo xtask <command>\n"), "{}", run.err);
    }
    for arguments in [&[][..], &["help"], &["--help"], &["-h"]] {
        let run = xtask(arguments);
        assert!(run.success && run.out.starts_with("Usage: cargo xtask <command>\n"), "{}", run.err);
    }
}
