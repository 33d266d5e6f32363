//! Patterns of field names, which may end in a wildcard.

use cloudfront_shapes::FieldPatterns;
use shapewright_validation::{Checker, sorted};

/// Lists with at most this many patterns are compared pair by pair, which needs no allocation.
const FEW: usize = 32;

/// Checks that no field pattern matches a name that an earlier one matches too.
pub fn field_patterns_overlap(value: &FieldPatterns, c: &Checker<'_>, rule: &'static str) {
    let patterns = value.items.as_deref().unwrap_or_default();
    let report = |index| c.broken_at(&["Items"], Some(index), rule);
    if patterns.len() <= FEW { by_pairs(patterns, report) } else { in_order(patterns, report) }
}

/// Calls `report` for each pattern that overlaps an earlier one.
fn by_pairs(patterns: &[String], mut report: impl FnMut(usize)) {
    for (index, pattern) in patterns.iter().enumerate() {
        let overlaps = |earlier: &String| covers(earlier, pattern) || covers(pattern, earlier);
        if patterns.iter().take(index).any(overlaps) {
            report(index);
        }
    }
}

/// Returns whether every name that matches the second pattern matches the first.
fn covers(wide: &str, narrow: &str) -> bool {
    wide.strip_suffix('*').map_or(wide == narrow, |prefix| narrow.starts_with(prefix))
}

/// [`by_pairs`] for many patterns. In order, the patterns that one covers follow it without others between them.
fn in_order(patterns: &[String], mut report: impl FnMut(usize)) {
    let key = |index: usize| patterns.get(index).map(|pattern| order(pattern));
    let sorted = sorted((0..patterns.len()).collect(), &|one, other| key(one).cmp(&key(other)));
    let mut found = vec![false; patterns.len()];
    let mut open = Vec::new();
    for index in sorted {
        let Some(pattern) = patterns.get(index) else { continue };
        close(&mut open, Some(pattern), &mut found);
        let first = open.last().map_or(index, |wider: &Open<'_>| wider.first.min(index));
        open.push(Open { pattern, index, first, least: index });
    }
    close(&mut open, None, &mut found);
    found.iter().enumerate().filter(|(_, found)| **found).for_each(|(index, _)| report(index));
}

/// What stands before the wildcard, and whether there is none: a pattern with a wildcard precedes those that it covers.
fn order(pattern: &str) -> (&str, bool) {
    pattern.strip_suffix('*').map_or((pattern, true), |prefix| (prefix, false))
}

/// A pattern that may cover the next one in order, as do all before it in the list of these.
struct Open<'a> {
    pattern: &'a str,
    index: usize,
    /// The least index of those that cover it, or its own.
    first: usize,
    /// The least index of those that it covers, or its own.
    least: usize,
}

/// Removes the patterns that do not cover the next one, and notes which overlap an earlier one.
fn close(open: &mut Vec<Open<'_>>, next: Option<&str>, found: &mut [bool]) {
    while let Some(last) = open.pop_if(|last| !next.is_some_and(|next| covers(last.pattern, next))) {
        if let Some(found) = found.get_mut(last.index) {
            *found = last.first.min(last.least) < last.index;
        }
        if let Some(wider) = open.last_mut() {
            wider.least = wider.least.min(last.least);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{by_pairs, in_order};

    /// All lists of three patterns among these, so that each case occurs in each order.
    #[test]
    fn both_ways_find_the_same() {
        let patterns = ["", "*", "**", "a", "a*", "a**", "ab", "ab*", "abc", "abc*", "b", "b*", "ac*", "a~"];
        for one in patterns {
            for two in patterns {
                for three in patterns {
                    for four in patterns {
                        let list = [one, two, three, four].map(str::to_owned);
                        let (mut pairs, mut ordered) = (Vec::new(), Vec::new());
                        by_pairs(&list, |index| pairs.push(index));
                        in_order(&list, |index| ordered.push(index));
                        assert_eq!(ordered, pairs, "{list:?}");
                    }
                }
            }
        }
    }
}
