//! Chainable setters: a call of the runtime's macro with fields and their types.

use crate::emit::words::{element_of, type_of};
use crate::ir::{Member, Service, Structure, Type};
use crate::print::Listing;

/// The setters of a structure.
pub(super) fn listing(service: &Service, structure: &Structure) -> Listing {
    let entries = structure.members.iter().map(|member| entry(service, member)).collect();
    Listing { name: "setters", head: structure.header.rust.clone(), entries, tail: String::new() }
}

/// `enabled: bool`, or `default: String by with_default` where the field's own name cannot be used. That of a
/// deprecated setter begins with `#[deprecated]`.
fn entry(service: &Service, member: &Member) -> String {
    let Member { rust, setter, .. } = member;
    let kind = kind(service, member);
    let attribute = if member.deprecated_setter { "#[deprecated] " } else { "" };
    let by = if setter == rust { String::new() } else { format!(" by {setter}") };
    format!("{attribute}{rust}: {kind}{by}")
}

/// The type as the macro accepts it.
fn kind(service: &Service, member: &Member) -> String {
    match &member.ty {
        Type::List(element) if !element.sparse => format!("[{}]", spaced(&element_of(service, element))),
        ty if member.boxed => format!("{{{}}}", spaced(&type_of(service, ty))),
        ty @ (Type::List(_) | Type::Map(_)) => format!("({})", spaced(&type_of(service, ty))),
        ty => type_of(service, ty).to_string(),
    }
}

/// Formats tokens as rustfmt does: `BTreeMap<String, Tags>`.
fn spaced(tokens: &proc_macro2::TokenStream) -> String {
    tokens.to_string().replace(" < ", "<").replace(" >", ">").replace(" ,", ",")
}
