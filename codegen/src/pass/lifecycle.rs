//! Completes what overlays state about resources and operations: conventions find most of it.

mod codes;
mod defaults;
mod imports;
mod inputs;
mod json;
mod keys;
mod kinds;
mod lists;
mod messages;
mod operations;
mod outputs;
mod paths;
mod references;
mod resources;

use std::collections::BTreeMap;

use crate::ir::Service;
use crate::ir::lifecycle::stated::Stated;
use crate::ir::lifecycle::{File, Lifecycles, Operation};
use crate::naming;
use crate::options::GenerateOptions;
use shapewright_smithy::{Diagnostics, Place};

use self::kinds::Kind;

/// What the passes share.
struct Context<'a> {
    service: &'a Service,
    stated: &'a Stated,
    kinds: Vec<Kind<'a>>,
}

/// Fills `lifecycles`. Does nothing for a service without settings, and where only some operations are wanted.
pub(super) fn complete(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    if !options.operations.is_empty() {
        return;
    }
    let Some(stated) = service.stated_lifecycles.take() else { return };
    let mut found = Diagnostics::default();
    let kinds = kinds::list(service, &stated, &mut found);
    let context = Context { service, stated: &stated, kinds };
    let lifecycles = tables(&context, &mut found);
    // What is stated of a structure or member holds wherever it is.
    for finding in found.iter() {
        if !diagnostics.iter().any(|known| known == finding) {
            diagnostics.push(finding.clone());
        }
    }
    service.lifecycles = Some(lifecycles);
    service.stated_lifecycles = Some(stated);
}

fn tables(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Lifecycles {
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    let mut elements = BTreeMap::new();
    let operations = operations::list(context, &mut elements, diagnostics);
    for kind in &context.kinds {
        let resource = resources::complete(context, kind, &operations, diagnostics);
        let module = naming::module_name(&heck::ToSnakeCase::to_snake_case(kind.noun()));
        files.insert(module.clone(), File { resource: Some(resource), ..empty(module) });
    }
    for operation in operations {
        let kind = context.kinds.iter().find(|kind| kind.shape() == operation.resource);
        let module = kind.map_or_else(
            || OTHERS.to_owned(),
            |kind| naming::module_name(&heck::ToSnakeCase::to_snake_case(kind.noun())),
        );
        let file = files.entry(module.clone()).or_insert_with(|| empty(module));
        file.operations.push(operation);
    }
    let mut files: Vec<File> = files.into_values().collect();
    for file in &mut files {
        take_elements(file, &elements);
        imports::collect(file);
    }
    Lifecycles {
        files,
        messages: messages::list(context, diagnostics),
        etags: context.stated.settings.etags.clone(),
        page: context.stated.settings.page,
    }
}

/// The file of the operations without a resource.
const OTHERS: &str = "others";

fn empty(module: String) -> File {
    File {
        module,
        resource: None,
        operations: Vec::new(),
        elements: BTreeMap::new(),
        imports: Default::default(),
        operation_imports: Default::default(),
    }
}

/// Gives a file the elements that its lists name.
fn take_elements(file: &mut File, elements: &lists::Elements) {
    let named = file.operations.iter().filter_map(Operation::element);
    let found = named.filter_map(|name| elements.get_key_value(name));
    file.elements = found.map(|(name, members)| (name.clone(), members.clone())).collect();
}

impl Context<'_> {
    /// The kind with that stored structure.
    fn kind(&self, shape: &str) -> Option<&Kind<'_>> {
        self.kinds.iter().find(|kind| kind.shape() == shape)
    }

    /// The place of a statement about a resource.
    fn place(&self, kind: &Kind<'_>) -> Place {
        Place::shape(kind.file, kind.id)
    }
}
