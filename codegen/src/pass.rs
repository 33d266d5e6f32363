//! Passes over the IR; each completes one aspect of it.

use crate::ir::Service;
use crate::options::GenerateOptions;
use shapewright_smithy::Diagnostics;

mod boxing;
mod catalog;
mod checks;
mod codes;
mod conditions;
mod derives;
mod dialects;
mod docs;
mod documents;
mod elements;
mod facade;
mod http;
mod imports;
mod lifecycle;
mod modules;
mod names;
mod nouns;
mod operations;
mod packages;
mod patterns;
mod quantity;
mod recorded;
mod rules;
mod sdk;
mod setters;
mod summaries;
mod usage;
mod wire;
mod workspace;

pub(crate) use workspace::leave_out as leave_out_workspace;

/// Runs all passes, in order of their dependencies.
pub(crate) fn run(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    name(service, options, diagnostics);
    sdk::match_types(service, diagnostics);
    documents::mark(service);
    patterns::compile(service, diagnostics);
    codes::attach(service, options, diagnostics);
    conditions::compile(service, diagnostics);
    docs::write(service);
    modules::assign(service);
    summaries::collect(service);
    dialects::map(service, options, diagnostics);
    lifecycle::complete(service, options, diagnostics);
    rules::list(service, diagnostics);
    docs::write_errors(service);
}

/// Runs the passes that only the emitters need.
pub(crate) fn finish(service: &mut Service) {
    packages::list(service);
    facade::describe(service);
    catalog::list(service);
    sdk::collect(service);
    rules::pages::fill(service);
    rules::tables::fill(service);
    recorded::list(service);
    checks::write(service);
    operations::collect(service);
    imports::collect(service);
    checks::collect(service);
    wire::list(service);
    setters::list(service);
    elements::collect(service);
}

/// Runs only the passes that determine the public items: names and types.
pub(crate) fn name(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    usage::mark(service);
    quantity::recognise(service, options, diagnostics);
    boxing::cut_cycles(service);
    derives::mark(service);
    names::assign(service, diagnostics);
    http::name(service, diagnostics);
}
