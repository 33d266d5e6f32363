//! Templates of CloudFormation: JSON or YAML, with functions, conditions and macros.

mod conditions;
mod intrinsics;
mod resolve;

use shapewright_dialect::Dialect;
use shapewright_runtime::text;
use shapewright_source::{Composer, Kind, Node, Parsed, Tree};

use crate::mapping::{Declared, Found};
use crate::resource::Origin;
use crate::{Finding, Severity};
use conditions::{Budget, variants};

/// Returns why a document is a template, if it is one.
pub fn recognise(root: Node<'_>) -> Option<&'static str> {
    if root.get("AWSTemplateFormatVersion").is_some() {
        return Some("it has AWSTemplateFormatVersion");
    }
    let resources = root.get("Resources").filter(|resources| is_object(*resources))?;
    let is_resource = |node: Node<'_>| type_of(node).is_some_and(|name| name.contains("::"));
    resources.resolved().children().any(is_resource).then_some("its Resources have types of CloudFormation")
}

/// Returns the requests for the resources of the templates in a text.
///
/// Functions are not known before deployment, but for texts in which they have nothing to replace. A value that depends
/// on a condition is judged in each case: see [`Request::assumed`](crate::Request::assumed).
pub fn requests(parsed: &Parsed, dialect: &'static Dialect) -> Found {
    let mut found = Found::default();
    for (index, tree) in parsed.trees.iter().enumerate() {
        if recognise(tree.root()).is_some() {
            template(index, tree, dialect, &mut found);
        }
    }
    found
}

fn template(index: usize, tree: &Tree, dialect: &'static Dialect, found: &mut Found) {
    let Some(resources) = tree.root().get("Resources") else { return };
    let has_macros = tree.root().get("Transform").is_some_and(has_macros);
    let mut budget = Budget::new(tree);
    for resource in resources.members() {
        if intrinsics::surrounds(resource) {
            found.unknown += 1;
            continue;
        }
        let Some(name) = type_of(resource).filter(|name| is_of(name, dialect)) else { continue };
        let Some(known) = dialect.resource(name) else {
            found.findings.push(unknown_type(resource, name, dialect));
            continue;
        };
        let id = resource.key().unwrap_or_default().to_owned();
        let metadata = resource.get("Metadata").map(Node::id);
        let origin = Origin { tree: index, node: resource.id(), metadata };
        let mut declared = Declared::new(dialect, known, id, origin);
        let condition = resource.get("Condition").filter(|node| node.kind() == Kind::String);
        let condition = condition.map(Node::text);
        let properties = resource.get("Properties");
        if has_macros {
            let tree = unknown(properties.unwrap_or(resource));
            found.requests.extend(declared.request(&tree, None, Vec::new()));
            continue;
        }
        let Some(properties) = properties else {
            found.requests.extend(declared.request(&empty(resource), None, Vec::new()));
            continue;
        };
        for variant in variants(properties, condition, &mut budget) {
            found.requests.extend(declared.request(&variant.tree, None, variant.assumed));
        }
    }
}

fn is_object(node: Node<'_>) -> bool {
    node.resolved().kind() == Kind::Object
}

/// The type of a resource.
fn type_of(resource: Node<'_>) -> Option<&str> {
    let name = resource.get("Type").filter(|_| is_object(resource))?.resolved();
    (name.kind() == Kind::String).then(|| name.text())
}

/// Whether a type is of the service of a dialect: `AWS::CloudFront::`.
fn is_of(name: &str, dialect: &Dialect) -> bool {
    let service = |name: &str| name.rsplit_once("::").map(|(service, _)| service.to_ascii_lowercase());
    let first = dialect.resources.first().and_then(|resource| service(resource.name));
    first.is_some() && service(name) == first
}

/// Whether macros of one's own change the template. Those of AWS leave resources of other services as they are.
fn has_macros(transform: Node<'_>) -> bool {
    let transform = transform.resolved();
    let is_own = |name: Node<'_>| {
        let name = if is_object(name) { name.get("Name") } else { Some(name) };
        name.is_none_or(|name| !name.resolved().text().starts_with("AWS::"))
    };
    match transform.kind() {
        Kind::List => transform.children().any(is_own),
        _ => is_own(transform),
    }
}

fn unknown_type(resource: Node<'_>, name: &str, dialect: &Dialect) -> Finding {
    let names = || dialect.resources.iter().map(|resource| resource.name);
    let meant =
        names().find(|known| known.eq_ignore_ascii_case(name)).or_else(|| text::nearest(name, names()));
    // Without a name that is near, it can be a type that did not exist when the tables were made.
    let (severity, help) = match meant {
        Some(meant) => (Severity::Error, format!("did you mean {meant}?")),
        None => (Severity::Warning, "check the name; the resource was not checked".to_owned()),
    };
    let message = text::message(format!("there is no resource type {name}"));
    let place = resource.get("Type").unwrap_or(resource);
    let mut finding = Finding::new("unknown-resource-type", severity, message, place.span());
    finding.help = help;
    finding.resource = resource.key().map(str::to_owned);
    finding.pointer = place.pointer();
    finding
}

/// Properties that are not known, because a macro can change them.
fn unknown(properties: Node<'_>) -> Tree {
    let mut composer = Composer::new(properties.tree().source());
    composer.key(properties.key().unwrap_or_default(), properties.head());
    composer.unknown("a macro can change it", properties.head());
    composer.finish()
}

/// No properties, at the place of the resource.
fn empty(resource: Node<'_>) -> Tree {
    let mut composer = Composer::new(resource.tree().source());
    composer.key(resource.key().unwrap_or_default(), resource.head());
    composer.begin_object(resource.head());
    composer.finish()
}
