//! Tables of TOML: members by name, and what is wrong with them.

use std::ops::Range;
use std::sync::Arc;

use shapewright_check::{Finding, Findings, Severity};
use shapewright_runtime::text::nearest;
use shapewright_source::{Source, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The rule of everything that is wrong with a configuration.
const RULE: &str = "configuration";

/// What is wrong with a configuration.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<Finding>);

impl Problems {
    pub(super) fn add(&mut self, place: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let span = Span::new(place.start, place.end);
        let mut finding = Finding::new(RULE, Severity::Error, message, span);
        finding.help = help.into();
        self.0.push(finding);
    }

    /// Returns the problems in the order of the text.
    pub(super) fn of(self, source: &Arc<Source>) -> Box<Findings> {
        let mut findings = super::read::nothing(source);
        findings.findings = self.0;
        findings.findings.sort_by_key(|finding| finding.place.span.start);
        findings.is_unreadable = true;
        Box::new(findings)
    }

    /// Adds that there is no such name, with one that may be meant.
    pub(super) fn unknown<'n>(
        &mut self,
        place: Range<usize>,
        what: &str,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
        otherwise: &str,
    ) {
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => otherwise.to_owned(),
        };
        self.add(place, format!("there is no {what} `{name}`"), help);
    }
}

/// A text of the configuration with its place.
pub(super) type Text<'t> = (&'t str, Range<usize>);

/// A table with the names that it may have.
pub(super) struct Table<'t> {
    table: &'t DeTable<'t>,
    place: Range<usize>,
}

impl<'t> Table<'t> {
    /// Returns a table, after a look at the names of its members.
    pub(super) fn new(
        table: &'t DeTable<'t>,
        place: Range<usize>,
        known: &[&str],
        problems: &mut Problems,
    ) -> Self {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let all = format!("the keys are {}", known.join(", "));
            problems.unknown(key.span(), "key", key.get_ref(), known.iter().copied(), &all);
        }
        Table { table, place }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(name)
    }

    /// Returns a text that must be there and not empty.
    pub(super) fn required(&self, name: &str, why: &str, problems: &mut Problems) -> Option<Text<'t>> {
        let text = match self.get(name) {
            Some(value) => string(name, value, problems)?,
            None => {
                problems.add(self.place.clone(), format!("`{name}` is absent"), format!("say {why}"));
                return None;
            }
        };
        if text.0.trim().is_empty() {
            problems.add(text.1, format!("`{name}` is empty"), format!("say {why}"));
            return None;
        }
        Some(text)
    }

    /// Returns a text that may be absent.
    pub(super) fn optional(&self, name: &str, problems: &mut Problems) -> Option<Text<'t>> {
        self.get(name).and_then(|value| string(name, value, problems))
    }
}

/// Returns the text of a string.
pub(super) fn string<'t>(
    name: &str,
    value: &'t Spanned<DeValue<'t>>,
    problems: &mut Problems,
) -> Option<Text<'t>> {
    let DeValue::String(text) = value.get_ref() else {
        problems.add(value.span(), format!("`{name}` must be a string"), "write it in quotes");
        return None;
    };
    Some((text, value.span()))
}

/// Returns the members of a table: names with texts or numbers.
pub(super) fn entries<'t>(
    name: &str,
    value: Option<&'t Spanned<DeValue<'t>>>,
    problems: &mut Problems,
) -> Vec<(Text<'t>, &'t Spanned<DeValue<'t>>)> {
    let Some(value) = value else { return Vec::new() };
    let DeValue::Table(table) = value.get_ref() else {
        problems.add(
            value.span(),
            format!("`{name}` must be a table"),
            format!("write `[{name}]` on a line"),
        );
        return Vec::new();
    };
    table.iter().map(|(key, value)| ((key.get_ref().as_ref(), key.span()), value)).collect()
}

/// Returns the tables of an array.
pub(super) fn tables<'t>(
    name: &str,
    value: Option<&'t Spanned<DeValue<'t>>>,
    known: &[&str],
    problems: &mut Problems,
) -> Vec<Table<'t>> {
    let Some(value) = value else { return Vec::new() };
    let help = format!("write `[[{name}]]` on a line before each");
    let DeValue::Array(array) = value.get_ref() else {
        problems.add(value.span(), format!("`{name}` must be a list of tables"), help);
        return Vec::new();
    };
    let mut tables = Vec::new();
    for item in array {
        match item.get_ref() {
            DeValue::Table(table) => tables.push(Table::new(table, item.span(), known, problems)),
            _ => problems.add(item.span(), format!("`{name}` must have tables only"), help.clone()),
        }
    }
    tables
}
