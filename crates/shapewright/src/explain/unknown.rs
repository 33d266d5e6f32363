//! Errors about unknown names.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, STRUCTURES, structure};
use cloudfront::validators::{OPERATIONS, input, nearest, rules};
use shapewright_runtime::Structure;
use shapewright_runtime::text::message;

use super::path::{Break, follow};
use super::rule::{BUILT_IN, about_texts};
use super::{member, operations, property, spelling, split};
use crate::names;

/// Nothing has the given name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    name: String,
    suggestion: Option<String>,
    /// Where a path breaks off, in words.
    place: Option<String>,
}

impl UnknownName {
    pub(super) fn new(name: &str) -> UnknownName {
        UnknownName { name: name.to_owned(), suggestion: suggestion(name), place: unknown_step(name) }
    }

    /// The name that was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The nearest name that can be explained; `None` if none is near.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing is known about `{}`; ", message(self.name.clone()))?;
        match (&self.suggestion, &self.place) {
            (Some(meant), _) => write!(f, "did you mean `{}`?", message(meant.clone())),
            (None, Some(place)) => f.write_str(&message(place.clone())),
            (None, None) => f.write_str(
                "use the name of a rule, structure, enum, operation or error code, a member \
                 (`CacheBehavior.MinTTL`), the path of a report, or a resource of CloudFormation or Terraform",
            ),
        }
    }
}

impl Error for UnknownName {}

fn suggestion(name: &str) -> Option<String> {
    let (start, steps) = split(name);
    if !steps.is_empty() {
        return path(name, &start, steps).or_else(|| property::suggestion(name));
    }
    let ids =
        rules().map(|rule| rule.id).chain(BUILT_IN.map(|(id, ..)| id)).chain(about_texts().map(|(id, _)| id));
    let codes = Code::ALL.iter().map(|code| code.code());
    let members: BTreeSet<&str> = STRUCTURES.iter().flat_map(|name| member::names(name)).copied().collect();
    let shapes = STRUCTURES.iter().chain(ENUMS).copied();
    let resources = names::resources().map(|resource| resource.name);
    let names =
        ids.chain(codes).chain(shapes).chain(OPERATIONS.iter().copied()).chain(members).chain(resources);
    let properties = || names::resources().flat_map(property::names);
    nearest(name, names).or_else(|| nearest(name, properties())).map(str::to_owned)
}

/// `` `Nope` is no member of Origins; `shapewright explain Origins` lists its members ``; `None` if no step of a path
/// leads anywhere.
fn unknown_step(name: &str) -> Option<String> {
    if let Some(place) = property::unknown_step(name) {
        return Some(place);
    }
    let (start, steps) = split(name);
    let Break { known, home, .. } = longest(&start, &steps).err()?;
    let step = steps.get(known).filter(|_| !home.is_empty() && (known > 0 || !start.is_empty()))?;
    let known_members = match structure(&home) {
        Some(_) => format!("; `shapewright explain {home}` lists its members"),
        None => String::new(),
    };
    Some(format!("`{step}` is no member of {home}{known_members}"))
}

/// The nearest path: each wrong step is replaced by the nearest member, and separators at the end are left out.
fn path(name: &str, start: &str, mut steps: Vec<String>) -> Option<String> {
    while steps.pop_if(|step| step.is_empty()).is_some() {}
    let start = match start {
        "" => "",
        start => nearest(start, STRUCTURES.iter().chain(OPERATIONS).copied())?,
    };
    if steps.is_empty() {
        return (!start.is_empty()).then(|| start.to_owned());
    }
    let mut tries = steps.len();
    while let Err(Break { known, meant, .. }) = longest(start, &steps) {
        tries = tries.checked_sub(1)?;
        meant?.clone_into(steps.get_mut(known)?);
    }
    let separator = if name.contains('/') { "/" } else { "." };
    Some(format!("{start}{separator}{}", steps.join(separator)))
}

/// Follows the steps from the start where most of them are known.
fn longest(start: &str, steps: &[String]) -> Result<(), Break> {
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let follow_from = |structure: &mut dyn Structure| follow(structure, &steps).map(drop);
    if let Some(mut structure) = spelling::find(start, STRUCTURES).and_then(structure) {
        return follow_from(&mut *structure);
    }
    let outcomes = operations(start)
        .into_iter()
        .filter_map(|operation| Some(follow_from(input(operation)?.structure())));
    let length = |outcome: &Result<(), Break>| match outcome {
        Ok(()) => (usize::MAX, true),
        Err(end) => (end.known, end.meant.is_some()),
    };
    outcomes.max_by_key(length).unwrap_or(Err(Break { known: 0, meant: None, home: String::new() }))
}
