//! Writes doc comments from facts: what a thing is for, its limits, where it travels, who uses it.

use std::collections::BTreeSet;

use crate::ir::{Constraint, Header, Location, Member, Role, Rule, Service, Structure};

/// Columns of a doc comment, without indentation and slashes.
const WIDTH: usize = 100;

/// How many operations a comment names before it counts the rest.
const NAMED: usize = 2;

/// Fills `docs` of all types and members.
pub(super) fn write(service: &mut Service) {
    let reference = service.reference.clone();
    for structure in service.structures.values_mut() {
        structure.header.docs = structure_docs(structure, reference.as_deref());
        let counted =
            structure.quantity.map(|pair| (pair.quantity, structure.members[pair.items].wire.clone()));
        for (position, member) in structure.members.iter_mut().enumerate() {
            let counts = counted.as_ref().filter(|(quantity, _)| *quantity == position);
            member.docs = member_docs(member, counts.map(|(_, items)| items.as_str()));
        }
    }
    for union in service.unions.values_mut() {
        union.header.docs = nested_docs(&union.header, "union", reference.as_deref());
        for member in &mut union.members {
            member.docs = member_docs(member, None);
        }
    }
    for enumeration in service.enums.values_mut() {
        enumeration.header.docs = nested_docs(&enumeration.header, "enum", None);
    }
}

fn structure_docs(structure: &Structure, reference: Option<&str>) -> Vec<String> {
    let header = &structure.header;
    let (what, operation) = match &structure.role {
        Role::Input(operation) => ("Input of", operation),
        Role::Output(operation) => ("Output of", operation),
        Role::Nested => {
            let kind = if structure.quantity.is_some() { "counted list" } else { "structure" };
            return nested_docs(header, kind, reference);
        }
    };
    let named = match reference {
        Some(base) => format!("[`{operation}`]({base}{operation}.html)"),
        None => format!("`{operation}`"),
    };
    let mut docs = introduction(header, format!("{what} {named}."));
    if header.summary.is_some() {
        docs.extend([String::new(), format!("{what} {named}.")]);
    }
    docs
}

fn nested_docs(header: &Header, kind: &str, reference: Option<&str>) -> Vec<String> {
    let part = match (header.usage.inputs.is_empty(), header.usage.outputs.is_empty()) {
        (false, false) => "requests and responses",
        (false, true) => "requests",
        (true, _) => "responses",
    };
    let mut docs = introduction(header, format!("The {kind} `{}` of {part}.", header.id.name()));
    docs.push(String::new());
    docs.extend(wrapped(&used_by(&header.usage.operations())));
    if let Some(base) = reference {
        docs.push(format!("[API reference]({base}{}.html)", header.id.name()));
    }
    docs
}

/// The first paragraph: our own sentence, or else the plain fact; then the model's prose, where it was kept.
fn introduction(header: &Header, fact: String) -> Vec<String> {
    let mut docs = wrapped(header.summary.as_ref().unwrap_or(&fact));
    if let Some(deprecation) = &header.deprecated {
        docs.push(String::new());
        docs.extend(wrapped(&format!("Deprecated{deprecation}.")));
    }
    docs.extend(prose(header.prose.as_deref()));
    docs
}

fn used_by(operations: &BTreeSet<&str>) -> String {
    let names: Vec<String> = operations.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let rest = operations.len().saturating_sub(NAMED);
    match (names.as_slice(), rest) {
        ([], _) => "Used by no operation.".to_owned(),
        ([only], _) => format!("Used by {only}."),
        (names, 0) => format!("Used by {}.", names.join(" and ")),
        (names, rest) => format!("Used by {} and {rest} more.", names.join(", ")),
    }
}

fn member_docs(member: &Member, counts: Option<&str>) -> Vec<String> {
    let facts = facts(member, counts);
    let text = match &member.summary {
        Some(summary) if facts.is_empty() => summary.clone(),
        Some(summary) => format!("{summary} {}", sentence(&facts.join("; "))),
        None if facts.is_empty() => format!("`{}`.", member.wire),
        None => format!("`{}`: {}.", member.wire, facts.join("; ")),
    };
    let mut docs = wrapped(&text);
    docs.extend(prose(member.prose.as_deref()));
    docs
}

fn facts(member: &Member, counts: Option<&str>) -> Vec<String> {
    let mut facts: Vec<String> = member.constraints.iter().filter_map(|rule| fact(rule, member)).collect();
    facts.extend(counts.map(|items| format!("the number of `{items}`")));
    facts.extend(match &member.location {
        Location::Header(name) => Some(format!("header `{name}`")),
        Location::Query(name) => Some(format!("query parameter `{name}`")),
        Location::Label => Some("part of the path".to_owned()),
        Location::PrefixHeaders(prefix) => Some(format!("headers `{prefix}…`")),
        Location::QueryParams => Some("query parameters".to_owned()),
        Location::ResponseCode => Some("status".to_owned()),
        Location::Payload | Location::Document => None,
    });
    facts.extend(member.default.as_ref().map(|value| format!("default `{value}`")));
    facts.extend(member.assumed.iter().map(ToString::to_string));
    facts.extend(member.sensitive.then(|| "sensitive, hidden by `Debug`".to_owned()));
    facts.extend(member.deprecated.then(|| "deprecated".to_owned()));
    facts
}

fn fact(constraint: &Constraint, member: &Member) -> Option<String> {
    use crate::ir::Type;
    let unit = match member.ty {
        Type::Blob => "bytes",
        Type::List(_) | Type::Map(_) => "elements",
        _ => "characters",
    };
    Some(match &constraint.rule {
        Rule::Required => "required".to_owned(),
        Rule::Length { min: Some(1), max: None } => "not empty".to_owned(),
        Rule::Length { min, max } => format!("{} {unit}", limits(min, max)?),
        Rule::Range { min, max } => limits(min, max)?,
        Rule::Pattern(text) if text.contains('`') => format!("matches ``{text}``"),
        Rule::Pattern(text) => format!("matches `{text}`"),
        Rule::UniqueItems => "no element twice".to_owned(),
        Rule::OneOf(values) => format!("one of {values:?}"),
        Rule::OneOfTexts(values) => format!("one of {values:?}"),
        Rule::Quota(max) => format!("at most {max} {unit} unless the quota was raised"),
        Rule::Immutable => "unchanged by updates".to_owned(),
        Rule::Label | Rule::Known(_) | Rule::Deprecated => return None,
    })
}

fn limits<T: std::fmt::Display>(min: &Option<T>, max: &Option<T>) -> Option<String> {
    Some(match (min, max) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => return None,
    })
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// The model's prose as a paragraph of its own; what looks like markup is shown as it stands.
fn prose(text: Option<&str>) -> Vec<String> {
    let Some(text) = text else { return Vec::new() };
    let plain = crate::prose::plain(text);
    if plain.is_empty() {
        return Vec::new();
    }
    let mut docs = Vec::new();
    for paragraph in plain {
        docs.push(String::new());
        docs.extend(wrapped(&paragraph));
    }
    docs
}

/// Breaks a paragraph into lines.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let length = lines.last().map_or(0, |line| line.chars().count());
        if length > 0 && length + 1 + word.chars().count() > WIDTH {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
