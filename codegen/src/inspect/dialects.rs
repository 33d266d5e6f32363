//! Dialects and their resources as text.

use std::fmt::Write;

use crate::ir::Service;
use crate::ir::dialect::{Dialect, Form, Given, Resource, Row, Table};
use shapewright_smithy::text::visible;

/// Everything that is known about the dialect or resource of that name.
pub(super) fn named(out: &mut String, service: &Service, name: &str) {
    for dialect in &service.dialects {
        if dialect.name == name {
            dialect_text(out, dialect);
        }
        for resource in dialect.resources.iter().filter(|resource| resource.name == name) {
            resource_text(out, resource);
        }
    }
}

/// Every name that [`named`] knows.
pub(super) fn names(service: &Service) -> impl Iterator<Item = &str> {
    service.dialects.iter().flat_map(|dialect| {
        let resources = dialect.resources.iter().map(|resource| resource.name.as_str());
        [dialect.name.as_str()].into_iter().chain(resources)
    })
}

fn dialect_text(out: &mut String, dialect: &Dialect) {
    let counts = dialect.counts;
    line(out, &format!("dialect {}: resources of {}", dialect.name, dialect.title));
    for (what, count) in [
        ("resources", dialect.resources.len()),
        ("resources left out", counts.left_out),
        ("properties by convention", counts.by_convention),
        ("properties by exception", counts.by_exception),
        ("properties not sent", counts.ignored),
        ("supplied values", counts.supplied),
    ] {
        line(out, &format!("  {count:5} {what}"));
    }
}

fn resource_text(out: &mut String, resource: &Resource) {
    line(out, &format!("resource {}", resource.name));
    for input in &resource.inputs {
        let when = if input.when.is_empty() { String::new() } else { format!(" with {}", input.when) };
        line(out, &format!("  request {}{when}: {}", input.operation, input.table));
    }
    resource.tables.iter().for_each(|table| table_text(out, table));
}

fn table_text(out: &mut String, table: &Table) {
    line(out, &format!("  object {} becomes {}", table.constant, table.api));
    for Row { name, path, form, required, create_only, unless, only_with } in &table.rows {
        let required = if *required { " required" } else { "" };
        let create_only = if *create_only { " create-only" } else { "" };
        let conditions = conditions(unless, only_with);
        line(
            out,
            &format!("    {name}{required}{create_only}: {}{conditions}", value(&path.join("."), form)),
        );
    }
    for given in &table.supplied {
        let value = match &given.given {
            Given::Json(json) => json.clone(),
            Given::Unknown(reason) => format!("unknown ({reason})"),
        };
        let conditions = conditions(&given.unless, &given.only_with);
        line(out, &format!("    supplied {}: {value}{conditions}", given.path.join(".")));
    }
}

fn value(path: &str, form: &Form) -> String {
    match form {
        Form::Scalar(scalar) => format!("{path} {}", format!("{scalar:?}").to_lowercase()),
        Form::Structure(table) => format!("{path} object {table}"),
        Form::List(wrapper, element) => {
            format!("{path} list ({}) of{}", format!("{wrapper:?}").to_lowercase(), value("", element))
        }
        Form::Within(member, inner) => value(&format!("{path} {{{member}}}"), inner),
        Form::Tags(_) => format!("{path} tags"),
        Form::Ignored => "not sent".to_owned(),
        Form::Unknown(reason) => format!("{path} unknown ({reason})"),
    }
}

fn conditions(unless: &[String], only_with: &[String]) -> String {
    let part = |word, names: &[String]| {
        if names.is_empty() { String::new() } else { format!(" {word} {}", names.join(", ")) }
    };
    part("unless", unless) + &part("with", only_with)
}

fn line(out: &mut String, text: &str) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "{}", visible(text));
}
