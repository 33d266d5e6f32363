//! Checks that the properties of a tool reach every member of a request, and that what the API demands is there.

use crate::ir::Member;
use crate::ir::dialect::{Form, Row, Supplied, Wrapper};
use crate::ir::exceptions::{Excuse, OneOrMore};

use super::api;
use super::objects::{Mapper, Object, Target};
use super::used::Part;

impl Mapper<'_, '_, '_> {
    /// Reports members that nothing reaches, and those that the API demands and that may be missing.
    pub(super) fn check(
        &mut self,
        object: &Object<'_>,
        targets: &[Target],
        rows: &[Row],
        supplied: &[Supplied],
    ) {
        for target in targets {
            for member in api::members(self.service, &target.id) {
                let path: Vec<&str> = target.path.iter().chain([&member.wire]).map(String::as_str).collect();
                if targets
                    .iter()
                    .any(|target| target.path.iter().map(String::as_str).eq(path.iter().copied()))
                {
                    continue;
                }
                let reached = rows.iter().any(|row| reaches(row, &path));
                let is_given = supplied.iter().any(|given| is_below(&given.path, &path));
                if reached || is_given {
                    self.demand(object, (target, member, &path), rows, supplied);
                } else if !self.is_excused(target, Part::Absent, &member.wire) {
                    self.diagnostics.error(
                        self.place(object, ""),
                        format!("no property becomes {}${}", target.id.name(), member.wire),
                        format!(
                            "add an exception of `{}` to `shapewright#inDialects` of {}: `properties`, `supplied`, or \
                             `absent` with the reason",
                            self.dialect,
                            target.id.name()
                        ),
                    );
                }
            }
        }
    }

    /// Reports a member that the API demands and the tool may leave out.
    fn demand(
        &mut self,
        object: &Object<'_>,
        (target, member, path): (&Target, &Member, &[&str]),
        rows: &[Row],
        supplied: &[Supplied],
    ) {
        let is_chosen = |row: &Row| object.path.is_empty() && row.name == self.when;
        let is_there =
            |row: &Row| reaches(row, path) && (row.required || is_chosen(row) || is_quantity(row, path));
        let is_given = |given: &Supplied| is_below(&given.path, path) && given.only_with.is_empty();
        let is_sure = rows.iter().any(is_there) || supplied.iter().any(is_given);
        if !member.is_required() || is_sure || self.is_excused(target, Part::Demanded, &member.wire) {
            return;
        }
        let name = rows.iter().find(|row| reaches(row, path)).map_or("", |row| &row.name);
        self.diagnostics.error(
            self.place(object, name),
            format!(
                "the API demands {}${}, which the tool neither demands nor supplies",
                target.id.name(),
                member.wire
            ),
            format!(
                "add an exception of `{}` to `shapewright#inDialects` of {}: `supplied`, or `demanded` with the reason",
                self.dialect,
                target.id.name()
            ),
        );
    }

    /// Whether an exception says why the member needs nothing. Marks it as used.
    fn is_excused(&mut self, target: &Target, part: Part, name: &str) -> bool {
        let Some(exceptions) = self.exceptions(&target.id) else { return false };
        let excuses = if part == Part::Absent { &exceptions.absent } else { &exceptions.demanded };
        let all = excuses.get(name).map_or(&[][..], OneOrMore::all);
        let found = all.iter().position(|excuse: &Excuse| excuse.holds_in(self.resource));
        if let Some(position) = found {
            self.used.exception(&target.id, part, name, position);
        }
        found.is_some()
    }
}

/// Whether a property becomes the member at that path, or part of it.
fn reaches(row: &Row, path: &[&str]) -> bool {
    if !row.path.is_empty() {
        return is_below(&row.path, path);
    }
    let beside: &[&str] = match row.form {
        Form::List(Wrapper::Counted, _) => &[api::QUANTITY, api::ITEMS],
        Form::List(Wrapper::Enabled, _) => &[api::ENABLED, api::QUANTITY, api::ITEMS],
        _ => &[],
    };
    path.len() == 1 && beside.iter().any(|name| path.contains(name))
}

/// Whether the list of a property always has this length.
fn is_quantity(row: &Row, path: &[&str]) -> bool {
    row.path.is_empty() && path == [api::QUANTITY]
}

/// Whether a path leads to the member at another path, or further.
fn is_below(path: &[String], above: &[&str]) -> bool {
    path.len() >= above.len() && path.iter().zip(above).all(|(a, b)| a == b)
}
