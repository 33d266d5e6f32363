//! Patterns of field names, which may end in a wildcard.

use std::collections::BTreeSet;
use std::ops::Bound;

use cloudfront_shapes::FieldPatterns;
use shapewright_validation::Checker;

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

/// [`by_pairs`] for many patterns: looks each up among the earlier ones, which are kept in order.
fn in_order(patterns: &[String], mut report: impl FnMut(usize)) {
    let mut earlier = Earlier::default();
    for (index, pattern) in patterns.iter().enumerate() {
        if earlier.overlaps(pattern) {
            report(index);
        }
        earlier.add(pattern);
    }
}

/// Patterns in order.
#[derive(Default)]
struct Earlier<'a> {
    patterns: BTreeSet<&'a str>,
    /// What stands before the wildcards, without those that begin with another one.
    prefixes: BTreeSet<&'a str>,
}

impl<'a> Earlier<'a> {
    /// Returns whether one of the patterns covers this one, or is covered by it.
    fn overlaps(&self, pattern: &str) -> bool {
        let is_covering = || {
            let prefix = pattern.strip_suffix('*')?;
            first_from(&self.patterns, prefix)
        };
        self.patterns.contains(pattern) || self.prefix_of(pattern).is_some() || is_covering().is_some()
    }

    fn add(&mut self, pattern: &'a str) {
        self.patterns.insert(pattern);
        if let Some(prefix) = pattern.strip_suffix('*')
            && self.prefix_of(prefix).is_none()
        {
            while let Some(longer) = first_from(&self.prefixes, prefix) {
                self.prefixes.remove(longer);
            }
            self.prefixes.insert(prefix);
        }
    }

    /// Returns the prefix that the text begins with. No prefix begins with another one, so none lies between it and
    /// the text.
    fn prefix_of(&self, text: &str) -> Option<&'a str> {
        let before = self.prefixes.range::<str, _>((Bound::Unbounded, Bound::Included(text))).next_back();
        before.copied().filter(|prefix| text.starts_with(prefix))
    }
}

/// Returns the first of the texts that begins with `prefix`.
fn first_from<'a>(texts: &BTreeSet<&'a str>, prefix: &str) -> Option<&'a str> {
    let from = (Bound::Included(prefix), Bound::Unbounded);
    texts.range::<str, _>(from).next().copied().filter(|text| text.starts_with(prefix))
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
