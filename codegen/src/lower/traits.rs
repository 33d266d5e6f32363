//! Reading trait values that the readers have already checked.

use serde_json::Value;

use crate::ir::{Bound, Deprecation, Type};
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

/// `min` or `max` of a range, as a number of the same kind as the values; an error for one that no value of this kind
/// can be compared with exactly.
pub(crate) fn range_bound(found: &Trait, which: &str, ty: &Type) -> Result<Option<Bound>, String> {
    let Some(value) = found.value.get(which) else { return Ok(None) };
    let bound = match ty {
        Type::Float | Type::Double => value.as_f64().map(Bound::Decimal),
        _ => value.as_i64().or_else(|| whole(value.as_f64()?)).map(Bound::Integer),
    };
    bound.map(Some).ok_or_else(|| format!("{which} {value}"))
}

/// The integer that a decimal number is, if it is one.
fn whole(number: f64) -> Option<i64> {
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    let is_whole = number.fract() == 0.0 && (-BEYOND..BEYOND).contains(&number);
    is_whole.then_some(number as i64)
}
