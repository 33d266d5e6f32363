//! What a tool sends without being asked.

use crate::ir::dialect::{Form, Given, Row, Supplied, Wrapper};

use super::api;
use super::objects::{Mapper, Object, Target};
use super::used::Part;

impl Mapper<'_, '_, '_> {
    /// What the tool sends without being asked, except what it demands.
    pub(super) fn supplied(&mut self, object: &Object<'_>, target: &Target, rows: &[Row]) -> Vec<Supplied> {
        let Some(exceptions) = self.exceptions(&target.id) else { return Vec::new() };
        let is_demanded = |path: &[String]| {
            rows.iter().any(|row| row.required && row.path == path && row.unless.is_empty())
        };
        let mut supplied = Vec::new();
        for (path, all) in &exceptions.supplied {
            for (position, stated) in all.all().iter().enumerate() {
                let full: Vec<String> =
                    target.path.iter().cloned().chain(path.split('.').map(str::to_owned)).collect();
                if !stated.holds_in(self.resource) || is_demanded(&full) {
                    continue;
                }
                self.used.exception(&target.id, Part::Supplied, path, position);
                if self.member_at(target, path).is_none() {
                    self.diagnostics.error(
                        self.stated_at(target, path),
                        format!("`{}` has no member `{path}`", target.id.name()),
                        "correct the path in `supplied` of `shapewright#inDialects`",
                    );
                    continue;
                }
                let json = stated.value.as_ref().map(|value| Given::Json(value.to_string()));
                let given =
                    json.unwrap_or_else(|| Given::Unknown(stated.unknown.clone().unwrap_or_default()));
                supplied.push(Supplied {
                    path: full,
                    given,
                    unless: self.beside_it(object, target, &stated.unless),
                    only_with: self.beside_it(object, target, &stated.only_with),
                });
            }
        }
        supplied
    }
}

/// The length 0 of a list that is not there, where the length is a member of the structure itself.
pub(super) fn count_of_nothing(row: &Row) -> Option<Supplied> {
    let is_beside = matches!(row.form, Form::List(Wrapper::Counted | Wrapper::Enabled, _));
    (is_beside && row.path.is_empty() && !row.required).then(|| Supplied {
        path: vec![api::QUANTITY.to_owned()],
        given: Given::Json("0".to_owned()),
        unless: vec![row.name.clone()],
        only_with: Vec::new(),
    })
}
