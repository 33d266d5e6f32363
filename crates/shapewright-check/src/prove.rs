//! Proofs of corrections: each is tried, and kept only if it corrects what it is for and changes nothing else.
//!
//! A correction is proven if the changed text is read and checked again, and
//!
//! - the finding is gone, and no other one came,
//! - the text has the same requests as before, and everything else in it is the same value at the same place.
//!
//! A proof costs as much as a check. So that a check stays linear in the text, [`alone`] proves at most [`MOST`]
//! corrections of a text, fewer of a text that is longer than [`BYTES`] / [`MOST`], and none if more is wrong than a
//! report holds. [`together`] proves many corrections with one check, and with more only if that fails.

mod same;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use shapewright_source::{Edit, Format, Parsed, Source, apply};

use crate::fix::apart;
use crate::hints::Fixes;
use crate::rules::MORE;
use crate::{Finding, Findings, Hints};

/// The largest number of corrections of a text that are proven alone.
const MOST: usize = 32;

/// The largest number of bytes that are checked again to prove corrections alone.
const BYTES: usize = 8 << 20;

/// The largest number of checks to prove corrections together.
pub(crate) const CHECKS: usize = 64;

/// The same for a report.
const FEW: usize = 8;

/// What a text was before a correction.
pub(crate) struct Before<'a> {
    pub(crate) format: Format,
    pub(crate) parsed: &'a Parsed,
    pub(crate) findings: &'a Findings,
}

/// Removes the corrections that are not proven in the way that hints want.
pub(crate) fn prove(findings: &mut Findings, format: Format, parsed: &Parsed, hints: &Hints) {
    let before = Before { format, parsed, findings };
    // What a report leaves out would be new.
    let is_complete = !findings.findings.iter().any(|finding| finding.rule == MORE);
    let allowed = if is_complete { MOST.min(BYTES / findings.source.text().len().max(1)) } else { 0 };
    let proven = match hints.fixes {
        Fixes::Proven => alone(&before, allowed, hints),
        Fixes::Together => together(&before, &apart(&findings.findings), allowed.min(FEW), hints, &check),
        Fixes::Unproven | Fixes::None => return,
    };
    let proven: HashSet<*const Finding> = proven.into_iter().map(std::ptr::from_ref).collect();
    let is_proven = |finding| proven.contains(&std::ptr::from_ref::<Finding>(finding));
    let proven: Vec<bool> = findings.findings.iter().map(is_proven).collect();
    for (finding, is_proven) in findings.findings.iter_mut().zip(proven) {
        finding.fix = finding.fix.take().filter(|_| is_proven);
    }
    for suppressed in &mut findings.suppressed {
        suppressed.finding.fix = None;
    }
}

fn check(source: Arc<Source>, hints: &Hints) -> Findings {
    crate::check(source, hints)
}

/// Returns the findings whose corrections are proven alone, of as many as are allowed.
fn alone<'f>(before: &Before<'f>, allowed: usize, hints: &Hints) -> Vec<&'f Finding> {
    let candidates = before.findings.findings.iter().filter(|finding| finding.fix.is_some());
    candidates.take(allowed).filter(|finding| before.is_correct(&[finding], hints, &check)).collect()
}

/// A check of a text.
pub(crate) type Check<'c> = dyn Fn(Arc<Source>, &Hints) -> Findings + 'c;

/// Returns those findings whose corrections are proven when they are applied together. If a group is not, its halves
/// are tried one after the other, with at most so many checks.
pub(crate) fn together<'f>(
    before: &Before<'_>,
    findings: &[&'f Finding],
    most: usize,
    hints: &Hints,
    check: &Check<'_>,
) -> Vec<&'f Finding> {
    let mut proven: Vec<&Finding> = Vec::new();
    let mut open: Vec<&[&Finding]> = Some(findings).filter(|group| !group.is_empty()).into_iter().collect();
    for _ in 0..most {
        let Some(group) = open.pop() else { break };
        let tried: Vec<&Finding> = proven.iter().chain(group).copied().collect();
        if before.is_correct(&tried, hints, check) {
            proven = tried;
        } else if group.len() > 1 {
            let (first, second) = group.split_at(group.len() / 2);
            open.extend([second, first]);
        }
    }
    proven
}

impl Before<'_> {
    /// Whether the corrections of findings, applied together, correct these and nothing else.
    fn is_correct(&self, findings: &[&Finding], hints: &Hints, check: &Check<'_>) -> bool {
        let edits = edits(findings);
        let source = &self.findings.source;
        let edited = apply(source.text(), &edits);
        if !edited.skipped.is_empty() {
            return false;
        }
        let after = Arc::new(Source::new(source.name(), edited.text));
        let parsed = self.format.parse(Arc::clone(&after), &hints.limits);
        if !same::is_same_elsewhere(&self.parsed.trees, &parsed.trees, &edits) {
            return false;
        }
        let hints = Hints { fixes: Fixes::None, ..hints.clone() };
        let now = check(after, &hints);
        let old = self.findings;
        (now.kind, now.checked, now.unknown) == (old.kind, old.checked, old.unknown)
            && now.is_unreadable == old.is_unreadable
            && is_better(&self.findings.findings, &now.findings, findings)
    }
}

/// The changes of corrections; each once, although several findings can have the same.
pub(crate) fn edits(findings: &[&Finding]) -> Vec<Edit> {
    let mut fixes: Vec<&[Edit]> = Vec::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        // Findings are in the order of the text, so equal ones are close.
        if !fixes.iter().rev().take(8).any(|other| *other == fix.edits) {
            fixes.push(&fix.edits);
        }
    }
    fixes.into_iter().flatten().cloned().collect()
}

/// What makes two findings the same, wherever they are in the text.
fn identity(finding: &Finding) -> (&str, Option<&str>, Option<&str>, &str) {
    (&finding.rule, finding.resource.as_deref(), finding.operation.as_deref(), &finding.pointer)
}

/// Whether some findings are gone, and no other one came.
fn is_better(before: &[Finding], now: &[Finding], gone: &[&Finding]) -> bool {
    let mut counts: HashMap<_, i64> = HashMap::new();
    for finding in before {
        *counts.entry(identity(finding)).or_default() += 1;
    }
    for finding in gone.iter().copied().chain(now) {
        *counts.entry(identity(finding)).or_default() -= 1;
    }
    counts.into_values().all(|count| count >= 0)
}
