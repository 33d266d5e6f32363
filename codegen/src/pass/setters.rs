//! Decides which setters structures have, and what these accept.

use crate::ir::setters::{Accepts, Setter, SetterFile, Setters};
use crate::ir::{Member, Module, Service, Type};

/// Fills `setters` of the output.
pub(super) fn list(service: &mut Service) {
    let modules = service.modules.iter();
    let files = modules.filter_map(|(name, module)| Some((name.clone(), file(service, module)?)));
    service.output.setters = files.collect();
}

/// The file of a module; `None` if no structure in it has members.
fn file(service: &Service, module: &Module) -> Option<SetterFile> {
    let imports = module.imports.setters.clone()?;
    let structures = module.types.iter().filter_map(|id| service.structures.get(id));
    let with_members = structures.filter(|shape| !shape.members.is_empty());
    let structures = with_members.map(|shape| Setters {
        rust: shape.header.rust.clone(),
        setters: shape.members.iter().map(|member| setter(service, member)).collect(),
    });
    Some(SetterFile { imports, structures: structures.collect() })
}

fn setter(service: &Service, member: &Member) -> Setter {
    let accepts = match &member.ty {
        Type::List(element) if !element.sparse => Accepts::Items(service.element_type(element)),
        ty if member.boxed => Accepts::Boxed(service.rust_type(ty)),
        ty @ (Type::List(_) | Type::Map(_)) => Accepts::Whole(service.rust_type(ty)),
        ty => Accepts::Into(service.rust_type(ty)),
    };
    Setter {
        field: member.rust.clone(),
        accepts,
        name: (member.setter != member.rust).then(|| member.setter.clone()),
        deprecated: member.deprecated_setter,
    }
}
