//! Resources of a tool, and the requests that create them.

use std::collections::BTreeSet;

use crate::formats::Format;
use crate::ir::dialect::{Counts, Input, Resource};
use crate::ir::exceptions::{ResourceException, Settings, StatedDialects};
use crate::ir::{Operation, Service};
use crate::naming;
use shapewright_smithy::diagnostics::nearest;
use shapewright_smithy::{Diagnostics, Place};

use super::names::is_same;
use super::objects::{Mapper, Object};
use super::tables::Tables;
use super::used::Used;

/// What the names of operations that create a resource begin with.
const CREATE: &str = "Create";

/// Reads the resources of a tool.
pub(super) struct Reader<'a, 'd> {
    pub(super) service: &'a Service,
    pub(super) stated: &'a StatedDialects,
    pub(super) settings: &'a Settings,
    pub(super) file: &'a str,
    pub(super) format: &'a Format,
    pub(super) used: &'a mut Used<'d>,
    pub(super) counts: &'a mut Counts,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl<'a> Reader<'a, '_> {
    /// The tables of all resources that requests create.
    pub(super) fn resources(&mut self) -> Vec<Resource> {
        let names: Vec<&String> = self.format.resources.keys().collect();
        names.into_iter().filter_map(|name| self.resource(name)).collect()
    }

    fn resource(&mut self, name: &str) -> Option<Resource> {
        let operation = self.operation(name)?;
        let properties = self.format.resources.get(name)?;
        let mut inputs = Vec::new();
        let mut tables = Tables::default();
        let mut sent = Vec::new();
        for (suffix, property) in &self.settings.variants {
            let variant = self.service.operations.get(&format!("{}{suffix}", operation.name));
            if let Some(variant) = variant.filter(|_| properties.contains_key(property)) {
                inputs.push((variant, property.as_str()));
                sent.push(property.as_str());
            }
        }
        inputs.push((operation, ""));
        let mut made = Vec::new();
        let mut found = Diagnostics::default();
        for (operation, when) in inputs {
            let mut mapper = Mapper {
                service: self.service,
                stated: self.stated,
                settings: self.settings,
                dialect: &self.format.dialect,
                file: self.file,
                resource: name,
                tables: &mut tables,
                used: &mut *self.used,
                counts: &mut *self.counts,
                diagnostics: &mut found,
                // Every property is counted once.
                is_counting: when.is_empty(),
                when,
            };
            let sent_otherwise = if when.is_empty() { &sent[..] } else { &[] };
            let input = operation.input.as_ref()?;
            let table = mapper.request(&Object { properties, path: "" }, input, sent_otherwise);
            made.push(Input { operation: operation.name.clone(), when: when.to_owned(), table });
        }
        self.keep(&found);
        let noun = name.strip_prefix(self.settings.prefix.as_str()).unwrap_or(name);
        Some(Resource {
            name: name.to_owned(),
            module: naming::module_name(noun),
            inputs: made,
            tables: tables.finish(),
            imports: BTreeSet::new(),
        })
    }

    /// Keeps each finding once: requests of a resource share most of it.
    fn keep(&mut self, found: &Diagnostics) {
        for finding in found.iter() {
            if !self.diagnostics.iter().any(|known| known == finding) {
                self.diagnostics.push(finding.clone());
            }
        }
    }

    /// The operation that creates a resource, by exception or convention. Reports a resource without one.
    fn operation(&mut self, name: &str) -> Option<&'a Operation> {
        let operations = &self.service.operations;
        let place = Place::shape(self.file, name);
        let settings = Place::shape(&self.stated.file, &self.service.id);
        let found = self.settings.prefix.as_str();
        let noun = name.strip_prefix(found);
        let by_convention = noun.and_then(|noun| {
            let wanted = format!("{CREATE}{noun}");
            operations.values().find(|operation| is_same(&operation.name, &wanted))
        });
        match self.settings.resources.get(name) {
            None if by_convention.is_some() => by_convention,
            None => {
                self.diagnostics.error(
                    place,
                    "no operation creates this resource, as far as its name says",
                    "add it to `resources` of the dialect in `shapewright#dialects`, with `operation`, or with `none` \
                     and the reason",
                );
                None
            }
            Some(ResourceException::None(_)) => {
                self.used.resource(name);
                self.counts.left_out += 1;
                if let Some(operation) = by_convention {
                    self.diagnostics.error(
                        settings,
                        format!("`{name}` is left out, although `{}` creates it", operation.name),
                        "remove it from `resources` of the dialect",
                    );
                }
                None
            }
            Some(ResourceException::Operation(wanted)) => {
                self.used.resource(name);
                let operation = operations.get(wanted);
                if operation.is_none() {
                    let help = match nearest(wanted, operations.keys().map(String::as_str)) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "use the name of the operation in the model".to_owned(),
                    };
                    let message = format!("`{name}` needs the operation `{wanted}`, which does not exist");
                    self.diagnostics.error(settings, message, help);
                } else if by_convention.is_some_and(|found| found.name == *wanted) {
                    self.diagnostics.error(
                        settings,
                        format!("`{name}` has the operation that its name says anyway"),
                        "remove it from `resources` of the dialect",
                    );
                }
                operation
            }
        }
    }
}
