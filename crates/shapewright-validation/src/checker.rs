//! The context of a validator: its place in the value, and the statements about several members.

use crate::message::{Found, Message};
use crate::place::{Part, Place, PlaceKind, Way};
use crate::run::{Broken, Run};
use crate::{Expected, Kind, Repeat, Rule, repeats};

/// Validation context for one structure or union. Rules that do not hold are added to the report.
pub struct Checker<'a> {
    run: &'a Run<'a>,
    pub(crate) place: Place<'a>,
    /// The shape that is checked.
    pub(crate) shape: &'static str,
    /// How many structures may still lie inside each other here.
    room: usize,
    /// Whether the value belongs to a sensitive member.
    pub(crate) sensitive: bool,
}

impl<'a> Checker<'a> {
    /// A context for the root of a value.
    pub(crate) fn root(run: &'a Run<'a>, shape: &'static str) -> Self {
        let way = Way { name: "", part: Part::Whole };
        let place = Place { around: None, way, kind: PlaceKind::Shape };
        Checker { run, place, shape, room: run.options.limits.max_depth, sensitive: false }
    }

    /// Runs a hand-written check, unless there are more elements than [`Limits`](crate::Limits) allows, which the
    /// report says.
    #[inline]
    pub fn check<T>(&self, value: &T, check: impl Fn(&T, &Checker<'_>, &'static str), rule: &'static str) {
        if !self.run.has_too_many() {
            check(value, self, rule);
        }
    }

    /// Whether as many elements can be checked; reported if not.
    #[inline]
    pub(crate) fn has_room(&self, way: Way<'_>, elements: usize) -> bool {
        let has_room = self.run.has_room(elements);
        if !has_room {
            self.run.add_too_many(&self.below(way).place);
        }
        has_room
    }

    /// Like [`Checker::has_room`], and counts the elements.
    #[inline]
    pub(crate) fn takes(&self, way: Way<'_>, elements: usize) -> bool {
        let has_room = self.has_room(way, elements);
        if has_room {
            self.run.count(elements);
        }
        has_room
    }

    /// Reports a rule of the table unless it holds.
    #[inline]
    pub fn ensure(&self, holds: bool, rule: &'static str) {
        if !holds {
            self.broken(rule);
        }
    }

    /// Reports a rule of the table at each element of a list for which it does not hold. `path` has the members that
    /// lead to the list.
    #[inline]
    pub fn ensure_each<'i, T: 'i>(
        &self,
        path: &[&'static str],
        items: Option<&'i Vec<T>>,
        holds: impl Fn(&'i T) -> bool + Copy,
        rule: &'static str,
    ) {
        // A slice, so that the compiler can leave the loop out if `holds` is constant.
        let items = items.map(Vec::as_slice).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            if !holds(item) {
                self.broken_at(path, Some(index), rule);
            }
        }
    }

    /// Like [`Checker::ensure_each`], for rules that can say what they expect as data.
    #[inline]
    pub fn expect_each<'i, T: 'i>(
        &self,
        path: &[&'static str],
        items: Option<&'i Vec<T>>,
        expected: Expected,
        holds: impl Fn(&'i T) -> bool + Copy,
        rule: &'static str,
    ) {
        for (index, item) in items.map(Vec::as_slice).unwrap_or_default().iter().enumerate() {
            if !holds(item) {
                self.within(path, Some(index), &|c| c.report(rule, Some(expected)));
            }
        }
    }

    /// Reports a rule of the table at each element of a list whose key an earlier element has too. Elements without a
    /// key are skipped. `path` has the members that lead to the list.
    #[inline]
    pub fn ensure_unique<'i, T, K: Ord>(
        &self,
        path: &[&'static str],
        items: Option<&'i Vec<T>>,
        key: impl Fn(&'i T) -> Option<K>,
        rule: &'static str,
    ) {
        self.repeated(path, repeats(items.map(Vec::as_slice).unwrap_or_default(), key), rule);
    }

    /// Reports a rule of the table at each of these elements of a list.
    fn repeated(&self, path: &[&'static str], repeats: Vec<Repeat>, rule: &'static str) {
        for repeat in repeats {
            self.broken_at(path, Some(repeat.index), rule);
        }
    }

    /// Reports a quota of the table if `actual` is above it. The policy may replace the default.
    #[inline]
    pub fn quota(&self, rule: &'static str, default: u64, actual: u64) {
        let limit = self.limit(rule, default);
        if actual > limit {
            self.over_quota(rule, actual, limit);
        }
    }

    /// The table has only the default limit, so the violation says which one is in force.
    #[cold]
    fn over_quota(&self, id: &'static str, actual: u64, limit: u64) {
        if self.run.is_full() {
            return;
        }
        let expected = Expected::Quota(limit);
        let message = || Message {
            actual: Some(actual.to_string()),
            message: format!("{actual} instead of {expected}"),
            ..Message::default()
        };
        self.run.add(&self.place, self.of_table(id), expected, &message);
    }

    /// Reports a rule of the table here.
    #[cold]
    pub fn broken(&self, rule: &'static str) {
        self.report(rule, None);
    }

    /// Reports a rule of the table. What it expects is its remedy, if it cannot say that as data.
    #[cold]
    fn report(&self, rule: &'static str, expected: Option<Expected>) {
        if self.run.is_full() {
            return;
        }
        let broken = self.of_table(rule);
        let words = broken.rule.map_or("", |rule| rule.remedy);
        let message = || Message { help: words.to_owned(), ..Message::default() };
        self.run.add(&self.place, broken, expected.unwrap_or(Expected::Words(words)), &message);
    }

    fn of_table(&self, id: &'static str) -> Broken {
        Broken { rule: self.run.rule(id), id, is_blamed_by_table: true }
    }

    /// Reports a rule of the table at a place further inside: members, then an element of a list.
    #[cold]
    pub fn broken_at(&self, path: &[&'static str], index: Option<usize>, rule: &'static str) {
        self.within(path, index, &|c| c.broken(rule));
    }

    /// Runs `check` at a place further inside: members, then an element of a list.
    #[inline]
    pub fn within(&self, path: &[&'static str], index: Option<usize>, check: &dyn Fn(&Checker<'_>)) {
        match (path, index) {
            ([], None) => check(self),
            ([], Some(index)) => check(&self.below(Way { name: "", part: Part::Index(index) })),
            ([first, rest @ ..], index) => {
                self.below(Way { name: first, part: Part::Whole }).within(rest, index, check);
            }
        }
    }

    /// Reports that the union has none of its members.
    #[cold]
    pub fn no_union_member(&self, members: &'static [&'static str]) {
        let (shape, expected) = (self.shape, Expected::OneMember(members));
        let rule = self.rule_of(shape.to_owned(), Kind::Union);
        self.add(None, rule, Kind::Union, expected, &|| {
            Message::new(&shape, expected, Found::Nothing, false)
        });
    }

    /// Reports a rule about a member, at `way` or here.
    #[cold]
    pub(crate) fn add(
        &self,
        way: Option<Way<'_>>,
        rule: Option<&'static Rule>,
        kind: Kind,
        expected: Expected,
        message: &dyn Fn() -> Message,
    ) {
        let id = rule.map_or(kind.as_str(), |rule| rule.id);
        let broken = Broken { rule, id, is_blamed_by_table: false };
        match way {
            Some(way) => self.run.add(&self.below(way).place, broken, expected, message),
            None => self.run.add(&self.place, broken, expected, message),
        }
    }

    /// Whether no further violation changes the report.
    pub(crate) fn is_full(&self) -> bool {
        self.run.is_full()
    }

    /// The rule of a kind about a structure or member.
    pub(crate) fn rule_of(&self, target: String, kind: Kind) -> Option<&'static Rule> {
        self.run.rule_of(target, kind)
    }

    /// The limit of a quota, as the policy has it.
    #[inline]
    pub(crate) fn limit(&self, rule: &str, default: u64) -> u64 {
        self.run.options.policy.limit(rule, default)
    }

    /// A context for what lies further inside and belongs to the same shape.
    pub(crate) fn below<'b>(&'b self, way: Way<'b>) -> Checker<'b> {
        let place = Place { around: Some(&self.place), way, kind: PlaceKind::Part };
        Checker { run: self.run, place, shape: self.shape, room: self.room, sensitive: self.sensitive }
    }

    /// A context for a collection inside a collection.
    pub(crate) fn collection<'b>(&'b self, way: Way<'b>) -> Checker<'b> {
        let mut collection = self.below(way);
        collection.place.kind = PlaceKind::Collection;
        collection
    }

    /// A context for a shape further inside; `None` if it is nested too deeply, which is reported.
    #[inline]
    pub(crate) fn inside<'b>(
        &'b self,
        way: Way<'b>,
        shape: &'static str,
        sensitive: bool,
    ) -> Option<Checker<'b>> {
        let place = Place { around: Some(&self.place), way, kind: PlaceKind::Shape };
        let Some(room) = self.room.checked_sub(1) else {
            self.run.add_too_deep(&place);
            return None;
        };
        Some(Checker { run: self.run, place, shape, room, sensitive })
    }
}
