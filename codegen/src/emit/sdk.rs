//! The crate of conversions to and from the official SDK: one file per resource, which lists shapes for macros.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::{declaration, everything};
use crate::emit::wire::entry;
use crate::emit::words::{docs, ident};
use crate::emit::{Files, Roots, tree};
use crate::ir::Service;
use crate::ir::sdk::{Conversion, ConvertedStructure, Difference, Named, Path, Sdk, SdkFile};
use crate::markdown::{self, code};
use crate::print::{File, Item, Listing, joined};

/// All source files of the crate.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let Some(sdk) = &service.sdk else { return Files::new() };
    let mut files = Files::new();
    for (name, file) in &sdk.files {
        files.insert(format!("{name}.rs"), conversions(sdk, name, file, roots));
    }
    let modules = tree::declare(&mut files, "", sdk.files.keys().map(String::as_str));
    files.insert("lib.rs".to_owned(), root(service, sdk, modules));
    files.insert("catalog.rs".to_owned(), catalog(sdk, roots));
    files
}

fn root(service: &Service, sdk: &Sdk, modules: Vec<TokenStream>) -> File {
    let marker = docs(&["Marks the conversions of this crate: `Convert<Sdk>`."]);
    File {
        docs: [introduction(service, sdk), example(service, sdk), differences(sdk)].concat().into(),
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
    let (sdk_id, version) = (markdown::text(&service.sdk_id), markdown::text(&service.version));
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
    for Difference { sentence, members } in &sdk.differences {
        lines.extend([String::new(), (*sentence).to_owned(), String::new()]);
        lines.extend(members.iter().map(|member| format!("- {}", code(member))));
    }
    lines
}

fn conversions(sdk: &Sdk, name: &str, file: &SdkFile, roots: &Roots) -> File {
    let listings: Vec<Listing> = file.conversions.iter().map(listing).collect();
    let macros: BTreeSet<&str> = listings.iter().map(|listing| listing.name).collect();
    let client = ident(&sdk.package.replace('-', "_"));
    let uses = [
        declaration(&quote! { #client }, file.modules.iter().map(String::as_str)),
        declaration(&roots.shapes_outside, file.shapes.iter().map(String::as_str)),
        declaration(&quote! { shapewright_aws_sdk }, macros.into_iter()),
        (!listings.is_empty()).then(|| quote! { use crate::Sdk; }),
    ];
    File {
        docs: vec![format!("Conversions of the shapes in `{name}`.")].into(),
        modules: Vec::new(),
        uses: uses.into_iter().flatten().collect(),
        items: listings.into_iter().map(Item::from).collect(),
    }
}

fn listing(conversion: &Conversion) -> Listing {
    match conversion {
        Conversion::Enumerations(enums) => {
            let entries = enums.iter().map(|Path { rust, path }| format!("{rust} as {}", path.join("::")));
            let head = "Sdk".to_owned();
            Listing { name: "enumerations", head, entries: entries.collect(), tail: String::new() }
        }
        Conversion::Structure(shape) => {
            Listing { name: "structure", head: head(&shape.path), entries: entries(shape), tail: tail(shape) }
        }
        Conversion::Input(shape, builder) => {
            let head = format!("{}\n    by {builder}", head(&shape.path));
            Listing { name: "input", head, entries: entries(shape), tail: tail(shape) }
        }
        Conversion::Union { path, members, unknown } => {
            let entries = members.iter().map(|Named { wire, rust }| entry(wire, rust)).collect();
            let head = format!("{}, else {unknown}", head(path));
            Listing { name: "union", head, entries, tail: String::new() }
        }
    }
}

/// `optional "Enabled" => enabled by set_enabled`
fn entries(shape: &ConvertedStructure) -> Vec<String> {
    let entries = shape.members.iter().map(|(Named { wire, rust }, place)| {
        let what = format!("{} {}", place.slot.word(), entry(wire, rust));
        joined(&what, &format!("by {}", place.setter), 8)
    });
    entries.collect()
}

/// ` without { "Comment" => comment }`
fn tail(shape: &ConvertedStructure) -> String {
    let absent: Vec<String> = shape.absent.iter().map(|Named { wire, rust }| entry(wire, rust)).collect();
    if absent.is_empty() { String::new() } else { format!(" without {{ {} }}", absent.join(", ")) }
}

/// `Sdk: Aliases as types::Aliases`
fn head(Path { rust, path }: &Path) -> String {
    joined(&format!("Sdk: {rust}"), &format!("as {}", path.join("::")), 4)
}

/// All shapes that are converted, sorted by name.
fn catalog(sdk: &Sdk, roots: &Roots) -> File {
    let root = &roots.shapes_outside;
    let entries: Vec<String> =
        sdk.catalog.iter().map(|found| format!("{} {}", found.kind, found.rust)).collect();
    let mut uses = Vec::from_iter(everything(root, &entries));
    uses.push(quote! { use shapewright_aws_sdk::{catalog, operations}; });
    uses.push(quote! { use crate::Sdk; });
    let operations = sdk.operations.iter().map(|operation| match &operation.output {
        Some(output) => format!("{} -> {output}", operation.rust),
        None => operation.rust.clone(),
    });
    let (head, operations) = ("($)".to_owned(), operations.collect());
    let left_out = sdk.left_out.iter().map(|id| id.name());
    let marker = docs(&["Names of the shapes that are not converted, since the SDK does not have them."]);
    File {
        docs: vec![
            "All shapes that are converted and all operations, for tests that must not forget one."
                .to_owned(),
        ]
        .into(),
        modules: Vec::new(),
        uses,
        items: vec![
            quote! { #marker pub const NOT_CONVERTED: &[&str] = &[#(#left_out),*]; }.into(),
            Listing { name: "catalog", head: "Sdk".to_owned(), entries, tail: String::new() }.into(),
            Listing { name: "operations", head, entries: operations, tail: String::new() }.into(),
        ],
    }
}
