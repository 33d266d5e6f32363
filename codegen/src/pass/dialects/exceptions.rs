//! Properties with an exception.

use crate::formats::Property;
use crate::ir::dialect::{Form, Row};
use crate::ir::exceptions::PropertyException;

use super::objects::{Mapper, Match, Object, Target, row};

impl Mapper<'_, '_, '_> {
    /// The row of a property with an exception.
    pub(super) fn excepted(
        &mut self,
        name: &str,
        property: &Property,
        object: &Object<'_>,
        (target, targets): (&Target, &[Target]),
        exception: &PropertyException,
    ) -> Option<Row> {
        let by_convention = self.conventional(name, targets);
        let unless = self.beside_it(object, target, &exception.unless);
        let only_with = self.beside_it(object, target, &exception.only_with);
        if exception.ignored.is_some() {
            if property.is_output() {
                self.report_idle(target, name);
            }
            return Some(self.ignored(name));
        }
        let found = match &exception.path {
            None => by_convention,
            Some(path) => {
                let found = self.member_at(target, path);
                let changes = exception.unknown.is_some()
                    || !exception.unless.is_empty()
                    || !exception.only_with.is_empty();
                let is_same = |other: Match<'_>| found.as_ref().is_some_and(|found| found.path == other.path);
                if !changes && by_convention.is_some_and(is_same) {
                    self.report_idle(target, name);
                }
                found
            }
        };
        let Some(found) = found else {
            let path = exception.path.as_deref().unwrap_or(name);
            self.diagnostics.error(
                self.stated_at(target, name),
                format!("`{}` has no member `{path}`", target.id.name()),
                "correct `path` of the property in `shapewright#inDialects`",
            );
            return None;
        };
        self.count(|counts| &mut counts.by_exception);
        if let Some(reason) = &exception.unknown {
            return Some(row(name, found.path, Form::Unknown(reason.clone())));
        }
        let mut row = self.matched(name, property, object, found);
        (row.unless, row.only_with) = (unless, only_with);
        Some(row)
    }

    /// The properties of the object with these names, on which an exception depends. Marks them as found.
    pub(super) fn beside_it(
        &mut self,
        object: &Object<'_>,
        target: &Target,
        names: &[String],
    ) -> Vec<String> {
        let found: Vec<String> =
            names.iter().filter(|name| object.properties.contains_key(*name)).cloned().collect();
        for name in &found {
            self.used.condition(&target.id, name);
        }
        found
    }

    fn report_idle(&mut self, target: &Target, name: &str) {
        self.diagnostics.error(
            self.stated_at(target, name),
            format!("the exception of `{}` says what convention says anyway", self.dialect),
            "remove it",
        );
    }
}
