//! `shapewright convert`: documents in other forms.

use serde_json::{Value, json};
use shapewright::convert::{Converted, Target, convert};
use shapewright::diff::{Comparison, Text, diff};

use crate::common::{run, update_streaming_distribution, valid_requests};

fn text(name: &str, text: &str) -> Text {
    Text { name: name.to_owned(), bytes: text.into() }
}

fn converted(operation: &str, params: &Value, target: Target) -> Converted {
    let text = text("params.json", &params.to_string());
    convert(text, Some(operation), None, target).unwrap_or_else(|error| panic!("{operation}: {error}"))
}

fn compared(operation: &str, params: &Value, name: &str, new: &str) -> Comparison {
    let old = text("params.json", &params.to_string());
    diff(old, text(name, new), Some(operation)).unwrap_or_else(|error| panic!("{operation}: {error}\n{new}"))
}

/// The valid requests that have members.
fn requests() -> impl Iterator<Item = (String, Value)> {
    let requests = valid_requests().into_iter();
    let requests =
        requests.filter(|(_, _, params)| params.as_object().is_some_and(|params| !params.is_empty()));
    requests.map(|(_, operation, params)| (operation, params))
}

#[test]
fn json_and_yaml_have_the_whole_request() {
    let mut count = 0;
    for (operation, params) in requests() {
        for (target, name) in [(Target::Json, "new.json"), (Target::Yaml, "new.yaml")] {
            let converted = converted(&operation, &params, target);
            assert_eq!(converted.lost, Vec::<String>::new(), "{operation}");
            let comparison = compared(&operation, &params, name, &converted.text);
            assert!(comparison.is_same(), "{operation}: {comparison:?}");
        }
        count += 1;
    }
    assert!(count > 50, "{count} requests");
}

/// XML has the body, and what is elsewhere in the request is named.
#[test]
fn xml_has_the_body() {
    let update = update_streaming_distribution();
    let converted = converted("UpdateStreamingDistribution", &update, Target::Xml);
    assert_eq!(
        converted.lost,
        [
            "/Id is not in the body of UpdateStreamingDistribution",
            "/IfMatch is not in the body of UpdateStreamingDistribution",
        ]
    );
    let operation = "CreateStreamingDistribution";
    let config = json!({ "StreamingDistributionConfig": update["StreamingDistributionConfig"] });
    let comparison = compared(operation, &config, "new.xml", &converted.text);
    assert!(comparison.is_same(), "{comparison:?}");
}

/// What a template loses is named, and nothing else is lost.
#[test]
fn templates_have_what_is_not_named() {
    let mut count = 0;
    for (operation, params) in requests().filter(|(operation, _)| operation.starts_with("Create")) {
        for (target, name) in [(Target::CloudFormation, "new.yaml"), (Target::Terraform, "new.tf")] {
            let source = text("params.json", &params.to_string());
            let Ok(Converted { text, lost, .. }) = convert(source, Some(&operation), None, target) else {
                continue;
            };
            let comparison = compared(&operation, &params, name, &text);
            for change in comparison.requests.iter().flat_map(|request| &request.changes) {
                // A change of the order of elements or a member of a lost value has another pointer than the loss.
                let is_named = lost.iter().any(|line| {
                    let pointer = line.split(':').next().unwrap_or_default();
                    !pointer.is_empty()
                        && (change.pointer.starts_with(pointer) || pointer.starts_with(&change.pointer))
                });
                assert!(
                    is_named || change.is_unknown || change.old.is_none(),
                    "{operation} {name}: {change:?}\n{text}"
                );
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count} templates");
}

/// The forms that tools write for one request.
#[test]
fn a_key_group_in_all_forms() {
    let params = json!({ "KeyGroupConfig": { "Name": "keys", "Items": ["K1"], "Comment": "${a} \"b\"" } });
    for (form, expected) in [
        ("yaml", "KeyGroupConfig:\n  Name: keys\n  Items:\n    - K1\n  Comment: \"${a} \\\"b\\\"\"\n"),
        (
            "cloudformation",
            "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n  KeyGroup:\n    \
             Type: AWS::CloudFront::KeyGroup\n    Properties:\n      KeyGroupConfig:\n        \
             Name: keys\n        Items:\n          - K1\n        \
             Comment: \"${a} \\\"b\\\"\"\n",
        ),
        (
            "terraform",
            "resource \"aws_cloudfront_key_group\" \"key_group\" {\n  name = \"keys\"\n  items = [\"K1\"]\n  \
             comment = \"$${a} \\\"b\\\"\"\n}\n",
        ),
    ] {
        let output = run(&["convert", "-", "--to", form], params.to_string());
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    }
}

/// One of several resources is chosen by its name.
#[test]
fn resources_are_chosen_by_name() {
    let template = "Resources:\n  A:\n    Type: AWS::CloudFront::KeyGroup\n    Properties:\n      \
                    KeyGroupConfig: {Name: a, Items: [K1]}\n  B:\n    \
                    Type: AWS::CloudFront::KeyGroup\n    Properties:\n      \
                    KeyGroupConfig: {Name: b, Items: [K2]}\n";
    let output = run(&["convert", "-", "--to", "yaml", "--resource", "B"], template);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "KeyGroupConfig:\n  Name: b\n  Items:\n    - K2\n");
    let output = run(&["convert", "-", "--to", "terraform"], template);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("\"aws_cloudfront_key_group\" \"a\"") && text.contains("\"b\" {"), "{text}");
    for (arguments, error) in [
        (
            &["--to", "json"][..],
            "error: -: it has 2 requests (A, B), and this form has one; choose it with --resource\n",
        ),
        (&["--to", "json", "--resource", "C"], "error: -: it has no resource C; it has A, B\n"),
    ] {
        let output = run(&[&["convert", "-"], arguments].concat(), template);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8_lossy(&output.stderr), error);
    }
}

/// A resource with conditions has a request for each case, and its logical id means all of them.
#[test]
fn resources_with_conditions_are_chosen_by_their_id() {
    let template = "Resources:\n  A:\n    Type: AWS::CloudFront::KeyGroup\n    Properties:\n      \
                    KeyGroupConfig:\n        Name: !If [P, a, b]\n        Items: [K1]\n  B:\n    \
                    Type: AWS::CloudFront::KeyGroup\n    Properties:\n      \
                    KeyGroupConfig: {Name: b, Items: [K2]}\n";
    let of = |resource: &str, form: &str, template: &str| {
        let output = run(&["convert", "-", "--to", form, "--resource", resource], template);
        let [text, errors] =
            [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("UTF-8"));
        (text, errors)
    };
    let (text, errors) = of("A", "terraform", template);
    assert_eq!((text.matches("resource \"").count(), errors.as_str()), (2, ""), "{text}");
    let (text, errors) = of("A if P is false", "yaml", template);
    assert_eq!((text.as_str(), errors.as_str()), ("KeyGroupConfig:\n  Name: b\n  Items:\n    - K1\n", ""));
    let (_, errors) = of("A", "json", template);
    let several = "error: -: it has 2 requests (A if P is true, A if P is false), and this form has one; \
                   choose it with --resource\n";
    assert_eq!(errors, several);
    // What is wrong in all cases is one error.
    let (_, errors) = of("A", "json", &template.replace("        Items: [K1]", "        Itms: [K1]"));
    assert_eq!(errors, "error: -:7:9: there is no property Itms; did you mean Items?\n");
}

/// Values that are only known at deployment are not written, and named.
#[test]
fn unknown_values_are_named() {
    let template = "Resources:\n  A:\n    Type: AWS::CloudFront::KeyGroup\n    Properties:\n      \
                    KeyGroupConfig:\n        Name: !Ref Name\n        Items: [K1]\n";
    let output = run(&["convert", "-", "--to", "yaml"], template);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "KeyGroupConfig:\n  Items:\n    - K1\n");
    let warning = "warning: A: /KeyGroupConfig/Name is not known: Ref\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), warning);
}

#[test]
fn what_has_no_such_form_is_refused() {
    let update =
        json!({ "Resource": "arn:aws:cloudfront::123456789012:distribution/E1", "Tags": { "Items": [] } });
    for (form, error) in [
        ("terraform", "no resource of terraform is created with TagResource"),
        ("cloudformation", "no resource of cloudformation is created with TagResource"),
    ] {
        let output = run(&["convert", "-", "--operation", "TagResource", "--to", form], update.to_string());
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("error: -: {error}\n"));
    }
    let output = run(&["convert", "-", "--to", "json"], "{");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr).starts_with("error: -:1:2: the text ends inside an object; ")
    );
}
