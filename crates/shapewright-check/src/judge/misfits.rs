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
    let span = misfit.span(&request.tree);
    let mut finding = Finding::new(rule, Severity::Error, misfit.message.clone(), span);
    // Tools refuse other documents before the service sees them.
    finding.code = request.tree.is_xml().then(|| malformed(request.operation)).flatten();
    finding.help.clone_from(&misfit.help);
    "model".clone_into(&mut finding.source);
    finding.resource.clone_from(&request.resource);
    finding.operation = Some(request.operation.to_owned());
    finding.pointer.clone_from(&misfit.pointer);
    words::spell(&mut finding, request.tree.root());
    finding.fix = pen.and_then(|pen| fix::of_misfit(misfit, request, pen));
    finding
}

/// The code with which the service refuses a document that it cannot read.
fn malformed(operation: &str) -> Option<String> {
    cloudfront_http::operation(operation).map(|binding| binding.service.malformed_body.to_owned())
}
