//! `shapewright skeleton`: requests with placeholders.

use cloudfront::validators::{Kind, OPERATIONS, input};
use serde_json::Value;
use shapewright::convert::Target;
use shapewright::skeleton::{Extent, Skeleton, skeleton};
use shapewright_check::Severity;
use shapewright_source::{Limits, Options, Source, json, read_into, yaml};

use crate::common::{check, run, stdout};

/// The skeletons of all operations that have an input.
fn all(extent: Extent) -> impl Iterator<Item = Skeleton> {
    let with_input = OPERATIONS.iter().filter(|operation| input(operation).is_some());
    with_input.map(move |operation| skeleton(operation, extent).expect(operation))
}

/// The service accepts what is printed for an operation.
#[test]
fn minimal_skeletons_are_valid() {
    let mut count = 0;
    for skeleton in all(Extent::Minimal) {
        let report = skeleton.report();
        let is_good = report.iter().all(|violation| violation.rule().ends_with("-deprecated"));
        assert!(report.is_valid() && is_good, "{}: {report}", skeleton.operation());
        count += 1;
    }
    assert!(count > 150, "{count} operations have an input");
}

/// The command prints them in the form that `batch` checks.
#[test]
fn the_printed_request_is_valid() {
    for operation in ["CreateDistribution", "UpdateDistribution", "CreateFunction", "TagResource"] {
        let params: Value = serde_json::from_str(&stdout(&["skeleton", operation])).expect("JSON");
        assert_eq!(check(operation, &params)["valid"], true, "{operation}");
    }
}

/// Together, members exclude each other; each by itself has a value that the service accepts.
#[test]
fn members_of_full_skeletons_have_valid_values() {
    for skeleton in all(Extent::Full) {
        let report = skeleton.report();
        for violation in report.errors() {
            let is_about_several = matches!(violation.kind(), Some(Kind::Condition | Kind::Check));
            assert!(is_about_several, "{}: {violation}", skeleton.operation());
        }
    }
}

#[test]
fn full_skeletons_have_all_members() {
    let text = stdout(&["skeleton", "DistributionConfig", "--full"]);
    let config: Value = serde_json::from_str(&text).expect("JSON");
    let names =
        cloudfront::shapes::catalog::structure("DistributionConfig").expect("it exists").member_names();
    for name in names {
        assert!(!config[name].is_null(), "{name}");
    }
    assert_eq!(config["Origins"]["Items"][0]["CustomHeaders"]["Quantity"], 1);
}

/// YAML has the values of JSON, for all operations.
#[test]
fn yaml_is_read_as_json() {
    let read = |operation: &str, text: String, is_yaml: bool| {
        let source = Source::new("-", text);
        let parse = if is_yaml { yaml::parse } else { json::parse };
        let parsed = parse(source, &Limits::default());
        assert!(parsed.faults.is_empty(), "{operation}: {:?}", parsed.faults);
        let mut input = input(operation).expect(operation);
        let reading = read_into(parsed.trees[0].root(), input.structure(), &Options::default());
        assert!(reading.misfits.is_empty(), "{operation}: {:?}", reading.misfits);
        serde_json::to_value(input.structure() as &dyn shapewright_runtime::Structure).expect("JSON")
    };
    for extent in [Extent::Minimal, Extent::Full] {
        for (json, yaml) in all(extent).zip(all(extent)) {
            let operation = json.operation();
            assert_eq!(read(operation, json.to_json(), false), read(operation, yaml.to_yaml(), true));
        }
    }
}

#[test]
fn comments_of_yaml_say_what_members_are() {
    let text = stdout(&["skeleton", "KeyGroupConfig", "--format", "yaml"]);
    let summary = |member| cloudfront::shapes::summaries::of_member("KeyGroupConfig", member).expect(member);
    let expected = format!(
        "# {} Required.\nName: example-name\n# {} Required.\nItems:\n  - KEXAMPLE000000\n",
        summary("Name"),
        summary("Items")
    );
    assert_eq!(text, expected);
    let text = stdout(&["skeleton", "CreateFunction", "--format", "yaml"]);
    assert!(text.contains(" One of cloudfront-js-1.0, cloudfront-js-2.0."), "{text}");
}

/// A resource is created, and a configuration is a part of that request.
#[test]
fn names_of_resources_and_configurations() {
    let created = stdout(&["skeleton", "CreateDistribution"]);
    assert_eq!(stdout(&["skeleton", "Distribution"]), created);
    let request: Value = serde_json::from_str(&created).expect("JSON");
    let config: Value = serde_json::from_str(&stdout(&["skeleton", "DistributionConfig"])).expect("JSON");
    assert_eq!(request["DistributionConfig"], config);
}

/// Tools have resources for skeletons, and the service accepts what they send.
#[test]
fn skeletons_as_templates() {
    let mut count = 0;
    for resource in cloudfront_dialects::ALL.iter().flat_map(|dialect| dialect.resources) {
        for (format, name) in [("cloudformation", "a.yaml"), ("terraform", "a.tf")] {
            let target = if format == "terraform" { Target::Terraform } else { Target::CloudFormation };
            let skeleton = skeleton(resource.name, Extent::Minimal).expect(resource.name);
            let Ok(template) = skeleton.to_template(target) else { continue };
            let source = Source::new(name, template.text);
            let findings = shapewright_check::check(source, &shapewright_check::Hints::default());
            assert_eq!(findings.checked, 1, "{}", resource.name);
            let errors = findings.findings.iter().filter(|found| found.severity == Severity::Error);
            let errors: Vec<_> = errors.map(|found| (&found.rule, &found.pointer)).collect();
            assert!(errors.is_empty(), "{} {format}: {errors:?}", resource.name);
            count += 1;
        }
    }
    assert!(count > 60, "{count} templates");
    let text = stdout(&["skeleton", "aws_cloudfront_key_group", "--format", "terraform"]);
    assert!(text.starts_with("resource \"aws_cloudfront_key_group\" \"key_group\" {\n"), "{text}");
}

#[test]
fn unknown_names_are_errors() {
    for (name, error) in [
        ("Distributoin", "did you mean `Distribution`?"),
        ("aws_cloudfront_functoin", "did you mean `aws_cloudfront_function`?"),
        ("UpdateDistributions", "did you mean `UpdateDistribution`?"),
        ("CacheBehavior", "there is no operation, resource or configuration of a resource `CacheBehavior`\n"),
    ] {
        let output = run(&["skeleton", name], "");
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(output.stdout.is_empty());
        assert!(String::from_utf8_lossy(&output.stderr).contains(error), "{output:?}");
    }
}
