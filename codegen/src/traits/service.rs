//! Traits of the service as a whole.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::rules::observed;
use super::{parse, present};
use crate::ir::{Answer, Fault};

/// `shapewright#answers`: error codes of rules without a code of their own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Answers {
    /// For everything not named below.
    #[serde(default, deserialize_with = "present")]
    pub(crate) default: Option<String>,
    /// For a body that cannot be read.
    #[serde(default, deserialize_with = "present")]
    pub(crate) malformed: Option<Answer>,
    /// For constraints of the service's own model.
    #[serde(default, deserialize_with = "present")]
    pub(crate) model: Option<Answer>,
    /// For a request without a body.
    #[serde(default, deserialize_with = "present")]
    pub(crate) payload: Option<String>,
    /// For a missing header, by its name on the wire.
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, Answer>,
    /// For labels and query parameters, if the operation does not model the default: the first that it models.
    #[serde(default)]
    pub(crate) addresses: Vec<String>,
}

/// A string, or an object.
impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(expecting = "a code, or an object with `code` and `observed`", deny_unknown_fields)]
        struct Observed {
            code: String,
            #[serde(deserialize_with = "observed")]
            observed: Option<String>,
        }
        match Value::deserialize(deserializer)? {
            Value::String(code) => Ok(Answer { code, observed: None }),
            other => {
                let Observed { code, observed } = Observed::deserialize(other).map_err(D::Error::custom)?;
                Ok(Answer { code, observed })
            }
        }
    }
}

/// `shapewright#commonErrors`: errors that any operation may return although the model does not have them, by code.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct CommonErrors(pub(crate) BTreeMap<String, CommonError>);

/// An error that any operation may return.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct CommonError {
    /// HTTP status.
    #[serde(deserialize_with = "status")]
    pub(crate) status: u16,
    /// Who caused it, if the status does not say it.
    #[serde(default, deserialize_with = "fault")]
    pub(crate) fault: Option<Fault>,
    /// Whether clients may retry, if the status does not say it.
    #[serde(default)]
    pub(crate) retryable: bool,
    /// What it means: one sentence.
    pub(crate) summary: String,
    /// Where it is documented or observed.
    pub(crate) source: String,
}

fn status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let status = u16::deserialize(deserializer)?;
    match status {
        400..=599 => Ok(status),
        _ => Err(D::Error::custom(format!("{status} is not the HTTP status of an error: use 400 to 599"))),
    }
}

fn fault<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Fault>, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "client" => Ok(Some(Fault::Client)),
        "server" => Ok(Some(Fault::Server)),
        other => Err(D::Error::custom(format!("`{other}` is not client or server"))),
    }
}

/// `shapewright#quantityLists`: names of list and count members.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct QuantityLists {
    /// Name of the count.
    pub(crate) quantity: String,
    /// Name of the list.
    pub(crate) items: String,
    /// Error code for a wrong count.
    pub(crate) code: String,
    /// Where the code is documented.
    #[serde(default, deserialize_with = "present")]
    pub(crate) source: Option<String>,
}

/// `shapewright#memberSummaries`: summaries for members that have none of their own, by the name of the member.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct MemberSummaries(pub(crate) BTreeMap<String, String>);

/// `shapewright#awsSdk`: the official SDK to generate conversions for.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct AwsSdk {
    /// Name of its package.
    pub(crate) package: String,
    /// Minimum supported Rust version.
    pub(crate) rust_version: String,
}

impl TraitValue for Answers {
    const ID: &'static str = "shapewright#answers";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"default\": \"InvalidArgument\"}; other keys are malformed, model and payload with a \
                    code, headers with codes by name, and addresses with a list of codes; the codes of malformed, \
                    model and headers may be {\"code\": \"MalformedXML\", \"observed\": \"owner/repo#123 (2021)\"}";
        parse(value, help)
    }
}

impl TraitValue for CommonErrors {
    const ID: &'static str = "shapewright#commonErrors";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"Throttling\": {\"status\": 400, \"retryable\": true, \"summary\": \"<sentence>\", \
                    \"source\": \"<page>\"}}; fault may be added: client or server";
        parse(value, help)
    }
}

impl TraitValue for QuantityLists {
    const ID: &'static str = "shapewright#quantityLists";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"quantity\": \"Quantity\", \"items\": \"Items\", \"code\": \"InconsistentQuantities\"}; \
                    source may be added";
        parse(value, help)
    }
}

impl TraitValue for MemberSummaries {
    const ID: &'static str = "shapewright#memberSummaries";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write {\"Marker\": \"Where the page starts.\"}, a sentence for each name of a member")
    }
}

/// Whether a package can have the name, so that it is a Rust name as well.
fn is_package(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

impl TraitValue for AwsSdk {
    const ID: &'static str = "shapewright#awsSdk";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"package\": \"aws-sdk-cloudfront\", \"rustVersion\": \"1.94.1\"}";
        let read: AwsSdk = parse(value, help)?;
        let problem = |message| Err(Problem { message, help: help.to_owned() });
        if !is_package(&read.package) {
            return problem(format!("has the `package` {:?}, which cannot be the name of one", read.package));
        }
        let is_version = read.rust_version.split('.').all(|part| part.parse::<u16>().is_ok());
        if !is_version {
            return problem(format!("has the `rustVersion` {:?}, which is not a version", read.rust_version));
        }
        Ok(read)
    }
}
