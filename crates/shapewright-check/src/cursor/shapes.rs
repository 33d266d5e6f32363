//! What the model says about members.

use cloudfront_shapes::catalog::{ENUMS, enum_values};
use cloudfront_validators::{Kind, rules};

use crate::api::types::{self, Type};

/// Returns the name and type of a member.
pub(super) fn member(shape: &str, name: &str) -> Option<(&'static str, Type)> {
    types::members(shape).into_iter().find(|(member, _)| *member == name)
}

/// Returns the structure at the end of a path of members and indexes.
pub(super) fn structure(start: &'static str, path: &[&str]) -> Option<&'static str> {
    let mut shape = start;
    let mut element = None;
    for step in path {
        if let Some(inside) = element.take() {
            step.parse::<usize>().ok()?;
            shape = inside;
            continue;
        }
        let (_, ty) = member(shape, step)?;
        match ty.structure() {
            Some(inside) => shape = inside,
            None => element = Some(ty.element()?),
        }
    }
    element.is_none().then_some(shape)
}

/// Returns the values that a member can have, or the elements of its list, if they are known.
pub(super) fn values(shape: &str, name: &str) -> &'static [&'static str] {
    let Some((_, ty)) = member(shape, name) else { return &[] };
    if ty.is_boolean() {
        return &["true", "false"];
    }
    let mut targets = vec![format!("{shape}${name}"), format!("{shape}${name}[]")];
    // What is around a list.
    targets.extend(ty.structure().map(|shape| format!("{shape}$Items[]")));
    let is_here = |target: &str| targets.iter().any(|wanted| wanted == target);
    let rule = rules().find(|rule| rule.kind == Kind::Enum && is_here(rule.target));
    // Rules list the values of an enum, and do not name it.
    let listed = rule.and_then(|rule| rule.expected.strip_prefix("one of ")).unwrap_or_default();
    let mut enums = ENUMS.iter().filter_map(|name| enum_values(name));
    enums.find(|values| values.join(", ") == listed).unwrap_or_default()
}

/// Whether a request must have a member.
pub(super) fn is_required(shape: &str, name: &str) -> bool {
    let target = format!("{shape}${name}");
    rules().any(|rule| rule.kind == Kind::Required && rule.target == target)
}
