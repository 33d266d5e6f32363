//! The calls that check one value.

use crate::ir::check::{Argument, Call};
use crate::ir::{Constraint, Element, Member, Rule, Service, Type, Xml};

/// The checks of a member: its own, then those of what it contains.
pub(super) fn of_member(service: &Service, member: &Member) -> Vec<Call> {
    let mut calls = of_constraints(service, &member.constraints);
    calls.extend(text(service, &member.constraints, &member.ty, &member.xml));
    calls.extend(inside(service, &member.ty));
    if member.sensitive && !calls.is_empty() {
        calls.insert(0, call("sensitive", []));
    }
    calls
}

/// Compares a count with the number of items.
pub(super) fn counts(items: &Member) -> Call {
    call("counts", [Argument::Text(items.wire.clone()), Argument::Field(items.rust.clone())])
}

fn of_constraints(service: &Service, constraints: &[Constraint]) -> Vec<Call> {
    constraints.iter().filter_map(|constraint| of_constraint(service, constraint)).collect()
}

fn of_constraint(service: &Service, constraint: &Constraint) -> Option<Call> {
    Some(match &constraint.rule {
        Rule::Required => call("required", []),
        Rule::Label { empty: true, dots: true } => call("label", []),
        Rule::Label { empty: true, dots: false } => call("not_empty", []),
        Rule::Label { empty: false, dots: true } => call("not_dots", []),
        Rule::Label { empty: false, dots: false } => return None,
        Rule::Length { min, max } => {
            let bounds = [min, max].map(|bound| bound.map(Argument::Count));
            return limits(["length", "min_length", "max_length"], bounds);
        }
        Rule::Range { min, max } => {
            let bounds = [min, max].map(|bound| bound.map(Argument::Bound));
            return limits(["range", "at_least", "at_most"], bounds);
        }
        Rule::Pattern(_) => {
            let pattern = service.patterns.get(&constraint.origin.bearer)?;
            call("pattern", [Argument::Pattern(pattern.rust.clone())])
        }
        Rule::Known(_) => call("known", []),
        Rule::OneOf(values) => call("one_of", [Argument::Integers(values.clone())]),
        Rule::OneOfTexts(values) => call("one_of", [Argument::Texts(values.clone())]),
        Rule::Quota(max) => call("quota", [Argument::Text(constraint.id.clone()), Argument::Count(*max)]),
        Rule::Deprecated => call("deprecated", []),
        // Only a comparison shows it: see `Service::updates`.
        Rule::Immutable => return None,
        Rule::UniqueItems { is_ordered: true } => call("unique", []),
        Rule::UniqueItems { is_ordered: false } => call("unique_unordered", []),
    })
}

/// A call of the method for both bounds, the lower or the upper one.
fn limits([both, lower, upper]: [&'static str; 3], bounds: [Option<Argument>; 2]) -> Option<Call> {
    Some(match bounds {
        [Some(min), Some(max)] => call(both, [min, max]),
        [Some(min), None] => call(lower, [min]),
        [None, Some(max)] => call(upper, [max]),
        [None, None] => return None,
    })
}

/// The checks of what a value contains.
fn inside(service: &Service, ty: &Type) -> Vec<Call> {
    match ty {
        Type::Structure(id) | Type::Union(id) => {
            vec![call("nested", [Argument::Validator(service.type_name(id).to_owned())])]
        }
        Type::List(element) => {
            let method = if element.sparse { "each_present" } else { "each" };
            each(method, "item", of_element(service, element)).into_iter().collect()
        }
        Type::Map(elements) => {
            let method = if elements.value.sparse { "each_present_value" } else { "each_value" };
            let mut keys = of_constraints(service, &elements.key);
            keys.extend(text(service, &elements.key, &Type::String, &elements.key_xml));
            let keys = each("each_key", "key", keys);
            let values = each(method, "value", of_element(service, &elements.value));
            keys.into_iter().chain(values).collect()
        }
        _ => Vec::new(),
    }
}

/// The check of a string that requests carry in a document, if no other one implies it.
fn text(service: &Service, constraints: &[Constraint], ty: &Type, xml: &Xml) -> Option<Call> {
    let is_checked = *ty == Type::String && xml.in_requests;
    let is_implied = || constraints.iter().any(|constraint| implies_xml_text(service, constraint));
    (is_checked && !is_implied()).then(|| call("xml_text", []))
}

/// Whether every valid string has only characters of XML because of the constraint. Strings that only cause a warning
/// are valid.
fn implies_xml_text(service: &Service, constraint: &Constraint) -> bool {
    if !constraint.severity.is_invalid() {
        return false;
    }
    let compiled = match &constraint.rule {
        Rule::Pattern(_) => {
            service.patterns.get(&constraint.origin.bearer).and_then(|it| it.compiled.as_ref())
        }
        _ => None,
    };
    let is_white_space = |c: &char| matches!(c, '\t' | '\n' | '\r');
    let mut refused = ('\0'..='\u{1F}').filter(|c| !is_white_space(c)).chain(['\u{FFFE}', '\u{FFFF}']);
    compiled.is_some_and(|compiled| !refused.any(|c| compiled.may_contain(c)))
}

fn of_element(service: &Service, element: &Element) -> Vec<Call> {
    let mut calls = of_constraints(service, &element.constraints);
    calls.extend(text(service, &element.constraints, &element.ty, &element.xml));
    calls.extend(inside(service, &element.ty));
    calls
}

/// Calls on each element, if there are any.
fn each(method: &'static str, variable: &'static str, calls: Vec<Call>) -> Option<Call> {
    (!calls.is_empty()).then(|| call(method, [Argument::Each(variable, calls)]))
}

fn call(method: &'static str, arguments: impl Into<Vec<Argument>>) -> Call {
    Call { method, arguments: arguments.into() }
}
