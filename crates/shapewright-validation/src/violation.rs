//! A rule that does not hold.

use std::fmt;

use shapewright_runtime::{ErrorDetails, ServiceError};

use crate::{Finding, Kind, Level, Rule, Severity};

/// A rule that does not hold, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pointer: String,
    rule: String,
    kind: Option<Kind>,
    level: Level,
    severity: Severity,
    code: &'static str,
    instead: &'static [(&'static str, &'static str)],
    general: &'static str,
    actual: Option<String>,
    allowed: String,
    message: String,
    help: String,
}

impl Violation {
    /// What was found, completed by what the table says of the rule.
    pub(crate) fn new(
        pointer: String,
        finding: Finding,
        known: Option<&'static Rule>,
        level: Level,
        general: &'static str,
    ) -> Violation {
        let Finding { rule, actual, allowed, message, help, .. } = finding;
        let said = |own: String, table: &str| if own.is_empty() { table.to_owned() } else { own };
        let message = match (known.map_or("", |rule| rule.message), message) {
            ("", own) => own,
            (table, own) if own.is_empty() => table.to_owned(),
            (table, own) => format!("{table}: {own}"),
        };
        Violation {
            pointer,
            rule,
            kind: known.map(|rule| rule.kind),
            level,
            severity: known.map_or(Severity::Error, |rule| rule.severity),
            code: known.map_or(general, |rule| rule.code),
            instead: known.map_or(&[], |rule| rule.instead),
            general,
            actual,
            allowed: said(allowed, known.map_or("", |rule| rule.limit)),
            message,
            help: known.map(|rule| rule.remedy).filter(|text| !text.is_empty()).map_or(help, str::to_owned),
        }
    }

    /// Whether it makes the value invalid, or is a warning.
    pub fn level(&self) -> Level {
        self.level
    }

    /// How much the rule weighs.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The place in the value, as a JSON Pointer.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The name of the rule.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// How the rule is checked; none for what is no rule of the table, such as the limit on depth.
    pub fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// The error code with which the service refuses the value.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The error code with which an operation refuses the value: [`Violation::code`], unless the operation models
    /// another in its place.
    pub fn code_of(&self, operation: &str) -> &'static str {
        let other = self.instead.iter().find(|(name, _)| *name == operation);
        other.map_or(self.code, |(_, code)| code)
    }

    /// The error of an operation that this violation provokes: that of its code, of one in its place or else the
    /// general one, as far as the model gives them to the operation.
    pub fn as_error<E: ServiceError>(&self) -> Option<E> {
        // The general one comes last: that one operation has no better code says nothing of another.
        let instead = self.instead.iter().map(|(_, code)| *code).filter(|code| *code != self.general);
        let codes = [self.code].into_iter().chain(instead).chain([self.general]);
        codes.into_iter().find_map(|code| {
            E::from_code(code, ErrorDetails::with_message(format!("{} at {}", self.message, self.pointer)))
        })
    }

    /// The guilty value, if there is one and it may be shown.
    pub fn actual(&self) -> Option<&str> {
        self.actual.as_deref()
    }

    /// What the rule allows.
    pub fn allowed(&self) -> &str {
        &self.allowed
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
        let Violation { pointer, rule, level, code, message, help, .. } = self;
        let level = if *level == Level::Error { "error" } else { "warning" };
        let pointer = if pointer.is_empty() { "the root" } else { pointer };
        write!(f, "{level}[{code}]: {message}\n  at {pointer}\n  rule {rule}: {help}")
    }
}
