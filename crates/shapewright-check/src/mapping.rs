//! From the properties of a resource, in whatever tool, to a request.

use std::sync::Arc;

use shapewright_dialect::{Dialect, Problem, ProblemKind, Resource, to_api};
use shapewright_source::{Options, Tree};

use crate::resource::{Origin, Request};
use crate::{Finding, Severity, fix};

/// What is in a document with resources.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Found {
    /// The requests, in the order of the document.
    pub requests: Vec<Request>,
    /// What is wrong with the document itself. What is wrong with the properties of a resource is in its request.
    pub findings: Vec<Finding>,
    /// How many places can have resources that are only known at deployment.
    pub unknown: usize,
}

/// A resource of a document.
pub(crate) struct Declared {
    pub(crate) dialect: &'static Dialect,
    pub(crate) resource: &'static Resource,
    /// Its logical id or address.
    pub(crate) name: String,
    pub(crate) origin: Origin,
    /// How severe it is that a property does not exist.
    pub(crate) unknown_properties: Severity,
    is_counted: bool,
}

impl Declared {
    pub(crate) fn new(
        dialect: &'static Dialect,
        resource: &'static Resource,
        name: String,
        origin: Origin,
    ) -> Self {
        let unknown_properties = Severity::Error;
        Declared { dialect, resource, name, origin, unknown_properties, is_counted: false }
    }

    /// Returns the request for properties, under some assumptions, in place of the current ones. A value that is not
    /// known counts once for a resource. Resources without a request of their own have none.
    pub(crate) fn request(
        &mut self,
        properties: &Tree,
        current: Option<&Tree>,
        assumed: Vec<String>,
    ) -> Option<Request> {
        let mapped = to_api(self.dialect, self.resource, properties.root())?;
        let current = current.and_then(|current| to_api(self.dialect, self.resource, current.root()));
        let is_again = std::mem::replace(&mut self.is_counted, true);
        let findings = mapped.problems.iter().map(|problem| {
            let mut finding = self.finding(problem, mapped.operation);
            let rename = |meant| fix::of_property(properties.source(), problem.place, meant);
            finding.fix = problem.meant.and_then(rename);
            finding
        });
        let findings = findings.collect();
        Some(Request {
            resource: Some(self.name.clone()),
            resource_type: Some(self.resource),
            operation: mapped.operation,
            tree: mapped.tree,
            options: options(),
            is_stored: false,
            is_summary: false,
            current: current
                .filter(|current| current.operation == mapped.operation)
                .map(|current| Arc::new(current.tree)),
            assumed,
            unknown: if is_again { 0 } else { mapped.unknown },
            findings,
            origin: self.origin,
        })
    }

    fn finding(&self, problem: &Problem, operation: &str) -> Finding {
        let (rule, severity) = match problem.kind {
            ProblemKind::UnknownProperty => ("unknown-property", self.unknown_properties),
            ProblemKind::TooMany => ("repeated-property", Severity::Error),
            _ => ("property-type", Severity::Error),
        };
        let mut finding = Finding::new(rule, severity, problem.message.clone(), problem.place);
        finding.help.clone_from(&problem.help);
        finding.resource = Some(self.name.clone());
        finding.operation = Some(operation.to_owned());
        finding.pointer.clone_from(&problem.pointer);
        finding
    }
}

/// Tools take numbers and booleans as texts, whole numbers in any notation, and CloudFormation takes the words of
/// YAML 1.1.
fn options() -> Options {
    let mut options = Options::default();
    (options.texts, options.yaml_1_1, options.fractions) = (true, true, true);
    options
}
