//! Expressions whose length can be checked separately: `^[a-z][a-z-]{1,126}[a-z]$`.

use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

/// The expression with its one bounded repetition made unbounded, and the least and greatest length of a text.
///
/// `None` unless the expression is anchored at both ends and all other parts have a fixed length.
pub(super) fn split(hir: &Hir) -> Option<(Hir, (usize, usize))> {
    let HirKind::Concat(parts) = hir.kind() else { return None };
    let [first, inner @ .., last] = parts.as_slice() else { return None };
    if !matches!((first.kind(), last.kind()), (HirKind::Look(Look::Start), HirKind::Look(Look::End))) {
        return None;
    }
    let mut varying = (0..inner.len()).filter(|index| fixed(&inner[*index]).is_none());
    let (index, None) = (varying.next()?, varying.next()) else { return None };
    let HirKind::Repetition(repetition @ Repetition { min, max: Some(max), sub, .. }) = inner[index].kind()
    else {
        return None;
    };
    let others = inner.iter().filter_map(fixed).sum::<usize>();
    let width = fixed(sub)?;
    let times = |count: &u32| usize::try_from(*count).ok()?.checked_mul(width)?.checked_add(others);
    let any = Hir::repetition(Repetition { min: 0, max: None, ..repetition.clone() });
    let mut parts = parts.clone();
    *parts.get_mut(index + 1)? = any;
    Some((Hir::concat(parts), (times(min)?, times(max)?)))
}

/// Length of every match in characters, if it is always the same.
fn fixed(hir: &Hir) -> Option<usize> {
    match hir.kind() {
        HirKind::Empty => Some(0),
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok().map(|text| text.chars().count()),
        HirKind::Class(_) => Some(1),
        HirKind::Look(_) => None,
        HirKind::Repetition(Repetition { min, max: Some(max), sub, .. }) if min == max => {
            fixed(sub)?.checked_mul(usize::try_from(*min).ok()?)
        }
        HirKind::Repetition(_) => None,
        HirKind::Capture(capture) => fixed(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(fixed).sum(),
        HirKind::Alternation(ways) => {
            let mut lengths = ways.iter().map(fixed);
            let first = lengths.next()??;
            lengths.all(|length| length == Some(first)).then_some(first)
        }
    }
}
