//! Made-up inputs and outputs of every operation, built and parsed again: CloudFront, its older versions, and the other
//! services that speak REST-XML.

use serde_json::{Value, json};
use shapewright_tests::botocore::versions;
use shapewright_tests::generated::runner;
use shapewright_tests::runner::{Service, run};

#[test]
fn cloudfront() {
    let service = Service {
        name: "cloudfront",
        operations: cloudfront_http::OPERATIONS,
        structure: cloudfront_shapes::catalog::structure,
    };
    let mut output = Vec::new();
    let asked = asked("cloudfront").to_string();
    run(&[service], &mut asked.as_bytes(), &mut output).expect("memory does not fail");
    let answer: Value = serde_json::from_slice(&output).expect("an answer is JSON");
    assert_eq!(answer["value"], json!([]));
    assert_most(&answer);
}

/// Half of the values are such as users write, of which all but some answers are compared.
fn assert_most(answer: &Value) {
    let (compared, operations) = (answer["compared"].as_u64(), answer["operations"].as_u64());
    assert!(
        compared > operations.map(|operations| operations * 23),
        "{compared:?} of {operations:?} operations"
    );
}

#[test]
fn older_versions_and_other_services() {
    let Some(cloudfront) = versions("cloudfront") else { return };
    let mut models: Vec<_> =
        cloudfront.into_iter().map(|(version, model)| (format!("cloudfront-{version}"), model)).collect();
    let newest = models.pop().map(|(name, _)| name);
    assert_eq!((newest.as_deref(), models.len()), (Some("cloudfront-2020-05-31"), 18));
    for service in ["route53", "s3", "s3control"] {
        let newest = versions(service).and_then(|mut versions| versions.pop());
        models.extend(newest.map(|(_, model)| (service.to_owned(), model)));
    }
    let models: Vec<_> = models.iter().map(|(name, model)| (name.as_str(), model.clone())).collect();
    assert_eq!(models.len(), 21);
    let runner = runner("services", &models);
    let asked: Vec<Value> = models.iter().map(|(name, _)| asked(name)).collect();
    for ((name, _), answer) in models.iter().zip(runner.ask(&asked)) {
        let problems = answer["value"].as_array().expect("an answer lists problems").iter();
        let problems = problems.filter_map(Value::as_str).filter(|problem| !is_lossy(name, problem));
        assert_eq!(problems.collect::<Vec<_>>(), Vec::<&str>::new(), "{name}");
        assert_most(&answer);
    }
}

/// Operations of S3, both deprecated, with structures two of whose members are elements of the same name.
const LOSSY: [&str; 2] = ["GetBucketNotification ", "PutBucketNotification "];

fn is_lossy(service: &str, problem: &str) -> bool {
    service == "s3" && LOSSY.iter().any(|operation| problem.starts_with(operation))
}

fn asked(service: &str) -> Value {
    json!({ "service": service, "verb": "round-trip" })
}
