//! `shapewright batch` on documents that do not fit the model: wrong types and unknown members.

use crate::common::*;
use serde_json::{Value, json};

/// A value of the wrong type is one error, not also a missing member or a wrong quantity.
#[test]
fn a_wrong_type_is_one_error() {
    for (pointer, value, wanted) in [
        ("/Id", json!(7), "expected a string, found the number 7"),
        ("/StreamingDistributionConfig", json!([]), "expected an object, found a list"),
        ("/StreamingDistributionConfig/Enabled", json!(1), "expected a boolean, found the number 1"),
        ("/StreamingDistributionConfig/PriceClass", json!(false), "expected a string, found false"),
        ("/StreamingDistributionConfig/Aliases/Quantity", json!("1"), "expected an integer, found a string"),
        (
            "/StreamingDistributionConfig/Aliases/Quantity",
            json!(1.5),
            "expected an integer, found the number 1.5",
        ),
        (
            "/StreamingDistributionConfig/Aliases/Quantity",
            json!(1u64 << 63),
            "expected an integer of at most 64 bits, found the number 9223372036854775808",
        ),
        ("/StreamingDistributionConfig/Aliases/Items", json!("a"), "expected a list, found a string"),
        ("/StreamingDistributionConfig/Aliases/Items", json!([{}]), "expected a string, found an object"),
    ] {
        let answer =
            check("UpdateStreamingDistribution", &with(update_streaming_distribution(), &[(pointer, value)]));
        let found = errors(&answer);
        let [(path, "wrong-type", "error")] = found[..] else { panic!("{pointer}: {found:?}") };
        assert!(path == pointer || path == format!("{pointer}/0"), "{path}");
        assert_eq!(message(&answer, path), wanted);
    }
    let too_large = with(
        update_streaming_distribution(),
        &[("/StreamingDistributionConfig/Aliases/Quantity", json!(1u64 << 40))],
    );
    let answer = check("UpdateStreamingDistribution", &too_large);
    assert_eq!(errors(&answer), [("/StreamingDistributionConfig/Aliases/Quantity", "wrong-type", "error")]);
    for params in [json!([]), json!("x"), json!(1)] {
        let answer = check("ListDistributions", &params);
        assert_eq!(errors(&answer), [("", "wrong-type", "error")]);
    }
}

/// Errors that do not follow from the wrong type are reported beside it.
#[test]
fn wrong_types_hide_no_other_errors() {
    let config = "/StreamingDistributionConfig";
    let aliases = json!({ "Quantity": 3, "Items": ["cdn.example.com", 5, "UPPER.example.com"] });
    let changes = [
        ("/IfMatch", json!("")),
        ("/StreamingDistributionConfig/Aliases", aliases),
        ("/StreamingDistributionConfig/Comment", json!("x".repeat(129))),
        ("/StreamingDistributionConfig/Enabled", json!(1)),
    ];
    let answer = check("UpdateStreamingDistribution", &with(update_streaming_distribution(), &changes));
    let at = |rest: &str| format!("{config}/{rest}");
    let expected = [
        ("/IfMatch".to_owned(), "update-streaming-distribution-request-if-match-pattern"),
        (at("Aliases/Items/1"), "wrong-type"),
        (at("Aliases/Items/2"), "aliases-items-item-pattern"),
        (at("Comment"), "streaming-distribution-config-comment-length"),
        (at("Enabled"), "wrong-type"),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, rule)| (path.as_str(), *rule, "error")).collect();
    assert_eq!(errors(&answer), expected);
    // A wrong element still counts.
    let quantity = ("/StreamingDistributionConfig/Aliases/Quantity", json!(2));
    let answer = check(
        "UpdateStreamingDistribution",
        &with(update_streaming_distribution(), &[changes[1].clone(), quantity]),
    );
    assert!(
        errors(&answer).contains(&(at("Aliases/Quantity").as_str(), "aliases-quantity", "error")),
        "{answer}"
    );
}

#[test]
fn unknown_members_are_reported_at_every_depth() {
    let answer = check(
        "GetFunction",
        &json!({ "Name": "a", "name": "b", "a/b~c": 1, "Stage": null, "Nothing": null }),
    );
    let unknown = |path| (path, "unknown-member", "error");
    assert_eq!(errors(&answer), [unknown("/a~1b~0c"), unknown("/name")]);
    assert_eq!(message(&answer, "/name"), "there is no member name");
    assert_eq!(help(&answer, "/name"), "did you mean Name?");
    assert_eq!(message(&answer, "/a~1b~0c"), "there is no member a/b~c");
    assert_eq!(help(&answer, "/a~1b~0c"), "known members are Name, Stage");
    let paths = json!({ "Quantity": 1, "Items": ["/a"], "items": [] });
    let batch = json!({ "CallerReference": "1", "Paths": paths });
    let answer = check("CreateInvalidation", &json!({ "DistributionId": "E1", "InvalidationBatch": batch }));
    assert_eq!(errors(&answer), [unknown("/InvalidationBatch/Paths/items")]);
}

#[test]
fn blobs_are_base64() {
    let code = "ZnVuY3Rpb24gaGFuZGxlcihldmVudCkgeyByZXR1cm4gZXZlbnQucmVxdWVzdDsgfQ==";
    assert_eq!(check("CreateFunction", &create_function(code))["valid"], true);
    for wrong in ["function handler(event) {}", "Z", "Zg=a", "ZnVu\nY3Rp"] {
        let answer = check("CreateFunction", &create_function(wrong));
        assert_eq!(errors(&answer), [("/FunctionCode", "wrong-type", "error")], "{wrong}");
        assert_eq!(message(&answer, "/FunctionCode"), "the string is not base64");
    }
    // Lengths are those of the bytes: 10240 of them are 13656 letters, 40960 are 54616.
    let at_code = |params: &Value| {
        let answer = check("CreateFunction", params);
        let rules = errors(&answer).into_iter().map(|(path, rule, _)| (path.to_owned(), rule.to_owned()));
        rules.collect::<Vec<_>>()
    };
    let expected =
        |rule: &str| ("/FunctionCode".to_owned(), format!("create-function-request-function-code-{rule}"));
    let letters = |triples: usize, rest: &str| create_function(&("AAAA".repeat(triples) + rest));
    assert_eq!(at_code(&letters(3413, "AA==")), []);
    assert_eq!(at_code(&letters(3413, "AAA=")), [expected("quota")]);
    assert_eq!(at_code(&letters(13_653, "AA==")), [expected("quota")]);
    assert_eq!(at_code(&letters(13_653, "AAA=")), [expected("length"), expected("quota")]);
    let answer = check("CreateFunction", &create_function(""));
    assert_eq!(errors(&answer), [("/FunctionCode", "create-function-request-function-code-length", "error")]);
}

/// A member that is given one level too high or too low, or that no structure has.
#[test]
fn members_of_other_structures_are_pointed_out() {
    let at = |name: &str| format!("/StreamingDistributionConfig/{name}");
    for (name, said) in [
        (
            "OriginAccessIdentity",
            "it is a member of S3Origin, S3OriginConfig; known members are CallerReference, S3Origin, ",
        ),
        ("IncludeCookies", "it is a member of LoggingConfig; known members are CallerReference, "),
        ("S3CanonicalUserId", "known members are CallerReference, "),
        ("Items", "known members are CallerReference, "),
        ("Priority", "known members are CallerReference, "),
    ] {
        let params = with(update_streaming_distribution(), &[(&at(name), json!("x"))]);
        let answer = check("UpdateStreamingDistribution", &params);
        assert_eq!(errors(&answer), [(&*at(name), "unknown-member", "error")]);
        assert_eq!(message(&answer, &at(name)), format!("there is no member {name}"));
        let help = help(&answer, &at(name));
        assert!(help.starts_with(said), "{help}");
    }
}
