//! What a change does apart from breaking builds.

use std::collections::BTreeSet;

use serde_json::Value;
use shapewright_smithy::diff::{Change, Event, Subject};
use shapewright_smithy::{Model, ShapeId, Traits, prelude};

use super::Effect;
use super::reach::Reach;

/// Traits that are limits of values.
const LIMITS: &[&str] =
    &[prelude::LENGTH, prelude::PATTERN, prelude::RANGE, prelude::REQUIRED, prelude::UNIQUE_ITEMS];

/// Traits that say how values are written. So do those of the protocols.
const WIRE: &[&str] = &[
    prelude::ENDPOINT,
    prelude::ENUM_VALUE,
    prelude::EVENT_HEADER,
    prelude::EVENT_PAYLOAD,
    prelude::HOST_LABEL,
    prelude::HTTP,
    prelude::HTTP_ERROR,
    prelude::HTTP_HEADER,
    prelude::HTTP_LABEL,
    prelude::HTTP_PAYLOAD,
    prelude::HTTP_PREFIX_HEADERS,
    prelude::HTTP_QUERY,
    prelude::HTTP_QUERY_PARAMS,
    prelude::HTTP_RESPONSE_CODE,
    prelude::JSON_NAME,
    prelude::MEDIA_TYPE,
    prelude::TIMESTAMP_FORMAT,
    prelude::XML_ATTRIBUTE,
    prelude::XML_FLATTENED,
    prelude::XML_NAME,
    prelude::XML_NAMESPACE,
];

/// Traits that change what the crates do otherwise.
const BEHAVIOUR: &[&str] =
    &[prelude::ERROR, prelude::IDEMPOTENCY_TOKEN, prelude::RETRYABLE, prelude::SENSITIVE];

/// Traits that are shown in documentation or recorded for it.
const DOCUMENTATION: &[&str] =
    &[prelude::ADDED_DEFAULT, prelude::DEFAULT, prelude::DEPRECATED, prelude::DOCUMENTATION];

/// What a change does, apart from breaking builds.
pub(super) fn of(change: &Change, old: &Model, new: &Model, reach: &Reach<'_>) -> BTreeSet<Effect> {
    let shape = change.subject.shape();
    let is_service = new.service().is_some_and(|(id, ..)| id == shape);
    if !is_service && !reach.is_generated(shape) {
        return BTreeSet::new();
    }
    let in_requests = reach.is_in_requests(shape);
    let limits = |effect: Effect| in_requests.then_some(effect);
    let mut effects = BTreeSet::new();
    match (&change.subject, &change.event) {
        (Subject::Value { .. }, Event::Added) => {
            effects.insert(Effect::Addition);
            effects.extend(limits(Effect::Looser));
        }
        (Subject::Value { .. }, Event::Removed) => effects.extend(limits(Effect::Stricter)),
        (Subject::Member { member, .. }, Event::Added) => {
            effects.insert(Effect::Addition);
            let member = new.shape(shape.as_str()).and_then(|shape| shape.member(member));
            let is_required = member.is_some_and(|member| member.traits.required());
            effects.extend(limits(Effect::Stricter).filter(|_| is_required));
        }
        (Subject::Member { .. }, Event::Removed) => {
            effects.insert(Effect::Wire);
        }
        (_, Event::Added) => {
            effects.insert(Effect::Addition);
        }
        (_, Event::Order | Event::Kind { .. }) => {
            effects.insert(Effect::Wire);
        }
        (_, Event::Version { .. }) => {
            effects.insert(Effect::Documentation);
        }
        (Subject::Member { .. }, Event::Target { old: before, new: after }) => {
            effects.extend(of_targets((old, before), (new, after)).into_iter().filter(|_| in_requests));
        }
        (Subject::Trait { id, .. }, Event::Trait { old, new }) => {
            effects.extend(of_trait(id, old.as_ref(), new.as_ref(), in_requests));
        }
        _ => {}
    }
    effects
}

/// The limits of two targets of a member, compared.
fn of_targets((old, before): (&Model, &ShapeId), (new, after): (&Model, &ShapeId)) -> BTreeSet<Effect> {
    let none = Traits::new();
    let old = old.shape(before.as_str()).map_or(&none, |shape| &shape.traits);
    let new = new.shape(after.as_str()).map_or(&none, |shape| &shape.traits);
    let value = |traits: &Traits, id: &str| traits.get(id).map(|found| found.value.clone());
    let limits = LIMITS.iter().filter(|id| value(old, id) != value(new, id));
    limits.flat_map(|id| of_limit(id, value(old, id).as_ref(), value(new, id).as_ref())).collect()
}

fn of_trait(id: &str, old: Option<&Value>, new: Option<&Value>, in_requests: bool) -> BTreeSet<Effect> {
    let mut effects = BTreeSet::new();
    if LIMITS.contains(&id) {
        effects.insert(Effect::Documentation);
        effects.extend(of_limit(id, old, new).into_iter().filter(|_| in_requests));
    }
    if WIRE.contains(&id) || id.starts_with("aws.protocols#") || id.starts_with("aws.customizations#") {
        effects.insert(Effect::Wire);
    }
    if BEHAVIOUR.contains(&id) {
        effects.insert(Effect::Behaviour);
    }
    if DOCUMENTATION.contains(&id) {
        effects.insert(Effect::Documentation);
    }
    if id == prelude::DEPRECATED && in_requests {
        effects.extend(of_presence(old, new));
    }
    effects
}

/// Whether a limit allows less or more than before.
fn of_limit(id: &str, old: Option<&Value>, new: Option<&Value>) -> BTreeSet<Effect> {
    let (Some(before), Some(after)) = (old, new) else { return of_presence(old, new) };
    if id != prelude::LENGTH && id != prelude::RANGE {
        // Another pattern accepts other strings, less or more.
        return BTreeSet::from([Effect::Stricter, Effect::Looser]);
    }
    let mut effects = BTreeSet::new();
    for (key, absent) in [("min", f64::NEG_INFINITY), ("max", f64::INFINITY)] {
        let bound = |value: &Value| value.get(key).and_then(Value::as_f64).unwrap_or(absent);
        let grows = bound(after) > bound(before);
        if bound(after) != bound(before) {
            effects.insert(if grows == (key == "min") { Effect::Stricter } else { Effect::Looser });
        }
    }
    effects
}

/// A rule that comes makes validators stricter, one that goes makes them looser.
fn of_presence(old: Option<&Value>, new: Option<&Value>) -> BTreeSet<Effect> {
    match (old, new) {
        (None, Some(_)) => BTreeSet::from([Effect::Stricter]),
        (Some(_), None) => BTreeSet::from([Effect::Looser]),
        _ => BTreeSet::new(),
    }
}
