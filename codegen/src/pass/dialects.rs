//! Matches the properties of tools with members of requests: by convention, and by exceptions that overlays state.

mod api;
mod coverage;
mod exceptions;
mod forms;
mod imports;
mod names;
mod objects;
mod rename;
mod requests;
mod supplied;
mod tables;
mod used;

use crate::ir::Service;
use std::collections::BTreeSet;

use crate::ir::dialect::{Counts, Dialect, Resource};
use crate::ir::exceptions::{Settings, StatedDialects};
use crate::naming;
use crate::options::GenerateOptions;
use shapewright_smithy::{Diagnostics, Place};

use self::used::Used;

/// Fills `dialects`. Does nothing for a service without schemas of tools, and where only some operations are wanted.
pub(super) fn map(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    if !options.operations.is_empty() {
        return;
    }
    let stated = std::mem::take(&mut service.stated_dialects);
    let mut dialects = Vec::new();
    for (file, format) in &stated.formats {
        let Some(settings) = stated.settings.get(&format.dialect) else {
            diagnostics.error(
                Place::file(file),
                format!("the service has no dialect `{}`", format.dialect),
                "add its settings to `shapewright#dialects` of the service, or remove the file",
            );
            continue;
        };
        let mut used = Used::new(&stated, &format.dialect);
        let mut counts = Counts::default();
        let mut reader = requests::Reader {
            service,
            stated: &stated,
            settings,
            file,
            format,
            used: &mut used,
            counts: &mut counts,
            diagnostics,
        };
        let resources = reader.resources();
        used.report_rest(&service.id, diagnostics);
        dialects.push(dialect(&format.dialect, settings, resources, counts));
    }
    for (name, settings) in &stated.settings {
        derive(name, settings, &mut dialects);
    }
    report_unfounded(service, &stated, &dialects, diagnostics);
    dialects.sort_by(|a, b| a.name.cmp(&b.name));
    distinguish(&mut dialects);
    let resources = dialects.iter_mut().flat_map(|dialect| &mut dialect.resources);
    resources.for_each(imports::collect);
    service.dialects = dialects;
    service.stated_dialects = stated;
}

fn dialect(name: &str, settings: &Settings, resources: Vec<Resource>, counts: Counts) -> Dialect {
    Dialect {
        name: name.to_owned(),
        title: settings.title.clone(),
        constant: naming::constant_name(name),
        module: naming::module_name(name),
        blocks: settings.blocks,
        resources,
        counts,
    }
}

/// Adds a dialect that differs from another one only in the letter case of names.
fn derive(name: &str, settings: &Settings, dialects: &mut Vec<Dialect>) {
    let Some(from) = &settings.from else { return };
    let Some(base) = dialects.iter().find(|dialect| dialect.name == *from) else { return };
    let resources = base.resources.iter().map(|resource| rename::resource(resource, &settings.prefix));
    let derived = dialect(name, settings, resources.collect(), base.counts);
    dialects.push(derived);
}

/// Gives every dialect a constant and module of its own, and every resource of a dialect a module.
fn distinguish(dialects: &mut [Dialect]) {
    // The list of all dialects is a constant too.
    let mut constants = BTreeSet::from(["ALL".to_owned()]);
    let mut modules = BTreeSet::new();
    for dialect in dialects {
        give(&mut dialect.constant, &mut constants);
        give(&mut dialect.module, &mut modules);
        let mut files = BTreeSet::new();
        dialect.resources.iter_mut().for_each(|resource| give(&mut resource.module, &mut files));
    }
}

/// Changes a name that is taken.
fn give(name: &mut String, taken: &mut BTreeSet<String>) {
    *name = naming::unique(std::mem::take(name), "_", |name| taken.contains(name));
    taken.insert(name.clone());
}

/// Reports dialects that are stated and that no schema has.
fn report_unfounded(
    service: &Service,
    stated: &StatedDialects,
    dialects: &[Dialect],
    diagnostics: &mut Diagnostics,
) {
    let is_known = |name: &String| {
        let is_read = stated.formats.iter().any(|(_, format)| format.dialect == *name);
        is_read || dialects.iter().any(|dialect| dialect.name == *name)
    };
    // Without any schema, the caller does not want dialects.
    if stated.formats.is_empty() {
        return;
    }
    for name in stated.settings.keys().filter(|name| !is_known(name)) {
        diagnostics.error(
            Place::shape(&stated.file, &service.id),
            format!("`shapewright#dialects` has the dialect `{name}`, which no schema has"),
            "import its schema with `cargo xtask import-format`, or remove it",
        );
    }
    for (shape, (file, exceptions)) in &stated.exceptions {
        for name in exceptions.keys().filter(|name| !stated.settings.contains_key(*name)) {
            diagnostics.error(
                Place::shape(file, shape),
                format!("`shapewright#inDialects` has the dialect `{name}`, which the service does not have"),
                "correct its name, or remove the statement",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::give;

    #[test]
    fn names_that_are_taken_get_a_number() {
        let mut taken = BTreeSet::from(["ALL".to_owned()]);
        let names = ["ALL", "A", "ALL"].map(|name| {
            let mut name = name.to_owned();
            give(&mut name, &mut taken);
            name
        });
        assert_eq!(names, ["ALL_2", "A", "ALL_3"]);
    }
}
