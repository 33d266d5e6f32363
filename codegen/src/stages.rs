//! Runs the stages of an analysis in order, even after errors, and leaves out findings that only follow from
//! an earlier error.
//!
//! A shape with an error is *broken*: part of it may be missing, so what later stages find about it, or about shapes
//! that contain or refer to it, may not be true. Where only a statement of an overlay is wrong, traits are missing,
//! which concerns that shape alone.

use std::collections::{BTreeMap, BTreeSet};

use shapewright_smithy::diagnostics::{Diagnostic, Severity};
use shapewright_smithy::{Diagnostics, Kind, Model, Place, Shape, ShapeId};

/// The findings of all stages so far.
pub(crate) struct Stages<'d> {
    diagnostics: &'d mut Diagnostics,
    /// Places of errors that made the model incomplete.
    broken: Vec<Place>,
    /// Shapes to which a trait could not be applied.
    incomplete: BTreeSet<String>,
    lacks_file: bool,
}

impl<'d> Stages<'d> {
    pub(crate) fn new(diagnostics: &'d mut Diagnostics) -> Self {
        Stages { diagnostics, broken: Vec::new(), incomplete: BTreeSet::new(), lacks_file: false }
    }

    /// Runs the stage that reads the model; all its findings are kept.
    pub(crate) fn read<T>(&mut self, stage: impl FnOnce(&mut Diagnostics) -> T) -> T {
        let mut found = Diagnostics::default();
        let result = stage(&mut found);
        self.broken.extend(errors(&found).map(|error| error.place.clone()));
        self.diagnostics.extend(found);
        result
    }

    /// Keeps all findings of the stage that read an overlay.
    pub(crate) fn keep_of_overlay(&mut self, found: Diagnostics) {
        self.lacks_file |= errors(&found).any(|error| error.place.shape.is_none());
        self.incomplete.extend(errors(&found).filter_map(|error| shape(&error.place)).map(str::to_owned));
        self.diagnostics.extend(found);
    }

    /// Whether traits of some shapes are missing, because overlays state them wrongly.
    pub(crate) fn lacks_traits(&self) -> bool {
        !self.incomplete.is_empty()
    }

    /// Whether an overlay could not be read, so that any shape may lack traits.
    pub(crate) fn lacks_file(&self) -> bool {
        self.lacks_file
    }

    /// Runs the stage that applies overlays. That a shape or member does not exist follows from an error about it.
    pub(crate) fn overlays(&mut self, model: &mut Model, stage: impl FnOnce(&mut Model, &mut Diagnostics)) {
        let mut found = Diagnostics::default();
        stage(model, &mut found);
        self.incomplete.extend(errors(&found).filter_map(|error| shape(&error.place)).map(str::to_owned));
        let follows = |finding: &Diagnostic| {
            let is_cause = |place: &&Place| {
                place.shape == finding.place.shape
                    && (place.member.is_none() || place.member == finding.place.member)
            };
            is_missing(model, finding) && self.broken.iter().any(|place| is_cause(&place))
        };
        let new: Vec<_> = found.iter().filter(|finding| !follows(finding)).cloned().collect();
        self.keep(new);
    }

    /// Runs a stage that looks at each shape by itself and changes nothing.
    pub(crate) fn check(&mut self, stage: impl FnOnce(&mut Diagnostics)) {
        let mut found = Diagnostics::default();
        stage(&mut found);
        let broken: BTreeSet<&str> = self.broken.iter().filter_map(shape).collect();
        let follows = |finding: &Diagnostic| {
            shape(&finding.place).is_some_and(|id| broken.contains(id) || self.incomplete.contains(id))
        };
        let new: Vec<_> = found.iter().filter(|finding| !follows(finding)).cloned().collect();
        self.keep(new);
    }

    /// Runs a stage that looks at everything that a shape contains or refers to.
    pub(crate) fn resolve<T>(&mut self, model: &Model, stage: impl FnOnce(&mut Diagnostics) -> T) -> T {
        let mut found = Diagnostics::default();
        let result = stage(&mut found);
        let broken = self.broken.iter().filter_map(shape);
        let mut broken: BTreeSet<String> = broken.map(str::to_owned).collect();
        spread(model, &mut broken);
        let service = model.service().map(|(id, ..)| id.as_str()).unwrap_or_default();
        let follows = |finding: &Diagnostic| {
            let id = shape(&finding.place).unwrap_or(service);
            broken.contains(id) || self.incomplete.contains(id)
        };
        let new: Vec<_> = found.iter().filter(|finding| !follows(finding)).cloned().collect();
        self.broken.extend(new.iter().filter(|found| is_error(found)).map(|error| error.place.clone()));
        self.keep(new);
        result
    }

    fn keep(&mut self, findings: Vec<Diagnostic>) {
        for finding in findings {
            self.diagnostics.push(finding);
        }
    }
}

fn errors(found: &Diagnostics) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(|finding| is_error(finding))
}

fn is_error(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error
}

/// The shape of a place, without the member that some places have in it.
fn shape(place: &Place) -> Option<&str> {
    let shape = place.shape.as_deref()?;
    Some(shape.split_once('$').map_or(shape, |(shape, _)| shape))
}

/// Whether a finding is about a shape or member that the model does not have.
fn is_missing(model: &Model, finding: &Diagnostic) -> bool {
    let shape = shape(&finding.place).and_then(|id| model.shape(id));
    let member = finding.place.member.as_ref();
    shape.is_none_or(|shape| member.is_some_and(|name| shape.member(name).is_none()))
}

/// Adds the shapes that contain or refer to a broken one.
fn spread(model: &Model, broken: &mut BTreeSet<String>) {
    if broken.is_empty() {
        return;
    }
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, shape) in &model.shapes {
        for target in targets(shape) {
            users.entry(target).or_default().push(id.as_str());
        }
    }
    let mut todo: Vec<String> = broken.iter().cloned().collect();
    while let Some(id) = todo.pop() {
        for user in users.get(id.as_str()).into_iter().flatten() {
            if broken.insert((*user).to_owned()) {
                todo.push((*user).to_owned());
            }
        }
    }
}

/// The ids of all shapes that a shape refers to.
fn targets(shape: &Shape) -> Vec<&str> {
    let mut targets = Vec::new();
    match &shape.kind {
        Kind::Operation(operation) => {
            targets.extend(operation.input.iter().chain(&operation.output).chain(&operation.errors));
        }
        Kind::Service(service) => {
            targets.extend(service.operations.iter().chain(&service.resources).chain(&service.errors));
        }
        Kind::Resource(resource) => targets.extend(resource.operations.iter().chain(&resource.resources)),
        _ => targets.extend(shape.members.iter().map(|member| &member.target)),
    }
    targets.into_iter().map(ShapeId::as_str).collect()
}
