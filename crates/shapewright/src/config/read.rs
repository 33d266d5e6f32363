//! From text to configuration, with everything that is wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloudfront::validators::{Level, Policy, RULES, Severity, rules};
use shapewright_check::{DocumentKind, Excuse, Exemption, Findings, OWN_RULES};
use shapewright_source::{FAULTS, Source, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::pattern::Pattern;
use super::table::{Problems, Table, Text, entries, string, tables};
use super::{Config, Excluded, Ignored};

const LEVELS: [(&str, Level); 3] =
    [("error", Level::Error), ("warning", Level::Warning), ("off", Level::Off)];

/// Reads a configuration.
///
/// # Errors
///
/// If it is no TOML, has a key, a rule or a kind of rules that does not exist, or lacks a reason. The findings have all
/// problems with their places.
pub fn read(source: &Arc<Source>) -> Result<Config, Box<Findings>> {
    let mut problems = Problems::default();
    let (root, errors) = DeTable::parse_recoverable(source.text());
    for error in errors {
        let place = error.span().unwrap_or_default();
        problems.add(place, error.message().to_owned(), "correct the TOML");
    }
    if !problems.0.is_empty() {
        // What follows from a table that was not read whole may be wrong.
        return Err(problems.of(source));
    }
    let keys = ["rules", "kinds", "quotas", "exclude", "ignore"];
    let table = Table::new(root.get_ref(), 0..0, &keys, &mut problems);
    let levels = levels(&table, &mut problems);
    let policy = policy(&levels, quotas(&table, &mut problems));
    let excluded = excluded(&table, &mut problems);
    let ignored = ignored(&table, &mut problems);
    if problems.0.is_empty() {
        return Ok(Config { source: source.clone(), policy, levels, excluded, ignored });
    }
    Err(problems.of(source))
}

/// Returns that nothing is wrong with a configuration.
pub(super) fn nothing(source: &Arc<Source>) -> Findings {
    Findings::new(source.clone(), DocumentKind::Other, "it has the name of a configuration")
}

/// Reads the levels of kinds and of single rules, which count more.
fn levels(table: &Table<'_>, problems: &mut Problems) -> BTreeMap<String, Level> {
    let mut levels = BTreeMap::new();
    let kinds = crate::rules::kinds();
    for ((kind, place), value) in entries("kinds", table.get("kinds"), problems) {
        if !kinds.contains(kind) {
            let all: Vec<&str> = kinds.iter().copied().collect();
            let all = format!("the kinds are {}", all.join(", "));
            problems.unknown(place, "kind of rules", kind, kinds.iter().copied(), &all);
        }
        let Some(level) = level(kind, value, problems) else { continue };
        let of_kind = rules().filter(|rule| rule.kind.as_str() == kind);
        levels.extend(of_kind.map(|rule| (rule.id.to_owned(), level)));
    }
    for (rule, value) in entries("rules", table.get("rules"), problems) {
        let level = level(rule.0, value, problems);
        if is_rule(&rule, problems) {
            levels.extend(level.map(|level| (rule.0.to_owned(), level)));
        }
    }
    levels
}

fn level(name: &str, value: &Spanned<DeValue<'_>>, problems: &mut Problems) -> Option<Level> {
    let (word, place) = string(name, value, problems)?;
    let level = LEVELS.iter().find(|(known, _)| *known == word).map(|(_, level)| *level);
    if level.is_none() {
        let known = LEVELS.map(|(known, _)| known);
        problems.unknown(place, "level", word, known, "the levels are error, warning and off");
    }
    level
}

/// Returns whether there is a rule, of the service or about texts.
fn is_rule((id, place): &Text<'_>, problems: &mut Problems) -> bool {
    let others = FAULTS.iter().chain(OWN_RULES).map(|(id, _)| *id);
    let is_known = RULES.find(id).is_some() || others.clone().any(|known| known == *id);
    if !is_known {
        let all = rules().map(|rule| rule.id).chain(others);
        problems.unknown(place.clone(), "rule", id, all, "`shapewright rules` lists the rules");
    }
    is_known
}

/// Reads the quotas of the account.
fn quotas(table: &Table<'_>, problems: &mut Problems) -> Vec<(String, u64)> {
    let is_quota = |id: &str| RULES.find(id).is_some_and(|rule| rule.severity == Severity::Quota);
    let mut quotas = Vec::new();
    for (rule, value) in entries("quotas", table.get("quotas"), problems) {
        if is_rule(&rule, problems) && !is_quota(rule.0) {
            let help = "`shapewright rules --severity quota` lists the quotas";
            problems.add(
                rule.1.clone(),
                format!("the rule `{}` is not a quota: its limit is fixed", rule.0),
                help,
            );
        }
        let number = match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match number {
            Some(number) => quotas.push((rule.0.to_owned(), number)),
            None => {
                problems.add(value.span(), "a quota is a number from 0", "write the limit of the account")
            }
        }
    }
    quotas
}

/// Makes the policy for the rules of the service. All ids exist.
fn policy(levels: &BTreeMap<String, Level>, quotas: Vec<(String, u64)>) -> Policy {
    let known = levels.iter().filter(|(id, _)| RULES.find(id).is_some());
    let builder = known.fold(Policy::builder(RULES), |builder, (id, level)| builder.rule(id, *level));
    let builder = quotas.into_iter().fold(builder, |builder, (id, limit)| builder.quota(&id, limit));
    builder.build().unwrap_or_default()
}

fn excluded(table: &Table<'_>, problems: &mut Problems) -> Vec<Excluded> {
    let mut excluded = Vec::new();
    for entry in tables("exclude", table.get("exclude"), &["path", "because"], problems) {
        let pattern = pattern(&entry, problems);
        let because = entry.required("because", "why these files are not checked", problems);
        if let (Some(pattern), Some((because, _))) = (pattern, because) {
            excluded.push(Excluded { pattern, because: because.to_owned() });
        }
    }
    excluded
}

fn ignored(table: &Table<'_>, problems: &mut Problems) -> Vec<Ignored> {
    let keys = ["rule", "path", "resource", "pointer", "because"];
    let mut ignored = Vec::new();
    for entry in tables("ignore", table.get("ignore"), &keys, problems) {
        let pattern = pattern(&entry, problems);
        let because = entry.required("because", "why the findings do not count", problems);
        let rule = entry.required("rule", "which rule is ignored", problems);
        let resource = entry.optional("resource", problems);
        let pointer = entry.optional("pointer", problems);
        if let Some((pointer, place)) = pointer.clone().filter(|(pointer, _)| !is_pointer(pointer)) {
            problems.add(
                place,
                format!("`{pointer}` is not a JSON Pointer"),
                "write it as reports do, with `/` first",
            );
        }
        let rule = rule.filter(|rule| is_rule(rule, problems));
        let (Some(pattern), Some((because, _)), Some((rule, place))) = (pattern, because, rule) else {
            continue;
        };
        let mut exemption = Exemption::new(rule, because, Excuse::Configuration);
        exemption.resource = resource.map(|(resource, _)| resource.to_owned());
        exemption.pointer = pointer.map(|(pointer, _)| pointer.to_owned()).unwrap_or_default();
        ignored.push(Ignored { pattern, exemption, place: Span::new(place.start, place.end) });
    }
    ignored
}

fn is_pointer(text: &str) -> bool {
    text.is_empty() || text.starts_with('/')
}

/// Reads the path of an entry.
fn pattern(entry: &Table<'_>, problems: &mut Problems) -> Option<Pattern> {
    let (text, place) = entry.required("path", "which files it is about", problems)?;
    let pattern = Pattern::new(text);
    pattern.map_err(|error| problems.add(place, error, "patterns are those of .gitignore")).ok()
}
