//! Shapes read from trees: beside serde, and everything that does not fit.

use std::collections::BTreeMap;

use shapewright_runtime::{Blob, Document, Timestamp, members, union};
use shapewright_source::{Options, Parsed, Reason, json, read, read_into, yaml};

use super::support::{limits, source};

#[derive(Clone, Debug, Default, PartialEq)]
struct Origin {
    id: Option<String>,
    port: Option<i32>,
    secret: Option<String>,
    inner: Option<Box<Origin>>,
}

members! { Origin { "Id" => id, "Port" => port, "Secret" => secret, "Inner" => inner } hiding { "Secret" } }

#[derive(Clone, Debug, Default, PartialEq)]
enum Choice {
    Text(String),
    Number(i32),
    #[default]
    Unknown,
}

union! { Choice else Unknown { "Text" => Text, "Number" => Number } }

#[derive(Clone, Debug, Default, PartialEq)]
struct Config {
    enabled: Option<bool>,
    ratio: Option<f64>,
    origins: Option<Vec<Origin>>,
    names: Option<Vec<String>>,
    tags: Option<BTreeMap<String, String>>,
    choice: Option<Choice>,
    code: Option<Blob>,
    time: Option<Timestamp>,
    any: Option<Document>,
}

members! { Config {
    "Enabled" => enabled, "Ratio" => ratio, "Origins" => origins, "Names" => names, "Tags" => tags,
    "Choice" => choice, "Code" => code, "Time" => time, "Any" => any,
} }

/// The value and what does not fit: the text that is underlined, the pointer and the message.
fn config(parsed: &Parsed, options: &Options) -> (Config, Vec<String>) {
    let tree = &parsed.trees[0];
    let mut config = Config::default();
    let reading = read_into(tree.root(), &mut config, options);
    let shown = reading.misfits.iter().map(|misfit| {
        assert!(!misfit.help.is_empty());
        // The pointer leads to the place.
        assert_eq!(tree.root().locate(&misfit.pointer).node.resolved(), tree.node(misfit.node).resolved());
        format!("{} {}: {}", tree.source().slice(misfit.span(tree)), misfit.pointer, misfit.message)
    });
    (config, shown.collect())
}

#[test]
fn values_are_those_that_serde_reads() {
    let text = r#"{
        "Enabled": true, "Ratio": 0.25, "Names": ["a", "b\n"], "Tags": {"k": "v"}, "Choice": {"Number": 3},
        "Origins": [{"Id": "x", "Port": 80, "Inner": {"Id": "y"}}, {}], "Code": "YQ==", "Time": "2026-11-30T15:40:00Z",
        "Any": {"a": [1, 1.5, null, "x", true]}
    }"#;
    let expected: Config = serde_json::from_str(text).expect("a configuration");
    for parse in [json::parse, yaml::parse] {
        let parsed = parse(source(text), &limits());
        assert_eq!(config(&parsed, &Options::default()), (expected.clone(), Vec::new()));
    }
    let parsed = json::parse(source("[[1], [], [2, 3]]"), &limits());
    let (lists, reading) = read::<Vec<Vec<i32>>>(parsed.trees[0].root(), &Options::default());
    assert_eq!((lists, reading.misfits), (Some(vec![vec![1], vec![], vec![2, 3]]), Vec::new()));
}

#[test]
fn what_does_not_fit_stays_absent() {
    let text = r#"{
        "enabled": true, "Ratio": "much", "Names": ["a", 7, "c"], "Tags": {"k": 1, "l": "m"},
        "Choice": {"Number": 1, "Text": "x"}, "Code": "*", "Time": "soon", "Any": null,
        "Origins": [{"Id": {"Ref": "x"}, "Port": 80.5}, 5, {"Port": 99999999999, "Other": [], "Secret": 12345}]
    }"#;
    let parsed = json::parse(source(text), &limits());
    let (read, misfits) = config(&parsed, &Options::default());
    assert_eq!(
        misfits,
        [
            "\"enabled\" /enabled: there is no member enabled",
            "\"much\" /Ratio: expected a number, found a string",
            "7 /Names/1: expected a string, found the number 7",
            "1 /Tags/k: expected a string, found the number 1",
            "\"Choice\" /Choice: expected one member, found Number, Text",
            "\"*\" /Code: the string is not base64",
            "\"soon\" /Time: the string is not a time in ISO 8601",
            "\"Id\" /Origins/0/Id: expected a string, found an object",
            "80.5 /Origins/0/Port: expected a whole number of at most 64 bits, found the number 80.5",
            "5 /Origins/1: expected an object, found the number 5",
            "99999999999 /Origins/2/Port: 99999999999 does not lie between -2147483648 and 2147483647",
            "\"Other\" /Origins/2/Other: there is no member Other",
            "12345 /Origins/2/Secret: expected a string, found a number",
        ]
    );
    // Elements keep their positions.
    assert_eq!(read.names, Some(vec!["a".to_owned(), String::new(), "c".to_owned()]));
    assert_eq!(read.origins.map(|origins| origins.len()), Some(3));
    assert_eq!(read.tags, Some(BTreeMap::from([("l".to_owned(), "m".to_owned())])));
    let few = read_into(parsed.trees[0].root(), &mut Config::default(), &{
        let mut options = Options::default();
        options.misfits = 3;
        options
    });
    assert_eq!((few.misfits.len(), few.omitted), (3, 10));
    assert_eq!(few.misfits[0].reason, Reason::UnknownMember);
}

#[test]
fn texts_can_stand_for_numbers_and_booleans() {
    let text = "Enabled: 'true'\nRatio: \"1e3\"\nNames: [1, true, 1.50]\nOrigins: [{Port: '80', Id: 12}, {Port: 0x1F}]";
    let parsed = yaml::parse(source(text), &limits());
    let mut options = Options::default();
    let (_, misfits) = config(&parsed, &options);
    assert_eq!(misfits.len(), 7, "{misfits:#?}");
    options.texts = true;
    let (read, misfits) = config(&parsed, &options);
    assert_eq!(misfits, Vec::<String>::new());
    assert_eq!((read.enabled, read.ratio), (Some(true), Some(1000.0)));
    assert_eq!(read.names, Some(["1", "true", "1.50"].map(str::to_owned).to_vec()));
    let ports: Vec<_> = read.origins.into_iter().flatten().map(|origin| origin.port).collect();
    assert_eq!(ports, [Some(80), Some(31)]);
    // Words of YAML 1.1 are for those who ask.
    let parsed = yaml::parse(source("Enabled: yes\nOrigins: [{Port: 0120}]\n"), &limits());
    let port = |config: Config| config.origins.and_then(|origins| origins[0].port);
    let (read, misfits) = config(&parsed, &Options::default());
    assert_eq!((read.enabled, misfits.len(), port(read)), (None, 1, Some(120)));
    options.yaml_1_1 = true;
    let (read, misfits) = config(&parsed, &options);
    assert_eq!((read.enabled, misfits.len(), port(read)), (Some(true), 0, Some(80)));
}

#[test]
fn whole_numbers_can_have_a_fraction_and_an_exponent() {
    let parsed = json::parse(
        source(r#"{"Origins": [{"Port": 80.0}, {"Port": 1.2e3}, {"Port": 80.5}, {"Port": 1e300}]}"#),
        &limits(),
    );
    let (_, misfits) = config(&parsed, &Options::default());
    assert_eq!(misfits.len(), 4, "{misfits:#?}");
    let mut options = Options::default();
    options.fractions = true;
    let (read, misfits) = config(&parsed, &options);
    let ports: Vec<_> = read.origins.into_iter().flatten().map(|origin| origin.port).collect();
    assert_eq!(ports, [Some(80), Some(1200), None, None]);
    assert_eq!(misfits.len(), 2, "{misfits:#?}");
}

#[test]
fn aliases_and_merge_keys_are_read_as_values() {
    let text = "Origins:\n- &a {Id: x, Port: no}\n- <<: *a\n  Id: y\n- *a\n";
    let parsed = yaml::parse(source(text), &limits());
    let (read, misfits) = config(&parsed, &Options::default());
    let ids: Vec<_> =
        read.origins.into_iter().flatten().map(|origin| origin.id.unwrap_or_default()).collect();
    assert_eq!(ids, ["x", "y", "x"]);
    let pointers: Vec<_> =
        misfits.iter().map(|misfit| misfit.split(':').next().unwrap_or_default()).collect();
    assert_eq!(pointers, ["no /Origins/0/Port", "no /Origins/1/Port", "no /Origins/2/Port"]);
}

#[test]
fn what_is_unknown_is_told_and_not_read() {
    let text = r#"{"Names": ["a", {"Ref": "B"}], "Enabled": {"Ref": "C"}, "Origins": {"Ref": "D"}}"#;
    let mut parsed = json::parse(source(text), &limits());
    let tree = &mut parsed.trees[0];
    for pointer in ["/Names/1", "/Enabled", "/Origins"] {
        let id = tree.root().locate(pointer).node.id();
        tree.mark_unknown(id, "Ref");
    }
    let mut config = Config::default();
    let reading = read_into(tree.root(), &mut config, &Options::default());
    assert_eq!(reading.misfits, Vec::new());
    let pointers: Vec<_> = reading.unknown.iter().map(|unknown| unknown.pointer.as_str()).collect();
    assert_eq!(pointers, ["/Names/1", "/Enabled", "/Origins"]);
    assert_eq!(config.names, Some(vec!["a".to_owned(), String::new()]));
    assert_eq!((config.enabled, config.origins), (None, None));
}

#[test]
fn deep_values_are_read() {
    let text = format!("{}{{}}{}", "{\"Inner\": ".repeat(200), "}".repeat(200));
    let parsed = json::parse(source(&text), &limits());
    let (read, reading) = read::<Origin>(parsed.trees[0].root(), &Options::default());
    let mut depth = 0;
    let mut origin = read.as_ref();
    while let Some(inner) = origin.and_then(|origin| origin.inner.as_deref()) {
        depth += 1;
        origin = Some(inner);
    }
    assert_eq!((depth, reading.misfits.len()), (200, 0));
}

#[test]
fn quotes_are_said_to_be_wrong_around_numbers_and_booleans() {
    let help = |text: &str| {
        let parsed = json::parse(source(text), &limits());
        let reading = read_into(parsed.trees[0].root(), &mut Config::default(), &Options::default());
        reading.misfits[0].help.clone()
    };
    assert_eq!(help(r#"{"Enabled": "true"}"#), "use true or false, without quotes");
    assert_eq!(help(r#"{"Enabled": 1}"#), "use true or false");
    assert_eq!(help(r#"{"Origins": [{"Port": "80"}]}"#), "write the number without quotes");
    assert_eq!(help(r#"{"Origins": [{"Port": "http"}]}"#), "use a whole number");
}
