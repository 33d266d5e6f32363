//! Which form a document of the API has.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use shapewright_runtime::text::nearest;
use shapewright_source::{Kind, Node};

use super::evidence;
use super::forms::{Form, Forms, Role, replaces};

/// What is known about a document beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// The operation, if it was given.
    pub(crate) operation: Option<&'a str>,
    /// Whether the document replaces something that is known.
    pub(crate) is_update: bool,
    /// Whether it is a document of the API for certain.
    pub(crate) is_certain: bool,
}

/// A form that fits.
pub(super) struct Fit {
    pub(super) form: &'static Form,
    /// Why.
    pub(super) why: String,
}

/// How well a form fits; the greatest fits best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// The members that the form has, less those that it does not have.
    balance: i64,
    /// A request is likelier than an output with the same members.
    is_request: bool,
    /// How many members are missing.
    missing: Reverse<usize>,
    /// A configuration alone creates something, unless it is known to replace something.
    is_apt: bool,
    /// Operations that create come before others.
    creates: bool,
}

/// Finds the form of an object by its members.
///
/// # Errors
///
/// Why none fits.
pub(super) fn by_members(root: Node<'_>, wanted: Wanted<'_>) -> Result<Fit, String> {
    let forms = Forms::get();
    let members = root.members();
    let is_present = |node: &&Node<'_>| node.resolved().kind() != Kind::Null;
    let present: Vec<(&str, Node<'_>)> =
        members.iter().filter(is_present).filter_map(|node| Some((node.key()?, *node))).collect();
    let mut matched: BTreeMap<usize, usize> = BTreeMap::new();
    for (name, _) in &present {
        for form in forms.with_member(name) {
            *matched.entry(*form).or_default() += 1;
        }
    }
    let candidates = matched.iter().filter_map(|(index, count)| Some((forms.list.get(*index)?, *count)));
    let mut scored: Vec<(Score, &'static Form)> = candidates
        .filter(|(form, _)| form.is_wanted(wanted))
        .map(|(form, count)| (score(form, count, &present, wanted), form))
        .collect();
    // The order of forms decides among equals.
    scored.sort_by_key(|(score, _)| Reverse(*score));
    let Some((best, form)) = scored.first().copied() else {
        // If the operation is known, what does not fit is wrong.
        let is_input = |form: &&'static Form| form.is_input_of(wanted.operation);
        let form = forms.list.iter().find(is_input).ok_or_else(|| nothing_fits(forms, &present))?;
        return Ok(Fit { form, why: why(form, wanted, &[]) });
    };
    if !wanted.is_certain && wanted.operation.is_none() {
        evidence::suffices(form, &present)?;
    }
    let equals =
        scored.iter().take_while(|(score, _)| *score == best).filter_map(|(_, form)| form.operation());
    let mut others: Vec<&str> = equals.filter(|operation| Some(*operation) != form.operation()).collect();
    others.dedup();
    Ok(Fit { form, why: why(form, wanted, &others) })
}

/// Finds the form of an XML document by its outermost element.
pub(super) fn by_element(root: Node<'_>, wanted: Wanted<'_>) -> Result<Fit, String> {
    let name = root.key().unwrap_or_default();
    let forms = Forms::get().list.iter().filter(|form| form.roots.contains(name) && form.is_wanted(wanted));
    let rank = |form: &&Form| {
        let is_apt = form.operation().is_some_and(|operation| replaces(operation) == wanted.is_update);
        (is_apt, form.operation().is_some(), form.operation().is_some_and(creates))
    };
    // The first of equals.
    let best = forms.rev().max_by_key(rank);
    let form = best.ok_or_else(|| format!("no request and no response has the element {name} outermost"))?;
    if !wanted.is_certain && wanted.operation.is_none() {
        evidence::has_elements(form, root)?;
    }
    Ok(Fit { form, why: why(form, wanted, &[]) })
}

impl Form {
    /// Whether it is the input of an operation.
    fn is_input_of(&self, operation: Option<&str>) -> bool {
        matches!(self.role, Role::Input(name) if Some(name) == operation)
    }

    /// Whether it is about the operation that was given, if one was.
    fn is_wanted(&self, wanted: Wanted<'_>) -> bool {
        let Some(wanted) = wanted.operation else { return true };
        match &self.role {
            Role::Input(operation) | Role::Part { operation, .. } => *operation == wanted,
            Role::Stored(ways) => ways.iter().any(|way| way.config.fits(wanted)),
        }
    }
}

fn score(form: &Form, count: usize, present: &[(&str, Node<'_>)], wanted: Wanted<'_>) -> Score {
    let is_there = |member: &&&str| present.iter().any(|(name, _)| name == *member);
    let has_all = form.required.iter().filter(is_there).count();
    let operation = form.operation();
    Score {
        balance: 2 * count as i64 - present.len() as i64,
        is_request: operation.is_some(),
        missing: Reverse(form.required.len() - has_all),
        is_apt: operation.is_some_and(|operation| replaces(operation) == wanted.is_update),
        creates: operation.is_some_and(creates),
    }
}

fn creates(operation: &str) -> bool {
    operation.starts_with("Create")
}

fn why(form: &Form, wanted: Wanted<'_>, others: &[&str]) -> String {
    let shape = form.shape;
    let found = match (&form.role, wanted.operation) {
        (Role::Input(operation), _) => format!("it is the input of {operation}"),
        (Role::Part { operation, member }, _) if shape == *member => {
            format!("it is the {shape} of {operation}")
        }
        (Role::Part { operation, member }, _) => format!("it is the {shape} that is {member} of {operation}"),
        (Role::Stored(_), _) => format!("it has what the service stored, as {shape}"),
    };
    match others {
        [] => found,
        others => format!("{found}; it could be that of {} too", others.join(", ")),
    }
}

/// Why no form fits.
fn nothing_fits(forms: &Forms, present: &[(&str, Node<'_>)]) -> String {
    // Members of the API begin with a capital letter.
    let mut alike = present.iter().filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_uppercase()));
    let meant = alike.find_map(|(name, _)| Some((name, nearest(name, forms.members())?)));
    match meant {
        Some((name, meant)) => format!("it has {name}, which is no member of the API; did you mean {meant}?"),
        None if present.is_empty() => "it is an empty object".to_owned(),
        None => "no request of CloudFront has its members".to_owned(),
    }
}
