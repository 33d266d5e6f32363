//! A broken rule.

use std::fmt;

use serde_core::ser::{Serialize, SerializeStruct, Serializer};
use shapewright_runtime::text::{escaped, message};
use shapewright_runtime::{ErrorDetails, ServiceError};

use crate::message::{self as words, Message};
use crate::run::Broken;
use crate::said::Said;
use crate::{Expected, Kind, Level, Rule, Rules, Severity};

/// A broken rule: where, what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    pointer: String,
    /// How many bytes of the pointer lead to the structure that has the rule.
    shape: usize,
    id: &'static str,
    rule: Option<&'static Rule>,
    severity: Severity,
    level: Level,
    general: &'static str,
    is_of_model: bool,
    expected: Expected,
    actual: Option<String>,
    message: String,
    help: String,
    said: Option<Said>,
}

impl Violation {
    /// The found message, completed by what the table says about the rule.
    pub(crate) fn new(
        (pointer, shape): (String, usize),
        broken: Broken,
        (severity, level): (Severity, Level),
        rules: Rules,
        expected: Expected,
        found: Message,
    ) -> Violation {
        let Broken { rule, id, .. } = broken;
        let Message { actual, message, help, is_specific, said } = found;
        let message = match (rule.map_or("", |rule| rule.message), message) {
            ("", own) => own,
            (table, own) if own.is_empty() => table.to_owned(),
            (table, own) => format!("{table}: {own}"),
        };
        let remedy = rule.map(|rule| rule.remedy).filter(|remedy| !remedy.is_empty() && !is_specific);
        let help = remedy.map_or(help, str::to_owned);
        let is_of_model = rules.are_of_model(rule);
        let general = rules.general;
        Violation {
            pointer,
            shape,
            id,
            rule,
            severity,
            level,
            general,
            is_of_model,
            expected,
            actual,
            message,
            help,
            said,
        }
    }

    /// Says that the value is a placeholder, instead of what the table says.
    pub(crate) fn tell_placeholder(&mut self, subject: &str, text: &str) {
        (self.message, self.help) = words::placeholder(&subject, text);
        self.actual = Some(words::shorten(text));
    }

    /// Whether it makes the value invalid, or is a warning.
    pub fn level(&self) -> Level {
        self.level
    }

    /// How serious it is in the structure that was validated.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// JSON Pointer to the value.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// JSON Pointer to the structure that has the rule.
    pub fn shape_pointer(&self) -> &str {
        self.pointer.get(..self.shape).unwrap_or_default()
    }

    /// Id of the rule.
    pub fn rule(&self) -> &'static str {
        self.id
    }

    /// Everything that is known about the rule; `None` for the limits `depth` and `elements`, which are
    /// not in the table.
    pub fn rule_entry(&self) -> Option<&'static Rule> {
        self.rule
    }

    /// What the rule checks; `None` for the limits `depth` and `elements`, which are
    /// not in the table.
    pub fn kind(&self) -> Option<Kind> {
        self.rule.map(|rule| rule.kind)
    }

    /// The error code with which the service refuses the value.
    pub fn code(&self) -> &'static str {
        self.rule.map_or(self.general, |rule| rule.code)
    }

    /// The error code with which an operation refuses the value: [`Violation::code`], unless the operation models
    /// another error for it.
    pub fn code_of(&self, operation: &str) -> &'static str {
        let other = self.overrides().iter().find(|(name, _)| *name == operation);
        other.map_or(self.code(), |(_, code)| code)
    }

    /// Whether it breaks a constraint of the service's own model. The service checks these before anything else, and
    /// answers all of them together.
    pub fn is_of_model(&self) -> bool {
        self.is_of_model
    }

    /// What the service says about the value, in its own words; `None` if it breaks no constraint of the service's own
    /// model. The answer of the service has the sentences of all such violations: [`Report::to_error`]. Of long values
    /// it has the first 100 characters, of lists only the elements that are wrong.
    ///
    /// `Value null at 'distributionConfig.origins.items.1.member.domainName' failed to satisfy constraint: Member must
    /// not be null`
    ///
    /// [`Report::to_error`]: crate::Report::to_error
    #[must_use]
    pub fn service_message(&self) -> Option<String> {
        self.said.as_ref().map(|said| escaped(&said.to_string()).into_owned())
    }

    /// What the service says, if it is known.
    pub(crate) fn said(&self) -> Option<&Said> {
        self.said.as_ref()
    }

    /// The message of an error about this violation alone.
    pub(crate) fn error_message(&self) -> String {
        match &self.said {
            Some(said) => escaped(&Said::answer([said].into_iter())).into_owned(),
            None => format!("{} at {}", self.message, message(self.pointer.clone())),
        }
    }

    fn overrides(&self) -> &'static [(&'static str, &'static str)] {
        self.rule.map_or(&[], |rule| rule.code_overrides)
    }

    /// The error with which an operation responds, as its error type `E`: the first that `E` models of the rule's code,
    /// the codes of other operations, and the general code. `None` if it models none of them.
    #[must_use]
    pub fn to_error<E: ServiceError>(&self) -> Option<E> {
        // The general code comes last: that one operation has no better code says nothing about another.
        let others = self.overrides().iter().map(|(_, code)| *code).filter(|code| *code != self.general);
        let codes = [self.code()].into_iter().chain(others).chain([self.general]);
        codes
            .into_iter()
            .find_map(|code| E::from_code(code, ErrorDetails::with_message(self.error_message())))
    }

    /// The value; `None` if there is none, or if it is sensitive.
    pub fn actual(&self) -> Option<&str> {
        self.actual.as_deref()
    }

    /// What the rule expects.
    pub fn expected(&self) -> Expected {
        self.expected
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do.
    pub fn help(&self) -> &str {
        &self.help
    }
}

/// Three lines: code and message, place, rule and help.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.level == Level::Error { "error" } else { "warning" };
        let pointer =
            if self.pointer.is_empty() { "the root".to_owned() } else { message(self.pointer.clone()) };
        let (code, rule) = (self.code(), self.id);
        write!(f, "{level}[{code}]: {}\n  at {pointer}\n  rule {rule}: {}", self.message, self.help)
    }
}

/// An object with `pointer`, `rule`, `level`, `severity`, `code`, `expected`, `actual` (null if there is none),
/// `message` and `help`.
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut violation = serializer.serialize_struct("Violation", 9)?;
        violation.serialize_field("pointer", &self.pointer)?;
        violation.serialize_field("rule", self.id)?;
        violation.serialize_field("level", if self.level == Level::Error { "error" } else { "warning" })?;
        violation.serialize_field("severity", self.severity().as_str())?;
        violation.serialize_field("code", self.code())?;
        violation.serialize_field("expected", &self.expected.to_string())?;
        violation.serialize_field("actual", &self.actual)?;
        violation.serialize_field("message", &self.message)?;
        violation.serialize_field("help", &self.help)?;
        violation.end()
    }
}
