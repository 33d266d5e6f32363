//! `shapewright convert`: a document in another form.

mod hcl;
mod template;

use std::collections::BTreeSet;

use cloudfront::http::{Binding, Location};
use cloudfront::shapes::catalog::structure;
use cloudfront::validators::{Input, input};
use serde_json::Value;
use shapewright_dialect::{Dialect, Unmapped, from_api};
use shapewright_runtime::{Structure, deserialize_into};
use shapewright_source::{Kind, Limits, Source, json};

use crate::diff::Text;
use crate::given::{self, Given};
use crate::{explain, yaml};

pub use crate::given::Unreadable;

/// The form of a converted document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// The input of the operation in JSON, as the AWS CLI reads it.
    Json,
    /// The same in YAML.
    Yaml,
    /// The body of the request.
    Xml,
    /// A template of CloudFormation in YAML.
    CloudFormation,
    /// A configuration of Terraform, with resources of the provider aws.
    Terraform,
}

/// A converted document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted {
    /// The document.
    pub text: String,
    /// What the other form does not have, or has otherwise: a line for each.
    pub lost: Vec<String>,
}

/// Writes a document in another form. `operation` is the one that a document of the API is for, if that is known;
/// `resource` chooses one of several resources.
///
/// ```
/// use shapewright::convert::{Target, convert};
/// use shapewright::diff::Text;
///
/// let text = Text { name: "keys.json".to_owned(), bytes: br#"{"Name": "keys", "Items": ["K1XMPL"]}"#.to_vec() };
/// let converted = convert(text, Some("CreateKeyGroup"), None, Target::Yaml)?;
/// assert_eq!(converted.text, "KeyGroupConfig:\n  Name: keys\n  Items:\n    - K1XMPL\n");
/// # Ok::<(), shapewright::convert::Unreadable>(())
/// ```
///
/// # Errors
///
/// When the document cannot be read, has several requests where the form has one, or has no such form.
pub fn convert(
    text: Text,
    operation: Option<&str>,
    resource: Option<&str>,
    target: Target,
) -> Result<Converted, Unreadable> {
    let name = text.name.clone();
    let mut given = given::read(&text.name, text.bytes, operation)?;
    if let Some(resource) = resource {
        let has_all = given.iter().any(|given| given.resource.as_deref() == Some(resource));
        let names: BTreeSet<String> =
            given.iter().filter_map(|given| given.request.resource.clone()).collect();
        given.retain(|given| {
            let name = if has_all { &given.resource } else { &given.request.resource };
            name.as_deref() == Some(resource)
        });
        if given.is_empty() {
            return Err(Unreadable::one(format!("{name}: it has no resource {resource}{}", there(&names))));
        }
    }
    let mut lost: Vec<String> = given.iter().flat_map(unknown).collect();
    let newer = given.iter().flat_map(|given| &given.newer);
    lost.extend(newer.map(|pointer| format!("{pointer} is left out: it is newer than the model")));
    let converted = match target {
        Target::CloudFormation => resources(&mut given, &cloudfront_dialects::CLOUDFORMATION, &mut lost)
            .map(|made| template::write(&made)),
        Target::Terraform => {
            resources(&mut given, &cloudfront_dialects::TERRAFORM, &mut lost).map(|made| hcl::write(&made))
        }
        _ => one(&mut given).and_then(|given| request(given, target, &mut lost)),
    };
    match converted {
        Ok(text) => Ok(Converted { text, lost }),
        Err(why) => Err(Unreadable::one(format!("{name}: {why}"))),
    }
}

/// The names of the resources that there are, for the end of a message.
fn there(names: &BTreeSet<String>) -> String {
    const MOST: usize = 10;
    let first: Vec<&str> = names.iter().map(String::as_str).take(MOST).collect();
    match names.len().saturating_sub(first.len()) {
        0 if first.is_empty() => String::new(),
        0 => format!("; it has {}", first.join(", ")),
        more => format!("; it has {} and {more} more", first.join(", ")),
    }
}

/// The values that are not known, each with the reason.
fn unknown(given: &Given) -> Vec<String> {
    let resource = given.resource.as_ref().map(|resource| format!("{resource}: ")).unwrap_or_default();
    let root = given.request.tree.root();
    let line = |pointer: &String| {
        let node = root.locate(pointer).node;
        // A configuration alone does not have what is around it in a request.
        let is_around = given.resource.is_none() && node.is_supplied();
        match node.kind() {
            Kind::Unknown { reason } if !is_around => {
                Some(format!("{resource}{pointer} is not known: {reason}"))
            }
            _ => None,
        }
    };
    given.unknown.iter().filter_map(line).collect()
}

/// The only request.
fn one(given: &mut [Given]) -> Result<&mut Given, String> {
    match given {
        [given] => Ok(given),
        several => {
            let names: Vec<&str> = several.iter().filter_map(|given| given.resource.as_deref()).collect();
            let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
            Err(format!(
                "it has {} requests{names}, and this form has one; choose it with --resource",
                several.len()
            ))
        }
    }
}

/// A request in a form of the API.
fn request(given: &mut Given, target: Target, lost: &mut Vec<String>) -> Result<String, String> {
    let input: &dyn Structure = given.input.structure();
    match target {
        Target::Yaml => Ok(yaml::write(input, &|_, _| None)),
        Target::Xml => {
            let binding = cloudfront::http::operation(given.operation);
            body(binding.ok_or_else(|| format!("there is no operation {}", given.operation))?, input, lost)
        }
        _ => serde_json::to_string_pretty(input).map(|text| text + "\n").map_err(|error| error.to_string()),
    }
}

/// The body of a request. What is elsewhere in the request is lost.
fn body(binding: &Binding, input: &dyn Structure, lost: &mut Vec<String>) -> Result<String, String> {
    let value = serde_json::to_value(input).map_err(|error| error.to_string())?;
    let members = || input.member_names().iter().copied().zip(binding.input.members);
    for (name, location) in members().filter(|(name, _)| value.get(name).is_some()) {
        if !matches!(location, Location::Document | Location::Payload) {
            lost.push(format!("/{name} is not in the body of {}", binding.name));
        }
    }
    let payload = members().find(|(_, location)| matches!(location, Location::Payload));
    let text = match payload {
        None if members().any(|(_, location)| matches!(location, Location::Document)) => {
            cloudfront::http::to_xml(input)
        }
        None => return Err(format!("{} has no body", binding.name)),
        Some((name, _)) => {
            let shape = explain::type_of(input.shape_name(), name);
            let part = structure(&shape).and_then(|mut part| {
                deserialize_into(&mut *part, value.get(name)?).ok()?;
                Some(part)
            });
            let part =
                part.ok_or_else(|| format!("the body of {} is not XML, or {name} is absent", binding.name))?;
            cloudfront::http::to_xml(&*part)
        }
    };
    text.map(|text| text + "\n").map_err(|error| error.to_string())
}

/// A resource of a tool, with its name.
struct Made {
    name: String,
    unmapped: Unmapped,
}

/// The resources with which a tool makes requests.
fn resources(
    given: &mut [Given],
    dialect: &'static Dialect,
    lost: &mut Vec<String>,
) -> Result<Vec<Made>, String> {
    let mut names = BTreeSet::new();
    let mut made = Vec::new();
    for given in given {
        let (operation, text) = creation(given, lost)?;
        let base = given.resource.as_deref().map_or_else(|| name_for(operation), word);
        let mut numbered =
            (1..).map(|count| if count == 1 { base.clone() } else { format!("{base}{count}") });
        let name = numbered.find(|name| names.insert(name.clone())).unwrap_or_default();
        made.push(resource(dialect, operation, text, name, lost)?);
    }
    Ok(made)
}

/// The resource with which a tool makes a request, which is given as JSON.
fn resource(
    dialect: &'static Dialect,
    operation: &str,
    request: String,
    name: String,
    lost: &mut Vec<String>,
) -> Result<Made, String> {
    let parsed = json::parse(Source::new("request", request), &Limits::default());
    let tree = parsed.tree().ok_or("the request cannot be written as JSON")?;
    let unmapped = from_api(dialect, operation, tree.root())
        .ok_or_else(|| format!("no resource of {} is created with {operation}", dialect.name))?;
    for problem in &unmapped.problems {
        lost.push(format!("{}: {}; {}", problem.pointer, problem.message, problem.help));
    }
    Ok(Made { name, unmapped })
}

/// The name of a resource that has none.
fn name_for(operation: &str) -> String {
    operation.trim_start_matches("Create").to_owned()
}

/// A request as a template of CloudFormation or a configuration of Terraform, for [`crate::skeleton`].
pub(crate) fn template(operation: &str, request: String, target: Target) -> Result<Converted, String> {
    let mut lost = Vec::new();
    let name = name_for(operation);
    let text = match target {
        Target::Terraform => {
            hcl::write(&[resource(&cloudfront_dialects::TERRAFORM, operation, request, name, &mut lost)?])
        }
        _ => template::write(&[resource(
            &cloudfront_dialects::CLOUDFORMATION,
            operation,
            request,
            name,
            &mut lost,
        )?]),
    };
    Ok(Converted { text, lost })
}

/// The letters and digits of a logical id, or of the last part of an address.
fn word(resource: &str) -> String {
    let address = resource.split(" if ").next().unwrap_or(resource);
    let last = address.rsplit('.').next().unwrap_or(address);
    last.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The operation that creates what a request is about, and its input as JSON.
fn creation(given: &mut Given, lost: &mut Vec<String>) -> Result<(&'static str, String), String> {
    let value =
        serde_json::to_value(given.input.structure() as &dyn Structure).map_err(|error| error.to_string())?;
    let creation = given.operation.strip_prefix("Update").map(|rest| format!("Create{rest}"));
    let creation = creation.and_then(|name| cloudfront::http::operation(&name));
    let (operation, mut input) = match creation.and_then(|binding| Some((binding.name, input(binding.name)?)))
    {
        Some((operation, mut other)) => {
            left_out(&value, &mut *other, lost);
            deserialize_into(other.structure(), &value).map_err(|error| error.to_string())?;
            (operation, other)
        }
        None => {
            let mut same = input(given.operation).ok_or("the operation has no input")?;
            deserialize_into(same.structure(), &value).map_err(|error| error.to_string())?;
            (given.operation, same)
        }
    };
    let text =
        serde_json::to_string(input.structure() as &dyn Structure).map_err(|error| error.to_string())?;
    Ok((operation, text))
}

/// The members of an update that the creation does not have.
fn left_out(value: &Value, creation: &mut dyn Input, lost: &mut Vec<String>) {
    let names = creation.structure().member_names();
    let others = value.as_object().into_iter().flatten().filter(|(name, _)| !names.contains(&name.as_str()));
    lost.extend(others.map(|(name, _)| format!("/{name} is only in updates")));
}
