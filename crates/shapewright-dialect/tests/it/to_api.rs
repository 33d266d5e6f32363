//! From properties to requests: values, what is supplied, what is wrong, and places.

use serde_json::{Value, json};
use shapewright_source::Format;

use crate::dialect::{BLOCKS, OBJECTS};
use crate::support::{mapped, parsed, problems, value};

/// Maps a configuration, and returns what it becomes.
fn config(text: &str) -> Value {
    let parsed = parsed(Format::Json, &format!(r#"{{"Config": {text}}}"#));
    let mapped = mapped(&OBJECTS, &parsed);
    assert_eq!(problems(&mapped, &parsed), [""; 0]);
    let mut value = value(mapped.tree.root())["Config"].take();
    let object = value.as_object_mut().expect("an object");
    assert_eq!(object.remove("CallerReference"), Some(json!("<the tool makes it>")));
    value
}

/// A configuration without aliases, with these members.
fn with(mut members: Value) -> Value {
    members["Aliases"] = json!({"Quantity": 0});
    members
}

#[test]
fn each_form_becomes_what_the_api_has() {
    let behavior = |members: Value| with(json!({"DefaultCacheBehavior": members}));
    let cases = [
        ("{}", with(json!({}))),
        (r#"{"IPV6Enabled": true}"#, with(json!({"IsIPV6Enabled": true}))),
        (r#"{"IPV6Enabled": null}"#, with(json!({}))),
        (r#"{"ResponseCode": 200}"#, with(json!({"ResponseCode": "200"}))),
        (r#"{"ResponseCode": "200"}"#, with(json!({"ResponseCode": "200"}))),
        (r#"{"Output": "x"}"#, with(json!({}))),
        (r#"{"Certificate": "x"}"#, with(json!({"ViewerCertificate": "<certificates are not followed>"}))),
        (r#"{"Domains": ["a", "b"]}"#, with(json!({"Domains": [{"Domain": "a"}, {"Domain": "b"}]}))),
        (r#"{"Aliases": ["a", "b"]}"#, json!({"Aliases": {"Quantity": 2, "Items": ["a", "b"]}})),
        (r#"{"Aliases": []}"#, json!({"Aliases": {"Quantity": 0}})),
        (r#"{"CNAMEs": ["a"]}"#, json!({"Aliases": {"Quantity": 1, "Items": ["a"]}})),
        (r#"{"CNAMEs": ["a"], "Aliases": ["b"]}"#, json!({"Aliases": {"Quantity": 1, "Items": ["b"]}})),
        (
            r#"{"Origins": [{"Id": "a", "Code": "x"}]}"#,
            with(json!({"Origins": {"Quantity": 1, "Items": [{"Id": "a", "Code": "eA=="}]}})),
        ),
        (
            r#"{"Origins": [{"S3OriginConfig": {}}]}"#,
            with(
                json!({"Origins": {"Quantity": 1, "Items": [{"S3OriginConfig": {"OriginAccessIdentity": ""}}]}}),
            ),
        ),
        (
            r#"{"GeoRestriction": {"RestrictionType": "none"}}"#,
            with(json!({"Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}}})),
        ),
        (
            r#"{"GeoRestriction": {"Locations": ["DE"]}}"#,
            with(json!({"Restrictions": {"GeoRestriction": {"Quantity": 1, "Items": ["DE"]}}})),
        ),
        (r#"{"DefaultCacheBehavior": {}}"#, behavior(json!({"MinTTL": 0}))),
        (r#"{"DefaultCacheBehavior": {"MinTTL": 5}}"#, behavior(json!({"MinTTL": 5}))),
        (
            r#"{"DefaultCacheBehavior": {"MinTTL": 5, "CachePolicyId": "x"}}"#,
            behavior(json!({"CachePolicyId": "x"})),
        ),
        (
            r#"{"DefaultCacheBehavior": {"MinTTL": 5, "CachePolicyId": ""}}"#,
            behavior(json!({"MinTTL": 5, "CachePolicyId": ""})),
        ),
        (
            r#"{"DefaultCacheBehavior": {"TrustedKeyGroups": ["k"]}}"#,
            behavior(
                json!({"MinTTL": 0, "TrustedKeyGroups": {"Enabled": true, "Quantity": 1, "Items": ["k"]}}),
            ),
        ),
        (
            r#"{"DefaultCacheBehavior": {"TrustedKeyGroups": []}}"#,
            behavior(json!({"MinTTL": 0, "TrustedKeyGroups": {"Enabled": false, "Quantity": 0}})),
        ),
        (
            r#"{"DefaultCacheBehavior": {"CachedMethods": ["GET"], "AllowedMethods": ["GET", "PUT", "POST"]}}"#,
            behavior(json!({"MinTTL": 0, "AllowedMethods": {
                "Quantity": 3, "Items": ["GET", "PUT", "POST"], "CachedMethods": {"Quantity": 1, "Items": ["GET"]},
            }})),
        ),
        (
            r#"{"DefaultCacheBehavior": {"CachedMethods": ["GET"]}}"#,
            behavior(json!({"MinTTL": 0, "AllowedMethods": {
                "Quantity": 2, "CachedMethods": {"Quantity": 1, "Items": ["GET"]},
            }})),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(config(text), expected, "{text}");
    }
}

#[test]
fn the_operation_depends_on_properties() {
    let with_tags = parsed(Format::Json, r#"{"Config": {}, "Tags": {"a": "b"}}"#);
    let mapped = mapped(&OBJECTS, &with_tags);
    assert_eq!(mapped.operation, "CreateTagged");
    let tags = json!({"Items": [{"Key": "a", "Value": "b"}]});
    assert_eq!(value(mapped.tree.root())["Tagged"]["Tags"], tags);
}

#[test]
fn problems_say_what_is_meant() {
    let cases = [
        (
            r#"{"Alliases": []}"#,
            r#""Alliases": there is no property Alliases; did you mean Aliases? (/Config/Alliases)"#,
        ),
        (
            r#"{"aliases": []}"#,
            r#""aliases": there is no property aliases; write Aliases: the case of letters counts (/Config/aliases)"#,
        ),
        (
            r#"{"IsIPV6Enabled": true}"#,
            concat!(
                r#""IsIPV6Enabled": there is no property IsIPV6Enabled; "#,
                "write IPV6Enabled: so it is called here (/Config/IsIPV6Enabled)",
            ),
        ),
        (
            r#"{"Origins": [{"Id": "a"}, {"Cod/e": "x"}]}"#,
            r#""Cod/e": there is no property Cod/e; did you mean Code? (/Config/Origins/Items/1/Cod~1e)"#,
        ),
        (
            r#"{"Aliases": "a"}"#,
            r#""a": Aliases: expected a list, found a single value; write a list (/Config/Aliases)"#,
        ),
        (
            r#"{"Aliases": {"Quantity": 1, "Items": ["a"]}}"#,
            r#""Aliases": Aliases: expected a list, found an object; write the list of Items itself (/Config/Aliases)"#,
        ),
        (
            r#"{"GeoRestriction": ["DE"]}"#,
            concat!(
                r#""GeoRestriction": GeoRestriction: expected an object, found a list; "#,
                "write an object (/Config/Restrictions/GeoRestriction)",
            ),
        ),
    ];
    for (text, expected) in cases {
        let parsed = parsed(Format::Json, &format!(r#"{{"Config": {text}}}"#));
        assert_eq!(problems(&mapped(&OBJECTS, &parsed), &parsed), [expected], "{text}");
    }
}

#[test]
fn unknown_properties_make_unknown_members() {
    let mut parsed = parsed(
        Format::Json,
        r#"{"Config": {"DefaultCacheBehavior": {
            "CachePolicyId": "ref", "MinTTL": 5, "AllowedMethods": "ref", "CachedMethods": ["GET"]},
            "GeoRestriction": {"Locations": "ref"}, "Origins": "ref", "Domains": ["ref", "a"]}}"#,
    );
    let tree = &mut parsed.trees[0];
    let ids: Vec<_> = tree.nodes().filter(|node| node.text() == "ref").map(|node| node.id()).collect();
    for id in ids {
        tree.mark_unknown(id, "!Ref");
    }
    let mapped = mapped(&OBJECTS, &parsed);
    assert_eq!(problems(&mapped, &parsed), [""; 0]);
    let depends = "<a value that depends on others that are not known>";
    let expected = json!({
        "CachePolicyId": "<!Ref>", "MinTTL": depends,
        "AllowedMethods": {
            "Quantity": "<!Ref>", "Items": "<!Ref>", "CachedMethods": {"Quantity": 1, "Items": ["GET"]},
        },
    });
    let config = value(mapped.tree.root())["Config"].take();
    assert_eq!(config["DefaultCacheBehavior"], expected);
    assert_eq!(config["Origins"], json!("<!Ref>"));
    assert_eq!(config["Domains"], json!(["<!Ref>", {"Domain": "a"}]));
    let restriction = json!({"GeoRestriction": {"Quantity": "<!Ref>", "Items": "<!Ref>"}});
    assert_eq!(config["Restrictions"], restriction);
    assert_eq!(mapped.unknown, 8);
}

#[test]
fn blocks_are_objects_and_lists() {
    let text = "Config {
        Origins {
          Id = \"a\"
        }
        Origins {
          S3OriginConfig {}
        }
        Aliases = []
    }";
    let hcl = parsed(Format::Hcl, text);
    let plan = r#"{"Config": [{"Aliases": [],
        "Origins": [{"Id": "a", "S3OriginConfig": []}, {"S3OriginConfig": [{}]}]}]}"#;
    let plan = parsed(Format::Json, plan);
    let origins =
        json!({"Quantity": 2, "Items": [{"Id": "a"}, {"S3OriginConfig": {"OriginAccessIdentity": ""}}]});
    for parsed in [hcl, plan] {
        let mapped = mapped(&BLOCKS, &parsed);
        assert_eq!(problems(&mapped, &parsed), [""; 0]);
        let config = value(mapped.tree.root())["Config"].take();
        assert_eq!(config["Origins"], origins);
        assert_eq!(config["Aliases"], json!({"Quantity": 0}));
    }
}

#[test]
fn a_number_that_is_not_set_in_a_block_is_zero() {
    let zero = parsed(Format::Json, r#"{"Config": [{"ResponseCode": 0}]}"#);
    let code = |dialect| value(mapped(dialect, &zero).tree.root())["Config"]["ResponseCode"].take();
    assert_eq!(code(&BLOCKS), Value::Null);
    let zero = parsed(Format::Json, r#"{"Config": {"ResponseCode": 0}}"#);
    assert_eq!(value(mapped(&OBJECTS, &zero).tree.root())["Config"]["ResponseCode"], json!("0"));
}

#[test]
fn a_block_that_is_there_again_is_a_problem() {
    let hcl = parsed(Format::Hcl, "Config {\n}\nConfig {\n  Aliases = []\n}\n");
    let plan = parsed(Format::Json, r#"{"Config": [{}, {"Aliases": []}]}"#);
    let shown = |parsed| problems(&mapped(&BLOCKS, parsed), parsed);
    assert_eq!(shown(&hcl), ["Config: Config is there again; keep one of them (/Config)"]);
    assert_eq!(shown(&plan), ["{: this block is there again; keep one of them (/Config)"]);
}

#[test]
fn places_are_those_of_the_document() {
    let text = r#"{"Config": {"Aliases": ["a"], "Origins": [{"Id": "x"}], "CachedMethods": 1,
        "DefaultCacheBehavior": {"CachedMethods": ["GET"]}, "ResponseCode": 7}}"#;
    let parsed = parsed(Format::Json, text);
    let mapped = mapped(&OBJECTS, &parsed);
    let cases = [
        ("/Config/Aliases", r#"["a"]"#, false),
        ("/Config/Aliases/Items/0", r#""a""#, false),
        ("/Config/Aliases/Quantity", r#""Aliases""#, true),
        // What is absent is at what lacks it.
        ("/Config/Origins/Items/0/DomainName", "{", false),
        ("/Config/DefaultCacheBehavior/TargetOriginId", r#""DefaultCacheBehavior""#, false),
        ("/Config/DefaultCacheBehavior/AllowedMethods/Items", r#""DefaultCacheBehavior""#, true),
        ("/Config/DefaultCacheBehavior/AllowedMethods/CachedMethods/Items/0", r#""GET""#, false),
        ("/Config/DefaultCacheBehavior/MinTTL", r#""DefaultCacheBehavior""#, true),
        ("/Config/CallerReference", r#""Config""#, true),
        ("/Config/ResponseCode", "7", false),
        ("/Other", "{", false),
    ];
    for (pointer, expected, is_supplied) in cases {
        let place = mapped.tree.root().locate(pointer);
        let shown = parsed.trees[0].source().slice(place.span());
        assert_eq!((shown, place.node.is_supplied()), (expected, is_supplied), "{pointer}");
    }
}

#[test]
fn the_work_is_linear() {
    let names = |count: usize| {
        let unknown: Vec<String> = (0..count).map(|index| format!("\"p{index}\": []")).collect();
        let aliases = vec!["\"a\""; count].join(",");
        parsed(Format::Json, &format!(r#"{{"Config": {{{}, "Aliases": [{aliases}]}}}}"#, unknown.join(",")))
    };
    let parsed = names(50_000);
    let mapped = mapped(&OBJECTS, &parsed);
    assert_eq!((mapped.problems.len(), mapped.omitted), (1_000, 49_000));
    assert_eq!(mapped.tree.nodes().count(), 50_000 + 6);
}
