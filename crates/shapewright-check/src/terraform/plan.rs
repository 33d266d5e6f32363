//! Plans: the output of `terraform show -json`.

use std::collections::HashMap;

use shapewright_dialect::Dialect;
use shapewright_source::{Composer, Kind, Node, Parsed, Tree};

use super::{Type, type_of, unknown_type};
use crate::mapping::{Declared, Found};
use crate::resource::Origin;
use crate::{Finding, Severity};

/// Returns why a document is a plan, if it is one.
pub fn recognise(root: Node<'_>) -> Option<&'static str> {
    let has = |name| root.get(name).is_some();
    if !has("terraform_version") && !has("format_version") {
        return None;
    }
    if has("resource_changes") {
        Some("it has terraform_version and resource_changes")
    } else {
        has("planned_values").then_some("it has terraform_version and planned_values")
    }
}

/// Returns that a document is a state in place of a plan, if it is one.
pub fn state(root: Node<'_>) -> Option<Finding> {
    let has = |name| root.get(name).is_some();
    let is_file = has("lineage") && has("serial");
    let is_shown = has("terraform_version") && has("values") && !has("planned_values");
    let place = if is_file { root.get("lineage") } else { root.get("values") };
    let place = place.filter(|_| is_file || is_shown)?;
    let message = "this is the state of Terraform, not a plan";
    let mut finding = Finding::new("terraform-state", Severity::Error, message, place.head());
    finding.help =
        "write a plan: `terraform plan -out plan.bin`, then `terraform show -json plan.bin > plan.json`"
            .to_owned();
    finding.pointer = place.pointer();
    Some(finding)
}

/// Returns the requests for what a plan creates and changes. What it leaves as it is, reads or deletes is left out.
pub fn requests(parsed: &Parsed, dialects: &[&'static Dialect]) -> Found {
    let mut found = Found::default();
    for (index, tree) in parsed.trees.iter().enumerate().filter(|(_, tree)| recognise(tree.root()).is_some())
    {
        match tree.root().get("resource_changes").filter(|changes| changes.kind() == Kind::List) {
            Some(changes) => {
                for change in changes.children() {
                    resource(index, change, dialects, &mut found);
                }
            }
            // Terraform leaves an empty list out.
            None if plans_resources(tree.root()) => found.findings.push(no_changes(tree)),
            None => {}
        }
    }
    found
}

/// Whether there are resources in the values that a plan leads to.
fn plans_resources(root: Node<'_>) -> bool {
    let is_list = |node: &Node<'_>| node.key() == Some("resources") && node.kind() == Kind::List;
    let values = root.get("planned_values");
    values.is_some_and(|values| values.within().any(|node| is_list(&node) && node.at(0).is_some()))
}

fn no_changes(tree: &Tree) -> Finding {
    let message = "the plan has no list resource_changes";
    let mut finding = Finding::new("terraform-plan", Severity::Error, message, tree.root().head());
    finding.help = "use the whole output of `terraform show -json` for a plan".to_owned();
    finding
}

/// The text of a member.
fn text<'t>(node: Node<'t>, name: &str) -> Option<&'t str> {
    node.get(name).filter(|value| value.kind() == Kind::String).map(Node::text)
}

fn resource(index: usize, entry: Node<'_>, dialects: &[&'static Dialect], found: &mut Found) {
    let is_managed = text(entry, "mode").is_none_or(|mode| mode == "managed");
    let Some((name, change)) = text(entry, "type").zip(entry.get("change")).filter(|_| is_managed) else {
        return;
    };
    let Some(update) = update(change) else { return };
    let address = text(entry, "address").unwrap_or(name);
    let (dialect, resource) = match type_of(name, dialects) {
        Type::Known(dialect, resource) => (dialect, resource),
        Type::Unknown => {
            let place = entry.get("type").unwrap_or(entry);
            found.findings.push(unknown_type(name, address, place, dialects));
            return;
        }
        Type::Other => return,
    };
    let Some(after) = change.get("after") else { return };
    let origin = Origin { tree: index, node: entry.id(), metadata: None };
    let mut declared = Declared::new(dialect, resource, address.to_owned(), origin);
    // A provider that is newer than the tables has properties that they do not have.
    declared.unknown_properties = Severity::Warning;
    let properties = planned(after, change.get("after_unknown"));
    let before = if update { change.get("before").map(|before| planned(before, None)) } else { None };
    found.requests.extend(declared.request(&properties, before.as_ref(), Vec::new()));
}

/// Whether a change is an update, or a creation; nothing if it sends no configuration.
fn update(change: Node<'_>) -> Option<bool> {
    let actions = change.get("actions")?;
    let has = |action: &str| actions.children().any(|node| node.text() == action);
    if has("create") { Some(false) } else { has("update").then_some(true) }
}

/// The properties after a change. Absent ones, which are null, are left out.
fn planned(after: Node<'_>, unknown: Option<Node<'_>>) -> Tree {
    let mut composer = Composer::new(after.tree().source());
    composer.key(after.key().unwrap_or_default(), after.head());
    value(&mut composer, after, unknown, 0);
    composer.finish()
}

/// Beyond this many values in each other, they are not known.
const DEEPEST: usize = 200;

/// Why a value is not known.
const LATER: &str = "known after apply";

fn value(composer: &mut Composer, node: Node<'_>, unknown: Option<Node<'_>>, depth: usize) {
    let unknown = unknown.filter(|unknown| unknown.kind() != Kind::Boolean(false));
    let kind = unknown.map(Node::kind);
    match node.kind() {
        _ if depth > DEEPEST => composer.unknown("it is nested deeply", node.span()),
        Kind::Object if kind.is_none_or(|kind| kind == Kind::Object) => {
            object(composer, node, unknown, depth)
        }
        Kind::List if kind.is_none_or(|kind| kind == Kind::List) => {
            let mut others = unknown.into_iter().flat_map(Node::children);
            composer.begin_list(node.span());
            for item in node.children() {
                value(composer, item, others.next(), depth + 1);
            }
            composer.end();
        }
        _ if unknown.is_some_and(has_unknown) => composer.unknown(LATER, node.span()),
        _ => composer.copy(node),
    }
}

/// Composes an object without the members that are null, which are absent.
fn object(composer: &mut Composer, node: Node<'_>, unknown: Option<Node<'_>>, depth: usize) {
    let others = || unknown.into_iter().flat_map(Node::children);
    let mut by_key: HashMap<&str, Node<'_>> =
        others().filter_map(|other| Some((other.key()?, other))).collect();
    composer.begin_object(node.span());
    for member in node.members() {
        let other = member.key().and_then(|key| by_key.remove(key));
        if member.kind() != Kind::Null || other.is_some_and(has_unknown) {
            composer.key_of(member);
            value(composer, member, other, depth + 1);
        }
    }
    // What is not known is left out of the values.
    for key in others().filter_map(Node::key) {
        if by_key.remove(key).is_some_and(has_unknown) {
            composer.key(key, node.head());
            composer.unknown(LATER, node.head());
        }
    }
    composer.end();
}

/// Whether anything in a value of `after_unknown` is true.
fn has_unknown(node: Node<'_>) -> bool {
    node.within().any(|other| other.kind() == Kind::Boolean(true))
}
