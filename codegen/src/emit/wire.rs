//! Wire names of fields and variants, as listings for the runtime's macros.

use crate::emit::Roots;
use crate::emit::imports::declarations;
use crate::emit::words::rust_type;
use crate::ir::wire::{WireFile, WireKind, WireType};
use crate::print::{File, Item, Listing};

/// The names of a file of types.
pub(super) fn file(file: &WireFile, roots: &Roots) -> File {
    File {
        docs: vec!["Wire names of fields and variants.".to_owned()].into(),
        modules: Vec::new(),
        uses: declarations(&file.imports, &roots.shapes),
        items: file.types.iter().flat_map(listings).chain(eq_and_hash(&file.eq)).map(Item::from).collect(),
    }
}

/// The structures that are `Eq` and `Hash`, in one call.
fn eq_and_hash(types: &[String]) -> Option<Listing> {
    let (head, tail) = (String::new(), String::new());
    (!types.is_empty()).then(|| Listing { name: "eq_and_hash", head, entries: types.to_vec(), tail })
}

/// Names of members or values, and the list with a count of a structure that has one.
fn listings(found: &WireType) -> Vec<Listing> {
    let (head, hiding) = (head(found), hiding(&found.hidden));
    let entries = found.names.iter().map(|(wire, rust)| entry(wire, rust)).collect();
    match &found.kind {
        WireKind::Structure => vec![Listing { name: "members", head, entries, tail: hiding }],
        WireKind::Counted { quantity, items, element } => {
            let tail = format!(" where {quantity} counts {items}{hiding}");
            let list = Listing {
                name: "quantity_list",
                head: found.rust.clone(),
                entries: vec![quantity.clone(), items.clone()],
                tail: format!(" of {}", rust_type(element)),
            };
            vec![Listing { name: "members", head, entries, tail }, list]
        }
        WireKind::Union(unknown) => {
            vec![Listing { name: "union", head: format!("{head} else {unknown}"), entries, tail: hiding }]
        }
        WireKind::Enumeration(unknown) => {
            vec![Listing { name: "open_enum", head: format!("{head} else {unknown}"), entries, tail: hiding }]
        }
    }
}

/// ` hiding { "Password" }`
fn hiding(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    if names.is_empty() { String::new() } else { format!(" hiding {{ {} }}", names.join(", ")) }
}

/// `Aliases`, or `AliasIcpRecordal as "AliasICPRecordal"` if type and shape have different names.
fn head(found: &WireType) -> String {
    let shape = found.shape.as_ref().map_or_else(String::new, |shape| format!(" as {shape:?}"));
    format!("{}{shape}", found.rust)
}

/// `"HTTPPort" => http_port`
pub(super) fn entry(wire: &str, rust: &str) -> String {
    format!("{wire:?} => {rust}")
}
