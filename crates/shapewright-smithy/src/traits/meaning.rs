//! What shapes and members are for: errors, values of enums, defaults, deprecation.

use serde_json::Value;

use super::strings::quoted;
use super::{Problem, TraitValue, Traits};
use crate::prelude;

/// Value of the trait `deprecated`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// A date or version.
    pub since: Option<String>,
    /// Why, or what to use instead.
    pub message: Option<String>,
}

/// Value of the trait `enumValue`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnumValue {
    /// Of a member of an enum.
    String(String),
    /// Of a member of an intEnum.
    Integer(i64),
}

/// Value of the trait `error`: who has to change something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The sender of the request.
    Client,
    /// The service.
    Server,
}

/// Value of the trait `retryable`: the request may succeed if it is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retryable {
    /// Whether the sender should wait first.
    pub throttling: bool,
}

impl Traits {
    /// `deprecated`: since when, and why.
    pub fn deprecated(&self) -> Option<Deprecated> {
        self.read()
    }

    /// `enumValue`: what the member of an enum is on the wire.
    pub fn enum_value(&self) -> Option<EnumValue> {
        self.read()
    }

    /// `error`: whose fault it is; `None` if the structure is not an error.
    pub fn error(&self) -> Option<Fault> {
        self.read()
    }

    /// `retryable`: whether to send the request again.
    pub fn retryable(&self) -> Option<Retryable> {
        self.read()
    }

    /// `default`: the value of the member where it is absent. `None` also for null, which means no default.
    pub fn default_value(&self) -> Option<&Value> {
        self.get(prelude::DEFAULT).map(|found| &found.value).filter(|value| !value.is_null())
    }
}

impl TraitValue for Deprecated {
    const ID: &'static str = prelude::DEPRECATED;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help =
            |message| Problem::new(message, "write {\"since\": \"2020-12-31\", \"message\": \"...\"}, or {}");
        let object = value.as_object().ok_or_else(|| help(format!("must be an object, not {value}")))?;
        let string = |key: &str| match object.get(key) {
            None => Ok(None),
            Some(Value::String(string)) => Ok(Some(string.clone())),
            Some(other) => Err(help(format!("has {other} as its `{key}`, which is not a string"))),
        };
        Ok(Deprecated { since: string("since")?, message: string("message")? })
    }
}

impl TraitValue for EnumValue {
    const ID: &'static str = prelude::ENUM_VALUE;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let string = value.as_str().map(|string| EnumValue::String(string.to_owned()));
        string.or_else(|| value.as_i64().map(EnumValue::Integer)).ok_or_else(|| {
            let message = format!("must be a string in an enum, or an integer in an intEnum, not {value}");
            Problem::new(message, "write a string or an integer")
        })
    }
}

impl TraitValue for Fault {
    const ID: &'static str = prelude::ERROR;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        match value.as_str() {
            Some("client") => Ok(Fault::Client),
            Some("server") => Ok(Fault::Server),
            _ => {
                let words = quoted(&["client", "server"]);
                Err(Problem::new(
                    format!("must be one of {words}, not {value}"),
                    format!("write one of {words}"),
                ))
            }
        }
    }
}

impl TraitValue for Retryable {
    const ID: &'static str = prelude::RETRYABLE;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = |message| Problem::new(message, "write {}, or {\"throttling\": true}");
        let object = value.as_object().ok_or_else(|| help(format!("must be an object, not {value}")))?;
        match object.get("throttling") {
            None => Ok(Retryable { throttling: false }),
            Some(Value::Bool(throttling)) => Ok(Retryable { throttling: *throttling }),
            Some(other) => Err(help(format!("has {other} as its `throttling`, which is not true or false"))),
        }
    }
}
