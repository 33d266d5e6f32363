//! Traits for rules over several members, and for properties of rules.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::{parse, present};
use crate::ir::Severity;

/// `shapewright#rule`: properties of rules, by the id of the rule or of the constraint trait.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Rules(pub(crate) BTreeMap<String, Facts>);

/// Properties of a rule besides the check itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Facts {
    /// Member to blame, as a JSON Pointer from the structure or element.
    #[serde(default, deserialize_with = "present")]
    pub(crate) at: Option<String>,
    /// Error codes; each operation returns the first one that it models. Empty for the general code.
    #[serde(default, deserialize_with = "codes", rename = "code")]
    pub(crate) codes: Vec<String>,
    /// Confidence in the rule: stated, known, implied.
    #[serde(default, deserialize_with = "present")]
    pub(crate) confidence: Option<String>,
    /// Public reports in which the service answers with the code.
    #[serde(default, deserialize_with = "observed")]
    pub(crate) observed: Option<String>,
    /// What to do if the rule is broken.
    #[serde(default, deserialize_with = "present")]
    pub(crate) remedy: Option<String>,
    /// Severity of the rule.
    #[serde(default, deserialize_with = "severity")]
    pub(crate) severity: Option<Severity>,
    /// Where the rule is documented.
    #[serde(default, deserialize_with = "present")]
    pub(crate) source: Option<String>,
    /// Operations whose input breaks the rule with a warning: they take what others refuse.
    #[serde(default, rename = "warningIn")]
    pub(crate) warning_in: Vec<String>,
}

/// `smithy.contracts#conditions`: expressions that must be true, by the id of the rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Conditions(pub(crate) BTreeMap<String, Condition>);

/// One condition on the structure itself. The trait is Smithy's, so unknown entries are allowed.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(crate) struct Condition {
    /// The JMESPath expression.
    pub(crate) expression: String,
    /// What is wrong if it is false.
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
    /// Path of members to the list, separated by dots.
    pub(crate) each: String,
    /// JMESPath expression on the structure; the elements are checked if it is true.
    #[serde(default, deserialize_with = "present")]
    pub(crate) when: Option<String>,
    /// The JMESPath expression, on the element.
    pub(crate) expression: String,
    /// What is wrong if it is false.
    #[serde(default)]
    pub(crate) documentation: String,
}

/// `shapewright#checks`: hand-written checks, by the id of the rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Checks(pub(crate) BTreeMap<String, Check>);

/// One hand-written check.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Check {
    /// Name of the function.
    pub(crate) function: String,
    /// Path of members to the list whose elements are blamed, separated by dots; empty for the structure itself.
    #[serde(default)]
    pub(crate) each: String,
    /// Dotted paths of other members whose absence can break the rule.
    #[serde(default)]
    pub(crate) reads: Vec<String>,
    /// What is wrong if the check fails.
    #[serde(default)]
    pub(crate) documentation: String,
}

/// One code, or a list of codes.
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

/// `owner/repo#123 (2021)` or `owner/repo:path/of/file`, several of them separated by commas.
pub(super) fn observed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let reports = String::deserialize(deserializer)?;
    let wrong = reports.split(", ").find(|report| !is_report(report));
    match wrong {
        None => Ok(Some(reports)),
        Some(report) => Err(D::Error::custom(format!(
            "{report:?} is no public report: write \"owner/repo#123 (2021)\" or \"owner/repo:path/of/file\", and \
             \", \" between several"
        ))),
    }
}

/// Whether a text names an issue, with or without its year, or a file of a public repository.
fn is_report(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    let is_repository =
        |text: &str| text.split_once('/').is_some_and(|(owner, name)| is_name(owner) && is_name(name));
    if let Some((repository, issue)) = text.split_once('#') {
        let (number, year) = issue.split_once(' ').unwrap_or((issue, "(2000)"));
        let year = year.strip_prefix('(').and_then(|year| year.strip_suffix(')'));
        let is_year = year.is_some_and(|year| year.len() == 4 && is_digits(year));
        return is_repository(repository) && is_digits(number) && is_year;
    }
    text.split_once(':')
        .is_some_and(|(repository, path)| is_repository(repository) && path.split('/').all(is_name))
}

impl TraitValue for Rules {
    const ID: &'static str = "shapewright#rule";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"code\": \"InvalidArgument\", \"severity\": \"error\"}}; other keys are at, \
                    confidence, observed, remedy, source and warningIn, and code may be a list";
        let rules: Rules = parse(value, help)?;
        let is_of_a_trait = |(id, facts): (&String, &Facts)| id.contains('#') && !facts.warning_in.is_empty();
        match rules.0.iter().find(|entry| is_of_a_trait(*entry)) {
            None => Ok(rules),
            Some((id, _)) => Err(Problem {
                message: format!("has `warningIn` for `{id}`, but only conditions and checks can have it"),
                help: "state the rule as a condition, or remove `warningIn`".to_owned(),
            }),
        }
    }
}

impl TraitValue for Conditions {
    const ID: &'static str = "smithy.contracts#conditions";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"expression\": \"<JMESPath>\", \"documentation\": \"<message>\"}}";
        parse(value, help)
    }
}

impl TraitValue for ElementConditions {
    const ID: &'static str = "shapewright#elementConditions";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"each\": \"Origins.Items\", \"expression\": \"<JMESPath>\", \
                    \"documentation\": \"<message>\"}}; when may be added";
        parse(value, help)
    }
}

impl TraitValue for Checks {
    const ID: &'static str = "shapewright#checks";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<rule>\": {\"function\": \"<name>\", \"documentation\": \"<message>\"}}; each may \
                    be added, and reads with a list of members, separated by dots: [\"Origins.Items.Id\"]";
        parse(value, help)
    }
}
