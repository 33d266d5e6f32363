//! Plans and configurations of Terraform.

pub mod configuration;
mod locals;
pub mod plan;

use shapewright_dialect::{Dialect, Resource};
use shapewright_runtime::text;
use shapewright_source::Node;

use crate::{Finding, Severity};

/// A type of resource.
enum Type {
    Known(&'static Dialect, &'static Resource),
    /// One of the service that is not in the tables.
    Unknown,
    /// One of another service.
    Other,
}

/// Finds a type in dialects.
fn type_of(name: &str, dialects: &[&'static Dialect]) -> Type {
    let known =
        dialects.iter().find_map(|dialect| dialect.resource(name).map(|resource| (*dialect, resource)));
    match known {
        Some((dialect, resource)) => Type::Known(dialect, resource),
        None if dialects.iter().any(|dialect| is_of(name, dialect)) => Type::Unknown,
        None => Type::Other,
    }
}

/// Whether a type is of the service of a dialect: `aws_cloudfront_`.
fn is_of(name: &str, dialect: &Dialect) -> bool {
    let service = |name: &str| {
        let mut words = name.splitn(3, '_');
        words
            .next()
            .zip(words.next())
            .filter(|_| words.next().is_some())
            .map(|(cloud, service)| (cloud.to_ascii_lowercase(), service.to_ascii_lowercase()))
    };
    let first = dialect.resources.first().and_then(|resource| service(resource.name));
    first.is_some() && service(name) == first
}

/// Says that a type of resource is not in the tables.
fn unknown_type(name: &str, address: &str, place: Node<'_>, dialects: &[&'static Dialect]) -> Finding {
    let names = || dialects.iter().flat_map(|dialect| dialect.resources.iter().map(|resource| resource.name));
    let help = match text::nearest(name, names()) {
        Some(meant) => format!("did you mean {meant}?"),
        None => "check the name; the resource was not checked".to_owned(),
    };
    // It can be a type that did not exist when the tables were made, and Terraform knows which there are.
    let message = text::message(format!("the resource type {name} is not known"));
    let span = if place.children().next().is_some() { place.head() } else { place.span() };
    let mut finding = Finding::new("unknown-resource-type", Severity::Warning, message, span);
    finding.help = help;
    finding.resource = Some(address.to_owned());
    finding.pointer = place.pointer();
    finding
}
