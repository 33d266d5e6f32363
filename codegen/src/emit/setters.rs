//! Chainable setters: a call of the runtime's macro with fields and their types.

use crate::emit::Roots;
use crate::emit::imports::declarations;
use crate::emit::words::rust_type;
use crate::ir::RustType;
use crate::ir::setters::{Accepts, Setter, SetterFile, Setters};
use crate::print::{File, Listing};

/// The setters of a file of structures.
pub(super) fn file(file: &SetterFile, roots: &Roots) -> File {
    File {
        docs: vec![
            "Setters: each accepts what converts into the type of the member, and returns the structure."
                .to_owned(),
        ]
        .into(),
        modules: Vec::new(),
        uses: declarations(&file.imports, &roots.shapes),
        items: file.structures.iter().map(|structure| listing(structure).into()).collect(),
    }
}

fn listing(structure: &Setters) -> Listing {
    let entries = structure.setters.iter().map(entry).collect();
    Listing { name: "setters", head: structure.rust.clone(), entries, tail: String::new() }
}

/// `enabled: bool`, or `default: String by with_default` where the field's own name cannot be used. That of a
/// deprecated setter begins with `#[deprecated]`.
fn entry(setter: &Setter) -> String {
    let attribute = if setter.deprecated { "#[deprecated] " } else { "" };
    let by = setter.name.as_ref().map_or_else(String::new, |name| format!(" by {name}"));
    format!("{attribute}{}: {}{by}", setter.field, accepts(&setter.accepts))
}

/// The type as the macro accepts it.
fn accepts(accepts: &Accepts) -> String {
    match accepts {
        Accepts::Into(ty) => spaced(ty),
        Accepts::Boxed(ty) => format!("{{{}}}", spaced(ty)),
        Accepts::Items(ty) => format!("[{}]", spaced(ty)),
        Accepts::Whole(ty) => format!("({})", spaced(ty)),
    }
}

/// A type as rustfmt formats it: `BTreeMap<String, Tags>`.
fn spaced(ty: &RustType) -> String {
    rust_type(ty).to_string().replace(" < ", "<").replace(" >", ">").replace(" ,", ",")
}
