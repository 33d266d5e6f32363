//! `shapewright explain`: what is known about a rule, a shape, a member, an operation or an error code.

mod enumeration;
mod member;
mod path;
mod property;
mod rule;
mod spelling;
mod subject;
mod text;
mod unknown;

use std::collections::BTreeMap;

use cloudfront::errors::Code;
use cloudfront::http::Binding;
use cloudfront::shapes::catalog::{STRUCTURES, structure};
use cloudfront::shapes::summaries;
use cloudfront::validators::{OPERATIONS, RULES, input};
use serde_json::json;
use shapewright_runtime::PointerStep;

use self::path::Place;
pub(crate) use self::path::{target_of, type_of};
pub(crate) use self::rule::expectation;
use self::subject::Subject;
use self::text::Text;
pub(crate) use self::text::dotted;
pub use self::unknown::UnknownName;

/// Maximum number of members that are explained in full; otherwise only their names are listed.
const MAX_DETAILS: usize = 3;

/// Explains a name: a rule, a structure, an enum, a member, an operation, an error code, or the path of a report.
///
/// A member is written with a dot (`CacheBehavior.MinTTL`) or by itself (`MinTTL`), which lists all members of that
/// name. Other spellings are understood too: in another letter case, or with underscores (`is_ipv6_enabled`). A path is
/// a JSON Pointer as reports have it, for all operations (`/DistributionConfig/Origins/Items/0/Id`) or
/// for one (`UpdateDistribution/DistributionConfig/Origins/Items/0/Id`).
///
/// ```
/// let text = shapewright::explain("CacheBehavior.PathPattern")?;
/// assert!(text.starts_with("CacheBehavior.PathPattern: string\n"));
///
/// let error = shapewright::explain("CacheBehavior.MinTTX").expect_err("it is misspelt");
/// assert_eq!(error.suggestion(), Some("CacheBehavior.MinTTL"));
/// # Ok::<(), shapewright::UnknownName>(())
/// ```
///
/// # Errors
///
/// Fails if nothing has this name.
pub fn explain(name: &str) -> Result<String, UnknownName> {
    explained(name, Text::default()).map(Text::into_string)
}

/// Explains a name like [`explain`], as one JSON object: `{"version": 1, "name", "subjects"}`. The `kind` of a subject
/// says what else it has. The version changes if a key goes away or has another meaning.
///
/// ```
/// let text = shapewright::explain_as_json("CacheBehavior.PathPattern")?;
/// let explained: serde_json::Value = serde_json::from_str(&text).expect("JSON");
/// assert_eq!(explained["subjects"][0]["type"], "string");
/// # Ok::<(), shapewright::UnknownName>(())
/// ```
///
/// # Errors
///
/// Fails if nothing has this name.
pub fn explain_as_json(name: &str) -> Result<String, UnknownName> {
    let subjects = explained(name, Text::with_subjects())?.into_subjects();
    Ok(format!("{:#}\n", json!({ "version": 1, "name": name, "subjects": subjects })))
}

/// Writes all that is known about a name to a text.
fn explained(name: &str, mut text: Text) -> Result<Text, UnknownName> {
    about(&mut text, name);
    if text.is_empty() {
        for known in spelling::known(name) {
            text.separate();
            about(&mut text, known);
        }
    }
    property::details(&mut text, name);
    if text.is_empty() {
        property::anywhere(&mut text, name);
    }
    if text.is_empty() { Err(UnknownName::new(name)) } else { Ok(text) }
}

/// All that has exactly this name, or that a path leads to.
fn about(text: &mut Text, name: &str) {
    if let Some(rule) = RULES.find(name) {
        rule::details(text, rule);
    } else if rule::built_in(text, name) || rule::about_text(text, name) {
        // It has written its text.
    } else if let Some(code) = Code::from_code(name) {
        rule::with_code(text, code);
    } else if let Some(binding) = cloudfront::http::operation(name) {
        operation(text, binding);
    } else if structure(name).is_some() {
        member::details(text, name, None);
    } else {
        enumeration::details(text, name);
        if text.is_empty() && summaries::of(name).is_some() {
            member::details(text, name, None); // a union
        }
        path(text, name);
        member::homonyms(text, name);
    }
}

/// An operation and its input.
fn operation(text: &mut Text, binding: &'static Binding) {
    text.subject(Subject::Operation(binding));
    text.line(format_args!("{}: {} {}", binding.name, binding.method, binding.uri));
    text.sentence("  ", summaries::of(binding.name));
    for (word, shape) in [("input", binding.input.shape), ("output", binding.output.shape)] {
        if !shape.is_empty() {
            text.line(format_args!("  {word}: {shape}"));
        }
    }
    if !binding.input.shape.is_empty() {
        text.line(format_args!(""));
        // The sentence about the operation says what its input is for.
        member::with_sentence(text, binding.input.shape, None, None);
    }
}

/// The members that a path leads to.
fn path(text: &mut Text, name: &str) {
    let (start, steps) = split(name);
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let mut places = Places::new();
    if let Some(mut structure) = spelling::find(&start, STRUCTURES).and_then(structure) {
        places.extend(path::follow(&mut *structure, &steps).map(|place| (place, Vec::new())));
    } else {
        for operation in operations(&start) {
            let place = input(operation).and_then(|mut input| path::follow(input.structure(), &steps).ok());
            if let Some(place) = place {
                places.entry(place).or_default().push(operation);
            }
        }
    }
    if !places.is_empty() {
        return at_places(text, name, "the input of ", &places);
    }
    if start.is_empty() {
        // The report may be about a part of a request.
        for root in STRUCTURES {
            let place = structure(root).and_then(|mut root| path::follow(&mut *root, &steps).ok());
            if let Some(place) = place {
                places.entry(place).or_default().push(root);
            }
        }
        at_places(text, name, "", &places);
    }
}

/// The operations that a path starts with: one, or all for a JSON Pointer.
fn operations(start: &str) -> Vec<&'static str> {
    if start.is_empty() {
        OPERATIONS.to_vec()
    } else {
        spelling::find(start, OPERATIONS).into_iter().collect()
    }
}

/// Members, each with the structure that has it at the same path.
type Places<'a> = BTreeMap<Place, Vec<&'a str>>;

fn at_places(text: &mut Text, name: &str, what: &str, places: &Places<'_>) {
    if places.len() > MAX_DETAILS {
        text.line(format_args!("{name} is one of {} members", places.len()));
        for Place { structure, member, .. } in places.keys() {
            member::one_line(text, structure, member);
            text.sentence("    ", summaries::of_member(structure, member));
        }
        return;
    }
    for (Place { structure: home, member, ty, is_element }, roots) in places {
        if !text.is_empty() {
            text.line(format_args!(""));
        }
        let element = if *is_element { "an element of " } else { "" };
        let roots = if roots.is_empty() { String::new() } else { format!(" in {what}{}", roots.join(", ")) };
        if *is_element || !roots.is_empty() {
            text.line(format_args!("{name} is {element}{home}.{member}{roots}\n"));
        }
        match structure(ty).filter(|_| *is_element) {
            Some(_) => member::details(text, ty, None),
            None => member::details(text, home, Some(member)),
        }
    }
}

/// The name that a path starts with, which is empty for a JSON Pointer, and its steps.
fn split(name: &str) -> (String, Vec<String>) {
    let mut steps: Vec<String> = if name.contains('/') {
        name.split('/').map(PointerStep::name).collect()
    } else {
        name.replace("[]", "").split(['.', '$']).map(str::to_owned).collect()
    };
    let start = if steps.is_empty() { String::new() } else { steps.remove(0) };
    (start, steps)
}
