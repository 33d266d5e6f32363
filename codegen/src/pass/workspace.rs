//! Leaves out what only crates in this workspace can have.

use crate::ir::Service;
use shapewright_smithy::{Diagnostics, Place};

/// Removes the hand-written rules, whose crate is only in this workspace, and the conversions to the official SDK,
/// whose source only this workspace knows. Runs before all other passes, so that nothing mentions them.
pub(crate) fn leave_out(service: &mut Service, diagnostics: &mut Diagnostics) {
    service.sdk = None;
    let checks = service.structures.values_mut().flat_map(|shape| std::mem::take(&mut shape.checks));
    let count = checks.count();
    if count > 0 {
        let rules = if count == 1 { "rule" } else { "rules" };
        diagnostics.warning(
            Place::file(&service.package),
            format!("skipped {count} hand-written {rules}"),
            "use the crates of this repository to get all rules",
        );
    }
}
