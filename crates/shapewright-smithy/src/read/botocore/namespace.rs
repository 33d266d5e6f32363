//! The XML namespace: botocore repeats it where Smithy states it once, on the service.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Translator;
use crate::model::{Kind, Model};
use crate::prelude;
use crate::traits::Traits;

const NAMESPACE: &str = prelude::XML_NAMESPACE;

impl Translator<'_, '_, '_> {
    /// Moves the namespace that all shapes agree on to the service.
    pub(super) fn unify_namespaces(&mut self) {
        let stated = |traits: &Traits| traits.get(NAMESPACE).and_then(|found| uri(&found.value));
        let shapes = &mut self.draft.model.shapes;
        let service = shapes.values().find(|shape| matches!(shape.kind, Kind::Service(_)));
        let Some(uri) =
            service.and_then(|service| stated(&service.traits)).or_else(|| agreed(&self.draft.model))
        else {
            return;
        };
        let value = json!({"uri": uri});
        for shape in self.draft.model.shapes.values_mut() {
            if matches!(shape.kind, Kind::Service(_)) {
                self.reader.set(&mut shape.traits, NAMESPACE, value.clone());
                continue;
            }
            let members = shape.members.iter_mut().map(|member| &mut member.traits);
            for traits in members.chain([&mut shape.traits]) {
                if traits.get(NAMESPACE).is_some_and(|found| found.value == value) {
                    traits.remove(NAMESPACE);
                }
            }
        }
    }
}

/// The only namespace in the model, if there is just one. Those with a prefix are not for whole documents.
fn agreed(model: &Model) -> Option<String> {
    let mut uris = BTreeSet::new();
    for shape in model.shapes.values() {
        let members = shape.members.iter().map(|member| &member.traits);
        uris.extend(members.chain([&shape.traits]).filter_map(|traits| uri(&traits.get(NAMESPACE)?.value)));
    }
    if uris.len() == 1 { uris.pop_first() } else { None }
}

fn uri(value: &Value) -> Option<String> {
    let is_plain = value.get("prefix").is_none();
    value.get("uri").and_then(Value::as_str).filter(|_| is_plain).map(str::to_owned)
}
