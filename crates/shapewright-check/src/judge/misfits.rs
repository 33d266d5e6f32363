//! Values that do not fit into the input of their operation.

use shapewright_source::{Misfit, Reason};

use super::words;
use crate::fix::{self, Pen};
use crate::{Finding, Request, Severity};

const WRONG_TYPE: &str = "wrong-type";
const UNKNOWN_MEMBER: &str = "unknown-member";
const TOO_MANY: &str = "too-many-members";

/// The finding about a value that does not fit.
pub(super) fn finding(misfit: &Misfit, request: &Request, pen: Option<Pen<'_>>) -> Finding {
    let rule = match misfit.reason {
        Reason::UnknownMember => UNKNOWN_MEMBER,
        Reason::TooMany => TOO_MANY,
        _ => WRONG_TYPE,
    };
    // The service has written it, so that it is newer than the model, if nobody has changed the output.
    let is_newer = request.is_stored && misfit.reason == Reason::UnknownMember;
    let severity = if is_newer { Severity::Warning } else { Severity::Error };
    let span = misfit.span(&request.tree);
    let mut finding = Finding::new(rule, severity, misfit.message.clone(), span);
    // Tools refuse other documents before the service sees them.
    finding.code = (request.tree.is_xml() && !is_newer).then(|| malformed(request.operation)).flatten();
    finding.help = if is_newer { newer(misfit) } else { misfit.help.clone() };
    "model".clone_into(&mut finding.source);
    finding.resource.clone_from(&request.resource);
    finding.operation = Some(request.operation.to_owned());
    finding.pointer.clone_from(&misfit.pointer);
    words::spell(&mut finding, request.tree.root());
    finding.fix = pen.and_then(|pen| fix::of_misfit(misfit, request, pen));
    finding
}

/// What to do about a member of an output that the model does not have.
fn newer(misfit: &Misfit) -> String {
    let meant = misfit.meant.map(|meant| format!("did you mean {meant}? ")).unwrap_or_default();
    format!("{meant}if CloudFront has written it, it is newer than the model and not checked")
}

/// The code with which the service refuses a document that it cannot read.
fn malformed(operation: &str) -> Option<String> {
    cloudfront_http::operation(operation).map(|binding| binding.service.malformed_body.to_owned())
}
