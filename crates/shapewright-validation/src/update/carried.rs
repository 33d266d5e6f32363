//! Finds the violations that the current value has too.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};

use shapewright_runtime::Structure;

use super::reads::Side;
use super::tree::Tree;
use crate::reads::is_position;
use crate::{Expected, Kind, Report, Violation};

/// The positions of the violations in the second report that the first one has too. Values and reports are those of the
/// current value and of the proposed one.
pub(super) fn find(values: [&dyn Structure; 2], reports: [&Report; 2], is_request: bool) -> BTreeSet<usize> {
    let key = RandomState::new();
    let [current, proposed] = values.map(|value| Tree::of_structure(value, &key));
    let [current, proposed] = [Side::new(&current, &key), Side::new(&proposed, &key)];
    let [known, found] = reports;
    let mut search = Search {
        known: known
            .iter()
            .enumerate()
            .filter_map(|each| Item::new(each, &current, &key, is_request))
            .collect(),
        found: found
            .iter()
            .enumerate()
            .filter_map(|each| Item::new(each, &proposed, &key, is_request))
            .collect(),
        carried: BTreeSet::new(),
    };
    // Absent values are no evidence, because the current value may be incomplete.
    search.known.retain(|item| item.is_present);
    // The same element wherever it is, the same place, and then any other place in the same list.
    search.pair(|item| (item.violation.rule(), item.values, item.element));
    search.pair(|item| (item.violation.rule(), item.values, item.violation.pointer()));
    search.pair(|item| (item.violation.rule(), item.values, item.place));
    search.pair_smaller(&current, &proposed);
    search.carried
}

/// A violation that a stored value can have.
struct Item<'v> {
    position: usize,
    violation: &'v Violation,
    /// Hash of the pointer without positions in lists.
    place: u64,
    /// Hash of the values that the rule reads.
    values: u64,
    /// Whether one of them is present.
    is_present: bool,
    /// Hash of the element of a list that is blamed, or in which the blamed value is.
    element: u64,
}

impl<'v> Item<'v> {
    fn new(
        (position, violation): (usize, &'v Violation),
        side: &Side<'_>,
        key: &RandomState,
        is_request: bool,
    ) -> Option<Self> {
        let pointer = violation.pointer();
        if is_request && is_of_request(violation, side) || !can_be_stored(violation) {
            return None;
        }
        let blamed = side.tree.at(pointer).map(|tree| tree.hash);
        let reads = violation.reads();
        let read: Vec<Option<u64>> = reads.iter().map(|read| side.hash(read)).collect();
        let (of_blamed, of_reads) = match violation.kind() {
            Some(Kind::Deprecated) => (None, Vec::new()),
            Some(Kind::Condition) if !read.is_empty() => (None, read),
            _ => (blamed, read),
        };
        let is_present = match violation.kind() {
            Some(Kind::Deprecated) => blamed.is_some(),
            _ => of_blamed.is_some() || of_reads.iter().any(Option::is_some),
        };
        let place: Vec<&str> =
            pointer.split('/').map(|step| if is_position(step) { "*" } else { step }).collect();
        Some(Item {
            position,
            violation,
            place: key.hash_one(place),
            values: key.hash_one((of_blamed, of_reads)),
            is_present,
            element: side.tree.at(element(pointer)).map_or(0, |tree| tree.hash),
        })
    }
}

/// Whether the rule is about a value that is stored. Other rules are about what is missing, or about the request.
fn can_be_stored(violation: &Violation) -> bool {
    let is_about_a_value = match violation.kind() {
        Some(
            Kind::Length
            | Kind::Quota
            | Kind::Range
            | Kind::Pattern
            | Kind::Enum
            | Kind::UniqueItems
            | Kind::Condition
            | Kind::Check
            | Kind::Deprecated,
        ) => true,
        Some(
            Kind::Required | Kind::Label | Kind::Characters | Kind::Quantity | Kind::Union | Kind::Immutable,
        )
        | None => false,
    };
    is_about_a_value && !violation.pointer().contains("/<redacted>")
}

/// Whether the rule is about the request itself: a condition on it, or a single value such as a label or header. Lists
/// and quotas of its members are about what is stored.
fn is_of_request(violation: &Violation, side: &Side<'_>) -> bool {
    let pointer = violation.pointer();
    let is_single = || pointer.matches('/').count() <= 1 && side.tree.at(pointer).is_none_or(Tree::is_simple);
    violation.shape_pointer().is_empty()
        && match violation.kind() {
            Some(Kind::Condition) => true,
            Some(Kind::Quota) => false,
            _ => is_single(),
        }
}

/// The pointer up to the last position in a list; empty if there is none.
fn element(pointer: &str) -> &str {
    let mut end = 0;
    let mut seen = 0;
    for step in pointer.split('/') {
        seen += step.len() + 1;
        if is_position(step) {
            end = seen - 1;
        }
    }
    pointer.get(..end).unwrap_or_default()
}

/// The violations of both values that have no partner yet.
struct Search<'v> {
    known: Vec<Item<'v>>,
    found: Vec<Item<'v>>,
    carried: BTreeSet<usize>,
}

impl<'v> Search<'v> {
    /// Pairs violations with the same key, each at most once.
    fn pair<K: Ord>(&mut self, key: impl Fn(&Item<'v>) -> K) {
        let mut counts: BTreeMap<K, usize> = BTreeMap::new();
        for item in &self.known {
            *counts.entry(key(item)).or_default() += 1;
        }
        let mut take = |item: &Item<'v>| match counts.get_mut(&key(item)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        };
        let carried = &mut self.carried;
        self.found.retain(|item| {
            let is_paired = take(item);
            carried.extend(is_paired.then_some(item.position));
            !is_paired
        });
        // Those that are left of each count have no partner yet.
        self.known.retain(take);
    }

    /// Pairs violations at the same place if fewer values break the rule than before.
    fn pair_smaller(&mut self, current: &Side<'_>, proposed: &Side<'_>) {
        let place = |item: &Item<'v>| (item.violation.rule(), item.violation.pointer());
        let known: BTreeMap<_, &Item<'v>> = self.known.iter().map(|item| (place(item), item)).collect();
        let smaller = self.found.iter().filter(|item| {
            known.get(&place(item)).is_some_and(|known| is_smaller([known, item], current, proposed))
        });
        self.carried.extend(smaller.map(|item| item.position));
    }
}

fn is_smaller([known, found]: [&Item<'_>; 2], current: &Side<'_>, proposed: &Side<'_>) -> bool {
    let violations = [known.violation, found.violation];
    if let [Expected::Quota(_), Expected::Quota(_)] = violations.map(Violation::expected) {
        let [known, found] = violations.map(amount);
        return found.is_some() && found <= known;
    }
    let reads = found.violation.reads();
    found.violation.kind() == Some(Kind::Condition)
        && !reads.is_empty()
        && reads.iter().all(|read| proposed.is_part_of(read, current))
}

/// How much of a quota is used: the number with which the found value begins.
fn amount(violation: &Violation) -> Option<u64> {
    violation.actual()?.split(' ').next()?.parse().ok()
}
