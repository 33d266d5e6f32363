//! Judges a request: what its input breaks becomes findings with places.

mod hidden;
mod labels;
mod misfits;
mod size;
mod words;

use cloudfront_validators::{Input, Kind, Level, Options, Report, Violation};
use shapewright_source::{Reading, read_into};

use self::hidden::Hidden;
pub(crate) use self::size::too_much;
use crate::fix::{self, Pen};
use crate::rules::MORE;
use crate::{Finding, Label, Request, Severity, place};

/// What is wrong with a request. Without pen, nothing is corrected.
pub(crate) fn judge(request: &Request, options: &Options, pen: Option<Pen<'_>>) -> Vec<Finding> {
    if let Some(place) = size::too_much(&request.tree) {
        return vec![size::finding(request, place)];
    }
    let Some((input, reading)) = read(request) else { return Vec::new() };
    let root = request.tree.root();
    let mut findings: Vec<Finding> = request.findings.clone();
    findings.extend(reading.misfits.iter().map(|misfit| misfits::finding(misfit, request, pen)));
    let report = report(&*input, request, options);
    let hidden = Hidden::of(root, &reading);
    let is_spelling = |violation: &Violation| request.is_summary && violation.kind() == Some(Kind::Enum);
    let violations = report.iter().filter(|violation| !hidden.decides(violation) && !is_spelling(violation));
    findings.extend(violations.map(|violation| finding(violation, request, pen)));
    if report.truncated() || reading.omitted > 0 {
        findings.push(more(request));
    }
    findings
}

/// Says that not everything is reported.
fn more(request: &Request) -> Finding {
    let message = "more is wrong with this request than a report holds";
    let span = place::of_pointer(request.tree.root(), "");
    let mut finding = Finding::new(MORE, Severity::Warning, message, span);
    "correct what is reported, then check again".clone_into(&mut finding.help);
    finding.resource.clone_from(&request.resource);
    finding.operation = Some(request.operation.to_owned());
    finding
}

/// The input of a request, as far as it can be read.
fn read(request: &Request) -> Option<(Box<dyn Input>, Reading)> {
    let mut input = cloudfront_validators::input(request.operation)?;
    let reading = read_into(request.tree.root(), input.structure(), &request.options);
    Some((input, reading))
}

fn report(input: &dyn Input, request: &Request, options: &Options) -> Report {
    let current = request.current.as_ref().and_then(|tree| {
        let mut current = cloudfront_validators::input(request.operation)?;
        read_into(tree.root(), current.structure(), &request.options);
        Some(current)
    });
    match current {
        Some(current) => input.report_update(&*current, options),
        None => input.report(options),
    }
}

fn finding(violation: &Violation, request: &Request, pen: Option<Pen<'_>>) -> Finding {
    let root = request.tree.root();
    let is_error = violation.level() == Level::Error;
    let severity = if is_error { Severity::Error } else { Severity::Warning };
    let span = place::of_pointer(root, violation.pointer());
    let mut finding = Finding::new(violation.rule(), severity, violation.message(), span);
    finding.code = Some(violation.code_of(request.operation).to_owned());
    finding.help = violation.help().to_owned();
    finding.source = words::source(violation);
    finding.resource.clone_from(&request.resource);
    finding.operation = Some(request.operation.to_owned());
    violation.pointer().clone_into(&mut finding.pointer);
    words::spell(&mut finding, root);
    finding.place = Label { span, text: String::new() };
    finding.others = labels::others(violation, root);
    finding.fix = pen.and_then(|pen| fix::of_violation(violation, request, pen));
    finding
}
