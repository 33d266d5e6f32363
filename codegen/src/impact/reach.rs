//! Which shapes operations reach in one of two models.

use std::collections::BTreeSet;

use shapewright_smithy::{Kind, Model, ShapeId};

/// Shapes that are generated, or whose traits are.
pub(super) struct Reach<'m> {
    models: [&'m Model; 2],
    /// Reached by an operation at all.
    all: BTreeSet<ShapeId>,
    /// Reached by the input of an operation.
    requests: BTreeSet<ShapeId>,
}

impl<'m> Reach<'m> {
    /// The shapes that are reached in at least one of the models.
    pub(super) fn new(old: &'m Model, new: &'m Model) -> Self {
        let (mut all, mut requests) = (BTreeSet::new(), BTreeSet::new());
        for model in [old, new] {
            let mut outside = Vec::new();
            let mut inputs = Vec::new();
            for (id, shape) in &model.shapes {
                match &shape.kind {
                    Kind::Operation(operation) => {
                        outside.push(id);
                        inputs.extend(&operation.input);
                    }
                    Kind::Service(service) => {
                        outside.push(id);
                        outside.extend(&service.errors);
                    }
                    _ => {}
                }
            }
            requests.extend(closure(model, inputs));
            all.extend(closure(model, outside));
        }
        all.extend(requests.iter().cloned());
        Reach { models: [old, new], all, requests }
    }

    pub(super) fn is_generated(&self, id: &ShapeId) -> bool {
        self.all.contains(id)
    }

    /// Whether one shape contains or refers to the other, in one of the models.
    pub(super) fn is_connected(&self, from: &ShapeId, to: &ShapeId) -> bool {
        self.models.iter().any(|model| closure(model, vec![from]).contains(to))
    }

    pub(super) fn is_in_requests(&self, id: &ShapeId) -> bool {
        self.requests.contains(id)
    }
}

fn closure<'m>(model: &'m Model, mut todo: Vec<&'m ShapeId>) -> BTreeSet<ShapeId> {
    let mut seen = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if seen.insert(id.clone()) {
            let Some(shape) = model.shape(id.as_str()) else { continue };
            if let Kind::Operation(operation) = &shape.kind {
                todo.extend(operation.input.iter().chain(&operation.output).chain(&operation.errors));
            }
            todo.extend(shape.members.iter().map(|member| &member.target));
        }
    }
    seen
}
