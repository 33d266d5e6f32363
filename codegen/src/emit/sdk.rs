//! The crate of conversions to and from the official SDK: one file per resource, which lists shapes for macros.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::wire::entry;
use crate::emit::words::{docs, ident, named};
use crate::emit::{Files, Roots, tree};
use crate::ir::sdk::{Sdk, SdkType, Slot};
use crate::ir::{Module, Service, Structure, Union};
use crate::print::{File, Item, Listing};
use shapewright_smithy::model::ShapeId;

/// All source files of the crate.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let Some(sdk) = &service.sdk else { return Files::new() };
    let mut files = Files::new();
    for (name, module) in &service.modules {
        files.insert(format!("{name}.rs"), conversions(service, sdk, name, module, roots));
    }
    let modules = tree::declare(&mut files, "", service.modules.keys().map(String::as_str));
    files.insert("lib.rs".to_owned(), root(service, sdk, modules));
    files.insert("catalog.rs".to_owned(), catalog(sdk, roots));
    files
}

fn root(service: &Service, sdk: &Sdk, modules: Vec<TokenStream>) -> File {
    let marker = docs(&["Marks the conversions of this crate: `Convert<Sdk>`."]);
    File {
        docs: [introduction(service, sdk), example(service, sdk), differences(sdk)].concat(),
        modules: std::iter::once(quote! { mod catalog; }).chain(modules).collect(),
        uses: vec![
            quote! { pub use self::catalog::{NOT_CONVERTED, show_all}; },
            quote! { pub use shapewright_aws_sdk::{Catalog, Convert, IntoSdkError, Request, SdkValue}; },
        ],
        items: vec![
            quote! {
                #marker
                #[derive(Clone, Copy, Debug)]
                pub enum Sdk {}
            }
            .into(),
        ],
    }
}

fn introduction(service: &Service, sdk: &Sdk) -> Vec<String> {
    let Service { sdk_id, version, .. } = service;
    vec![
        format!("Shapes of {sdk_id} {version} to and from the types of `{}`.", sdk.package),
        String::new(),
        "`into_sdk` converts a structure into the SDK's type, `from_sdk` converts it back. `into_builder` converts the"
            .to_owned(),
        "input of an operation into a builder, which the SDK sends. They check only what the SDK's types require: use"
            .to_owned(),
        "the validators before, to find what the service would refuse.".to_owned(),
    ]
}

/// How to send, if an operation has an input and an output.
fn example(service: &Service, sdk: &Sdk) -> Vec<String> {
    let Some((input, output)) = &sdk.example else { return Vec::new() };
    let (package, client) = (service.package.replace('-', "_"), sdk.package.replace('-', "_"));
    let text = format!(
        "\n```no_run\nuse {client}::Client;\nuse {package}_aws_sdk::{{Convert, Request}};\n\
         use {package}_shapes::{{{input}, {output}}};\n\n\
         async fn send(\n    client: &Client,\n    request: {input},\n\
         ) -> Result<{output}, Box<dyn std::error::Error>> {{\n    \
         let answer = request.into_builder()?.send_with(client).await?;\n    \
         Ok({output}::from_sdk(answer))\n}}\n```"
    );
    text.lines().map(str::to_owned).collect()
}

/// The members that differ between the SDK and the model.
fn differences(sdk: &Sdk) -> Vec<String> {
    let mut lines = Vec::new();
    for (slot, members) in &sdk.differences {
        let sentence = match slot {
            Slot::Absent => "Members that the SDK does not have. It is an error if one is set:",
            Slot::Defaulted => {
                "Members that the SDK always has. An absent one comes back with the SDK's default:"
            }
            Slot::Integer => "Strings that are numbers in the SDK. It is an error if one is not a number:",
            Slot::Optional | Slot::Required => continue,
        };
        lines.extend([String::new(), sentence.to_owned(), String::new()]);
        lines.extend(members.iter().map(|member| format!("- `{member}`")));
    }
    lines
}

fn conversions(service: &Service, sdk: &Sdk, name: &str, module: &Module, roots: &Roots) -> File {
    let mut shapes = BTreeSet::new();
    let mut sdk_modules = BTreeSet::new();
    let mut enums = Vec::new();
    let mut listings = Vec::new();
    for id in &module.types {
        let Some(found) = sdk.types.get(id) else { continue };
        shapes.insert(named(service, id));
        sdk_modules.extend(found.path.first().map(String::as_str));
        if let Some(shape) = service.structures.get(id) {
            listings.push(structure(shape, found));
        } else if let Some(shape) = service.unions.get(id) {
            listings.push(union(shape, found));
        } else {
            enums.push(format!("{} as {}", named(service, id), found.path.join("::")));
        }
    }
    if !enums.is_empty() {
        let head = "Sdk".to_owned();
        listings.insert(0, Listing { name: "enumerations", head, entries: enums, tail: String::new() });
    }
    let words = listings.iter().map(|listing| listing.name).collect();
    File {
        docs: vec![format!("Conversions of the shapes in `{name}`.")],
        modules: Vec::new(),
        uses: uses(
            sdk,
            &sdk_modules,
            &words,
            declaration(&roots.shapes_outside, shapes.into_iter()).into_iter().collect(),
        ),
        items: listings.into_iter().map(Item::from).collect(),
    }
}

fn uses(
    sdk: &Sdk,
    sdk_modules: &BTreeSet<&str>,
    words: &BTreeSet<&'static str>,
    shapes: Vec<TokenStream>,
) -> Vec<TokenStream> {
    let client = ident(&sdk.package.replace('-', "_"));
    let modules = declaration(&quote! { #client }, sdk_modules.iter().copied());
    let words = declaration(&quote! { shapewright_aws_sdk }, words.iter().copied());
    let own = words.is_some().then(|| quote! { use crate::Sdk; });
    modules.into_iter().chain(shapes).chain(words).chain(own).collect()
}

fn structure(shape: &Structure, found: &SdkType) -> Listing {
    let mut entries = Vec::new();
    let mut absent = Vec::new();
    for (member, place) in shape.members.iter().zip(&found.members) {
        match place.slot {
            Slot::Absent => absent.push(entry(&member.wire, &member.rust)),
            slot => {
                let entry = entry(&member.wire, &member.rust);
                let (what, setter) = (format!("{} {entry}", slot.word()), format!("by {}", place.setter));
                entries.push(joined(&what, &setter, "\n        "));
            }
        }
    }
    let head = head(&shape.header.rust, found);
    let (name, head) = match &found.builder {
        Some(builder) => ("input", format!("{head}\n    by {builder}")),
        None => ("structure", head),
    };
    let tail =
        if absent.is_empty() { String::new() } else { format!(" without {{ {} }}", absent.join(", ")) };
    Listing { name, head, entries, tail }
}

fn union(shape: &Union, found: &SdkType) -> Listing {
    let entries = shape.members.iter().map(|member| entry(&member.wire, &member.rust)).collect();
    let head = format!("{}, else {}", head(&shape.header.rust, found), shape.unknown);
    Listing { name: "union", head, entries, tail: String::new() }
}

/// `Sdk: Aliases as types::Aliases`
fn head(rust: &str, found: &SdkType) -> String {
    joined(&format!("Sdk: {rust}"), &format!("as {}", found.path.join("::")), "\n    ")
}

/// Both names, on one line if they fit.
fn joined(first: &str, second: &str, line_break: &str) -> String {
    let gap = if first.len() + second.len() > WIDTH { line_break } else { " " };
    format!("{first}{gap}{second}")
}

/// Width of the start of a listing and of its entries.
const WIDTH: usize = 110;

/// All shapes that are converted, sorted by name.
fn catalog(sdk: &Sdk, roots: &Roots) -> File {
    let root = &roots.shapes_outside;
    let mut uses =
        vec![quote! { use shapewright_aws_sdk::{catalog, operations}; }, quote! { use crate::Sdk; }];
    uses.splice(..0, (!sdk.catalog.is_empty()).then(|| quote! { use #root::*; }));
    let entries = sdk.catalog.iter().map(|found| format!("{} {}", found.kind, found.rust)).collect();
    let operations = sdk.operations.iter().map(|operation| match &operation.output {
        Some(output) => format!("{} -> {output}", operation.rust),
        None => operation.rust.clone(),
    });
    let (head, operations) = ("($)".to_owned(), operations.collect());
    let left_out = sdk.left_out.iter().map(ShapeId::name);
    let marker = docs(&["Names of the shapes that are not converted, since the SDK does not have them."]);
    File {
        docs: vec![
            "All shapes that are converted and all operations, for tests that must not forget one."
                .to_owned(),
        ],
        modules: Vec::new(),
        uses,
        items: vec![
            quote! { #marker pub const NOT_CONVERTED: &[&str] = &[#(#left_out),*]; }.into(),
            Listing { name: "catalog", head: "Sdk".to_owned(), entries, tail: String::new() }.into(),
            Listing { name: "operations", head, entries: operations, tail: String::new() }.into(),
        ],
    }
}
