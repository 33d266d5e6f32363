//! Reads trait values that the readers have already checked.

use serde_json::Number;

use crate::ir::{Bound, Deprecation, Type};
use crate::prose;
use shapewright_smithy::model::{Member, Shape};
use shapewright_smithy::traits::{Deprecated, EnumValue, Traits};

/// The wire value of an enum member.
pub(crate) fn enum_text(member: &Member) -> String {
    match member.traits.enum_value() {
        Some(EnumValue::String(text)) => text,
        _ => member.name.clone(),
    }
}

/// Whether the member or its target has the trait.
pub(crate) fn has(id: &str, member: &Member, target: Option<&Shape>) -> bool {
    member.traits.contains_key(id) || target.is_some_and(|shape| shape.traits.contains_key(id))
}

/// Whether a shape is deprecated, since when and why.
pub(crate) fn deprecation(traits: &Traits) -> Option<Deprecation> {
    let Deprecated { since, message, .. } = traits.deprecated()?;
    let plain = |message: String| prose::plain(&message).join(" ").trim_end_matches('.').to_owned();
    Some(Deprecation { since, message: message.map(plain) })
}

/// A bound of a range as a number of the kind of the values; `None` if it cannot be compared with
/// them exactly.
pub(crate) fn bound(number: &Number, ty: &Type) -> Option<Bound> {
    match ty {
        Type::Float | Type::Double => number.as_f64().map(Bound::Decimal),
        _ => number.as_i64().or_else(|| whole(number.as_f64()?)).map(Bound::Integer),
    }
}

/// The integer that a decimal number is, if it is one.
fn whole(number: f64) -> Option<i64> {
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    let is_whole = number.fract() == 0.0 && (-BEYOND..BEYOND).contains(&number);
    is_whole.then_some(number as i64)
}
