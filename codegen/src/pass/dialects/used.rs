//! Which exceptions had an effect. Those without one are errors.

use std::collections::BTreeSet;

use crate::ir::exceptions::{Exceptions, StatedDialects};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

/// Parts of the exceptions of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Property,
    Supplied,
    Absent,
    Demanded,
}

/// The exceptions of a dialect that had an effect.
pub(super) struct Used<'s> {
    stated: &'s StatedDialects,
    dialect: &'s str,
    /// By structure, part, key, and the position of the entry where a key has several.
    exceptions: BTreeSet<(&'s ShapeId, Part, &'s str, usize)>,
    /// Properties on which exceptions depend, by structure.
    conditions: BTreeSet<(ShapeId, String)>,
    ignored: BTreeSet<String>,
    resources: BTreeSet<String>,
}

impl<'s> Used<'s> {
    pub(super) fn new(stated: &'s StatedDialects, dialect: &'s str) -> Self {
        Used {
            stated,
            dialect,
            exceptions: BTreeSet::new(),
            conditions: BTreeSet::new(),
            ignored: BTreeSet::new(),
            resources: BTreeSet::new(),
        }
    }

    pub(super) fn exception(&mut self, structure: &ShapeId, part: Part, key: &str, position: usize) {
        let Some((structure, (_, found))) = self.stated.exceptions.get_key_value(structure) else { return };
        let Some(found) = found.get(self.dialect) else { return };
        let key = match part {
            Part::Property => found.properties.get_key_value(key).map(|(key, _)| key),
            Part::Supplied => found.supplied.get_key_value(key).map(|(key, _)| key),
            Part::Absent => found.absent.get_key_value(key).map(|(key, _)| key),
            Part::Demanded => found.demanded.get_key_value(key).map(|(key, _)| key),
        };
        self.exceptions.extend(key.map(|key| (structure, part, key.as_str(), position)));
    }

    /// Marks a property on which an exception of the structure depends as found.
    pub(super) fn condition(&mut self, structure: &ShapeId, property: &str) {
        self.conditions.insert((structure.clone(), property.to_owned()));
    }

    pub(super) fn ignored(&mut self, property: &str) {
        self.ignored.insert(property.to_owned());
    }

    pub(super) fn resource(&mut self, name: &str) {
        self.resources.insert(name.to_owned());
    }

    /// Reports the exceptions without effect.
    pub(super) fn report_rest(&self, service: &ShapeId, diagnostics: &mut Diagnostics) {
        let help = "remove it, or correct the name: it changes nothing";
        let settings = self.stated.settings.get(self.dialect);
        let settings = settings.into_iter().flat_map(|settings| {
            let ignored = settings.ignored.keys().filter(|name| !self.ignored.contains(*name));
            let resources = settings.resources.keys().filter(|name| !self.resources.contains(*name));
            ignored.chain(resources)
        });
        for name in settings {
            let place = Place::shape(&self.stated.file, service);
            diagnostics.error(place, format!("`{name}` of `{}` has no effect", self.dialect), help);
        }
        for (structure, (file, dialects)) in &self.stated.exceptions {
            let Some(found) = dialects.get(self.dialect) else { continue };
            self.report_conditions(structure, file, found, diagnostics);
            let one = |part: Part| move |key: &'s String| (part, key, 1);
            let properties = found.properties.keys().map(one(Part::Property));
            let supplied = found.supplied.iter().map(|(key, all)| (Part::Supplied, key, all.all().len()));
            let absent = found.absent.iter().map(|(key, all)| (Part::Absent, key, all.all().len()));
            let demanded = found.demanded.iter().map(|(key, all)| (Part::Demanded, key, all.all().len()));
            for (part, key, count) in properties.chain(supplied).chain(absent).chain(demanded) {
                let is_unused = |at: &usize| !self.exceptions.contains(&(structure, part, key.as_str(), *at));
                if (0..count).any(|at| is_unused(&at)) {
                    let name = format!("{part:?}").to_lowercase();
                    diagnostics.error(
                        Place::member(file, structure, key),
                        format!("the exception ({name}) of `{}` has no effect", self.dialect),
                        help,
                    );
                }
            }
        }
    }

    /// Reports properties on which exceptions depend and that no object has.
    fn report_conditions(
        &self,
        structure: &ShapeId,
        file: &str,
        found: &Exceptions,
        diagnostics: &mut Diagnostics,
    ) {
        let properties = found.properties.iter().map(|(key, one)| (key, &one.unless, &one.only_with));
        let supplied = found
            .supplied
            .iter()
            .flat_map(|(key, all)| all.all().iter().map(move |one| (key, &one.unless, &one.only_with)));
        for (key, unless, only_with) in properties.chain(supplied) {
            for name in unless.iter().chain(only_with) {
                if !self.conditions.contains(&(structure.clone(), name.clone())) {
                    diagnostics.error(
                        Place::member(file, structure, key),
                        format!(
                            "the exception of `{}` depends on `{name}`, which no object has",
                            self.dialect
                        ),
                        "correct `unless` or `onlyWith`",
                    );
                }
            }
        }
    }
}
