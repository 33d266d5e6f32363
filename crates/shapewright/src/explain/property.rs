//! Explains resources of CloudFormation and Terraform, and their properties.

use std::collections::BTreeMap;

use cloudfront::shapes::catalog::structure as empty;
use cloudfront::validators::nearest;
use serde_json::{Value, json};
use shapewright_dialect::{Dialect, Form, Member, Resource, Structure};

use super::path::follow;
use super::subject::Subject;
use super::text::Text;
use super::{MAX_DETAILS, member, spelling};
use crate::names::{resource, resources};

/// Explains a resource, or the property of a resource: `aws_cloudfront_distribution.origin.origin_id`; nothing if there
/// is no such resource.
pub(super) fn details(text: &mut Text, name: &str) {
    let name = name.replace("[]", "");
    let (start, rest) = name.split_once('.').unwrap_or((&name, ""));
    let steps: Vec<&str> = rest.split('.').filter(|step| !step.is_empty()).map(without_index).collect();
    for dialect in cloudfront_dialects::ALL {
        let Some(resource) =
            dialect.resources.iter().find(|resource| resource.name.eq_ignore_ascii_case(start))
        else {
            continue;
        };
        if steps.is_empty() {
            overview(text, dialect, resource);
        } else {
            // An address has the name of the resource before its properties.
            let found = find(resource, &steps).or_else(|| find(resource, steps.get(1..)?));
            if let Some(found) = found {
                text.subject(Subject::Property(&steps.join("."), &[resource.name], found.target()));
                one(text, &name, &found);
            }
        }
    }
}

/// Explains a property by its path in any resource: `DistributionConfig.IPV6Enabled`; nothing if there is none.
pub(super) fn anywhere(text: &mut Text, name: &str) {
    let steps: Vec<&str> = name.split('.').map(without_index).collect();
    let mut found: BTreeMap<String, Vec<(&str, Property)>> = BTreeMap::new();
    for resource in resources() {
        if let Some(property) = nested(resource, &steps) {
            found.entry(property.meaning()).or_default().push((resource.name, property));
        }
    }
    for (meaning, places) in &found {
        text.separate();
        let resources: Vec<&str> = places.iter().map(|(resource, _)| *resource).collect();
        text.line(format_args!("{name} {meaning} in {}", resources.join(", ")));
        let target = places.first().and_then(|(_, property)| property.target());
        text.subject(Subject::Property(name, &resources, target));
        if let Some((home, api)) = target.filter(|_| found.len() <= MAX_DETAILS) {
            text.line(format_args!(""));
            member::details(text, home, Some(api));
        }
    }
}

/// A resource: what creates it, and its properties with the members that they are.
fn overview(text: &mut Text, dialect: &Dialect, resource: &'static Resource) {
    text.subject(Subject::Resource(resource));
    text.line(format_args!("{}: a resource of {}", resource.name, title(dialect)));
    for input in resource.inputs {
        let when = if input.when.is_empty() { String::new() } else { format!(" if it has {}", input.when) };
        text.line(format_args!("  created with {}{when}", input.operation));
    }
    let Some(input) = resource.inputs.first() else { return };
    text.line(format_args!("\nproperties of {}", resource.name));
    for member in input.structure.members {
        let property = Property::new(input.structure, member);
        let required = if member.is_required { ", required" } else { "" };
        let replaces = if member.is_create_only { ", a change makes a new resource" } else { "" };
        text.line(format_args!("  {} {}{required}{replaces}", member.name, property.meaning()));
    }
}

/// The properties of a resource as objects.
pub(super) fn properties(resource: &Resource) -> Value {
    let Some(input) = resource.inputs.first() else { return json!([]) };
    let object = |member: &Member| {
        let property = Property::new(input.structure, member);
        let target = property.target().map(|(structure, member)| format!("{structure}.{member}"));
        json!({
            "name": member.name,
            "member": target,
            "required": member.is_required,
            "create_only": member.is_create_only,
        })
    };
    input.structure.members.iter().map(object).collect()
}

fn title(dialect: &Dialect) -> &'static str {
    match dialect.name {
        "cloudformation" => "CloudFormation",
        "awscc" => "the Terraform provider awscc",
        _ => "the Terraform provider aws",
    }
}

/// A property, with the member of the API that it is.
struct Property {
    /// The structure and its member; `None` if the property is not sent.
    target: Option<(String, String)>,
}

impl Property {
    fn new(structure: &Structure, member: &Member) -> Property {
        let is_sent = !matches!(member.form, Form::Ignored);
        let target = empty(structure.api).filter(|_| is_sent).and_then(|mut api| {
            let place = follow(&mut *api, member.path).ok()?;
            Some((place.structure, place.member))
        });
        // A list can be a part of the structure itself.
        let itself = || is_sent.then(|| (structure.api.to_owned(), "Items".to_owned()));
        Property { target: target.or_else(itself) }
    }

    fn target(&self) -> Option<(&str, &str)> {
        self.target.as_ref().map(|(structure, member)| (structure.as_str(), member.as_str()))
    }

    /// `is Origin.Id`, `is not sent`
    fn meaning(&self) -> String {
        match &self.target {
            Some((home, member)) => format!("is {home}.{member}"),
            None => "is not sent to the API".to_owned(),
        }
    }
}

fn one(text: &mut Text, name: &str, property: &Property) {
    text.separate();
    text.line(format_args!("{name} {}", property.meaning()));
    if let Some((home, api)) = &property.target {
        text.line(format_args!(""));
        member::details(text, home, Some(api));
    }
}

/// The property at the end of a path from a resource.
fn find(resource: &Resource, steps: &[&str]) -> Option<Property> {
    resource.inputs.iter().find_map(|input| inside(input.structure, steps))
}

/// The property at the end of a path from any structure of a resource.
fn nested(resource: &Resource, steps: &[&str]) -> Option<Property> {
    structures(resource).into_iter().find_map(|structure| inside(structure, steps))
}

fn inside(structure: &Structure, steps: &[&str]) -> Option<Property> {
    let (first, rest) = steps.split_first()?;
    let names: Vec<&str> = structure.members.iter().map(|member| member.name).collect();
    let member = structure.members.get(spelling::position(first, &names)?)?;
    if rest.is_empty() {
        Some(Property::new(structure, member))
    } else {
        inside(structure_of(&member.form)?, rest)
    }
}

/// The nearest path to a property of a resource, or of a structure that some resource has: each wrong step is replaced
/// by the nearest name.
pub(super) fn suggestion(name: &str) -> Option<String> {
    let name = name.replace("[]", "");
    let (start, rest) = name.split_once('.')?;
    let names = || resources().map(|resource| resource.name);
    let meant = resource(start).or_else(|| resource(nearest(start, names())?));
    if let Some(meant) = meant {
        let steps: Vec<&str> = rest.split('.').filter(|step| !step.is_empty()).map(without_index).collect();
        let in_inputs =
            |steps: &[&str]| meant.inputs.iter().find_map(|input| corrected(input.structure, steps));
        let path = in_inputs(&steps).or_else(|| {
            // An address has the name of the resource before its properties.
            let (id, steps) = steps.split_first()?;
            Some(format!("{id}.{}", in_inputs(steps)?))
        });
        return Some(format!("{}.{}", meant.name, path?));
    }
    let steps: Vec<&str> = name.split('.').map(without_index).collect();
    resources().flat_map(structures).find_map(|structure| {
        let names: Vec<&str> = structure.members.iter().map(|member| member.name).collect();
        spelling::position(steps.first()?, &names).and_then(|_| corrected(structure, &steps))
    })
}

/// A path in which each wrong step is replaced by the nearest property.
fn corrected(structure: &Structure, steps: &[&str]) -> Option<String> {
    let (first, rest) = steps.split_first()?;
    let names: Vec<&str> = structure.members.iter().map(|member| member.name).collect();
    let index = spelling::position(first, &names)
        .or_else(|| names.iter().position(|name| Some(*name) == nearest(first, names.iter().copied())))?;
    let member = structure.members.get(index)?;
    if rest.is_empty() {
        return Some(member.name.to_owned());
    }
    Some(format!("{}.{}", member.name, corrected(structure_of(&member.form)?, rest)?))
}

/// The names of all properties of a resource, at any depth.
pub(super) fn names(resource: &Resource) -> impl Iterator<Item = &'static str> {
    structures(resource).into_iter().flat_map(|structure| structure.members).map(|member| member.name)
}

/// `` `nope` is no property of aws_cloudfront_key_group ``; `None` if the path does not begin with a resource.
pub(super) fn unknown_step(name: &str) -> Option<String> {
    let (start, rest) = name.split_once('.')?;
    let Resource { name, .. } = resource(start)?;
    Some(format!("{name} has no property `{rest}`; `shapewright explain {name}` lists its properties"))
}

/// The structures of a resource, each before those inside it.
fn structures(resource: &Resource) -> Vec<&'static Structure> {
    let mut found: Vec<&'static Structure> = resource.inputs.iter().map(|input| input.structure).collect();
    let mut next = 0;
    while let Some(structure) = found.get(next) {
        let inside = structure.members.iter().filter_map(|member| structure_of(&member.form));
        found.extend(inside.collect::<Vec<_>>());
        next += 1;
    }
    found
}

/// The structure in a form.
fn structure_of(form: &Form) -> Option<&'static Structure> {
    match form {
        Form::Structure(structure) => Some(structure),
        Form::List(_, form) | Form::Within(_, form) => structure_of(form),
        _ => None,
    }
}

/// A step without the index of an element: `origin` for `origin[0]`.
fn without_index(step: &str) -> &str {
    step.split('[').next().unwrap_or(step)
}
