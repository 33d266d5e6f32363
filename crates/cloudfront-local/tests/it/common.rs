//! A client for the service.

use std::time::SystemTime;

use cloudfront_http::{CreateDistribution, GetDistribution, Operation, ResponseError, UpdateDistribution};
use cloudfront_local::{Service, Settings, service};
use serde_json::{Value, json};
use shapewright_runtime::{ServiceError, deserialize_into};

/// A service with repeatable ids.
pub(crate) fn local() -> Service {
    let mut settings = Settings::default();
    settings.seed = Some(1);
    service(settings)
}

/// Sends a request, and reads its response as clients do.
pub(crate) fn send<O: Operation>(
    service: &Service,
    input: &O::Input,
) -> Result<O::Output, ResponseError<O::Error>> {
    let request = O::build_request(input).expect("the input can be sent");
    let handled = service.default_engine().handle(&request, SystemTime::now());
    O::parse_response(&handled.response)
}

/// The code of the error that a request must have.
pub(crate) fn code<O: Operation>(service: &Service, input: &O::Input) -> String {
    match send::<O>(service, input) {
        Err(ResponseError::Service(error)) => {
            let response = shapewright_runtime::ServiceError::to_response(&error);
            response.code
        }
        Err(other) => panic!("{} has no response that can be read: {other}", O::NAME),
        Ok(_) => panic!("{} is accepted", O::NAME),
    }
}

/// Sends a request whose input is written in JSON. The output is as serde writes it, the error its code.
pub(crate) fn call<O: Operation>(service: &Service, input: &Value) -> Result<Value, String> {
    let mut request = O::Input::default();
    deserialize_into(&mut request, input).expect("the input has the form of the operation");
    match send::<O>(service, &request) {
        Ok(output) => Ok(shapewright_server::path::tree(&output)),
        Err(ResponseError::Service(error)) => {
            let response = ServiceError::to_response(&error);
            println!("{}: {}: {}", O::NAME, response.code, response.details.message.unwrap_or_default());
            Err(response.code)
        }
        Err(other) => panic!("{} has no response that can be read: {other}", O::NAME),
    }
}

/// The configuration of a distribution with a certificate for its aliases.
pub(crate) fn config(reference: &str, aliases: &[&str]) -> Value {
    json!({
        "CallerReference": reference,
        "Comment": "",
        "Enabled": true,
        "Aliases": { "Quantity": aliases.len(), "Items": aliases },
        "Origins": { "Quantity": 1, "Items": [{
            "Id": "site",
            "DomainName": "site.example.org",
            "CustomOriginConfig": { "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only",
                "OriginSslProtocols": { "Quantity": 1, "Items": ["TLSv1.2"] } },
        }] },
        "DefaultCacheBehavior": {
            "TargetOriginId": "site",
            "ViewerProtocolPolicy": "https-only",
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
        },
        "ViewerCertificate": {
            "ACMCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/0b1c9a5e-0000-4000-8000-000000000000",
            "SSLSupportMethod": "sni-only",
            "MinimumProtocolVersion": "TLSv1.2_2021",
        },
    })
}

/// The configuration of a multi-tenant distribution that demands a parameter and has another one with a default.
pub(crate) fn tenant_config(reference: &str) -> Value {
    let mut config = config(reference, &[]);
    config.as_object_mut().expect("an object").remove("Aliases");
    let schema = |schema: Value| json!({ "StringSchema": schema });
    config["ConnectionMode"] = json!("tenant-only");
    config["TenantConfig"] = json!({ "ParameterDefinitions": [
        { "Name": "name", "Definition": schema(json!({ "Required": true })) },
        { "Name": "theme", "Definition": schema(json!({ "Required": true, "DefaultValue": "light" })) },
    ] });
    config
}

/// Creates a distribution, and reads it when it is deployed. The answer has its ETag.
pub(crate) fn distribution(service: &Service, config: &Value) -> Value {
    let created =
        call::<CreateDistribution>(service, &json!({ "DistributionConfig": config })).expect("created");
    read(service, text(&created, "/Distribution/Id"))
}

/// Reads a distribution.
pub(crate) fn read(service: &Service, id: &str) -> Value {
    call::<GetDistribution>(service, &json!({ "Id": id })).expect("read")
}

/// Changes members of a distribution's configuration. The code if that is refused.
pub(crate) fn update(service: &Service, id: &str, members: Value) -> Result<Value, String> {
    let current = read(service, id);
    let mut config = current["Distribution"]["DistributionConfig"].clone();
    for (name, value) in members.as_object().expect("an object") {
        config[name] = value.clone();
    }
    call::<UpdateDistribution>(
        service,
        &json!({ "Id": id, "IfMatch": current["ETag"], "DistributionConfig": config }),
    )
}

/// The text at a place of an answer.
pub(crate) fn text<'a>(answer: &'a Value, pointer: &str) -> &'a str {
    let value = answer.pointer(pointer).and_then(Value::as_str);
    value.unwrap_or_else(|| panic!("{pointer} is no text in {answer}"))
}
