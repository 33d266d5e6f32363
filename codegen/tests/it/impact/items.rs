//! The public items of generated crates, read from their text.

use std::collections::BTreeMap;

use codegen::{GenerateOptions, Input, Layout};
use quote::ToTokens;
use shapewright_smithy::Diagnostics;
use syn::{Fields, Item, Visibility};

/// Public items and what they are, by name.
pub(crate) type Items = BTreeMap<String, String>;

/// Everything public that is written for a model, by its name; the value is equal only where code that uses one can use
/// the other.
pub(crate) fn of_model(text: &str) -> Items {
    let input = Input { name: "model.json".to_owned(), bytes: text.as_bytes().to_vec() };
    let mut diagnostics = Diagnostics::default();
    let tree =
        codegen::generate(&input, &[], &GenerateOptions::default(), &Layout::Workspace, &mut diagnostics);
    let tree = tree.unwrap_or_else(|| panic!("{diagnostics}"));
    let mut items = BTreeMap::new();
    for (path, text) in tree.iter().filter(|(path, _)| path.ends_with(".rs")) {
        let package = path.split('/').next().expect("a path has a first part");
        let Some((service, krate)) = package.rsplit_once('-') else { continue }; // the facade names nothing of its own
        items.insert("crates".to_owned(), service.to_owned());
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        file.items.iter().for_each(|item| add(krate, item, &mut items));
    }
    items
}

/// Names of the items that code which uses the old ones misses, or cannot use as before.
pub(crate) fn broken<'i>(old: &'i Items, new: &Items) -> Vec<&'i str> {
    let broken = old.iter().filter(|(name, item)| new.get(*name) != Some(item));
    broken.map(|(name, _)| name.as_str()).collect()
}

fn add(krate: &str, item: &Item, items: &mut Items) {
    match item {
        Item::Struct(item) if is_public(&item.vis) && krate == "shapes" => {
            items.insert(format!("shapes::{}", item.ident), "struct".to_owned());
            for field in &item.fields {
                let name = field.ident.as_ref().expect("fields have names");
                items.insert(format!("shapes::{}.{name}", item.ident), text(&field.ty));
            }
        }
        // The codes are the variants of the error of the service once more.
        Item::Enum(item) if is_public(&item.vis) && item.ident != "Code" => {
            let name = format!("{krate}::{}", item.ident);
            if item.ident != "Error" {
                items.insert(name.clone(), "enum".to_owned());
            }
            if krate == "shapes" && item.variants.iter().any(is_union_variant) {
                add_eq(&item.ident, &item.attrs, items);
            }
            for variant in item.variants.iter().filter(|_| krate == "shapes" || krate == "errors") {
                let ty = variant.fields.iter().map(|field| text(&field.ty)).collect::<String>();
                if variant.ident != "Unknown" || krate == "shapes" {
                    items.insert(format!("{name}::{}", variant.ident), ty);
                }
            }
        }
        Item::Impl(item) => add_impl(krate, item, items),
        Item::Macro(item) if item.mac.path.is_ident("quantity_list") => {
            let tokens = item.mac.tokens.to_string();
            let name = tokens.split(' ').next().expect("a name comes first");
            items.insert(format!("shapes::{name}: counted list"), tokens.clone());
        }
        Item::Macro(item) if item.mac.path.is_ident("eq_and_hash") => {
            for name in item.mac.tokens.to_string().split(',').map(str::trim).filter(|name| !name.is_empty())
            {
                items.insert(format!("shapes::{name}: Eq + Hash"), String::new());
            }
        }
        _ => {}
    }
}

fn add_impl(krate: &str, item: &syn::ItemImpl, items: &mut Items) {
    let Some((of, _)) = &item.trait_ else { return };
    let of = of.segments.last().expect("a path has a last part").ident.to_string();
    let name = text(&item.self_ty);
    if krate == "validators" && of == "Validate" {
        items.insert(format!("validators::Validate for {name}"), String::new());
    }
    if krate == "http" && of == "Operation" {
        let types = item.items.iter().filter_map(|item| match item {
            syn::ImplItem::Type(item) if item.ident != "Error" => {
                text(&item.ty).rsplit("::").next().map(str::to_owned) // without the name of the crate
            }
            _ => None,
        });
        items.insert(format!("http::{name}"), types.collect::<Vec<_>>().join(" -> "));
    }
}

/// Only enums whose variants carry values of several types are unions; open enums are always `Eq`.
fn is_union_variant(variant: &syn::Variant) -> bool {
    variant.ident != "Unknown" && !matches!(variant.fields, Fields::Unit)
}

fn add_eq(name: &syn::Ident, attrs: &[syn::Attribute], items: &mut Items) {
    let derives = attrs.iter().filter(|attr| attr.path().is_ident("derive"));
    if derives.into_iter().any(|derive| text(&derive.meta).contains("Hash")) {
        items.insert(format!("shapes::{name}: Eq + Hash"), String::new());
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
