//! Tags.

use cloudfront_shapes::{Tag, Tags};
use shapewright_validation::Checker;

use crate::common::starts_with_ignore_case;

/// Checks that no key of a set of tags has two values.
pub fn tag_keys(value: &Tags, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.key.as_deref(), rule);
}

/// Checks that a key has only characters that the documentation lists. The pattern in the model checks ASCII
/// characters.
pub fn tag_key_characters(value: &Tag, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.key.as_deref().is_none_or(str::is_ascii), rule);
}

/// Checks that a value has only characters that the documentation lists. The pattern in the model checks ASCII
/// characters.
pub fn tag_value_characters(value: &Tag, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.value.as_deref().is_none_or(str::is_ascii), rule);
}

/// Checks that a key does not start with the prefix that AWS has reserved, whatever its case.
pub fn tag_key_reserved(value: &Tag, c: &Checker<'_>, rule: &'static str) {
    c.ensure(!value.key.as_deref().is_some_and(|key| starts_with_ignore_case(key, "aws:")), rule);
}
