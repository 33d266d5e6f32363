//! `shapewright diff`: documents are compared by what they mean.

mod left_out;

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::common::{run, update_streaming_distribution, valid_requests, with};

/// Writes a file for a test, and returns its path.
fn file(name: &str, text: &str) -> String {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("diff");
    fs::create_dir_all(&directory).expect("writable");
    let path = directory.join(name);
    fs::write(&path, text).expect("writable");
    path.to_str().expect("UTF-8").to_owned()
}

/// What the command prints for two files, and its exit status.
fn diff(arguments: &[&str]) -> (String, i32) {
    let output = run(&[&["diff"], arguments].concat(), "");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code().expect("it ends"))
}

/// The lines about two values.
fn lines(name: &str, old: &Value, new: &Value) -> Vec<String> {
    let [old, new] = [("old", old), ("new", new)]
        .map(|(side, value)| file(&format!("{name}-{side}.json"), &value.to_string()));
    let (text, status) = diff(&[&old, &new]);
    assert_eq!(status, i32::from(!text.is_empty()), "{text}");
    text.lines().map(str::to_owned).collect()
}

fn key_group(items: &[&str]) -> Value {
    json!({ "KeyGroupConfig": { "Name": "keys", "Items": items } })
}

#[test]
fn changed_added_and_removed_values_are_listed() {
    let old = update_streaming_distribution();
    let config = |name: &str| format!("/StreamingDistributionConfig/{name}");
    let new = with(
        old.clone(),
        &[(&config("Enabled"), json!(false)), (&config("PriceClass"), json!("PriceClass_All"))],
    );
    assert_eq!(
        lines("changed", &old, &new),
        [
            "/StreamingDistributionConfig/PriceClass: \"PriceClass_100\" -> \"PriceClass_All\"",
            "/StreamingDistributionConfig/Enabled: true -> false",
        ]
    );
    assert_eq!(
        lines("removed", &key_group(&["K1", "K2"]), &key_group(&["K2"])),
        ["/KeyGroupConfig/Items/0: \"K1\" -> \"K2\"", "/KeyGroupConfig/Items/1: \"K2\" -> absent",]
    );
}

/// Every valid request is the same as itself, in all forms.
#[test]
fn requests_are_the_same_as_themselves() {
    let mut count = 0;
    for (path, operation, params) in valid_requests() {
        if params.as_object().is_none_or(|params| params.is_empty()) {
            continue;
        }
        let pretty = file("pretty.json", &format!("{params:#}"));
        let compact = file("compact.json", &params.to_string());
        let (text, status) = diff(&["--operation", &operation, &pretty, &compact]);
        assert_eq!((text.as_str(), status), ("", 0), "{path}");
        count += 1;
    }
    assert!(count > 50, "{count} requests");
}

/// Formats make no difference.
#[test]
fn formats_are_compared_by_meaning() {
    let json = file("group.json", &key_group(&["K1"]).to_string());
    let yaml = file("group.yaml", "KeyGroupConfig:\n  Name: keys # the same\n  Items: [K1]\n");
    let xml = file(
        "group.xml",
        "<KeyGroupConfig><Name>keys</Name><Items><PublicKey>K1</PublicKey></Items></KeyGroupConfig>",
    );
    assert_eq!(diff(&[&json, &yaml]), (String::new(), 0));
    assert_eq!(diff(&[&json, &xml]), (String::new(), 0));
    let other = file(
        "other.xml",
        "<KeyGroupConfig><Name>key</Name><Items><PublicKey>K1</PublicKey></Items></KeyGroupConfig>",
    );
    assert_eq!(diff(&[&yaml, &other]), ("/KeyGroupConfig/Name: \"keys\" -> \"key\"\n".to_owned(), 1));
}

/// What an update may not change is said.
#[test]
fn forbidden_changes_are_named() {
    let old = update_streaming_distribution();
    let new = with(old.clone(), &[("/StreamingDistributionConfig/CallerReference", json!("other"))]);
    let found = lines("forbidden", &old, &new);
    assert_eq!(
        found,
        [
            "/StreamingDistributionConfig/CallerReference: \"2026-11-20\" -> \"other\"",
            "  error[IllegalUpdate]: an update cannot change it",
            "    rule streaming-distribution-config-caller-reference-immutable",
        ]
    );
}

/// A configuration alone and an update have the configuration in common.
#[test]
fn requests_of_different_operations_are_compared_where_they_agree() {
    let update = update_streaming_distribution();
    let config = with(update["StreamingDistributionConfig"].clone(), &[("/Enabled", json!(false))]);
    assert_eq!(
        lines("operations", &config, &update),
        [
            "StreamingDistributionConfig of CreateStreamingDistribution and of UpdateStreamingDistribution",
            "/StreamingDistributionConfig/Enabled: false -> true",
        ]
    );
}

/// The order of texts that are counted, and of elements with a key, has no meaning.
#[test]
fn order_without_a_meaning_is_no_difference() {
    let (_, _, old) = valid_requests()
        .into_iter()
        .find(|(path, ..)| path.ends_with("behaviors-site.json"))
        .expect("it is in the repository");
    let mut new = old.clone();
    let config = new["DistributionConfig"].as_object_mut().expect("an object");
    let mut reversed = 0;
    for pointer in ["/Origins/Items", "/Aliases/Items", "/DefaultCacheBehavior/AllowedMethods/Items"] {
        let mut list = &mut config[pointer.split('/').nth(1).expect("a member")];
        for step in pointer.split('/').skip(2) {
            list = &mut list[step];
        }
        if let Some(items) = list.as_array_mut() {
            reversed += usize::from(items.len() > 1);
            items.reverse();
        }
    }
    assert!(reversed > 1, "{reversed} lists have several elements");
    assert_eq!(lines("order", &old, &new), Vec::<String>::new());
    let last = new["DistributionConfig"]["Origins"]["Items"].as_array().map_or(0, |items| items.len() - 1);
    let new = with(new, &[("/DistributionConfig/Origins/Items/0/OriginPath", json!("/other"))]);
    let found = lines("moved", &old, &new);
    let start = format!("/DistributionConfig/Origins/Items/{last}/OriginPath: ");
    assert!(found.len() == 1 && found[0].starts_with(&start), "{found:?}");
}

#[test]
fn sensitive_values_are_not_shown() {
    let function = |code: &str| {
        json!({
            "Name": "a", "FunctionConfig": { "Comment": "", "Runtime": "cloudfront-js-2.0" }, "FunctionCode": code,
        })
    };
    let found = lines("sensitive", &function("b2xk"), &function("bmV3"));
    assert_eq!(found, ["/FunctionCode: \"<redacted>\" -> \"<redacted>\""]);
}

#[test]
fn comparisons_as_json() {
    let old = file("json-old.json", &key_group(&["K1"]).to_string());
    let new = file("json-new.json", &key_group(&["K1", "K2"]).to_string());
    let (text, status) = diff(&["--format", "json", &old, &new]);
    let comparison: Value = serde_json::from_str(&text).expect("JSON");
    let expected = json!({ "version": 1, "same": false, "requests": [{
        "resource": null, "old_operation": "CreateKeyGroup", "new_operation": "CreateKeyGroup",
        "structure": "CreateKeyGroupRequest", "only_old": [], "only_new": [],
        "changes": [{
            "pointer": "/KeyGroupConfig/Items/1", "new": "K2",
            "unknown": false, "default_if": null, "forbidden_by": null, "replaces": null,
        }],
    }] });
    assert_eq!((comparison, status), (expected, 1));
}

/// What cannot be read has its place, and is neither the same nor different.
#[test]
fn files_that_cannot_be_read() {
    let good = file("good.json", &key_group(&["K1"]).to_string());
    let missing = good.replace("good.json", "missing.json");
    let directory = good.replace("/good.json", "");
    for (bad, message) in [
        (file("bad.json", "{"), "bad.json:1:2: the text ends inside an object; "),
        (file("member.json", r#"{"KeyGroupConfig": {"Name": "a", "Itmes": []}}"#), "did you mean Items?"),
        (file("other.json", r#"{"a": 1}"#), "other.json: it has no request: "),
        (missing, "missing.json: "),
        (directory, "diff: it is a directory; "),
    ] {
        for arguments in [["diff", &bad, &good], ["diff", &good, &bad]] {
            let output = run(&arguments, "");
            assert_eq!(output.status.code(), Some(2), "{bad}");
            assert!(output.stdout.is_empty(), "{bad}");
            let error = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(error.starts_with("error: ") && error.contains(message), "{error}");
        }
    }
}

#[test]
fn standard_input_can_be_one_of_the_files() {
    let old = file("stdin.json", &key_group(&["K1"]).to_string());
    let output = run(&["diff", &old, "-"], key_group(&["K1"]).to_string());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}
