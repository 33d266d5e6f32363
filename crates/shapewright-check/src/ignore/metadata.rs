//! Ignores in the metadata of a resource: `{shapewright: {ignore: [{rule, because, pointer}]}}`.

use std::collections::BTreeSet;

use shapewright_source::{Kind, Node, Span};

use super::{Exemption, Ignore, invalid};
use crate::{Excuse, Finding};

/// What an entry should look like.
const FORM: &str = "write `{rule: RULE, because: REASON}`, with `pointer` for a part of the resource";

/// Reads the ignores in the metadata of each resource. Adds what is wrong with them to `problems`.
pub(super) fn read(resources: &[(&str, Node<'_>)], problems: &mut Vec<Finding>) -> Vec<Ignore> {
    let mut ignores = Vec::new();
    let mut seen = BTreeSet::new();
    for (resource, metadata) in resources {
        // There are several requests for a resource if conditions decide about its values.
        if !seen.insert((metadata.span(), *resource)) {
            continue;
        }
        let Some(ours) = metadata.get("shapewright") else { continue };
        for member in ours.members().into_iter().filter(|member| member.key() != Some("ignore")) {
            let name = member.key().unwrap_or_default();
            let help = "`ignore` is the only key of `shapewright`";
            problems.push(of(resource, invalid(format!("there is no key `{name}`"), help, member.head())));
        }
        let Some(list) = ours.get("ignore") else { continue };
        if list.resolved().kind() != Kind::List {
            problems.push(of(resource, invalid("`ignore` must be a list", FORM, list.head())));
            continue;
        }
        for entry in list.resolved().children() {
            match entry_of(entry.resolved()) {
                Ok((rule, because, pointer)) => ignores.push(Ignore {
                    exemption: Exemption {
                        resource: Some((*resource).to_owned()),
                        pointer: pointer.to_owned(),
                        ..Exemption::new(rule.text(), because, Excuse::Text)
                    },
                    scope: None,
                    place: rule.span(),
                }),
                Err(problem) => problems.push(of(resource, *problem)),
            }
        }
    }
    ignores
}

/// Reads an entry: the rule, the reason and the pointer.
fn entry_of(entry: Node<'_>) -> Result<(Node<'_>, &str, &str), Box<Finding>> {
    for member in entry.members() {
        let name = member.key().unwrap_or_default();
        if !matches!(name, "rule" | "because" | "pointer") {
            return Err(wrong(format!("there is no key `{name}`"), FORM, member.head()));
        }
        if member.resolved().kind() != Kind::String {
            return Err(wrong(format!("`{name}` must be a string"), FORM, member.span()));
        }
    }
    let text = |name: &str| entry.get(name).map(Node::resolved);
    let Some(rule) = text("rule") else {
        return Err(wrong("this entry names no rule to ignore", FORM, entry.head()));
    };
    let Some(because) = text("because").map(Node::text).filter(|because| !because.trim().is_empty()) else {
        return Err(wrong("this entry does not say why, so it ignores nothing", FORM, rule.span()));
    };
    let pointer = text("pointer");
    if let Some(pointer) =
        pointer.filter(|pointer| !pointer.text().is_empty() && !pointer.text().starts_with('/'))
    {
        return Err(wrong("a pointer begins with `/`", "write it as reports do", pointer.span()));
    }
    Ok((rule, because.trim(), pointer.map_or("", Node::text)))
}

fn wrong(message: impl Into<String>, help: impl Into<String>, place: Span) -> Box<Finding> {
    Box::new(invalid(message, help, place))
}

/// Adds the resource.
fn of(resource: &str, mut problem: Finding) -> Finding {
    problem.resource = Some(resource.to_owned());
    problem
}
