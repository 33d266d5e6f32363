//! `shapewright skeleton`: requests to start from, with placeholders.

mod comments;
mod fill;
mod placeholders;

use std::collections::BTreeSet;
use std::fmt;

use cloudfront::shapes::catalog::{STRUCTURES, structure};
use cloudfront::validators::{Input, Kind, Level, OPERATIONS, Options, Report, Violation, input};
use shapewright_runtime::{FixQuantities, Structure};

use self::fill::Fill;
use crate::convert::{self, Converted, Target};
use crate::explain::type_of;
use crate::{NoSuch, names, yaml};

/// How much of a request a skeleton has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Extent {
    /// What the service demands.
    #[default]
    Minimal,
    /// All members. Some of them exclude each other, so the service does not accept all of them together.
    Full,
}

/// The largest number of times that members are added to a request.
const ROUNDS: usize = 32;

/// A request with placeholders, or a part of one.
pub struct Skeleton {
    operation: &'static str,
    input: Box<dyn Input>,
    /// The part, if not all of the input was asked for.
    part: Option<Box<dyn Structure>>,
}

/// A skeleton of the input of an operation, whose name can be in any letter case. A name of a resource, of
/// CloudFormation and Terraform too, means the operation that creates it, and that of a configuration this member of
/// such a request.
///
/// The same name gives the same skeleton. Its placeholders are texts with `example`, or values that the service
/// accepts.
///
/// ```
/// use shapewright::skeleton::{Extent, skeleton};
///
/// let key_group = skeleton("KeyGroupConfig", Extent::Minimal)?;
/// assert_eq!(key_group.operation(), "CreateKeyGroup");
/// let text = "{\n  \"Name\": \"example-name\",\n  \"Items\": [\n    \"KEXAMPLE000000\"\n  ]\n}\n";
/// assert_eq!(key_group.to_json(), text);
/// # Ok::<(), shapewright::NoSuch>(())
/// ```
///
/// # Errors
///
/// Fails if there is no such operation, resource or configuration, or if the operation has no input.
pub fn skeleton(name: &str, extent: Extent) -> Result<Skeleton, NoSuch> {
    let (operation, member) = find(name).ok_or_else(|| no_such(name))?;
    let mut wanted = BTreeSet::new();
    let mut made = filled(operation, extent, &wanted).ok_or_else(|| no_such(name))?;
    for _ in 0..ROUNDS {
        let before = wanted.len();
        if extent == Extent::Minimal {
            wanted.extend(missing(&*made));
        }
        if wanted.len() == before {
            break;
        }
        made = filled(operation, extent, &wanted).unwrap_or(made);
    }
    let part = member.and_then(|(member, shape)| {
        let mut part = structure(shape)?;
        Fill::new(extent, &wanted, format!("/{member}")).root(&mut *part);
        part.fix_quantities();
        Some(part)
    });
    Ok(Skeleton { operation, input: made, part })
}

impl Skeleton {
    /// The operation to which the request belongs.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// What the validators say about the whole request. It is valid, unless it has all members.
    pub fn report(&self) -> Report {
        self.input.report(&Options::default())
    }

    /// The skeleton as JSON, in the form that the AWS CLI reads.
    pub fn to_json(mut self) -> String {
        // The form of JSON has every value of a structure.
        let text = serde_json::to_string_pretty(self.structure()).unwrap_or_default();
        text + "\n"
    }

    /// The skeleton as YAML, in the form that the AWS CLI reads. Comments say what each member is.
    pub fn to_yaml(mut self) -> String {
        yaml::write(self.structure(), &comments::about)
    }

    /// The resource with which CloudFormation or Terraform sends the request, with what it cannot express.
    ///
    /// # Errors
    ///
    /// Why there is none: the request creates nothing, or the tool has no resource for it.
    pub fn to_template(mut self, target: Target) -> Result<Converted, String> {
        let text = serde_json::to_string(self.input.structure() as &dyn Structure).unwrap_or_default();
        convert::template(self.operation, text, target)
    }

    fn structure(&mut self) -> &dyn Structure {
        match &self.part {
            Some(part) => &**part,
            None => self.input.structure(),
        }
    }
}

impl fmt::Debug for Skeleton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Skeleton").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// A member of an input, with the name of its structure.
type Member = (&'static str, &'static str);

/// The operation for a name, and the member of its input if the name is that of a configuration.
fn find(name: &str) -> Option<(&'static str, Option<Member>)> {
    let creation = || names::find(&format!("Create{name}"), OPERATIONS);
    if let Some(operation) = names::find(name, OPERATIONS).or_else(creation) {
        return Some((operation, None));
    }
    let inputs = names::resource(name).into_iter().flat_map(|resource| resource.inputs);
    if let Some(operation) = inputs.filter(|input| input.when.is_empty()).map(|input| input.operation).next()
    {
        return Some((operation, None));
    }
    let shape = names::find(name, STRUCTURES)?;
    OPERATIONS.iter().filter(|operation| operation.starts_with("Create")).find_map(|operation| {
        let member = member_of(input(operation)?.structure(), shape)?;
        Some((*operation, Some(member)))
    })
}

fn no_such(name: &str) -> NoSuch {
    let resources = OPERATIONS.iter().filter_map(|operation| operation.strip_prefix("Create"));
    let of_tools = names::resources().map(|resource| resource.name);
    let names = OPERATIONS.iter().copied().chain(resources).chain(of_tools);
    NoSuch::new("operation, resource or configuration of a resource", name, names)
}

/// The member of a structure that is a structure of this name.
fn member_of(structure: &mut dyn Structure, shape: &'static str) -> Option<Member> {
    let mut names = structure.member_names().iter();
    let member = names.find(|member| type_of(structure.shape_name(), member) == shape)?;
    Some((member, shape))
}

fn filled(operation: &str, extent: Extent, wanted: &BTreeSet<String>) -> Option<Box<dyn Input>> {
    let mut input = input(operation)?;
    Fill::new(extent, wanted, String::new()).root(input.structure());
    input.structure().fix_quantities();
    Some(input)
}

/// The pointers of values that the service misses.
fn missing(input: &dyn Input) -> BTreeSet<String> {
    let report = input.report(&Options::default());
    let errors = report.iter().filter(|violation| violation.level() == Level::Error);
    errors.map(pointer).collect()
}

/// The pointer of what a violation misses: the value itself, or an element of a list that is too short.
fn pointer(violation: &Violation) -> String {
    let pointer = violation.pointer();
    match violation.kind() {
        Some(Kind::Length) => format!("{pointer}/0"),
        _ => pointer.to_owned(),
    }
}
