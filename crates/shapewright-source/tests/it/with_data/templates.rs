//! CloudFormation templates as people published them: all are read, and JSON has the values that serde_json reads.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shapewright_source::{Format, decode, detect};

use crate::support::{check_places, limits, value};

/// The folder of the data set, as in the tests of the workspace: from its root, `../shared`.
fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(env::var_os("SHAPEWRIGHT_DATA").unwrap_or_else(|| "../shared".into()))
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn published_templates_are_read() {
    let templates = folder().join("real/templates");
    let entries = fs::read_dir(&templates).unwrap_or_else(|error| panic!("{}: {error}", templates.display()));
    let (mut count, mut duplicates) = (0, 0);
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        let source = decode(name.clone(), fs::read(&path).expect("a file")).expect("text");
        let text = source.text().to_owned();
        let format = detect(&source).format.expect("a format");
        let parsed = format.parse(source, &limits());
        check_places(&parsed, &text);
        assert_eq!(parsed.trees.len(), 1, "{name}");
        // Some templates that CloudFormation took have a key twice; nothing else is wrong with any.
        assert!(
            parsed.faults.iter().all(|fault| fault.id.ends_with("-duplicate-key")),
            "{name}: {:?}",
            parsed.faults
        );
        if format == Format::Json {
            let expected: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(value(parsed.trees[0].root()), expected, "{name}");
        }
        (count, duplicates) = (count + 1, duplicates + parsed.faults.len());
    }
    assert!(count >= 154, "{count} templates");
    assert!(duplicates >= 5, "{duplicates} keys that are there twice");
}
