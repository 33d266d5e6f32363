//! Traits of members.

use serde::Deserialize;
use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::{parse, present};

/// `shapewright#assumed`: service-side defaults of the member.
#[derive(Clone, Debug)]
pub(crate) struct Assumed(pub(crate) Vec<AssumedValue>);

/// One default: a value, the value of another member, or a description, with its condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct AssumedValue {
    /// A value, as JSON.
    #[serde(default, deserialize_with = "present")]
    pub(crate) value: Option<Value>,
    /// The member whose value is assumed.
    #[serde(default, deserialize_with = "present")]
    pub(crate) member: Option<String>,
    /// Description of a default that is not a value.
    #[serde(default, deserialize_with = "present")]
    pub(crate) words: Option<String>,
    /// Condition for the default, if there is one.
    #[serde(default, deserialize_with = "present")]
    pub(crate) when: Option<String>,
}

/// `shapewright#awsSdkMember`: how the official SDK differs from the model.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AwsSdkMember {
    /// The SDK does not have the member.
    Absent,
    /// The SDK has a default value for an absent member.
    Defaulted,
    /// The SDK has a number instead of a string.
    Integer,
}

/// `shapewright#headerAlias`: a header to read if the one of the model is absent.
#[derive(Clone, Debug)]
pub(crate) struct HeaderAlias(pub(crate) String);

/// `shapewright#immutable`: an update must not change the member.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Immutable {}

/// `shapewright#quietDeprecation`: a deprecated member that validators do not report, with the reason.
#[derive(Clone, Debug)]
pub(crate) struct QuietDeprecation(pub(crate) String);

/// `shapewright#quota`: a limit that AWS can raise for an account.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Quota {
    /// Maximum number of code points, bytes or elements.
    pub(crate) max: u64,
}

impl TraitValue for Assumed {
    const ID: &'static str = "shapewright#assumed";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write [{\"value\": 86400, \"when\": \"MinTTL is at most 86400\"}]; write `member` instead of \
                    `value` for the value of another member, or `words`; `when` may be left out";
        let all: Vec<AssumedValue> = parse(value, help)?;
        let problem = |message: String| Problem { message, help: help.to_owned() };
        if all.is_empty() {
            return Err(problem("must not be an empty list".to_owned()));
        }
        let sources = |one: &AssumedValue| [one.value.is_some(), one.member.is_some(), one.words.is_some()];
        let count = |one: &AssumedValue| sources(one).into_iter().filter(|there| *there).count();
        match all.iter().position(|one| count(one) != 1) {
            Some(position) => {
                Err(problem(format!("needs exactly one of `value`, `member` and `words` at `[{position}]`")))
            }
            None => Ok(Assumed(all)),
        }
    }
}

impl TraitValue for AwsSdkMember {
    const ID: &'static str = "shapewright#awsSdkMember";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write \"absent\", \"defaulted\" or \"integer\"")
    }
}

impl TraitValue for HeaderAlias {
    const ID: &'static str = "shapewright#headerAlias";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write the name of a header, \"ETag\" for instance").map(HeaderAlias)
    }
}

impl TraitValue for Immutable {
    const ID: &'static str = "shapewright#immutable";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write {}, or remove the trait")
    }
}

impl TraitValue for QuietDeprecation {
    const ID: &'static str = "shapewright#quietDeprecation";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write the reason, \"the service itself sets the member\" for instance";
        parse(value, help).map(QuietDeprecation)
    }
}

impl TraitValue for Quota {
    const ID: &'static str = "shapewright#quota";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write {\"max\": 25}")
    }
}
