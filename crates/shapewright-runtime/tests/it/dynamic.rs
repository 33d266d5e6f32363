//! Structures whose type is known only at run time: JSON and quantities.

use crate::shapes::{Aliases, Config, Origins, S3Origin};
use shapewright_runtime::{FixQuantities, Structure, collect_unknown_into, deserialize_into};

/// Reads JSON into an empty structure.
fn read(structure: &mut dyn Structure, json: &str) -> Result<(), String> {
    deserialize_into(structure, &mut serde_json::Deserializer::from_str(json))
        .map_err(|error| error.to_string())
}

/// Writes JSON.
fn write(structure: &dyn Structure) -> String {
    serde_json::to_string(structure).expect("writable")
}

#[test]
fn json_is_read_and_written() {
    let mut structures: [Box<dyn Structure>; 2] =
        [Box::new(Config::default()), Box::new(S3Origin::default())];
    let documents = [r#"{"Aliases":{"Quantity":1,"Items":["a"]},"Enabled":false}"#, r#"{"DomainName":""}"#];
    for (structure, json) in structures.iter_mut().zip(documents) {
        assert_eq!(read(&mut **structure, json), Ok(()));
        assert_eq!(write(&**structure), json);
        let value: serde_json::Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(serde_json::to_value(&**structure).expect("writable"), value);
    }
}

#[test]
fn typed_and_dynamic_forms_agree() {
    let config = Config { aliases: Some(["a", "b"].into()), ..Config::default() };
    assert_eq!(write(&config), serde_json::to_string(&config).expect("writable"));
    let mut same = Config::default();
    assert_eq!(read(&mut same, &write(&config)), Ok(()));
    assert_eq!(same, config);
}

#[test]
fn errors_have_a_pointer() {
    let mut config = Config::default();
    let error = read(&mut config, r#"{"Enabled":true,"Origins":{"Items":[{"DomainName":1}]}}"#);
    let expected =
        "invalid type: integer `1`, expected a string for /Origins/Items/0/DomainName at line 1 column 51";
    assert_eq!(error, Err(expected.into()));
    assert_eq!(config.enabled, Some(true), "members read before the error are kept");
    assert_eq!(
        read(&mut config, r#"{"Enabled":true}"#),
        Err("duplicate member /Enabled at line 1 column 10".into())
    );
    assert!(read(&mut Aliases::default(), "[]").is_err());
}

#[test]
fn unknown_members_are_reported_with_pointers() {
    let mut origins = Origins::default();
    let json = r#"{"Items":[{"New":{"Deep":1}}],"a/b":null}"#;
    let unknown = collect_unknown_into(&mut origins, &mut serde_json::Deserializer::from_str(json));
    assert_eq!(unknown.expect("readable").pointers, ["/Items/0/New", "/a~1b"]);
    assert_eq!(origins.items, Some(vec![S3Origin::default()]));
}

#[test]
fn quantities_are_fixed() {
    let mut config =
        Config { aliases: Some(["a"].into()), origins: Some(Origins::default()), ..Config::default() };
    let structure: &mut dyn Structure = &mut config;
    assert_eq!(structure.fix_quantities(), 1);
    assert_eq!(structure.fix_quantities(), 0);
    assert_eq!(config.origins.and_then(|origins| origins.quantity), Some(0));
}
