//! Lowers a Smithy model to the IR: everything that the selected operations reach, with types and constraints resolved.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::ir::{Operation, Output, Service, Type};
use crate::options::GenerateOptions;
use crate::traits as own;
use shapewright_smithy::diagnostics::nearest;
use shapewright_smithy::model::{Kind, Model, Shape, ShapeId};
use shapewright_smithy::text::visible;
use shapewright_smithy::{Diagnostics, Place, TraitValue};

mod assumed;
mod conventions;
mod dialects;
pub(crate) mod http;
pub(crate) mod lifecycle;
mod responses;
mod rules;
mod sdk;
mod shapes;
pub(crate) mod traits;
mod types;

/// Lowers the service of `model`; `None` if it has none.
pub(crate) fn lower(
    model: &Model,
    options: &GenerateOptions,
    diagnostics: &mut Diagnostics,
) -> Option<Service> {
    let (id, shape, service) = model.service()?;
    let sdk_id = sdk_id(id, shape);
    let package = options.package.clone().unwrap_or_else(|| package_name(&sdk_id));
    let mut lowered = Service {
        file: shape.file.to_string(),
        id: id.clone(),
        reference: reference(&package, id),
        sdk_id,
        version: one_line(&service.version),
        package,
        operations: BTreeMap::new(),
        structures: BTreeMap::new(),
        unions: BTreeMap::new(),
        enums: BTreeMap::new(),
        errors: BTreeMap::new(),
        common_errors: conventions::common_errors(shape),
        patterns: BTreeMap::new(),
        quantities: conventions::quantities(shape),
        answers: conventions::answers(shape),
        http: http::protocol(shape),
        sdk: None,
        stated_dialects: dialects::stated(model, shape, options, diagnostics),
        dialects: Vec::new(),
        stated_lifecycles: lifecycle::stated(model, shape),
        lifecycles: None,
        rules: Vec::new(),
        example: None,
        validators: BTreeMap::new(),
        updates: BTreeMap::new(),
        packages: Vec::new(),
        pattern_constants: Vec::new(),
        operation_files: BTreeMap::new(),
        error_imports: BTreeSet::new(),
        modules: BTreeMap::new(),
        summaries: BTreeMap::new(),
        output: Output::default(),
    };
    for operation in selected(model, &model.operations(), &options.operations) {
        lower_operation(model, operation, &service.errors, &mut lowered);
    }
    warn_of_conditions(model, diagnostics);
    responses::check(model, (id, shape), diagnostics);
    let member_summaries = conventions::member_summaries(model, (id, shape), diagnostics);
    let seen = BTreeSet::new();
    Closure { model, options, member_summaries, diagnostics, service: &mut lowered, seen }.run();
    lowered.sdk = sdk::sdk(model, shape, &lowered.structures, diagnostics);
    Some(lowered)
}

/// Warns about conditions on anything but structures, which are never checked.
fn warn_of_conditions(model: &Model, diagnostics: &mut Diagnostics) {
    for (id, shape) in model.shapes.iter().filter(|(_, shape)| shape.kind != Kind::Structure) {
        let members = shape.members.iter().map(|member| (Some(member.name.clone()), &member.traits));
        for (member, traits) in members.chain([(None, &shape.traits)]) {
            let Some(found) = traits.get(own::Conditions::ID) else { continue };
            diagnostics.warning(
                Place { file: found.file.to_string(), shape: Some(id.to_string()), member },
                format!("conditions on a shape of type {} are not checked", shape.kind.as_str()),
                "move the conditions to the structures that contain it, or remove them with an overlay",
            );
        }
    }
}

/// Package name of the one service of `model`.
pub fn package_of(model: &Model) -> Option<String> {
    let (id, shape, _) = model.service()?;
    Some(package_name(&sdk_id(id, shape)))
}

fn sdk_id(id: &ShapeId, service: &Shape) -> String {
    let given = service.traits.aws_service().and_then(|service| service.sdk_id);
    one_line(&given.unwrap_or_else(|| id.name().to_owned()))
}

/// The text on one line, without hidden characters: manifests and titles contain it.
fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// `CloudFront` becomes `cloudfront`, `S3 Control` becomes `s3-control`, `2.0` becomes `service-2-0`.
fn package_name(sdk_id: &str) -> String {
    let words = sdk_id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if name.starts_with(|c: char| c.is_ascii_lowercase()) {
        name
    } else {
        format!("service-{name}").trim_end_matches('-').to_owned()
    }
}

/// Reports selected operations that do not exist, and invalid package names.
pub(crate) fn check_options(model: &Model, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    let Some((id, shape, _)) = model.service() else { return };
    let place = Place::shape(&*shape.file, id);
    let bound = model.operations();
    for name in options.operations.iter().filter(|name| !bound.iter().any(|id| id.name() == **name)) {
        diagnostics.error(
            place.clone(),
            format!("there is no operation `{name}`"),
            match nearest(name, bound.iter().map(ShapeId::name)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "use the name of the operation in the model".to_owned(),
            },
        );
    }
    let package = options.package.clone().unwrap_or_else(|| package_name(&sdk_id(id, shape)));
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !package.starts_with(|c: char| c.is_ascii_alphabetic()) || !package.chars().all(legal) {
        diagnostics.error(
            place,
            format!("`{package}` is not a valid package name"),
            "use a letter, then letters, digits and hyphens, such as `cloudfront`",
        );
    }
}

/// URL prefix of the API reference of an AWS service.
fn reference(package: &str, id: &ShapeId) -> Option<String> {
    let is_aws = id.namespace().starts_with("com.amazonaws.");
    is_aws.then(|| format!("https://docs.aws.amazon.com/{package}/latest/APIReference/API_"))
}

/// The selected operations; all if none is selected.
fn selected<'m>(
    model: &'m Model,
    bound: &BTreeSet<ShapeId>,
    wanted: &[String],
) -> Vec<(&'m ShapeId, &'m Shape)> {
    let keep = |id: &&ShapeId| wanted.is_empty() || wanted.iter().any(|name| id.name() == name);
    bound.iter().filter(keep).filter_map(|id| model.shapes.get_key_value(id)).collect()
}

fn lower_operation(
    model: &Model,
    (id, shape): (&ShapeId, &Shape),
    service_errors: &[ShapeId],
    service: &mut Service,
) {
    let Kind::Operation(operation) = &shape.kind else { return };
    let known = |id: &&ShapeId| model.shapes.contains_key(*id);
    let errors: BTreeSet<_> = operation.errors.iter().chain(service_errors).filter(known).cloned().collect();
    let lowered = Operation {
        name: id.name().to_owned(),
        input: operation.input.clone(),
        output: operation.output.clone(),
        errors: errors.into_iter().collect(),
        rust: String::new(),
        error_rust: own::name(&shape.traits),
        route: service.http.as_ref().and_then(|_| http::route(model, shape, operation)),
        module: String::new(),
        summary: own::summary(&shape.traits),
        error_docs: Vec::new(),
    };
    service.operations.insert(lowered.name.clone(), lowered);
}

/// Visits everything that the operations reach, and lowers each shape once.
struct Closure<'a> {
    model: &'a Model,
    options: &'a GenerateOptions,
    /// Summaries for members that have none of their own, by the name of the member.
    member_summaries: BTreeMap<String, String>,
    diagnostics: &'a mut Diagnostics,
    service: &'a mut Service,
    seen: BTreeSet<ShapeId>,
}

impl Closure<'_> {
    fn run(&mut self) {
        let mut todo = VecDeque::new();
        let mut errors = BTreeSet::new();
        for operation in self.service.operations.values() {
            todo.extend(operation.input.iter().chain(&operation.output).cloned());
            errors.extend(operation.errors.iter().cloned());
        }
        for id in errors {
            self.lower_error(&id);
        }
        while let Some(id) = todo.pop_front() {
            if self.seen.insert(id.clone()) {
                todo.extend(self.lower_shape(&id));
            }
        }
    }
}

/// Ids of the types of `members`.
fn targets<'a>(members: impl Iterator<Item = &'a Type>) -> Vec<ShapeId> {
    members.filter_map(Type::named).cloned().collect()
}
