//! The other places that take part in a finding.

use cloudfront_validators::{Expected, Kind, Violation};
use shapewright_source::{Kind as Type, Node};

use crate::{Label, place};

/// The largest number of other places of a finding.
const MOST: usize = 8;

/// The values that the rule reads, and the first one of two that are equal.
pub(super) fn others(violation: &Violation, root: Node<'_>) -> Vec<Label> {
    let blamed = root.locate(violation.pointer());
    let takes_part = |kind| matches!(kind, Kind::Condition | Kind::Check | Kind::Quantity);
    let mut labels = Vec::new();
    if violation.kind().is_some_and(takes_part) {
        for read in violation.reads() {
            let start = root.locate(&read.start);
            if !start.is_exact {
                continue;
            }
            let mut found = Vec::new();
            walk(start.node, read.rest, &mut found);
            let is_list = found.len() > 1;
            let other = found.into_iter().filter(|node| is_apart(*node, blamed.node));
            labels.extend(other.map(|node| label(node, violation, is_list)));
        }
    }
    if is_repeat(violation) && blamed.is_exact {
        labels.extend(first_of_equals(blamed.node).map(|node| labelled(node, "the first one")));
    }
    labels.truncate(MOST);
    labels
}

/// Whether the rule is about values that are there twice. Rules over several values have it in their id.
fn is_repeat(violation: &Violation) -> bool {
    let mut words = violation.rule().split('-');
    violation.kind() == Some(Kind::UniqueItems)
        || violation.expected() == Expected::Distinct
        || words.any(|word| word == "unique" || word == "distinct")
}

/// Adds the values to which names lead, through all elements of lists.
fn walk<'t>(node: Node<'t>, names: &str, found: &mut Vec<Node<'t>>) {
    let node_behind = node.resolved();
    if names.is_empty() {
        found.push(node);
        return;
    }
    let (name, rest) = names.split_once('.').unwrap_or((names, ""));
    let mut enter = |node: Node<'t>| {
        if let Some(member) = node.get(name) {
            walk(member, rest, found);
        }
    };
    let is_list =
        node_behind.kind() == Type::List || node_behind.tree().is_xml() && node_behind.get(name).is_none();
    if is_list {
        node_behind.children().take(MOST).for_each(enter);
    } else {
        enter(node);
    }
}

/// Whether a value is in the text, and neither is the blamed one nor has it inside.
fn is_apart(node: Node<'_>, blamed: Node<'_>) -> bool {
    let mut around = Some(blamed);
    while let Some(next) = around {
        if next == node {
            return false;
        }
        around = next.parent();
    }
    !node.is_supplied() && !matches!(node.kind(), Type::Unknown { .. } | Type::Null)
}

fn label(node: Node<'_>, violation: &Violation, is_list: bool) -> Label {
    let name = node.key().unwrap_or("it");
    let text = match violation.kind() {
        Some(Kind::Quantity) => elements(node.resolved().children().count()),
        _ if is_list => format!("this {name} exists"),
        _ => format!("{name} is set here"),
    };
    labelled(node, &text)
}

fn elements(count: usize) -> String {
    if count == 1 { "1 element".to_owned() } else { format!("{count} elements") }
}

fn labelled(node: Node<'_>, text: &str) -> Label {
    Label { span: place::of_node(node), text: text.to_owned() }
}

/// The first value in the same list, at the same member, with the same text.
fn first_of_equals(blamed: Node<'_>) -> Option<Node<'_>> {
    // The member of an element, or the element itself.
    let (element, member) = match blamed.key().filter(|_| !blamed.tree().is_xml()) {
        Some(name) => (blamed.parent()?, Some(name)),
        None => (blamed, None),
    };
    let values =
        element.parent()?.children().filter_map(|other| member.map_or(Some(other), |name| other.get(name)));
    let is_scalar = blamed.children().next().is_none();
    let mut earlier = values.take_while(|other| *other != blamed);
    earlier.find(|other| is_scalar && other.text().eq_ignore_ascii_case(blamed.text()))
}
