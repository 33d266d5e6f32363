//! What readers of formats say about a text, as findings.

use shapewright_source::{Fault, Level};

use crate::{Finding, Label, Severity, fix};

/// The finding about a fault.
pub(crate) fn finding(fault: &Fault) -> Finding {
    let severity = match fault.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
    };
    let mut finding = Finding::new(fault.id, severity, fault.message.clone(), fault.span);
    finding.help.clone_from(&fault.help);
    let second = fault.second.iter().map(|(span, text)| Label { span: *span, text: text.clone() });
    finding.others.extend(second);
    finding.fix = fix::of_fault(fault);
    finding
}
