//! Round trips of arbitrary inputs and outputs of every operation: older versions of CloudFront, and the other
//! services that use REST-XML.

use serde_json::Value;
use shapewright_tests::botocore::versions;
use shapewright_tests::generated::runner;

use crate::wire::round_trips::{asked, assert_most};

#[test]
#[ignore = "needs the Python packages botocore and awscli: cargo xtask ci python"]
fn values_of_older_versions_and_other_services_are_sent_and_read() {
    let mut models: Vec<_> = versions("cloudfront")
        .into_iter()
        .map(|(version, model)| (format!("cloudfront-{version}"), model))
        .collect();
    let newest = models.pop().map(|(name, _)| name);
    assert_eq!((newest.as_deref(), models.len()), (Some("cloudfront-2020-05-31"), 18));
    for service in ["route53", "s3", "s3control"] {
        let newest = versions(service).pop();
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
