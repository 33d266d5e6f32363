//! The table of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::lifecycle::{only, paths, texts};
use crate::emit::words::{ident, literal, string};
use crate::ir::lifecycle::{Action, Element, Filter, Key, List, Operation, Part, Set, Value};

pub(super) fn table(row: &Operation) -> TokenStream {
    let constant = ident(&row.constant);
    let (name, action, resource) = (literal(&row.name), action(&row.action), literal(&row.resource));
    let parent = row.parent.as_ref().map(|parent| {
        let (resource, key, missing) =
            (literal(&parent.resource), key(&parent.key), literal(&parent.missing));
        quote! { Parent { resource: #resource, key: #key, missing: #missing } }
    });
    let parent = option(parent);
    let keys = row.keys.iter().map(key);
    let (missing, stage) = (literal(&row.missing), literal(&row.stage));
    let if_match = row.if_match.as_ref().map(|found| {
        let (member, absent, stale) = (literal(&found.member), literal(&found.absent), literal(&found.stale));
        quote! { IfMatch { member: #member, absent: #absent, stale: #stale } }
    });
    let if_match = option(if_match);
    let output = parts(&row.output);
    quote! {
        pub(crate) static #constant: Operation = Operation {
            name: #name,
            action: #action,
            resource: #resource,
            parent: #parent,
            keys: &[#(#keys),*],
            missing: #missing,
            stage: #stage,
            if_match: #if_match,
            output: #output,
        };
    }
}

/// The members of the elements of lists.
pub(super) fn element(constant: &str, members: &[(String, Part)]) -> TokenStream {
    let (constant, parts) = (ident(constant), parts(members));
    quote! {
        const #constant: &[(&str, Part)] = #parts;
    }
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}

fn key(found: &Key) -> TokenStream {
    let (member, by) = (texts(&found.member), paths(&found.by));
    quote! { Key::new(#member, #by) }
}

fn action(found: &Action) -> TokenStream {
    match found {
        Action::Create { sets, keeps, tags } => {
            let sets = sets.iter().map(set);
            let (keeps, tags) = (texts(keeps), texts(tags));
            quote! { Action::Create { sets: &[#(#sets),*], keeps: #keeps, tags: #tags } }
        }
        Action::Update { sets, keeps } => {
            let sets = sets.iter().map(set);
            let keeps = texts(keeps);
            quote! { Action::Update { sets: &[#(#sets),*], keeps: #keeps } }
        }
        Action::Get => quote! { Action::Get },
        Action::Delete => quote! { Action::Delete },
        Action::Publish => quote! { Action::Publish },
        Action::List(found) => {
            let found = list(found);
            quote! { Action::List(#found) }
        }
        Action::Tag(path) => {
            let path = texts(path);
            quote! { Action::Tag(#path) }
        }
        Action::Untag(path) => {
            let path = texts(path);
            quote! { Action::Untag(#path) }
        }
        Action::ListTags => quote! { Action::ListTags },
        Action::Custom(reason) => {
            let reason = string(reason, 8);
            quote! { Action::Custom(#reason) }
        }
    }
}

fn set(row: &Set) -> TokenStream {
    let to = texts(&row.to);
    let value = match &row.value {
        Value::Input(path) => {
            let path = texts(path);
            quote! { Value::Input(#path) }
        }
        Value::Json(json) => {
            let json = literal(json);
            quote! { Value::Json(#json) }
        }
        Value::Nothing => quote! { Value::Nothing },
    };
    quote! { Set::new(#to, #value) }
}

fn list(row: &List) -> TokenStream {
    let [marker, max_items, container, echo, next_marker] =
        [&row.marker, &row.max_items, &row.container, &row.echo, &row.next_marker].map(|name| literal(name));
    let [size, is_truncated, quantity, items] =
        [&row.size, &row.is_truncated, &row.quantity, &row.items].map(|name| literal(name));
    let element = match &row.element {
        Element::Key => quote! { Element::Key },
        Element::Stored => quote! { Element::Stored },
        Element::Structure(constant) => {
            let constant = ident(constant);
            quote! { Element::Structure(#constant) }
        }
    };
    let filters = row.filters.iter().map(filter);
    quote! {
        List {
            marker: #marker,
            max_items: #max_items,
            container: #container,
            echo: #echo,
            next_marker: #next_marker,
            size: #size,
            is_truncated: #is_truncated,
            quantity: #quantity,
            items: #items,
            element: #element,
            filters: &[#(#filters),*],
        }
    }
}

fn filter(row: &Filter) -> TokenStream {
    match row {
        Filter::Has(member, stored, absent) => {
            let (member, stored, absent) = (texts(member), paths(stored), literal(absent));
            quote! { Filter::Has { member: #member, paths: #stored, absent: #absent } }
        }
        Filter::Names(to, found, missing) => {
            let (to, found, missing) = (literal(to), key(found), literal(missing));
            quote! { Filter::Names { to: #to, key: #found, missing: #missing } }
        }
        Filter::Managed(member, managed, custom) => {
            let (member, managed, custom) = (literal(member), literal(managed), literal(custom));
            quote! { Filter::Managed { member: #member, managed: #managed, custom: #custom } }
        }
        Filter::Only(found) => {
            let found = only(found);
            quote! { Filter::Only(#found) }
        }
    }
}

fn parts(parts: &[(String, Part)]) -> TokenStream {
    let rows = parts.iter().map(|(name, found)| {
        let (name, found) = (literal(name), part(found));
        quote! { (#name, #found) }
    });
    quote! { &[#(#rows),*] }
}

fn part(found: &Part) -> TokenStream {
    match found {
        Part::Stored(path) => {
            let path = texts(path);
            quote! { Part::Stored(#path) }
        }
        Part::Capitals(path) => {
            let path = texts(path);
            quote! { Part::Capitals(#path) }
        }
        Part::Kept(name) => {
            let name = literal(name);
            quote! { Part::Kept(#name) }
        }
        Part::ETag => quote! { Part::ETag },
        Part::Tags(name) => {
            let name = literal(name);
            quote! { Part::Tags(#name) }
        }
        Part::Location(url) => {
            let url = literal(url);
            quote! { Part::Location(#url) }
        }
        Part::Json(json) => {
            let json = literal(json);
            quote! { Part::Json(#json) }
        }
        Part::Managed(managed, custom) => {
            let (managed, custom) = (literal(managed), literal(custom));
            quote! { Part::Managed(#managed, #custom) }
        }
    }
}
