//! Translates the model's regular expressions for the `regex` crate and reports those that it cannot compile.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::ir::{Constraint, Pattern, Rule, Service, Type};
use crate::naming;

/// Collects the patterns of all request-side members; constraints whose pattern cannot be compiled are removed.
pub(super) fn compile(service: &mut Service, diagnostics: &mut Diagnostics) {
    let mut patterns = BTreeMap::new();
    let structures = service.structures.values_mut().map(|shape| (&shape.header, &mut shape.members));
    let unions = service.unions.values_mut().map(|shape| (&shape.header, &mut shape.members));
    for (header, members) in structures.chain(unions) {
        if header.usage.inputs.is_empty() {
            continue;
        }
        for member in members {
            keep_compilable(&mut member.constraints, &mut patterns, diagnostics);
            visit_elements(&mut member.ty, &mut |constraints| {
                keep_compilable(constraints, &mut patterns, diagnostics);
            });
        }
    }
    name(&mut patterns);
    service.patterns = patterns;
}

fn visit_elements(ty: &mut Type, visit: &mut impl FnMut(&mut Vec<Constraint>)) {
    match ty {
        Type::List(element) => {
            visit(&mut element.constraints);
            visit_elements(&mut element.ty, visit);
        }
        Type::Map(elements) => {
            visit(&mut elements.key);
            visit(&mut elements.value.constraints);
            visit_elements(&mut elements.value.ty, visit);
        }
        _ => {}
    }
}

fn keep_compilable(
    constraints: &mut Vec<Constraint>,
    patterns: &mut BTreeMap<String, Pattern>,
    diagnostics: &mut Diagnostics,
) {
    constraints.retain(|constraint| {
        let Rule::Pattern(text) = &constraint.rule else { return true };
        let origin = &constraint.origin;
        let known = patterns.entry(origin.bearer.clone()).or_insert_with(|| {
            let (regex, problem) = translated(text);
            if let Some(problem) = problem {
                diagnostics.warning(
                    Place::shape(&origin.file, &origin.bearer),
                    format!("pattern `{text}` is not enforced: {problem}"),
                    "replace it with an equivalent that the `regex` crate compiles, in an overlay",
                );
            }
            Pattern { rust: String::new(), text: text.clone(), regex }
        });
        known.regex.is_some()
    });
}

/// The pattern for the `regex` crate, or why there is none.
fn translated(text: &str) -> (Option<String>, Option<String>) {
    let candidate = from_ecma(text);
    match regex::Regex::new(&candidate) {
        Ok(_) => (Some(candidate), None),
        Err(error) => {
            let reason = error.to_string();
            let last = reason.lines().last().unwrap_or_default();
            (None, Some(last.trim_start_matches("error: ").to_owned()))
        }
    }
}

/// Smithy's patterns are ECMA 262, where `\d`, `\w` and `\s` are ASCII and classes do not nest.
fn from_ecma(pattern: &str) -> String {
    let mut regex = String::with_capacity(pattern.len() + 16);
    let mut in_class = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => push_escape(&mut regex, chars.next()),
            '[' | '&' | '~' if in_class => regex.extend(['\\', c]),
            _ => {
                in_class = c == '[' || (in_class && c != ']');
                regex.push(c);
            }
        }
    }
    regex
}

/// What follows a backslash.
fn push_escape(regex: &mut String, escaped: Option<char>) {
    match escaped {
        Some('d') => regex.push_str("[0-9]"),
        Some('D') => regex.push_str("[^0-9]"),
        Some('w') => regex.push_str("[0-9A-Za-z_]"),
        Some('W') => regex.push_str("[^0-9A-Za-z_]"),
        Some('s') => regex.push_str(r"[\t\n\x0B\f\r ]"),
        Some('S') => regex.push_str(r"[^\t\n\x0B\f\r ]"),
        Some('b') => regex.push_str(r"(?-u:\b)"),
        Some('/') => regex.push('/'),
        Some(c) => regex.extend(['\\', c]),
        None => regex.push('\\'),
    }
}

/// Names each pattern after the shape or member that bears it.
fn name(patterns: &mut BTreeMap<String, Pattern>) {
    let mut taken = std::collections::BTreeSet::new();
    for (bearer, pattern) in patterns {
        let local = bearer.rsplit('#').next().unwrap_or(bearer).replace('$', "_");
        pattern.rust = naming::unique(naming::constant_name(&local), "_", |name| taken.contains(name));
        taken.insert(pattern.rust.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ecma_classes_become_ascii_ones() {
        assert_eq!(from_ecma(r"^[a-z]{2}-\d\/[\w-]$"), "^[a-z]{2}-[0-9]/[[0-9A-Za-z_]-]$");
        assert_eq!(from_ecma(r"[[]\["), r"[\[]\[");
    }

    #[test]
    fn what_cannot_be_compiled_says_why() {
        let (regex, problem) = translated("^(?!x)$");
        assert_eq!(regex, None);
        assert!(problem.is_some_and(|text| text.contains("look-around")));
    }

    #[test]
    fn a_bare_hyphen_in_a_class_is_a_hyphen() {
        let (regex, _) = translated("^[a-zA-Z0-9-_]{1,64}$");
        let regex = regex::Regex::new(&regex.expect("compiles")).expect("compiled above");
        assert!(regex.is_match("a-b_C9") && !regex.is_match("a b") && !regex.is_match("a^"));
    }
}
