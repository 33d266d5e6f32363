//! `check` with the configuration that an update replaces.

use serde_json::{Value, json};

/// The params of an update with an alias, but without a certificate.
fn params() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/requests/distribution-update.json");
    let text = std::fs::read_to_string(path).expect("the request is in the repository");
    let mut request: Value = serde_json::from_str(&text).expect("JSON");
    let mut params = request["params"].take();
    params["DistributionConfig"]["Aliases"] = json!({"Quantity": 1, "Items": ["a.example.org"]});
    params
}

fn answer(params: &Value, current: &Value) -> Value {
    let line =
        json!({"verb": "check", "operation": "UpdateDistribution", "params": params, "current": current});
    serde_json::from_str(&shapewright::answer(&line.to_string())).expect("answers are JSON")
}

#[test]
fn errors_of_the_current_configuration_are_left_out() {
    let params = params();
    let alone = answer(&params, &Value::Null);
    assert_eq!(
        (&alone["valid"], &alone["errors"][0]["severity"]),
        (&json!(true), &json!("warning")),
        "{alone}"
    );
    assert_eq!(answer(&params, &params)["errors"], json!([]));
    let output = json!({"ETag": "E2QWRUHAPOMQZL", "DistributionConfig": params["DistributionConfig"]});
    assert_eq!(answer(&params, &output)["errors"], json!([]));
}

#[test]
fn new_errors_and_forbidden_changes_are_reported() {
    let params = params();
    let mut current = params.clone();
    current["DistributionConfig"]["Aliases"] = json!({"Quantity": 0});
    current["DistributionConfig"]["CallerReference"] = json!("another");
    let answer = answer(&params, &current);
    let errors = answer["errors"].as_array().expect("a list");
    let found: Vec<_> = errors.iter().map(|error| (&error["code"], &error["severity"])).collect();
    let error = &json!("error");
    assert_eq!(found, [(&json!("InvalidViewerCertificate"), error), (&json!("IllegalUpdate"), error)]);
}

#[test]
fn a_current_configuration_that_does_not_fit_is_a_failure() {
    let answer = answer(&params(), &json!({"DistributionConfig": {"Comment": 3}}));
    assert_eq!(answer["failure"], "`current` does not fit the operation");
    assert_eq!(answer["errors"][0]["path"], "/DistributionConfig/Comment");
    let line = json!({"verb": "request", "operation": "GetFunction", "params": {"Name": "a"}, "current": {}});
    let answer: Value = serde_json::from_str(&shapewright::answer(&line.to_string())).expect("JSON");
    assert_eq!(answer["failure"], "`request` has no key `current`");
}

/// Outputs have the configuration at different depths.
#[test]
fn outputs_of_reading_operations_are_read() {
    let params = params();
    let config = &params["DistributionConfig"];
    let distribution = json!({"Id": "EDFDVBD6EXAMPLE", "DistributionConfig": config});
    let output = json!({"ETag": "E2QWRUHAPOMQZL", "Distribution": distribution});
    assert_eq!(answer(&params, &output)["errors"], json!([]));
    let check = |current: &Value| {
        let line = json!({"verb": "check", "operation": "UpdateVpcOrigin", "current": current, "params": {"Id": "vo_1",
            "IfMatch": "E2QWRUHAPOMQZL", "VpcOriginEndpointConfig": {"Name": "a b", "HTTPPort": 80, "HTTPSPort": 443,
            "OriginProtocolPolicy": "http-only",
            "Arn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/50dc6c495c0c9188"}}});
        serde_json::from_str::<Value>(&shapewright::answer(&line.to_string())).expect("answers are JSON")
    };
    let found = |answer: &Value| answer["errors"].as_array().map(Vec::len);
    assert_eq!(found(&check(&Value::Null)), Some(1));
    let output =
        json!({"VpcOrigin": {"Id": "vo_1", "VpcOriginEndpointConfig": {"Name": "a b"}}, "ETag": "E1"});
    assert_eq!(found(&check(&output)), Some(0));
}

#[test]
fn a_current_value_of_something_else_is_a_failure() {
    let params = params();
    for current in [&json!({}), &params["DistributionConfig"], &json!({"FunctionConfig": {"Comment": ""}})] {
        let answer = answer(&params, current);
        assert_eq!(answer["failure"], "`current` has none of the members of UpdateDistribution");
        let help = answer["help"].as_str().expect("help");
        assert!(help.contains("DistributionConfig"), "{help}");
    }
    for current in [json!([]), json!("x"), json!(3)] {
        assert_eq!(answer(&params, &current)["failure"], "`current` does not fit the operation");
    }
    let line = json!({"verb": "check", "operation": "CreateDistribution", "params": {}, "current": params});
    let answer: Value = serde_json::from_str(&shapewright::answer(&line.to_string())).expect("JSON");
    assert_eq!(answer["failure"], "CreateDistribution replaces nothing, and `current` is for updates");
}
