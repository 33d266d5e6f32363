//! Differences between two values.

use std::collections::BTreeMap;

use super::shapes::*;
use shapewright_runtime::{Document, Structure, diff};

/// Returns the differences as lines.
fn lines<T: Structure + ?Sized>(old: &T, new: &T) -> Vec<String> {
    diff(old, new).iter().map(ToString::to_string).collect()
}

#[test]
fn equal_values_have_no_differences() {
    let config = Config { ratio: Some(f64::NAN), aliases: Some(["a"].into()), ..Config::default() };
    assert_eq!(diff(&config, &config.clone()), []);
}

#[test]
fn members_are_set_changed_and_removed_in_model_order() {
    let old = Config { enabled: Some(true), min_ttl: Some(1), weight: Some(0.1), ..Config::default() };
    let new = Config {
        caller_reference: Some("a \"b\"\n\u{1}".into()),
        min_ttl: Some(2),
        weight: Some(0.5),
        ..Config::default()
    };
    let expected = [
        r#"/CallerReference: absent -> "a \"b\"\n\u0001""#,
        "/Enabled: true -> absent",
        "/MinTTL: 1 -> 2",
        "/Weight: 0.1 -> 0.5",
    ];
    assert_eq!(lines(&old, &new), expected);
    let json = serde_json::to_string(&diff(&old, &new)).expect("writable");
    assert!(
        json.contains(r#"{"pointer":"/Enabled","old":true},{"pointer":"/MinTTL","old":1,"new":2}"#),
        "{json}"
    );
}

#[test]
fn the_smallest_part_that_differs_is_reported() {
    let origin = |name: &str| S3Origin { domain_name: Some(name.into()), ..S3Origin::default() };
    let tags = |pairs: &[(&str, i32)]| {
        let tag = |(key, quantity): &(&str, i32)| {
            ((*key).to_owned(), Aliases { quantity: Some(*quantity), items: None })
        };
        Some(pairs.iter().map(tag).collect::<BTreeMap<_, _>>())
    };
    let old = Config {
        origins: Some([origin("a"), origin("b")].into()),
        source: Some(Source::S3(origin("s"))),
        tags: tags(&[("x/y", 1), ("z", 1)]),
        sparse: Some(vec![Some(1), None]),
        ..Config::default()
    };
    let new = Config {
        origins: Some([origin("a"), origin("c"), origin("d")].into()),
        source: Some(Source::S3(origin("t"))),
        tags: tags(&[("w", 1), ("x/y", 2)]),
        sparse: Some(vec![Some(1), Some(2)]),
        ..Config::default()
    };
    let expected = [
        "/Origins/Quantity: 2 -> 3",
        r#"/Origins/Items/1/DomainName: "b" -> "c""#,
        r#"/Origins/Items/2: absent -> {"DomainName":"d"}"#,
        r#"/Source/S3/DomainName: "s" -> "t""#,
        r#"/Tags/w: absent -> {"Quantity":1}"#,
        "/Tags/x~1y/Quantity: 1 -> 2",
        r#"/Tags/z: {"Quantity":1} -> absent"#,
        "/Sparse/1: null -> 2",
    ];
    assert_eq!(lines(&old, &new), expected);
    let inline = Config { source: Some(Source::Inline("i".into())), ..old.clone() };
    assert_eq!(lines(&old, &inline), [r#"/Source: {"S3":{"DomainName":"s"}} -> {"Inline":"i"}"#]);
}

#[test]
fn sensitive_values_are_compared_and_not_shown() {
    let login = |password: &str| Login { user: Some("me".into()), password: Some(password.into()) };
    assert_eq!(lines(&login("a"), &login("a")), [""; 0]);
    assert_eq!(lines(&login("a"), &login("b")), [r#"/Password: "<redacted>" -> "<redacted>""#]);
    assert_eq!(lines(&Login::default(), &login("b"))[1], r#"/Password: absent -> "<redacted>""#);
    let credentials = |password: &str, number: i32| Credentials {
        items: Some(vec![Credential::Password(password.into()), Credential::Number(number)]),
        login: Some(login(password)),
    };
    let expected = [
        r#"/Items/0: "<redacted>" -> "<redacted>""#,
        "/Items/1/Number: 1 -> 2",
        r#"/Login/Password: "<redacted>" -> "<redacted>""#,
    ];
    assert_eq!(lines(&credentials("hunter2", 1), &credentials("hunter3", 2)), expected);
    let added = lines(&Credentials::default(), &credentials("hunter2", 1)).concat();
    assert!(added.contains("me") && !added.contains("hunter"), "{added}");
}

#[test]
fn structures_of_different_shapes_differ_as_a_whole() {
    let (aliases, origin) = (Aliases::from(["a"]), S3Origin::default());
    let structures: [&dyn Structure; 2] = [&aliases, &origin];
    assert_eq!(lines(structures[0], structures[1]), [r#"{"Items":["a"],"Quantity":1} -> {}"#]);
}

#[test]
fn documents_are_shown_as_json() {
    let document = Document::Object(BTreeMap::from([
        (
            "a".to_owned(),
            Document::List(vec![Document::Null, Document::Boolean(true), Document::Integer(-1)]),
        ),
        ("b".to_owned(), Document::List(vec![Document::Float(f64::NAN), Document::Float(f64::NEG_INFINITY)])),
    ]));
    assert_eq!(document.to_string(), r#"{"a":[null,true,-1],"b":["NaN","-Infinity"]}"#);
}
