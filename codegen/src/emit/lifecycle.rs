//! The crate of resources and operations: tables that `shapewright-server` runs.

mod operation;
mod resource;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::Files;
use crate::emit::words::{ident, literal, whole};
use crate::ir::Service;
use crate::ir::lifecycle::action::Origin;
use crate::ir::lifecycle::{self, Action, Lifecycles, Only, Operation};
use crate::markdown;
use crate::print::File;

/// All source files of the crate; none without tables.
pub(super) fn files(service: &Service) -> Files {
    let Some(lifecycles) = &service.lifecycles else { return Files::new() };
    let mut files = Files::new();
    for file in &lifecycles.files {
        if let Some(row) = &file.resource {
            files.insert(format!("{}.rs", file.module), resource_file(file, row));
            if !file.operations.is_empty() {
                files.insert(format!("{}/operations.rs", file.module), operation_file(file));
            }
        } else {
            files.insert(format!("{}.rs", file.module), operation_file(file));
        }
    }
    files.insert("operations.rs".to_owned(), operations(lifecycles));
    files.insert("messages.rs".to_owned(), messages(lifecycles));
    files.insert("lib.rs".to_owned(), root(service, lifecycles));
    files
}

fn root(service: &Service, lifecycles: &Lifecycles) -> File {
    let modules = lifecycles.files.iter().map(|file| ident(&file.module));
    let others = ["messages", "operations"].map(ident);
    let mut rows: Vec<_> = lifecycles.files.iter().filter(|file| file.resource.is_some()).collect();
    rows.sort_by_key(|file| file.resource.as_ref().map(|resource| resource.shape.clone()));
    let resources = rows.iter().map(|file| {
        let module = ident(&file.module);
        quote! { &#module::RESOURCE }
    });
    let etags = lifecycles.etags.iter().map(|etag| literal(etag));
    let page = whole(lifecycles.page.into());
    let title = format!(
        "What {} {} keeps, and what its operations do with it: tables that `shapewright-server` runs.",
        markdown::text(&service.sdk_id),
        markdown::text(&service.version)
    );
    let tables = quote! {
        /// The tables of the service.
        pub static LIFECYCLES: Lifecycles = Lifecycles {
            resources: &[#(#resources),*],
            operations: operations::OPERATIONS,
            messages: messages::MESSAGES,
            etags: &[#(#etags),*],
            page: #page,
        };
    };
    File {
        docs: [title, String::new()].into_iter().chain(about(service)).collect::<Vec<_>>().into(),
        modules: modules.chain(others).map(|module| quote! { mod #module; }).collect(),
        uses: vec![quote! { use shapewright_server::table::Lifecycles; }],
        items: vec![tables.into()],
    }
}

/// How many actions were found in which way.
pub(super) fn about(service: &Service) -> Vec<String> {
    let Some(lifecycles) = &service.lifecycles else { return Vec::new() };
    let operations = || lifecycles.files.iter().flat_map(|file| &file.operations);
    let count = |origin: Origin| operations().filter(|operation| operation.origin == origin).count();
    let resources = lifecycles.files.iter().filter(|file| file.resource.is_some()).count();
    let lines = [
        "The names of operations, the types of their members and the errors that they model tell most of it; overlays",
        "state the rest. What no row can state has a function of its own. [LIFECYCLES.md](LIFECYCLES.md) lists every",
        "operation.",
        "",
        "| Resources | Operations | By convention | By trait | By a function |",
        "| --- | --- | --- | --- | --- |",
    ];
    let row = format!(
        "| {resources} | {} | {} | {} | {} |",
        operations().count(),
        count(Origin::Convention),
        count(Origin::Trait),
        count(Origin::Function)
    );
    lines.map(str::to_owned).into_iter().chain([row]).collect()
}

/// The page that lists what every operation does.
pub(super) fn page(service: &Service) -> Option<String> {
    let lifecycles = service.lifecycles.as_ref()?;
    let mut operations: Vec<&Operation> = lifecycles.files.iter().flat_map(|file| &file.operations).collect();
    operations.sort_by(|a, b| a.name.cmp(&b.name));
    let rows: String = operations.iter().map(|operation| row(operation)).collect();
    Some(format!(
        "{}\n# What operations do\n\nAn action is found by the name of the operation (convention), by a trait of an \
         overlay in addition, or it has a\nfunction of its own, with the reason why no row of a table can state it.\n\n\
         | Operation | Action | Resource | Found by |\n| --- | --- | --- | --- |\n{rows}",
        crate::print::PAGE_HEADER
    ))
}

fn row(operation: &Operation) -> String {
    let (action, reason) = match &operation.action {
        Action::Create { .. } => ("create", ""),
        Action::Get => ("read", ""),
        Action::Update { .. } => ("update", ""),
        Action::Delete => ("delete", ""),
        Action::Publish => ("publish", ""),
        Action::List(_) => ("list", ""),
        Action::Tag(_) => ("tag", ""),
        Action::Untag(_) => ("untag", ""),
        Action::ListTags => ("list tags", ""),
        Action::Custom(reason) => ("function", reason.as_str()),
    };
    let origin = match operation.origin {
        Origin::Convention => "convention".to_owned(),
        Origin::Trait => "trait".to_owned(),
        Origin::Function => markdown::prose(reason),
    };
    let resource =
        if operation.resource.is_empty() { String::new() } else { markdown::code(&operation.resource) };
    format!("| {} | {action} | {resource} | {} |\n", markdown::code(&operation.name), markdown::cell(&origin))
}

fn resource_file(file: &lifecycle::File, row: &lifecycle::Resource) -> File {
    let imports = file.imports.iter().map(|name| ident(name));
    let has_operations = !file.operations.is_empty();
    File {
        docs: vec![format!("What is kept of {}.", markdown::code(&row.shape))].into(),
        modules: has_operations.then(|| quote! { pub(super) mod operations; }).into_iter().collect(),
        uses: vec![quote! { use shapewright_server::table::{#(#imports),*}; }],
        items: vec![resource::table(row).into()],
    }
}

fn operation_file(file: &lifecycle::File) -> File {
    let imports = file.operation_imports.iter().map(|name| ident(name));
    let rows = file.operations.iter().map(|row| operation::table(row).into());
    let elements =
        file.elements.iter().map(|(constant, members)| operation::element(constant, members).into());
    let title = match &file.resource {
        Some(resource) => format!("Operations on {}.", markdown::code(&resource.shape)),
        None => "Operations on no resource, or on any.".to_owned(),
    };
    File {
        docs: vec![title].into(),
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_server::table::{#(#imports),*}; }],
        items: rows.chain(elements).collect(),
    }
}

fn operations(lifecycles: &Lifecycles) -> File {
    let mut rows: Vec<(&Operation, TokenStream)> = Vec::new();
    for file in &lifecycles.files {
        let module = ident(&file.module);
        let path = if file.resource.is_some() {
            quote! { #module::operations }
        } else {
            quote! { #module }
        };
        for operation in &file.operations {
            let constant = ident(&operation.constant);
            rows.push((operation, quote! { &super::#path::#constant }));
        }
    }
    rows.sort_by(|a, b| a.0.name.cmp(&b.0.name));
    let rows = rows.into_iter().map(|(_, row)| row);
    let table = quote! {
        pub(super) static OPERATIONS: &[&Operation] = &[#(#rows),*];
    };
    File {
        docs: vec!["Every operation, sorted by name.".to_owned()].into(),
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_server::table::Operation; }],
        items: vec![table.into()],
    }
}

fn messages(lifecycles: &Lifecycles) -> File {
    let rows = lifecycles.messages.iter().map(|(code, name, text)| {
        let (code, name) = (literal(code), literal(name));
        let text = crate::emit::words::string(text, 12);
        quote! { Message { code: #code, name: #name, text: #text } }
    });
    let table = quote! {
        pub(super) static MESSAGES: &[Message] = &[#(#rows),*];
    };
    File {
        docs: vec!["The texts of errors, sorted by code and name.".to_owned()].into(),
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_server::table::Message; }],
        items: vec![table.into()],
    }
}

fn texts(texts: &[String]) -> TokenStream {
    let texts = texts.iter().map(|text| literal(text));
    quote! { &[#(#texts),*] }
}

fn paths(paths: &[lifecycle::Path]) -> TokenStream {
    let paths = paths.iter().map(|path| texts(path));
    quote! { &[#(#paths),*] }
}

fn only(only: &Only) -> TokenStream {
    let (path, values, absent) = (texts(&only.path), texts(&only.values), literal(&only.absent));
    quote! { Only { path: #path, values: #values, absent: #absent } }
}
