//! The crate of dialects: tables that `shapewright-dialect` applies.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{docs, ident, literal};
use crate::emit::{Files, tree};
use crate::ir::Service;
use crate::ir::dialect::{Dialect, Form, Given, Input, Resource, Row, Scalar, Supplied, Table, Wrapper};
use crate::markdown;
use crate::print::File;

/// All source files of the crate; none without dialects.
pub(super) fn files(service: &Service) -> Files {
    if service.dialects.is_empty() {
        return Files::new();
    }
    let mut files = Files::new();
    for dialect in &service.dialects {
        let directory = format!("{}/", dialect.module);
        let modules = dialect.resources.iter().map(|resource| resource.module.as_str());
        let declared = tree::declare(&mut files, &directory, modules);
        files.insert(format!("{}.rs", dialect.module), root_of(dialect, declared));
        for resource in &dialect.resources {
            files.insert(format!("{directory}{}.rs", resource.module), tables(resource));
        }
    }
    let modules = service.dialects.iter().map(|dialect| ident(&dialect.module));
    let statics = service.dialects.iter().map(|dialect| constant(dialect).into());
    let names = service.dialects.iter().map(|dialect| ident(&dialect.constant));
    let all = quote! {
        /// Every dialect, sorted by name.
        pub static ALL: &[&Dialect] = &[#(&#names),*];
    };
    let title = format!(
        "How other tools write the resources of {} {}: tables that `shapewright-dialect` applies.",
        markdown::text(&service.sdk_id),
        markdown::text(&service.version)
    );
    let root = File {
        docs: [title, String::new()].into_iter().chain(about(service)).collect::<Vec<_>>().into(),
        modules: modules.map(|module| quote! { mod #module; }).collect(),
        uses: vec![quote! { use shapewright_dialect::Dialect; }],
        items: statics.chain([all.into()]).collect(),
    };
    files.insert("lib.rs".to_owned(), root);
    files
}

/// How properties become members, and how many properties of each dialect were matched in which way.
pub(super) fn about(service: &Service) -> Vec<String> {
    let lines = [
        "A property is a member of a request by convention or by an exception in an overlay. Outputs and settings of a",
        "tool are not sent. What a tool sends without being asked is supplied. Resources that no operation creates are",
        "left out.",
        "",
        "| Dialect | Resources | Left out | By convention | By exception | Not sent | Supplied |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ];
    let mut lines = lines.map(str::to_owned).to_vec();
    lines.extend(service.dialects.iter().map(|dialect| {
        let counts = dialect.counts;
        format!(
            "| `{}` | {} | {} | {} | {} | {} | {} |",
            dialect.name,
            dialect.resources.len(),
            counts.left_out,
            counts.by_convention,
            counts.by_exception,
            counts.ignored,
            counts.supplied
        )
    }));
    lines
}

fn constant(dialect: &Dialect) -> TokenStream {
    let comment = docs(&[format!("Resources of {}.", markdown::text(&dialect.title))]);
    let (constant, module) = (ident(&dialect.constant), ident(&dialect.module));
    let (name, blocks) = (literal(&dialect.name), dialect.blocks);
    quote! {
        #comment
        pub static #constant: Dialect =
            Dialect { name: #name, blocks: #blocks, resources: #module::RESOURCES };
    }
}

fn root_of(dialect: &Dialect, modules: Vec<TokenStream>) -> File {
    let names = dialect.resources.iter().map(|resource| ident(&resource.module));
    let resources = quote! {
        pub(super) const RESOURCES: &[Resource] = &[#(#names::RESOURCE),*];
    };
    File {
        docs: vec![format!("Resources of {}, one file each.", markdown::text(&dialect.title))].into(),
        modules,
        uses: vec![quote! { use shapewright_dialect::Resource; }],
        items: vec![resources.into()],
    }
}

/// The tables of a resource.
fn tables(resource: &Resource) -> File {
    let name = literal(&resource.name);
    let inputs = resource.inputs.iter().map(|Input { operation, when, table }| {
        let (operation, when, table) = (literal(operation), literal(when), ident(table));
        quote! { Input { operation: #operation, when: #when, structure: &#table } }
    });
    let row = quote! {
        pub(super) const RESOURCE: Resource = Resource { name: #name, inputs: &[#(#inputs),*] };
    };
    let imports = resource.imports.iter().map(|name| ident(name));
    File {
        docs: vec![format!("Properties of {}.", markdown::code(&resource.name))].into(),
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_dialect::{#(#imports),*}; }],
        items: [row.into()].into_iter().chain(resource.tables.iter().map(|one| table(one).into())).collect(),
    }
}

fn table(table: &Table) -> TokenStream {
    let (constant, api) = (ident(&table.constant), literal(&table.api));
    let rows = table.rows.iter().map(member);
    let supplied = table.supplied.iter().map(supplied);
    quote! {
        static #constant: Structure =
            Structure { api: #api, members: &[#(#rows),*], supplied: &[#(#supplied),*] };
    }
}

fn member(row: &Row) -> TokenStream {
    let (name, path) = (literal(&row.name), texts(&row.path));
    let made = match &row.form {
        Form::Scalar(Scalar::Same) => quote! { Member::same(#name, #path) },
        Form::Ignored => quote! { Member::ignored(#name) },
        Form::List(wrapper, element) if **element == Form::Scalar(Scalar::Same) => {
            let wrapper = wrapped(*wrapper);
            quote! { Member::texts(#name, #path, #wrapper) }
        }
        other => {
            let form = form(other);
            quote! { Member::new(#name, #path, #form) }
        }
    };
    let required = row.required.then(|| quote! { .required() });
    let create_only = row.create_only.then(|| quote! { .create_only() });
    let conditions = conditions(&row.unless, &row.only_with);
    quote! { #made #required #create_only #conditions }
}

fn supplied(supplied: &Supplied) -> TokenStream {
    let path = texts(&supplied.path);
    let given = match &supplied.given {
        Given::Json(json) => {
            let json = literal(json);
            quote! { Given::Json(#json) }
        }
        Given::Unknown(reason) => {
            let reason = literal(reason);
            quote! { Given::Unknown(#reason) }
        }
    };
    let conditions = conditions(&supplied.unless, &supplied.only_with);
    quote! { Supplied::new(#path, #given) #conditions }
}

fn conditions(unless: &[String], only_with: &[String]) -> TokenStream {
    let list = |names: &[String]| (!names.is_empty()).then(|| texts(names));
    let unless = list(unless).map(|names| quote! { .unless(#names) });
    let only_with = list(only_with).map(|names| quote! { .only_with(#names) });
    quote! { #unless #only_with }
}

fn form(found: &Form) -> TokenStream {
    match found {
        Form::Scalar(Scalar::Same) => quote! { Form::Scalar(Scalar::Same) },
        Form::Scalar(Scalar::NumberToText) => quote! { Form::Scalar(Scalar::NumberToText) },
        Form::Scalar(Scalar::Blob) => quote! { Form::Scalar(Scalar::Blob) },
        Form::Structure(table) => {
            let table = ident(table);
            quote! { Form::Structure(&#table) }
        }
        Form::List(wrapper, element) => {
            let (wrapper, element) = (wrapped(*wrapper), form(element));
            quote! { Form::List(#wrapper, &#element) }
        }
        Form::Within(member, inner) => {
            let (member, inner) = (literal(member), form(inner));
            quote! { Form::Within(#member, &#inner) }
        }
        Form::Tags(wrapper) => {
            let wrapper = wrapped(*wrapper);
            quote! { Form::Tags(#wrapper) }
        }
        Form::Ignored => quote! { Form::Ignored },
        Form::Unknown(reason) => {
            let reason = literal(reason);
            quote! { Form::Unknown(#reason) }
        }
    }
}

fn wrapped(wrapper: Wrapper) -> TokenStream {
    match wrapper {
        Wrapper::None => quote! { Wrapper::None },
        Wrapper::Items => quote! { Wrapper::Items },
        Wrapper::Counted => quote! { Wrapper::Counted },
        Wrapper::Enabled => quote! { Wrapper::Enabled },
    }
}

fn texts(texts: &[String]) -> TokenStream {
    let texts = texts.iter().map(|text| literal(text));
    quote! { &[#(#texts),*] }
}
