//! The table of a resource.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::lifecycle::{only, texts};
use crate::emit::words::{literal, whole};
use crate::ir::lifecycle::stated::Id;
use crate::ir::lifecycle::{Filled, Guard, Made, Quota, Reference, Resource, Stages, Status, Unique};

pub(super) fn table(row: &Resource) -> TokenStream {
    let (shape, thing, key, arn) =
        (literal(&row.shape), literal(&row.thing), texts(&row.key), texts(&row.arn));
    let (parents, taggable, tags) = (texts(&row.parents), row.taggable, texts(&row.tags));
    let (id, first_version) = (id(&row.id), whole(row.first_version.into()));
    let fills = row.fills.iter().map(|(path, value)| {
        let (path, value) = (texts(path), made(value));
        quote! { Fill::new(#path, #value) }
    });
    let defaults = row.defaults.iter().map(|(at, members)| {
        let at = texts(at);
        let members = members.iter().map(filled);
        quote! { Defaults { at: #at, members: &[#(#members),*] } }
    });
    let (status, stages) = (option(row.status.as_ref().map(status)), option(row.stages.as_ref().map(stages)));
    let unique = row.unique.iter().map(unique);
    let references = row.references.iter().map(reference);
    let quotas = row.quotas.iter().map(quota);
    let guards = row.guards.iter().map(guard);
    let order = if row.newest_first {
        quote! { Order::Newest }
    } else {
        quote! { Order::Created }
    };
    let managed = row.managed.iter().map(|(key, json)| {
        let (key, json) = (literal(key), json_text(json));
        quote! { Managed { key: #key, json: #json } }
    });
    quote! {
        pub(super) static RESOURCE: Resource = Resource {
            shape: #shape,
            thing: #thing,
            key: #key,
            id: #id,
            arn: #arn,
            parents: #parents,
            taggable: #taggable,
            tags: #tags,
            fills: &[#(#fills),*],
            defaults: &[#(#defaults),*],
            status: #status,
            stages: #stages,
            first_version: #first_version,
            unique: &[#(#unique),*],
            references: &[#(#references),*],
            quotas: &[#(#quotas),*],
            guards: &[#(#guards),*],
            order: #order,
            managed: &[#(#managed),*],
        };
    }
}

/// JSON, broken over lines where it is long.
fn json_text(json: &str) -> proc_macro2::Literal {
    crate::emit::words::string(json, 16)
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}

fn id(found: &Id) -> TokenStream {
    match found {
        Id::Given => quote! { Id::Given },
        Id::Parent => quote! { Id::Parent },
        Id::Uuid => quote! { Id::Uuid },
        Id::Base36(prefix) => {
            let prefix = literal(prefix);
            quote! { Id::Base36(#prefix, 64) }
        }
        Id::LongBase36(prefix) => {
            let prefix = literal(prefix);
            quote! { Id::Base36(#prefix, 128) }
        }
        Id::Base62(prefix) => {
            let prefix = literal(prefix);
            quote! { Id::Base62(#prefix, 22) }
        }
        Id::Ksuid(prefix) => {
            let prefix = literal(prefix);
            quote! { Id::Ksuid(#prefix) }
        }
    }
}

fn made(value: &Made) -> TokenStream {
    let (variant, text) = match value {
        Made::Created => return quote! { Made::Created },
        Made::Modified => return quote! { Made::Modified },
        Made::Json(json) => (quote! { Json }, json),
        Made::Reset(json) => (quote! { Reset }, json),
        Made::Text(text) => (quote! { Text }, text),
        Made::Pending(shape) => (quote! { Pending }, shape),
    };
    let text = literal(text);
    quote! { Made::#variant(#text) }
}

fn filled(row: &Filled) -> TokenStream {
    let member = literal(&row.member);
    let made = if row.copy.is_empty() {
        let json = literal(&row.json);
        quote! { Filled::json(#member, #json) }
    } else {
        let copy = literal(&row.copy);
        quote! { Filled::copy(#member, #copy) }
    };
    let list = |names: &[String]| (!names.is_empty()).then(|| texts(names));
    let unless = list(&row.unless).map(|names| quote! { .unless(#names) });
    let only_with = list(&row.only_with).map(|names| quote! { .only_with(#names) });
    let only = row.only.as_ref().map(only).map(|only| quote! { .only(#only) });
    quote! { #made #unless #only_with #only }
}

fn status(row: &Status) -> TokenStream {
    let (path, pending, done) = (texts(&row.path), literal(&row.stated.pending), literal(&row.stated.done));
    let (bumps, on_update, on_delete) = (row.stated.bumps, row.stated.on_update, row.stated.on_delete);
    quote! {
        Status {
            path: #path,
            pending: #pending,
            done: #done,
            bumps: #bumps,
            on_update: #on_update,
            on_delete: #on_delete,
        }
    }
}

fn stages(row: &Stages) -> TokenStream {
    let (path, status) = (texts(&row.path), texts(&row.status));
    let (draft, published) = (literal(&row.stated.draft), literal(&row.stated.published));
    let (changed, same) = (literal(&row.stated.changed), literal(&row.stated.same));
    let in_use = literal(&row.stated.in_use);
    quote! {
        Stages {
            path: #path,
            draft: #draft,
            published: #published,
            status: #status,
            statuses: (#changed, #same),
            in_use: #in_use,
        }
    }
}

fn unique(row: &Unique) -> TokenStream {
    let (path, code, scope) = (texts(&row.path), literal(&row.code), literal(&row.scope));
    let replays = row.replays.then(|| quote! { .replays() });
    let only = row.only.as_ref().map(only).map(|only| quote! { .only(#only) });
    quote! { Unique::new(#path, #code, #scope) #replays #only }
}

fn reference(row: &Reference) -> TokenStream {
    let (path, to, by, code) = (texts(&row.path), literal(&row.to), texts(&row.by), literal(&row.code));
    let prefix = (!row.prefix.is_empty()).then(|| {
        let prefix = literal(&row.prefix);
        quote! { .prefix(#prefix) }
    });
    let only = row.only.as_ref().map(|(found, code)| {
        let (found, code) = (only(found), literal(code));
        quote! { .only(#found, #code) }
    });
    let limit = row.limit.as_ref().map(|(limit, code)| {
        let (limit, code) = (whole((*limit).into()), literal(code));
        quote! { .limit(#limit, #code) }
    });
    let redeploys = row.redeploys.then(|| quote! { .redeploys() });
    quote! { Reference::new(#path, #to, #by, #code) #prefix #only #limit #redeploys }
}

fn quota(row: &Quota) -> TokenStream {
    let (name, limit, code) = (literal(&row.name), whole(row.limit.into()), literal(&row.code));
    let only = option(row.only.as_ref().map(only));
    quote! { Quota { name: #name, limit: #limit, code: #code, only: #only } }
}

fn guard(row: &Guard) -> TokenStream {
    match row {
        Guard::Enabled(path, code) => {
            let (path, code) = (texts(path), literal(code));
            quote! { Guard::Enabled(#path, #code) }
        }
        Guard::InUse(code) => {
            let code = literal(code);
            quote! { Guard::InUse(#code) }
        }
        Guard::UpdateInUse(code) => {
            let code = literal(code);
            quote! { Guard::UpdateInUse(#code) }
        }
        Guard::Managed(update, delete) => {
            let (update, delete) = (literal(update), literal(delete));
            quote! { Guard::Managed(#update, #delete) }
        }
    }
}
