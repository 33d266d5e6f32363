//! Names in other spellings: in other letter case, with underscores, as command lines and templates have them.

use std::collections::BTreeSet;

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, STRUCTURES};
use cloudfront::validators::{OPERATIONS, rules};

use super::member;
use super::rule::about_texts;
use crate::names::is_same;
pub(super) use crate::names::{find, position};

/// The names with the letters and digits of a name, sorted: of rules, error codes, operations, structures,
/// enums and members.
pub(super) fn known(name: &str) -> BTreeSet<&'static str> {
    let ids = rules().map(|rule| rule.id).chain(about_texts().map(|(id, _)| id));
    let codes = Code::ALL.iter().map(|code| code.code());
    let shapes = STRUCTURES.iter().chain(ENUMS).chain(OPERATIONS).copied();
    let members = STRUCTURES.iter().flat_map(|name| member::names(name)).copied();
    ids.chain(codes).chain(shapes).chain(members).filter(|known| is_same(known, name)).collect()
}
