//! Moves the bucket from the path to the host, as clients of S3 do. It is a part of endpoints and not of the protocol,
//! so the tests do it.

use serde_json::{Value, json};
use shapewright_tests::wire::text;

/// Returns the built request with the host and path that a client would use.
pub(crate) fn addressed(case: &Value, answer: &Value) -> Value {
    let mut built = answer["value"].clone();
    let host = format!("{}{}", text(answer, "/host_prefix"), text(case, "/host"));
    built["host"] = json!(host);
    let Some(bucket) = case["params"]["Bucket"].as_str() else { return built };
    let setting = |name: &str| {
        let config = &case["vendorParams"]["scopedConfig"];
        let operation = &config["operation"]["s3"][name];
        if operation.is_null() { config["client"]["s3"][name].clone() } else { operation.clone() }
    };
    if setting("addressing_style") == "path" {
        return built;
    }
    let region = text(case, "/vendorParams/scopedConfig/client/region");
    let is_on = |name: &str| setting(name) == Value::Bool(true);
    let endpoint = match (is_on("use_accelerate_endpoint"), is_on("use_dualstack_endpoint")) {
        (true, true) => "s3-accelerate.dualstack.amazonaws.com".to_owned(),
        (true, false) => "s3-accelerate.amazonaws.com".to_owned(),
        (false, true) => format!("s3.dualstack.{region}.amazonaws.com"),
        (false, false) => host,
    };
    built["host"] = json!(format!("{bucket}.{endpoint}"));
    let path = text(&built, "/path").to_owned();
    let rest = path.strip_prefix(&format!("/{bucket}")).unwrap_or(&path);
    built["path"] = json!(if rest.is_empty() { "/" } else { rest });
    built
}

/// Returns the path of a case with the bucket, as in the model.
pub(crate) fn path_style(case: &Value) -> String {
    let path = text(case, "/uri");
    match case["params"]["Bucket"].as_str() {
        Some(bucket) if text(case, "/resolvedHost").starts_with(&format!("{bucket}.")) => {
            format!("/{bucket}{}", path.strip_suffix('/').unwrap_or(path))
        }
        _ => path.to_owned(),
    }
}
