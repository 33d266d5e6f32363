//! Applies corrections until there is none left.

use std::sync::Arc;

use shapewright_source::{Edit, Source, apply};

use crate::hints::Fixes;
use crate::prove::{Before, CHECKS, Check, edits, together};
use crate::{Finding, Findings, Hints, document};

/// The largest number of times that a text is corrected: corrections that touch each other are applied one after the
/// other.
const ROUNDS: usize = 10;

/// The largest number of violations and of faults of reading that are corrected. It is more than reports hold, because
/// what a report leaves out would be new once the others are corrected.
const MOST: usize = 20_000;

/// A text after its corrections.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fixed {
    /// What remains, with the new text.
    pub findings: Findings,
    /// What was corrected, in the order in which it was, with places in the text before.
    pub fixed: Vec<Finding>,
}

/// Corrects a text: what has one right answer, as far as it is proven that nothing else changes. Findings that
/// `check` leaves out or moves to [`Findings::suppressed`] are not corrected. `check` is [`check`](crate::check()),
/// or that and what else decides about findings.
///
/// ```
/// use shapewright_check::{Hints, check, fix};
/// use shapewright_source::Source;
///
/// let text = "Paths: {Quantity: 2, Items: [/*]} # all\nCallerReference: a\n";
/// let source = Source::new("batch.yaml", text.to_owned());
/// let fixed = fix(source, &Hints::default(), &|source, hints| check(source, hints));
/// assert_eq!(
///     fixed.findings.source.text(),
///     "Paths: {Quantity: 1, Items: [/*]} # all\nCallerReference: a\n"
/// );
/// assert_eq!((fixed.fixed.len(), fixed.findings.findings.len()), (1, 0));
/// ```
pub fn fix(source: impl Into<Arc<Source>>, hints: &Hints, check: &Check<'_>) -> Fixed {
    let mut all = Hints { fixes: Fixes::Unproven, ..hints.clone() };
    let limits = &mut all.options.limits;
    limits.max_violations = limits.max_violations.max(MOST);
    all.limits.faults = all.limits.faults.max(MOST);
    let mut findings = check(source.into(), &all);
    let mut fixed = Vec::new();
    for _ in 0..ROUNDS {
        let found = round(&findings, &all, check);
        if found.is_empty() {
            break;
        }
        let source = &findings.source;
        let text = apply(source.text(), &edits(&found.iter().collect::<Vec<_>>())).text;
        let source = Source::new(source.name(), text);
        fixed.extend(found);
        findings = check(Arc::new(source), &all);
    }
    let findings = check(Arc::clone(&findings.source), &Hints { fixes: Fixes::None, ..hints.clone() });
    Fixed { findings, fixed }
}

/// Returns the findings whose corrections can be applied to the text, together.
fn round(findings: &Findings, hints: &Hints, check: &Check<'_>) -> Vec<Finding> {
    let candidates = apart(&findings.findings);
    if candidates.is_empty() {
        return Vec::new();
    }
    let Some((format, parsed)) = document::parse(&findings.source, hints) else { return Vec::new() };
    let before = Before { format, parsed: &parsed, findings };
    together(&before, &candidates, CHECKS, hints, check).into_iter().cloned().collect()
}

/// The findings whose corrections do not touch each other, or are the same.
pub(crate) fn apart(findings: &[Finding]) -> Vec<&Finding> {
    let mut candidates: Vec<&Finding> = findings.iter().filter(|finding| finding.fix.is_some()).collect();
    let start =
        |finding: &Finding| finding.fix.as_ref().and_then(|fix| fix.edits.first()).map(|edit| edit.span);
    candidates.sort_by_key(|finding| start(finding));
    let mut taken: Vec<&[Edit]> = Vec::new();
    candidates.retain(|finding| {
        let Some(fix) = &finding.fix else { return false };
        let is_same = taken.last().is_some_and(|last| *last == fix.edits);
        // An element of XML is renamed in two places, so there can be changes in between.
        let touches =
            |other: &&[Edit]| other.iter().any(|one| fix.edits.iter().any(|edit| edit.overlaps(one)));
        let is_apart = is_same || !taken.iter().rev().take(64).any(touches);
        if is_apart && !is_same {
            taken.push(&fix.edits);
        }
        is_apart
    });
    candidates
}
