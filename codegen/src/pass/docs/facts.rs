//! Sentences about a member besides its summary.

use heck::ToUpperCamelCase;

use crate::ir::{Assumption, Constraint, Location, Member, Rule, Type};
use crate::markdown::code;

/// Maximum length of a pattern in a doc comment.
const LONGEST_PATTERN: usize = 80;

/// Limits, location in the message, and default.
pub(super) fn of(member: &Member, counts: Option<&str>) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(member.deprecated.then(|| "Deprecated.".to_owned()));
    facts.extend(of_constraints(&member.constraints, &member.ty));
    if let Type::List(element) = &member.ty {
        let limits = of_constraints(&element.constraints, &element.ty);
        facts.extend(
            limits.into_iter().map(|limit| format!("Each element: {}", super::decapitalised(&limit))),
        );
    }
    facts.extend(counts.map(|items| format!("Must equal the number of {}.", code(items))));
    facts.extend(place(&member.location));
    facts.extend(default(member));
    facts.extend(member.sensitive.then(|| "Hidden by `Debug`.".to_owned()));
    facts
}

/// The name on the wire, if the field name does not show it or the comment would be empty.
pub(super) fn wire_name(member: &Member, is_needed: bool) -> Option<String> {
    let shown = member.rust.trim_start_matches("r#").to_upper_camel_case();
    (is_needed || shown != member.wire).then(|| format!("Wire name {}.", code(&member.wire)))
}

fn of_constraints(constraints: &[Constraint], ty: &Type) -> Vec<String> {
    let unit = match ty {
        Type::Blob => "byte",
        Type::List(_) => "element",
        Type::Map(_) => "entry",
        _ => "character",
    };
    constraints.iter().filter_map(|constraint| sentence(&constraint.rule, unit)).collect()
}

fn sentence(rule: &Rule, unit: &str) -> Option<String> {
    Some(match rule {
        Rule::Required => "Required.".to_owned(),
        Rule::Length { min: Some(1), max: None } => "Not empty.".to_owned(),
        Rule::Length { min: Some(0), max: None } => return None,
        Rule::Length { min: Some(min), max: Some(max) } if min == max => {
            format!("Exactly {}.", counted(*max, unit))
        }
        Rule::Length { min: None | Some(0), max: Some(max) } => format!("At most {}.", counted(*max, unit)),
        Rule::Length { min: Some(min), max: None } => format!("At least {}.", counted(*min, unit)),
        Rule::Length { min: Some(min), max: Some(max) } => format!("{min} to {}.", counted(*max, unit)),
        Rule::Range { min: Some(min), max: Some(max) } if min == max => format!("Exactly {min}."),
        Rule::Range { min: Some(min), max: Some(max) } => format!("{min} to {max}."),
        Rule::Range { min: Some(min), max: None } => format!("At least {min}."),
        Rule::Range { min: None, max: Some(max) } => format!("At most {max}."),
        Rule::Pattern(text) if text.len() > LONGEST_PATTERN => return None,
        Rule::Pattern(text) => format!("Matches {}.", code(text)),
        Rule::UniqueItems { .. } => "No element twice.".to_owned(),
        Rule::OneOf(values) => format!("One of {}.", alternatives(values)),
        Rule::OneOfTexts(values) => format!("One of {}.", alternatives(values)),
        Rule::Quota(max) => format!("At most {}, unless the quota was raised.", counted(*max, unit)),
        Rule::Immutable => "Cannot be changed by an update.".to_owned(),
        Rule::Length { min: None, max: None } | Rule::Range { min: None, max: None } => return None,
        Rule::Label { .. } | Rule::Known(_) | Rule::Deprecated => return None,
    })
}

/// `1 element`, `2 elements`, `3 entries`
fn counted(count: u64, unit: &str) -> String {
    match (count, unit.strip_suffix('y')) {
        (1, _) => format!("1 {unit}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {unit}s"),
    }
}

fn alternatives<T: ToString>(values: &[T]) -> String {
    values.iter().map(|value| code(&value.to_string())).collect::<Vec<_>>().join(", ")
}

fn place(location: &Location) -> Option<String> {
    Some(match location {
        Location::Header(name) => format!("Header {}.", code(name)),
        Location::Query(name) => format!("Query parameter {}.", code(name)),
        Location::Label => "Part of the path.".to_owned(),
        Location::PrefixHeaders(prefix) => format!("Headers {}.", code(&format!("{prefix}…"))),
        Location::QueryParams => "Query parameters.".to_owned(),
        Location::ResponseCode => "HTTP status.".to_owned(),
        Location::Payload | Location::Document => return None,
    })
}

/// The service-side default of the member.
fn default(member: &Member) -> Option<String> {
    let of_model = member.default.as_ref().map(|value| code(value));
    let defaults: Vec<String> =
        of_model.into_iter().chain(member.assumed.iter().map(Assumption::to_string)).collect();
    (!defaults.is_empty()).then(|| format!("Default: {}.", defaults.join("; ")))
}
