//! How values are written: namespaces of XML and formats of timestamps.

use serde_json::Value;

use super::strings::{quoted, strings_of};
use super::{Problem, TraitValue, Traits};
use crate::prelude;
use crate::text::is_hidden;

/// Value of the trait `xmlNamespace`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct XmlNamespace {
    /// URI of the namespace.
    pub uri: String,
    /// Prefix that it is bound to; `None` if it is the namespace of elements without prefix.
    pub prefix: Option<String>,
}

/// Value of the trait `timestampFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// As in RFC 3339, in UTC: `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// As HTTP headers write dates: `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
    /// Seconds since 1970, with decimals: `1515531081.123`.
    EpochSeconds,
}

impl Traits {
    /// `xmlNamespace`: namespace of the XML element.
    pub fn xml_namespace(&self) -> Option<XmlNamespace> {
        self.read()
    }

    /// `timestampFormat`: how the timestamp is written.
    pub fn timestamp_format(&self) -> Option<TimestampFormat> {
        self.read()
    }
}

impl TraitValue for XmlNamespace {
    const ID: &'static str = prelude::XML_NAMESPACE;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = |message| {
            Problem::new(message, "write {\"uri\": \"http://example.com/\"}, with a `prefix` if it has one")
        };
        let [uri] = strings_of(value, ["uri"]).map_err(help)?;
        let prefix = match value.get("prefix") {
            None => None,
            Some(Value::String(prefix)) => Some(prefix.clone()),
            Some(other) => return Err(help(format!("has {other} as its `prefix`, which is not a string"))),
        };
        if let Some(wrong) = uri.chars().find(|c| !is_of_address(*c)) {
            return Err(help(format!("has the character {wrong:?} in its `uri`")));
        }
        if let Some(prefix) = prefix.as_ref().filter(|prefix| !is_name(prefix)) {
            return Err(help(format!(
                "has the `prefix` {prefix:?}, which cannot be the name of an attribute"
            )));
        }
        Ok(XmlNamespace { uri: uri.to_owned(), prefix })
    }
}

/// Whether a URI can have the character, and an attribute can have it as it is.
fn is_of_address(c: char) -> bool {
    !(c.is_whitespace() || is_hidden(c) || "\"<>&".contains(c))
}

/// Whether XML can have an element or attribute of this name.
fn is_name(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    starts_well && name.chars().all(|c| !is_hidden(c) && (c.is_alphanumeric() || "-._:".contains(c)))
}

impl TraitValue for TimestampFormat {
    const ID: &'static str = prelude::TIMESTAMP_FORMAT;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        match value.as_str() {
            Some("date-time") => Ok(TimestampFormat::DateTime),
            Some("http-date") => Ok(TimestampFormat::HttpDate),
            Some("epoch-seconds") => Ok(TimestampFormat::EpochSeconds),
            _ => {
                let words = quoted(&["date-time", "http-date", "epoch-seconds"]);
                Err(Problem::new(
                    format!("must be one of {words}, not {value}"),
                    format!("write one of {words}"),
                ))
            }
        }
    }
}
