//! Which ignores are about a finding, found without a look at all of them.

use std::cmp::Reverse;
use std::collections::HashMap;

use shapewright_source::Span;

use super::Exemption;
use crate::Finding;

/// Exemptions by what they are about.
#[derive(Default)]
pub(super) struct Index<'e> {
    /// Those about a rule, a resource if they name one, and a pointer.
    groups: HashMap<(&'e str, Option<&'e str>, &'e str), Nested>,
}

impl<'e> Index<'e> {
    /// Makes the index of exemptions and the parts of the text that they are about; `None` is all.
    pub(super) fn new(all: impl Iterator<Item = (&'e Exemption, Option<Span>)>) -> Self {
        let mut index = Index::default();
        for (number, (exemption, scope)) in all.enumerate() {
            let key = (&*exemption.rule, exemption.resource.as_deref(), &*exemption.pointer);
            let scope = scope.unwrap_or(Span { start: 0, end: u32::MAX });
            index.groups.entry(key).or_default().scopes.push((scope, number));
        }
        index.groups.values_mut().for_each(Nested::sort);
        index
    }

    /// Returns the numbers of the exemptions that are about a finding, in order. Of several with one scope it returns
    /// the first: see [`Index::first_of_same`].
    pub(super) fn about(&self, finding: &Finding) -> Vec<usize> {
        let mut found = Vec::new();
        let resources = [None, finding.resource.as_deref()];
        let resources = if resources[1].is_some() { &resources[..] } else { &resources[..1] };
        let slashes = finding.pointer.match_indices('/').map(|(index, _)| index);
        for pointer in slashes.chain([finding.pointer.len()]).filter_map(|end| finding.pointer.get(..end)) {
            for resource in resources {
                if let Some(nested) = self.groups.get(&(&*finding.rule, *resource, pointer)) {
                    nested.around(finding.place.span, &mut found);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns of each exemption the number of the first one that is about the same.
    pub(super) fn first_of_same(&self) -> impl Iterator<Item = (usize, usize)> {
        self.groups.values().flat_map(|nested| nested.same.iter().copied())
    }
}

/// Parts of a text, of which two are apart or one is in the other.
#[derive(Default)]
struct Nested {
    /// The parts in the order of the text, outer ones first, each with a number.
    scopes: Vec<(Span, usize)>,
    /// The smallest part around each.
    outer: Vec<Option<usize>>,
    /// The numbers of equal parts, and the number of the first of these.
    same: Vec<(usize, usize)>,
}

impl Nested {
    fn sort(&mut self) {
        self.scopes.sort_by_key(|(span, number)| (span.start, Reverse(span.end), *number));
        let Nested { scopes, outer, same } = self;
        let mut first: Option<(Span, usize)> = None;
        scopes.retain(|(span, number)| {
            let known = first.filter(|(known, _)| known == span);
            let (_, of_same) = *first.insert(known.unwrap_or((*span, *number)));
            same.push((*number, of_same));
            known.is_none()
        });
        let mut open: Vec<usize> = Vec::new();
        for (index, (span, _)) in scopes.iter().enumerate() {
            while open.pop_if(|last| scopes.get(*last).is_none_or(|(last, _)| last.end < span.end)).is_some()
            {
            }
            outer.push(open.last().copied());
            open.push(index);
        }
    }

    /// Adds the numbers of the parts that have a place inside.
    fn around(&self, place: Span, found: &mut Vec<usize>) {
        let behind = self.scopes.partition_point(|(scope, _)| scope.start <= place.start);
        // An empty place can be at the end of one part and at the start of the next one.
        let before = self.scopes.partition_point(|(scope, _)| scope.start < place.start);
        for last in [behind, before] {
            let mut next = last.checked_sub(1);
            while let Some((index, (scope, number))) =
                next.and_then(|index| Some((index, self.scopes.get(index)?)))
            {
                if place.end <= scope.end {
                    found.push(*number);
                }
                next = self.outer.get(index).copied().flatten();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use shapewright_source::Span;

    use super::{Exemption, Index};
    use crate::{Excuse, Finding, Severity};

    fn exemption(resource: Option<&str>, pointer: &str) -> Exemption {
        let resource = resource.map(str::to_owned);
        Exemption { resource, pointer: pointer.to_owned(), ..Exemption::new("r", "b", Excuse::Text) }
    }

    /// The index finds what a look at all exemptions finds, for all spans, resources and pointers of a few.
    #[test]
    fn it_finds_what_a_look_at_all_finds() {
        let scopes = [(0, 9), (0, 4), (1, 3), (3, 3), (4, 9), (4, 9), (5, 6), (6, 9)];
        let mut all = Vec::new();
        for resource in [None, Some("A"), Some("B")] {
            for pointer in ["", "/a", "/a/b", "/ab"] {
                all.push((exemption(resource, pointer), None));
                all.extend(
                    scopes.map(|(start, end)| (exemption(resource, pointer), Some(Span::new(start, end)))),
                );
            }
        }
        let index = Index::new(all.iter().map(|(exemption, scope)| (exemption, *scope)));
        let mut first: Vec<(usize, usize)> = index.first_of_same().collect();
        first.sort_unstable();
        for (start, end) in (0..10).flat_map(|start| (start..10).map(move |end| (start, end))) {
            for (resource, pointer) in
                [(None, ""), (Some("A"), "/a"), (Some("B"), "/a/b/0"), (Some("C"), "/abc")]
            {
                let mut finding = Finding::new("r", Severity::Error, "", Span::new(start, end));
                finding.resource = resource.map(str::to_owned);
                pointer.clone_into(&mut finding.pointer);
                let is_inside = |scope: Option<Span>| {
                    let place = finding.place.span;
                    scope.is_none_or(|scope| scope.start <= place.start && place.end <= scope.end)
                };
                let expected: Vec<usize> = (0..all.len())
                    .filter(|number| all[*number].0.matches(&finding) && is_inside(all[*number].1))
                    .filter(|number| first[*number].1 == *number)
                    .collect();
                assert_eq!(index.about(&finding), expected, "{start} {end} {resource:?} {pointer}");
            }
        }
    }
}
