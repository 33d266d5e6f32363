//! How operations and errors travel over HTTP.

use serde_json::Value;

use super::strings::strings_of;
use super::{Problem, TraitValue, Traits};
use crate::prelude;

/// Value of the trait `http` of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Http {
    /// Method of requests.
    pub method: String,
    /// Path and fixed query parameters of requests, with labels in braces: `/thing/{Id}?act`.
    pub uri: String,
    /// Status code of successful responses.
    pub code: u16,
}

/// Value of the trait `endpoint` of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// What is put before the host name, with labels in braces: `{AccountId}.`.
    pub host_prefix: String,
}

/// Status code of a successful response where the model names none.
const OK: u16 = 200;

impl Traits {
    /// `http`: method, URI and status code of the operation.
    pub fn http(&self) -> Option<Http> {
        self.read()
    }

    /// `endpoint`: the prefix of the host that serves the operation.
    pub fn endpoint(&self) -> Option<Endpoint> {
        self.read()
    }

    /// `httpError`: status code of the error.
    pub fn http_error(&self) -> Option<u16> {
        status(&self.get(prelude::HTTP_ERROR)?.value)
    }
}

impl TraitValue for Http {
    const ID: &'static str = prelude::HTTP;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = |message| {
            Problem::new(message, "write {\"method\": \"GET\", \"uri\": \"/path/{Label}\", \"code\": 200}")
        };
        let [method, uri] = strings_of(value, ["method", "uri"]).map_err(help)?;
        let code = match value.get("code") {
            None => OK,
            Some(code) => status(code)
                .ok_or_else(|| help(format!("has {code} as its `code`, which is not a status code")))?,
        };
        Ok(Http { method: method.to_owned(), uri: uri.to_owned(), code })
    }
}

impl TraitValue for Endpoint {
    const ID: &'static str = prelude::ENDPOINT;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let [prefix] = strings_of(value, ["hostPrefix"])
            .map_err(|message| Problem::new(message, "write {\"hostPrefix\": \"{AccountId}.\"}"))?;
        Ok(Endpoint { host_prefix: prefix.to_owned() })
    }
}

/// Problem of a value of `httpError`, if it has one.
pub(super) fn http_error(value: &Value) -> Option<Problem> {
    let help = "write a status code, 404 for instance";
    if !value.is_i64() && !value.is_u64() {
        return Some(Problem::new(format!("must be an integer, not {value}"), help));
    }
    status(value).is_none().then(|| Problem::new(format!("is {value}, which is not a status code"), help))
}

fn status(value: &Value) -> Option<u16> {
    u16::try_from(value.as_u64()?).ok()
}
