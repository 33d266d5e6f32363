//! The requests that a text leads to, read as inputs of operations.

use std::collections::HashSet;
use std::error::Error;
use std::fmt;

use cloudfront::validators::{Input, input};
use shapewright_check::{Document, Hints, Request};
use shapewright_source::{Misfit, Reason, Source, Span, Unit, decode, read_into};

use crate::operation_named;

/// A request, with its input.
pub(crate) struct Given {
    /// The logical id or address of the resource, with the conditions under which it is sent.
    pub(crate) resource: Option<String>,
    pub(crate) operation: &'static str,
    pub(crate) input: Box<dyn Input>,
    /// The input with its places in the text.
    pub(crate) request: Request,
    /// The pointers of values that are only known at deployment.
    pub(crate) unknown: Vec<String>,
    /// The pointers of members of an output that are newer than the model, and therefore not in the input.
    pub(crate) newer: Vec<String>,
}

/// A text that cannot be read as requests: a line for each reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(Vec<String>);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Error for Unreadable {}

impl Unreadable {
    pub(crate) fn one(line: String) -> Self {
        Unreadable(vec![line])
    }
}

/// Reads the requests of a text. `operation` is the one that it is for, if that is known.
pub(crate) fn read(name: &str, bytes: Vec<u8>, operation: Option<&str>) -> Result<Vec<Given>, Unreadable> {
    let operation = operation.map(operation_named).transpose();
    let operation = operation.map_err(|error| Unreadable::one(error.to_string()))?;
    let source = decode(name, bytes).map_err(|error| {
        Unreadable::one(line(&error.source, error.fault.span, &error.fault.message, &error.fault.help))
    })?;
    let mut hints = Hints::default();
    hints.operation = operation.map(str::to_owned);
    let Document { source, parsed, requests, why, .. } = shapewright_check::read(source, &hints);
    let errors = parsed.faults.iter().filter(|fault| fault.is_error());
    let mut lines: Vec<String> =
        errors.map(|fault| line(&source, fault.span, &fault.message, &fault.help)).collect();
    if lines.is_empty() && requests.is_empty() {
        lines.push(format!("{name}: it has no request: {why}"));
    }
    let given: Vec<Given> =
        requests.into_iter().filter_map(|request| given(request, &source, &mut lines)).collect();
    // A resource with conditions has several requests, which share most of the text.
    let mut seen = HashSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    if lines.is_empty() { Ok(given) } else { Err(Unreadable(lines)) }
}

/// Reads the input of a request, and adds what does not fit.
fn given(request: Request, source: &Source, lines: &mut Vec<String>) -> Option<Given> {
    let mut input = input(request.operation)?;
    let reading = read_into(request.tree.root(), input.structure(), &request.options);
    for finding in &request.findings {
        lines.push(line(source, finding.place.span, &finding.message, &finding.help));
    }
    let is_newer = |misfit: &&Misfit| request.is_stored && misfit.reason == Reason::UnknownMember;
    let (newer, wrong): (Vec<&Misfit>, Vec<&Misfit>) = reading.misfits.iter().partition(is_newer);
    for misfit in wrong {
        lines.push(line(source, misfit.span(&request.tree), &misfit.message, &misfit.help));
    }
    let newer = newer.into_iter().map(|misfit| misfit.pointer.clone()).collect();
    let assumed = if request.assumed.is_empty() {
        String::new()
    } else {
        format!(" if {}", request.assumed.join(", "))
    };
    let resource = request.resource.as_ref().map(|resource| format!("{resource}{assumed}"));
    let unknown = reading.unknown.into_iter().map(|unknown| unknown.pointer).collect();
    Some(Given { resource, operation: request.operation, input, request, unknown, newer })
}

/// `config.json:3:5: there is no member Commment; did you mean Comment?`
fn line(source: &Source, span: Span, message: &str, help: &str) -> String {
    let start = source.position(span.start as usize, Unit::CodePoint);
    format!("{}:{}:{}: {message}; {help}", source.name(), start.line, start.column)
}
