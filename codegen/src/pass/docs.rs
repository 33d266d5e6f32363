//! Writes doc comments: purpose, limits and use. They do not repeat the name.

mod errors;
mod facts;
pub(super) mod text;
mod usage;

pub(super) use errors::write as write_errors;

use crate::ir::{EnumValue, Header, Member, Operation, Role, Service, Structure};
use crate::markdown::{code, prose};
use crate::pass::docs::text::{decapitalised, listed, wrapped};
use crate::pass::docs::usage::Uses;

/// Maximum number of rules that a comment lists; otherwise it has their number.
const NAMED_RULES: usize = 4;

/// Fills `docs` of all types and members.
///
/// Links to other types lead to `@Origin`, in which emitters replace the `@` by the root of the crate.
pub(super) fn write(service: &mut Service) {
    let uses = Uses::of(service);
    let about = About { uses: &uses, reference: service.reference.clone() };
    let operations = &service.operations;
    for structure in service.structures.values_mut() {
        structure.header.docs = about.structure(structure, operations);
        let counted =
            structure.quantity.map(|pair| (pair.quantity, structure.members[pair.items].wire.clone()));
        for (position, member) in structure.members.iter_mut().enumerate() {
            let counts = counted.as_ref().filter(|(quantity, _)| *quantity == position);
            member.docs = about.member(member, counts.map(|(_, items)| items.as_str()));
        }
    }
    for union in service.unions.values_mut() {
        union.header.docs = about.nested(&union.header, &[]);
        for member in &mut union.members {
            member.docs = about.member(member, None);
        }
    }
    for enumeration in service.enums.values_mut() {
        enumeration.header.docs = about.nested(&enumeration.header, &[]);
        enumeration.values.iter_mut().for_each(|value| value.docs = value_docs(value));
    }
}

struct About<'a> {
    uses: &'a Uses,
    reference: Option<String>,
}

impl About<'_> {
    fn structure(
        &self,
        structure: &Structure,
        operations: &std::collections::BTreeMap<String, Operation>,
    ) -> Vec<String> {
        let header = &structure.header;
        let rules = structure.conditions.iter().map(|condition| condition.facts.id.as_str());
        let rules: Vec<&str> =
            rules.chain(structure.checks.iter().map(|check| check.facts.id.as_str())).collect();
        let (what, operation) = match &structure.role {
            Role::Input(operation) => ("Input of", operation),
            Role::Output(operation) => ("Output of", operation),
            Role::Nested => return self.nested(header, &rules),
        };
        let summary = operations.get(operation).and_then(|operation| operation.summary.as_deref());
        let (name, target) = named(operation, self.reference.as_deref());
        let end = match summary.filter(|_| what == "Input of") {
            Some(summary) => format!(": {}", decapitalised(&prose(summary))),
            None => ".".to_owned(),
        };
        let fact = format!("{what} {name}{end}");
        let lead = self.lead(header);
        let mut docs =
            if lead.is_empty() { wrapped(&fact) } else { text::paragraphs([lead, vec![fact]].concat()) };
        self.deprecation(header, &mut docs);
        add_rules(&rules, &mut docs);
        add_paragraph(target, &mut docs);
        docs
    }

    fn nested(&self, header: &Header, rules: &[&str]) -> Vec<String> {
        let lead = self.lead(header);
        let (places, targets) = self.uses.places(&header.id).unzip();
        let operations = operations_of(header);
        // Without anything else to say, document the place.
        let mut docs = text::paragraphs(lead);
        self.deprecation(header, &mut docs);
        add_rules(rules, &mut docs);
        let mut facts: Vec<String> =
            [places, operations].into_iter().flatten().flat_map(|line| wrapped(&line)).collect();
        if let Some(base) = &self.reference {
            facts.push(format!("[API reference]({base}{}.html)", header.id.name()));
        }
        add_paragraph(facts, &mut docs);
        add_paragraph(targets.unwrap_or_default(), &mut docs);
        docs
    }

    /// The summary, and the documentation of the model if it was requested.
    fn lead(&self, header: &Header) -> Vec<String> {
        let paragraphs = header.prose.as_deref().map(crate::prose::plain).unwrap_or_default();
        header.summary.as_deref().map(prose).into_iter().chain(paragraphs).collect()
    }

    fn deprecation(&self, header: &Header, docs: &mut Vec<String>) {
        let Some(deprecation) = &header.deprecated else { return };
        add_paragraph(wrapped(&format!("Deprecated{deprecation}.")), docs);
    }

    fn member(&self, member: &Member, counts: Option<&str>) -> Vec<String> {
        let paragraphs = member.prose.as_deref().map(crate::prose::plain).unwrap_or_default();
        let mut paragraphs = paragraphs.into_iter();
        let lead = member.summary.as_deref().map(prose).or_else(|| paragraphs.next());
        let lead = lead.or_else(|| self.uses.summary(&member.ty).map(prose));
        let mut facts = facts::of(member, counts);
        facts.extend(facts::wire_name(member, lead.is_none() && facts.is_empty()));
        let first = lead.into_iter().chain(facts).collect::<Vec<_>>().join(" ");
        text::paragraphs(std::iter::once(first).chain(paragraphs).collect())
    }
}

/// The string on the wire, and its meaning.
fn value_docs(value: &EnumValue) -> Vec<String> {
    let wire = if value.wire.is_empty() { "The empty string".to_owned() } else { code(&value.wire) };
    match &value.summary {
        Some(summary) => wrapped(&format!("{wire}: {}", prose(summary))),
        None => vec![wire],
    }
}

/// The operation as a link, and the page of the API reference that it leads to.
fn named(operation: &str, reference: Option<&str>) -> (String, Vec<String>) {
    match reference {
        Some(base) => (format!("[`{operation}`]"), vec![format!("[`{operation}`]: {base}{operation}.html")]),
        None => (code(operation), Vec::new()),
    }
}

/// Adds lines after an empty one.
fn add_paragraph(lines: Vec<String>, docs: &mut Vec<String>) {
    if !docs.is_empty() && !lines.is_empty() {
        docs.push(String::new());
    }
    docs.extend(lines);
}

fn operations_of(header: &Header) -> Option<String> {
    let operations = header.usage.operations();
    let names = operations.iter().map(|name| code(name)).collect::<Vec<_>>();
    let word = if names.len() == 1 { "Operation" } else { "Operations" };
    (!names.is_empty()).then(|| format!("{word}: {}.", listed(&names, 2)))
}

/// The rules over several members, or their number.
fn add_rules(rules: &[&str], docs: &mut Vec<String>) {
    if rules.is_empty() {
        return;
    }
    let text = match rules.len() {
        count if count > NAMED_RULES => {
            format!("{count} rules concern several of its members; `RULES.md` of the validators lists them.")
        }
        1 => format!("Rule over several members: {}.", code(rules[0])),
        _ => {
            let names: Vec<String> = rules.iter().map(|rule| code(rule)).collect();
            format!("Rules over several members: {}.", listed(&names, NAMED_RULES))
        }
    };
    add_paragraph(wrapped(&text), docs);
}
