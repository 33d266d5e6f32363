//! Checks that every part of a request has a summary.

use ::codegen::__internal::traits::SUMMARY;
use ::codegen::{GenerateOptions, analyse, missing_summaries};
use shapewright_smithy::Diagnostics;

use crate::workspace::{self, ServiceFiles};

/// Returns the parts of requests that have none.
pub(super) fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for ServiceFiles { package, model, overlays, .. } in workspace::selected(None, &[], &[])? {
        let mut diagnostics = Diagnostics::default();
        let selection = GenerateOptions { package, ..GenerateOptions::default() };
        let service = analyse(&model, &overlays, &selection, &mut diagnostics);
        let service = service.ok_or_else(|| diagnostics.to_string())?;
        let missing = missing_summaries(&service).into_iter();
        problems.extend(missing.map(|name| format!("{name}: no `{SUMMARY}` in an overlay")));
    }
    Ok(problems)
}
