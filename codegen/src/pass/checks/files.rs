//! Decides what the files of validators hold.

use crate::ir::check::{CheckedType, Function, ValidatorFile};
use crate::ir::{Condition, Module, Service};

/// Fills `validators` and `inputs` of the output. Moves the validators there, and the functions of conditions.
pub(in crate::pass) fn collect(service: &mut Service) {
    let modules = std::mem::take(&mut service.modules);
    let files = modules.iter().filter_map(|(name, module)| Some((name.clone(), file(service, module)?)));
    service.output.validators = files.collect();
    service.modules = modules;
    let inputs = service.operations.values().filter_map(|operation| {
        let input = service.structures.get(operation.input.as_ref()?)?;
        Some((operation.name.clone(), input.header.rust.clone()))
    });
    service.output.inputs = inputs.collect();
}

/// The file of a module; `None` if requests cannot contain its types.
fn file(service: &mut Service, module: &Module) -> Option<ValidatorFile> {
    let imports = module.imports.validators.clone()?;
    let types = module.types.iter().filter_map(|id| {
        let conditions = service.structures.get_mut(id).map(|shape| &mut shape.conditions);
        Some(CheckedType {
            validator: service.validators.remove(id)?,
            update: service.updates.remove(id),
            functions: conditions.into_iter().flatten().filter_map(function).collect(),
        })
    });
    let checks = imports.checks.then(|| format!("{}_checks", service.package.replace('-', "_")));
    Some(ValidatorFile { imports, checks, types: types.collect() })
}

fn function(condition: &mut Condition) -> Option<Function> {
    Some(Function {
        name: condition.function.clone(),
        subject: condition.subject.clone(),
        docs: std::mem::take(&mut condition.docs),
        body: condition.body.take()?,
    })
}
