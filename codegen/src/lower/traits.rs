//! Reading trait values that the readers have already checked.

use serde_json::Value;

use crate::ir::Deprecation;
use crate::ir::constraint::Bound;
use crate::prose;
use shapewright_smithy::model::{Member, Shape, Trait, Traits};

/// Text value of a trait.
pub(crate) fn text(traits: &Traits, id: &str) -> Option<String> {
    traits.get(id)?.value.as_str().map(str::to_owned)
}

/// What the member of an enum is on the wire.
pub(crate) fn enum_text(member: &Member) -> String {
    text(&member.traits, "smithy.api#enumValue").unwrap_or_else(|| member.name.clone())
}

/// The trait of a member, or else of its target, with the name of the one that bears it.
pub(crate) fn effective<'a>(
    id: &str,
    member: (&'a Traits, &str),
    target: Option<(&'a Shape, &str)>,
) -> Option<(&'a Trait, &'a Traits, String)> {
    if let Some(found) = member.0.get(id) {
        return Some((found, member.0, member.1.to_owned()));
    }
    let (shape, name) = target?;
    Some((shape.traits.get(id)?, &shape.traits, name.to_owned()))
}

/// Whether the member or its target bears the trait.
pub(crate) fn has(id: &str, member: &Member, target: Option<&Shape>) -> bool {
    member.traits.contains_key(id) || target.is_some_and(|shape| shape.traits.contains_key(id))
}

/// Whether a shape is deprecated, since when and why.
pub(crate) fn deprecation(traits: &Traits) -> Option<Deprecation> {
    let said = &traits.get("smithy.api#deprecated")?.value;
    let some = |key: &str| said.get(key).and_then(Value::as_str);
    let plain = |message: &str| prose::plain(message).join(" ").trim_end_matches('.').to_owned();
    Some(Deprecation { since: some("since").map(str::to_owned), message: some("message").map(plain) })
}

/// `min` or `max` of a length.
pub(crate) fn length_bound(found: &Trait, which: &str) -> Option<u64> {
    found.value.get(which)?.as_u64()
}

/// `min` or `max` of a range; Smithy also writes numbers as text.
pub(crate) fn range_bound(found: &Trait, which: &str) -> Option<Bound> {
    let value = found.value.get(which)?;
    if let Some(integer) = value.as_i64() {
        return Some(Bound::Integer(integer));
    }
    value.as_f64().or_else(|| value.as_str()?.parse().ok()).map(Bound::Decimal)
}
