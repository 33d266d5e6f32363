//! `cargo xtask import-format`: schemas of tools as they are written, their origin, and invalid ones.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{Outcome, directory, golden, path, xtask_in};

const CLOUDFORMATION: &str = r##"{"AWS::Golden::Thing": {
    "type": "object", "required": ["Name"], "readOnlyProperties": ["/properties/Id", "/properties/Parts/*/State"],
    "createOnlyProperties": ["/properties/Open"],
    "definitions": {"Part":
        {"type": "object", "properties": {"Size": {"type": "integer"}, "State": {"type": "string"}}}},
    "properties": {"Id": {"type": "string"}, "Name": {"type": "string"}, "Open": {"type": "boolean"},
        "Parts": {"type": "array", "items": {"$ref": "#/definitions/Part"}}}
}}"##;

const TERRAFORM: &str = r#"{"aws_golden_thing": {"version": 0, "block": {
    "attributes": {"id": {"computed": true, "type": "string"}, "name": {"required": true, "type": "string"},
        "size": {"computed": true, "optional": true, "type": "number"},
        "tags": {"optional": true, "type": ["map", "string"]},
        "seen": {"computed": true, "type": ["list", ["object", {"at": "string"}]]}},
    "block_types": {
        "part": {"nesting_mode": "set", "min_items": 1,
            "block": {"attributes": {"open": {"optional": true, "type": "bool"}}}},
        "timeouts": {"nesting_mode": "single",
            "block": {"attributes": {"create": {"optional": true, "type": "string"}}}}}
}}}"#;

#[test]
fn schemas_of_both_tools_are_written_in_one_form() {
    let repository = repository("written");
    let run = import(&repository, "cloudformation", CLOUDFORMATION);
    assert!(run.success, "{}", run.err);
    assert_eq!(run.out, "golden: 1 resources of cloudformation\n\nnext: cargo xtask codegen\n");
    let written =
        |name: &str| fs::read_to_string(repository.join("model").join(name)).expect("it was written");
    assert_eq!(
        written("golden/formats/cloudformation.json"),
        r#"{
  "dialect": "cloudformation",
  "resources": {
    "AWS::Golden::Thing": {
      "Id": {"readOnly": true, "type": "string"},
      "Name": {"required": true, "type": "string"},
      "Open": {"createOnly": true, "type": "boolean"},
      "Parts": {
        "of": {
          "properties": {"Size": {"type": "number"}, "State": {"readOnly": true, "type": "string"}},
          "type": "object"
        },
        "type": "list"
      }
    }
  }
}
"#
    );
    assert!(import(&repository, "terraform", TERRAFORM).success);
    assert_eq!(
        written("golden/formats/terraform.json"),
        r#"{
  "dialect": "terraform",
  "resources": {
    "aws_golden_thing": {
      "id": {"readOnly": true, "type": "string"},
      "name": {"required": true, "type": "string"},
      "part": {
        "of": {
          "properties": {"open": {"type": "boolean"}},
          "type": "object"
        },
        "required": true,
        "type": "list"
      },
      "seen": {
        "of": {
          "properties": {"at": {"type": "string"}},
          "type": "object"
        },
        "readOnly": true,
        "type": "list"
      },
      "size": {"type": "number"},
      "tags": {"of": {"type": "string"}, "type": "map"},
      "timeouts": {
        "properties": {"create": {"type": "string"}},
        "type": "object"
      }
    }
  }
}
"#
    );
    let lock = written("lock.toml");
    assert!(lock.contains("[golden.formats.terraform]\npackage = \"tool\"\nversion = \"7\"\n"), "{lock}");
    // A newer model keeps the origins of schemas.
    let model = golden("structure");
    let run = xtask_in(&repository, &["import", path(&model), "--package", "mine", "--version", "8"]);
    assert!(run.success, "{}", run.err);
    assert!(written("lock.toml").contains("[golden.formats.cloudformation]"), "{}", written("lock.toml"));
}

#[test]
fn invalid_schemas_are_errors_and_write_nothing() {
    let repository = repository("invalid");
    let cases = [
        ("cloudformation", "[]", "not an object of schemas by type of resource"),
        ("cloudformation", "{", "EOF while parsing"),
        (
            "cloudformation",
            r#"{"A": {"properties": {"B": {"type": "null"}}}}"#,
            "A: /properties/B: the type \"null\" is not supported",
        ),
        (
            "cloudformation",
            r##"{"A": {"properties": {"B": {"$ref": "#/definitions/C"}}}}"##,
            "A: /properties/B: no `#/definitions/C`",
        ),
        (
            "cloudformation",
            r##"{"A": {"definitions": {"C": {"type": "object", "properties": {"D": {"$ref": "#/definitions/C"}}}},
                "properties": {"B": {"$ref": "#/definitions/C"}}}}"##,
            "A: /properties/B/D: `#/definitions/C` contains itself, which is not supported",
        ),
        ("terraform", r#"{"a": {}}"#, "a: no `block`"),
        (
            "terraform",
            r#"{"a": {"block": {"attributes": {"b": {"type": ["tuple", ["string"]]}}}}}"#,
            "a: b: the type [\"tuple\",[\"string\"]] is not supported",
        ),
        (
            "terraform",
            r#"{"a": {"block": {"block_types": {"b": {"nesting_mode": "map", "block": {}}}}}}"#,
            "a: b: the nesting mode `map` is not supported",
        ),
    ];
    for (tool, text, message) in cases {
        let run = import(&repository, tool, text);
        assert!(!run.success && run.err.contains(message), "{message}: {}", run.err);
    }
    assert!(!repository.join("model/golden/formats").exists());
}

/// Imports schemas with this text.
fn import(repository: &Path, tool: &str, text: &str) -> Outcome {
    let file = repository.join("schemas.json");
    fs::write(&file, text).expect("files can be written");
    xtask_in(repository, &["import-format", tool, path(&file), "--package", "tool", "--version", "7"])
}

/// Returns a repository with a model.
fn repository(test: &str) -> PathBuf {
    let directory = directory(&format!("import_format_{test}"));
    fs::create_dir_all(directory.join("model")).expect("directories can be made");
    let run =
        xtask_in(&directory, &["import", path(&golden("structure")), "--package", "mine", "--version", "1"]);
    assert!(run.success, "{}", run.err);
    directory
}
