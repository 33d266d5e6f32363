//! Traits of AWS that say how a service is called and what its protocol does.

use serde_json::Value;

use super::{Problem, TraitValue, Traits};

/// Value of the trait `aws.api#service`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AwsService {
    /// Name of the service in the SDKs, `CloudFront` for instance.
    pub sdk_id: Option<String>,
}

/// Value of the trait `aws.protocols#restXml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestXml {
    /// Whether error documents have the error itself as their root, without an element around it.
    pub no_error_wrapping: bool,
}

/// Value of the trait `aws.protocols#awsQueryError` of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryError {
    /// Code of the error on the wire.
    pub code: Option<String>,
}

impl Traits {
    /// `aws.api#service`: how the service is called.
    pub fn aws_service(&self) -> Option<AwsService> {
        self.read()
    }

    /// `aws.protocols#restXml`: how the service uses REST-XML; `None` if it does not.
    pub fn rest_xml(&self) -> Option<RestXml> {
        self.read()
    }

    /// `aws.protocols#awsQueryError`: the code of the error on the wire.
    pub fn aws_query_error(&self) -> Option<QueryError> {
        self.read()
    }

    /// `aws.customizations#s3UnwrappedXmlOutput`: whether the only member of the output is the root of the document.
    pub fn s3_unwrapped_xml_output(&self) -> bool {
        self.contains_key("aws.customizations#s3UnwrappedXmlOutput")
    }
}

impl TraitValue for AwsService {
    const ID: &'static str = "aws.api#service";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        Ok(AwsService { sdk_id: string(value, "sdkId", "write {\"sdkId\": \"CloudFront\"}")? })
    }
}

impl TraitValue for QueryError {
    const ID: &'static str = "aws.protocols#awsQueryError";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"code\": \"NoSuchThing\", \"httpResponseCode\": 404}";
        Ok(QueryError { code: string(value, "code", help)? })
    }
}

impl TraitValue for RestXml {
    const ID: &'static str = "aws.protocols#restXml";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = |message| Problem::new(message, "write {}, or {\"noErrorWrapping\": true}");
        let object = value.as_object().ok_or_else(|| help(format!("must be an object, not {value}")))?;
        match object.get("noErrorWrapping") {
            None => Ok(RestXml { no_error_wrapping: false }),
            Some(Value::Bool(flag)) => Ok(RestXml { no_error_wrapping: *flag }),
            Some(other) => {
                Err(help(format!("has {other} as its `noErrorWrapping`, which is not true or false")))
            }
        }
    }
}

/// The string under `key`, which may be absent.
fn string(value: &Value, key: &str, help: &str) -> Result<Option<String>, Problem> {
    let object =
        value.as_object().ok_or_else(|| Problem::new(format!("must be an object, not {value}"), help))?;
    match object.get(key) {
        None => Ok(None),
        Some(Value::String(string)) => Ok(Some(string.clone())),
        Some(other) => Err(Problem::new(format!("has {other} as its `{key}`, which is not a string"), help)),
    }
}
