//! Traits that are rules over several members, and what is known of rules.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::{parse, present};
use crate::ir::Severity;

/// `shapewright#rule`: what is known of rules, by the id of the rule or of the trait that is one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Rules(pub(crate) BTreeMap<String, Facts>);

/// What is known of a rule beside the check itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Facts {
    /// What to blame, as a JSON Pointer from the structure or element.
    #[serde(default, deserialize_with = "present")]
    pub(crate) at: Option<String>,
    /// Error codes, each for operations that do not model those before; empty for the general one.
    #[serde(default, deserialize_with = "codes", rename = "code")]
    pub(crate) codes: Vec<String>,
    /// How certain the rule is: stated, known, implied.
    #[serde(default, deserialize_with = "present")]
    pub(crate) confidence: Option<String>,
    /// What to do where the rule is broken.
    #[serde(default, deserialize_with = "present")]
    pub(crate) remedy: Option<String>,
    /// How much it weighs.
    #[serde(default, deserialize_with = "severity")]
    pub(crate) severity: Option<Severity>,
    /// Where the rule is documented.
    #[serde(default, deserialize_with = "present")]
    pub(crate) source: Option<String>,
}

/// `smithy.contracts#conditions`: expressions that must be true, by the id of the rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Conditions(pub(crate) BTreeMap<String, Condition>);

/// One condition on the structure itself. It is Smithy's, so it may have entries that we do not know.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(crate) struct Condition {
    /// The JMESPath expression.
    pub(crate) expression: String,
    /// What is wrong where it is false.
    #[serde(default)]
    pub(crate) documentation: String,
}

/// `shapewright#elementConditions`: expressions that must be true for the elements of a list, by the id of the rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct ElementConditions(pub(crate) BTreeMap<String, ElementCondition>);

/// One condition on the elements of a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct ElementCondition {
    /// Members that lead to the list, separated by dots.
    pub(crate) each: String,
    /// JMESPath expression on the structure; the elements are checked if it is true.
    #[serde(default, deserialize_with = "present")]
    pub(crate) when: Option<String>,
    /// The JMESPath expression, on the element.
    pub(crate) expression: String,
    /// What is wrong where it is false.
    #[serde(default)]
    pub(crate) documentation: String,
}

/// `shapewright#checks`: checks written by hand, by the id of the rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Checks(pub(crate) BTreeMap<String, Check>);

/// One check written by hand.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Check {
    /// Name of the function.
    pub(crate) function: String,
    /// Members that lead to the list whose elements are blamed, separated by dots; empty for the structure itself.
    #[serde(default)]
    pub(crate) each: String,
    /// Members away from what is blamed whose absence can break the rule, each as a path with dots.
    #[serde(default)]
    pub(crate) reads: Vec<String>,
    /// What is wrong where it does not hold.
    #[serde(default)]
    pub(crate) documentation: String,
}

/// One code, or a list of some.
fn codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "expected a code, or a list of codes")]
    enum Codes {
        One(String),
        Several(Vec<String>),
    }
    match Codes::deserialize(deserializer)? {
        Codes::One(code) => Ok(vec![code]),
        Codes::Several(codes) if codes.is_empty() => Err(D::Error::custom("the list of codes is empty")),
        Codes::Several(codes) => Ok(codes),
    }
}

fn severity<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Severity>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let words = "error, quota, warning or deprecated";
    Severity::named(&name).map(Some).ok_or_else(|| D::Error::custom(format!("`{name}` is not {words}")))
}

impl TraitValue for Rules {
    const ID: &'static str = "shapewright#rule";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"code\": \"InvalidArgument\", \"severity\": \"error\"}}; other keys are at, \
                    confidence, remedy and source, and code may be a list";
        parse(value, help)
    }
}

impl TraitValue for Conditions {
    const ID: &'static str = "smithy.contracts#conditions";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help =
            "write {\"<rule>\": {\"expression\": \"<JMESPath>\", \"documentation\": \"<what is wrong>\"}}";
        parse(value, help)
    }
}

impl TraitValue for ElementConditions {
    const ID: &'static str = "shapewright#elementConditions";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"each\": \"Origins.Items\", \"expression\": \"<JMESPath>\", \
                    \"documentation\": \"<what is wrong>\"}}; when may be added";
        parse(value, help)
    }
}

impl TraitValue for Checks {
    const ID: &'static str = "shapewright#checks";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"function\": \"<name>\", \"documentation\": \"<what is wrong>\"}}; each may \
                    be added, and reads with a list of members, separated by dots: [\"Origins.Items.Id\"]";
        parse(value, help)
    }
}
