//! Reading that reports unknown members.

use super::shapes::*;
use shapewright_runtime::{Strict, WithUnknown, deserialize_into_strict};

const UNKNOWN: &str = r#"{"Aliases":{"Items":[],"New":{"Deep":1}},"a/b":1,"Origins":{"Items":[{},{"Old":1}]},
    "Source":{"Future":1},"Tags":{"k":{"Odd":1}}}"#;

/// Reads JSON strictly.
fn strict(json: &str) -> Result<Config, String> {
    serde_json::from_str::<Strict<Config>>(json).map(|read| read.0).map_err(|error| error.to_string())
}

#[test]
fn unknown_members_are_collected_with_pointers() {
    let read: WithUnknown<Config> = serde_json::from_str(UNKNOWN).expect("valid");
    let expected = ["/Aliases/New", "/a~1b", "/Origins/Items/1/Old", "/Source/Future", "/Tags/k/Odd"];
    assert_eq!(
        (read.unknown.pointers.as_slice(), read.unknown.count),
        (expected.map(str::to_owned).as_slice(), 5)
    );
    assert!(read.unknown.is_complete() && !read.unknown.is_empty());
    assert_eq!(serde_json::from_str::<Config>(UNKNOWN).expect("valid"), read.value);
}

#[test]
fn strict_reading_fails_at_the_first_unknown_member() {
    let error = "unknown member /Aliases/New, expected one of Quantity, Items at line 1 column 28";
    assert_eq!(strict(UNKNOWN), Err(error.into()));
    let error = "unknown member /Source/Future, expected one of S3, Aliases, Inline at line 1 column 19";
    assert_eq!(strict(r#"{"Source":{"Future":1}}"#), Err(error.into()));
    let error = "unknown member /Tags/k/Odd, expected one of Quantity, Items at line 1 column 19";
    assert_eq!(strict(r#"{"Tags":{"k":{"Odd":1}}}"#), Err(error.into()));
    let empty = serde_json::from_str::<Strict<Empty>>(r#"{"a":1}"#).map_err(|error| error.to_string());
    assert_eq!(empty, Err("unknown member /a, expected none at line 1 column 4".into()));
    let known = r#"{"Aliases":{"Quantity":1},"Extra":{"any":1},"Tags":{"k":{"Items":["a"]}}}"#;
    assert_eq!(strict(known), Ok(serde_json::from_str(known).expect("valid")));
}

#[test]
fn structures_of_a_type_known_only_at_run_time_are_read_strictly() {
    let mut aliases = Aliases::default();
    let json = r#"{"Quantity":1,"items":[]}"#;
    let error = deserialize_into_strict(&mut aliases, &mut serde_json::Deserializer::from_str(json));
    assert!(
        error.is_err_and(|error| error.to_string().starts_with("unknown member /items, expected one of"))
    );
    assert_eq!(aliases.quantity, Some(1));
}

#[test]
fn repeated_names_are_errors_of_lenient_reading_too() {
    for (json, error) in [
        (
            r#"{"Tags":{"k":{"Quantity":1},"k":{"Quantity":2}}}"#,
            "duplicate key for /Tags/k at line 1 column 32",
        ),
        (r#"{"Enabled":true,"Enabled":true}"#, "duplicate member /Enabled at line 1 column 25"),
        (r#"{"Enabled":null,"Enabled":true}"#, "duplicate member /Enabled at line 1 column 25"),
        (r#"{"Enabled":true,"Enabled":null}"#, "duplicate member /Enabled at line 1 column 25"),
        (r#"{"Aliases":{},"Aliases":{}}"#, "duplicate member /Aliases at line 1 column 23"),
        (r#"{"Source":{"Inline":"a","Inline":"b"}}"#, "duplicate member /Source/Inline at line 1 column 32"),
        (r#"{"Source":{"Inline":null,"Inline":"b"}}"#, "duplicate member /Source/Inline at line 1 column 33"),
        (r#"{"Extra":{"a":[{"b":1,"b":1}]}}"#, "duplicate key at line 1 column"),
    ] {
        for found in [strict(json), serde_json::from_str(json).map_err(|error| error.to_string())] {
            let found = found.expect_err(json);
            assert!(found.starts_with(error), "{json}\n  {found}\n  {error}");
        }
    }
    // An unknown member may be repeated, as in types that derive Deserialize.
    assert!(serde_json::from_str::<Config>(r#"{"New":1,"New":2}"#).is_ok());
}

#[test]
fn collected_pointers_are_limited() {
    let many: String = (0..100_000).map(|index| format!("\"unknown {index}\":0,")).collect();
    let json = format!("{{{many}\"Enabled\":true}}");
    let read: WithUnknown<Config> = serde_json::from_str(&json).expect("valid");
    assert_eq!((read.unknown.count, read.unknown.pointers.len()), (100_000, 1_000));
    assert!(!read.unknown.is_complete());
    let long = "k".repeat(100_000);
    let json = format!("{{\"Tags\":{{\"{long}\":{{{many}\"Quantity\":1}}}}}}");
    let read: WithUnknown<Config> = serde_json::from_str(&json).expect("valid");
    assert_eq!((read.unknown.count, read.unknown.pointers.len()), (100_000, 1));
}
