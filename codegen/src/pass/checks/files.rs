//! Decides what the files of validators hold.

use crate::ir::check::{CheckedType, Function, ValidatorFile};
use crate::ir::{Condition, Module, Service};

/// Fills `validators` and `inputs` of the output.
pub(in crate::pass) fn collect(service: &mut Service) {
    let modules = service.modules.iter();
    let files = modules.filter_map(|(name, module)| Some((name.clone(), file(service, module)?)));
    let inputs = service.operations.values().filter_map(|operation| {
        let input = service.structures.get(operation.input.as_ref()?)?;
        Some((operation.name.clone(), input.header.rust.clone()))
    });
    (service.output.validators, service.output.inputs) = (files.collect(), inputs.collect());
}

/// The file of a module; `None` if requests cannot contain its types.
fn file(service: &Service, module: &Module) -> Option<ValidatorFile> {
    let imports = module.imports.validators.clone()?;
    let types = module.types.iter().filter_map(|id| {
        let conditions = service.structures.get(id).map(|shape| &shape.conditions);
        Some(CheckedType {
            validator: service.validators.get(id)?.clone(),
            unchanged: service.updates.get(id).cloned(),
            functions: conditions.into_iter().flatten().filter_map(function).collect(),
        })
    });
    let checks = imports.checks.then(|| format!("{}_checks", service.package.replace('-', "_")));
    Some(ValidatorFile { imports, checks, types: types.collect() })
}

fn function(condition: &Condition) -> Option<Function> {
    Some(Function {
        name: condition.function.clone(),
        subject: condition.subject.clone(),
        docs: condition.docs.clone(),
        body: condition.body.clone()?,
    })
}
