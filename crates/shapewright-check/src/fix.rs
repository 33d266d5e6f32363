//! Corrections: for what is wrong and has one right answer, the changes of the text.
//!
//! A correction that is found here may still change more than it should. [`prove`](crate::prove) tries it.

mod answer;
mod apply;
mod insert;
mod names;
mod pen;
mod table;

use shapewright_runtime::text;
use shapewright_source::{Edit, Fault, Kind, Misfit, Node, Reason, Source, Span};

pub use answer::{Answer, Value, Values, answer};
pub(crate) use apply::apart;
pub use apply::{Fixed, fix};
pub(crate) use pen::Pen;

use crate::{Fix, Request};
use cloudfront_validators::{Kind as RuleKind, Violation};

/// The correction of a violation, if there is one right answer and the text has a place for it.
pub(crate) fn of_violation(violation: &Violation, request: &Request, pen: Pen<'_>) -> Option<Fix> {
    let root = request.tree.root();
    let answer = answer(violation, &Tree(root))?;
    let pointer = violation.pointer();
    if answer.is_missing {
        // Tools supply what is missing, under names of their own.
        let is_of_api = request.resource.is_none();
        return if is_of_api && !is_set(request, pointer) {
            add(request, pointer, &answer.value, pen)
        } else {
            None
        };
    }
    let node = root.locate(pointer).node;
    let name = node.key().unwrap_or("it");
    match &answer.value {
        Value::Number(number) => {
            let text = number.to_string();
            Some(Fix { title: format!("set {name} to {text}"), edits: vec![pen.value(node, &text)?] })
        }
        Value::Text(meant) => {
            // Another letter is another value.
            let is_other =
                violation.kind() == Some(RuleKind::Enum) && !meant.eq_ignore_ascii_case(node.text());
            let edit = if is_other { None } else { pen.value(node, meant) };
            let shown = if meant.is_empty() { "an empty text" } else { meant };
            let title = text::message(format!("change {name} to {shown}"));
            Some(Fix { title, edits: vec![edit?] })
        }
        Value::NoElements => None,
    }
}

/// Adds a member.
fn add(request: &Request, pointer: &str, value: &Value, pen: Pen<'_>) -> Option<Fix> {
    let (parent, name) = pointer.rsplit_once('/')?;
    let found = request.tree.root().locate(parent);
    let order = names::order(request.operation, parent);
    let edit = found.is_exact.then(|| insert::member(pen, found.node, name, value, &order)).flatten()?;
    let what = match value {
        Value::Number(number) => format!("{name}, which is {number}"),
        Value::Text(_) | Value::NoElements => format!("an empty {name}"),
    };
    Some(Fix { title: format!("add {what}"), edits: vec![edit] })
}

/// Whether there is something now that an empty value would remove.
fn is_set(request: &Request, pointer: &str) -> bool {
    let Some(current) = &request.current else { return false };
    let place = current.root().locate(pointer);
    let value = place.node.resolved();
    let quantity = value.get("Quantity").map_or("", |quantity| quantity.text());
    place.is_exact && !value.text().is_empty() && value.kind() != Kind::Null && quantity != "0"
}

/// The correction of a member that differs from the meant one in the case of letters.
pub(crate) fn of_misfit(misfit: &Misfit, request: &Request, pen: Pen<'_>) -> Option<Fix> {
    let meant = misfit.meant.filter(|_| misfit.reason == Reason::UnknownMember)?;
    let node = request.tree.node(misfit.node);
    let is_free = node.parent().is_some_and(|parent| parent.get(meant).is_none());
    let (name, span) = (node.key()?, node.key_span()?);
    if !is_free || !name.eq_ignore_ascii_case(meant) {
        return None;
    }
    let mut edits = vec![renamed(request.tree.source(), span, name, meant)?];
    if request.tree.is_xml() {
        edits.extend(pen.end_tag(node, name, meant)?);
    }
    Some(Fix { title: rename(name, meant), edits })
}

/// The correction of a property that differs from the meant one in the case of letters. `place` is that of its name.
pub(crate) fn of_property(source: &Source, place: Span, meant: &str) -> Option<Fix> {
    let name = source.slice(place).trim_matches(['"', '\'']);
    Some(Fix { title: rename(name, meant), edits: vec![renamed(source, place, name, meant)?] })
}

fn rename(name: &str, meant: &str) -> String {
    format!("rename {name} to {meant}")
}

/// The change of a name, which may be in quotes or behind a prefix of XML.
fn renamed(source: &Source, place: Span, name: &str, meant: &str) -> Option<Edit> {
    let written = source.slice(place);
    let end = written.trim_end_matches(['"', '\'']).len();
    let start = written.get(..end)?.strip_suffix(name)?.len();
    let offset = place.start as usize;
    Some(Edit::new(Span::new(offset + start, offset + end), meant))
}

/// The correction of a fault of reading: what can be removed without any other effect.
pub(crate) fn of_fault(fault: &Fault) -> Option<Fix> {
    let what = match fault.id {
        "json-trailing-comma" => "comma",
        "json-byte-order-mark" | "hcl-byte-order-mark" => "byte order mark",
        _ => return None,
    };
    Some(Fix { title: format!("remove the {what}"), edits: vec![Edit::new(fault.span, "")] })
}

/// The values of a request.
struct Tree<'t>(Node<'t>);

impl Tree<'_> {
    fn find(&self, pointer: &str) -> Option<Node<'_>> {
        let place = self.0.locate(pointer);
        (place.is_exact && !place.node.is_supplied()).then_some(place.node)
    }
}

impl Values for Tree<'_> {
    fn text(&self, pointer: &str) -> Option<&str> {
        let value = self.find(pointer)?.resolved();
        (value.kind() == Kind::String).then(|| value.text())
    }

    fn count(&self, pointer: &str) -> Option<usize> {
        let value = self.find(pointer)?.resolved();
        let is_list = match value.kind() {
            Kind::List => true,
            // A list is an element with elements inside.
            Kind::Object | Kind::String => value.tree().is_xml(),
            _ => false,
        };
        is_list.then(|| value.children().count())
    }
}
