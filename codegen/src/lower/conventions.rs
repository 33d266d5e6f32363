//! What overlays say of the service as a whole: counting lists, summaries of members by name, and the codes of general
//! answers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::ir::{Answers, QuantityConvention};
use shapewright_smithy::model::{Kind, Member, Model, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place};

/// Code of a service that says nothing else: that of Smithy's own validation error.
const GENERAL: &str = "ValidationException";

/// `shapewright#quantityLists`: `{ "quantity": …, "items": …, "code": … }`.
pub(super) fn quantities(service: &Shape) -> Option<QuantityConvention> {
    let value = &service.traits.get("shapewright#quantityLists")?.value;
    Some(QuantityConvention {
        quantity: text(value, "quantity")?,
        items: text(value, "items")?,
        code: text(value, "code")?,
    })
}

/// `shapewright#memberSummaries`: summaries for members that have none of their own, by the name of the member.
/// Reports entries that no member needs.
pub(super) fn member_summaries(
    model: &Model,
    (id, service): (&ShapeId, &Shape),
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, String> {
    let Some(found) = service.traits.get("shapewright#memberSummaries") else { return BTreeMap::new() };
    let entries = found.value.as_object().into_iter().flatten();
    let summaries: BTreeMap<String, String> =
        entries.filter_map(|(name, sentence)| Some((name.clone(), sentence.as_str()?.to_owned()))).collect();
    let shapes = model.shapes.values();
    let members = shapes.filter(|shape| matches!(shape.kind, Kind::Structure | Kind::Union));
    let has_none = |member: &&Member| !member.traits.contains_key("shapewright#summary");
    let members = members.flat_map(|shape| &shape.members).filter(has_none);
    let needed: BTreeSet<&str> = members.map(|member| member.name.as_str()).collect();
    for name in summaries.keys().filter(|name| !needed.contains(name.as_str())) {
        diagnostics.error(
            Place::shape(&*found.file, id),
            format!("`shapewright#memberSummaries` has a sentence for `{name}`, which no member needs"),
            "correct the name of the member, or remove the entry",
        );
    }
    summaries
}

/// `shapewright#answers`: `{ "default": …, "payload": …, "malformed": …, "headers": { "If-Match": … }, "addresses": […] }`.
pub(super) fn answers(service: &Shape) -> Answers {
    let found = service.traits.get("shapewright#answers");
    let value = found.map_or(&Value::Null, |found| &found.value);
    let headers = value.get("headers").and_then(Value::as_object).into_iter().flatten();
    let headers: BTreeMap<_, _> =
        headers.filter_map(|(name, code)| Some((name.clone(), code.as_str()?.to_owned()))).collect();
    let default = text(value, "default").unwrap_or_else(|| GENERAL.to_owned());
    let malformed = text(value, "malformed").unwrap_or_else(|| default.clone());
    let addresses = value.get("addresses").and_then(Value::as_array).into_iter().flatten();
    let addresses = addresses.filter_map(Value::as_str).map(str::to_owned).collect();
    let file = found.map_or(&service.file, |found| &found.file).to_string();
    let is_said = value.get("default").is_some();
    Answers { file, is_said, default, payload: text(value, "payload"), malformed, headers, addresses }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}
