//! Errors of building have the JSON Pointer of the member that cannot be sent.

use std::collections::BTreeMap;

use shapewright_http::{Binding, Body, Location, Message, Service, element, elements};
use shapewright_runtime::{Document, members, union};

/// A union.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Kind {
    Text(String),
    #[default]
    Unknown,
}

union! { Kind else Unknown { "Text" => Text } }

/// A structure with every kind of member.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Config {
    header: Option<String>,
    comment: Option<String>,
    words: Option<Vec<String>>,
    tags: Option<BTreeMap<String, String>>,
    kind: Option<Kind>,
    inner: Option<Box<Config>>,
    id: Option<String>,
    data: Option<Document>,
}

members! { Config {
    "Header" => header, "Comment" => comment, "Words" => words, "Tags" => tags, "Kind" => kind,
    "Inner" => inner, "Id" => id, "Data" => data,
} }

elements! { KIND { "Text" } }
elements! { CONFIG with attributes {
    _, "Comment", ("Word" flat ["Word"]), "Tags" {"entry", "key", "value"}, "Kind" => KIND,
    "Inner" => CONFIG, ("id" as attribute), "Data",
} }

static SERVICE: Service = Service::new("Invalid");

const LOCATIONS: &[Location] = &[
    Location::Header("x-header"),
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
    Location::Document,
];

static PUT: Binding = Binding::new(&SERVICE).name("Put").http("PUT", "/").input(
    Message::new("Config")
        .members(LOCATIONS)
        .body(Body::Document { root: element!("Config" => CONFIG), required: true }),
);

/// A structure whose only member is the payload.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Request {
    config: Option<Config>,
}

members! { Request { "Config" => config } }

static POST: Binding = Binding::new(&SERVICE).name("Post").http("POST", "/").input(
    Message::new("Request")
        .members(&[Location::Payload])
        .body(Body::Payload { root: element!("Config" => CONFIG), required: true }),
);

const BAD: &str = "a\u{1}";

/// Configurations that cannot be sent, each with the pointer of the error.
fn invalid_configs() -> Vec<(Config, &'static str)> {
    let text = || Some(BAD.to_owned());
    let good = || Some("a".to_owned());
    let config = |comment| Config { comment, ..Config::default() };
    vec![
        (config(text()), "/Comment"),
        (Config { words: Some(vec!["a".into(), BAD.into()]), ..config(good()) }, "/Words/1"),
        (Config { tags: Some([("a/b".into(), BAD.into())].into()), ..config(good()) }, "/Tags/a~1b"),
        (Config { kind: Some(Kind::Text(BAD.into())), ..config(good()) }, "/Kind/Text"),
        (Config { inner: Some(Box::new(config(text()))), ..config(good()) }, "/Inner/Comment"),
        (Config { id: text(), comment: text(), ..Config::default() }, "/Id"),
        (Config { data: Some(Document::Null), ..config(good()) }, "/Data"),
    ]
}

#[test]
fn errors_have_the_pointer_of_the_first_member_that_cannot_be_sent() {
    for (config, pointer) in invalid_configs() {
        let error = PUT.build_request(&config).expect_err(pointer);
        assert_eq!(error.pointer(), pointer, "{error}");
        let error = POST.build_request(&Request { config: Some(config) }).expect_err(pointer);
        assert_eq!(error.pointer(), format!("/Config{pointer}"), "{error}");
    }
    let (config, _) = invalid_configs().remove(0);
    let error = POST.build_request(&Request { config: Some(config) }).map_err(|error| error.to_string());
    assert_eq!(error.err().as_deref(), Some("/Config/Comment: U+0001 is not allowed in XML: remove it"));
}

#[test]
fn errors_have_the_pointer_of_a_member_in_a_header() {
    let config = Config { header: Some("a\nb".into()), ..Config::default() };
    let error = PUT.build_request(&config).map_err(|error| error.to_string());
    let expected = "/Header: a header cannot hold control characters: remove them";
    assert_eq!(error.err().as_deref(), Some(expected));
}
