//! Names in other spellings: in other letter case, with underscores, as command lines and templates have them.

use std::collections::BTreeSet;

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, STRUCTURES};
use cloudfront::validators::{OPERATIONS, rules};

use super::member;
use super::rule::about_texts;

/// The position of a name: of the same text, otherwise of the same letters and digits.
pub(super) fn position(name: &str, names: &[&str]) -> Option<usize> {
    let exact = names.iter().position(|known| *known == name);
    exact.or_else(|| names.iter().position(|known| is_same(known, name)))
}

/// The name that is meant.
pub(super) fn find(name: &str, names: &'static [&'static str]) -> Option<&'static str> {
    names.get(position(name, names)?).copied()
}

/// The names with the letters and digits of a name, sorted: of rules, error codes, operations, structures,
/// enums and members.
pub(super) fn known(name: &str) -> BTreeSet<&'static str> {
    let ids = rules().map(|rule| rule.id).chain(about_texts().map(|(id, _)| id));
    let codes = Code::ALL.iter().map(|code| code.code());
    let shapes = STRUCTURES.iter().chain(ENUMS).chain(OPERATIONS).copied();
    let members = STRUCTURES.iter().flat_map(|name| member::names(name)).copied();
    ids.chain(codes).chain(shapes).chain(members).filter(|known| is_same(known, name)).collect()
}

/// Whether two names have the same letters and digits, in any letter case: `IsIPV6Enabled`, `is_ipv6_enabled`.
fn is_same(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| !matches!(c, '_' | '-')).map(|c| c.to_ascii_lowercase())
}
