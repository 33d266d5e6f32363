//! What a validator is given: the place in the value, and the words for its statements.

use crate::member::{At, Member};
use crate::place::{Part, Way};
use crate::run::Run;
use crate::{Finding, kebab, repeats};

/// Checks one structure or union. Its place is a linked list on the stack: a valid value costs no more than that.
pub struct Checker<'a> {
    run: &'a Run<'a>,
    /// The place around this one, and the way from there; none at the root.
    around: Option<&'a Checker<'a>>,
    way: Way<'a>,
    shape: &'static str,
    /// How many structures may still lie inside each other here.
    room: usize,
}

impl<'a> Checker<'a> {
    /// Checks the root of a value.
    pub(crate) fn root(run: &'a Run<'a>, shape: &'static str) -> Self {
        let way = Way { name: "", part: Part::Whole };
        Checker { run, around: None, way, shape, room: run.options.limits.max_depth }
    }

    /// A member, to be followed by its rules. Rules but [`Member::required`] hold where it is absent.
    #[inline]
    pub fn member<'m, T>(&'m self, name: &'static str, value: &'m Option<T>) -> Member<'m, T> {
        Member { at: At::new(self, name), value: value.as_ref() }
    }

    /// The member of a union, or the root of a document, to be followed by its rules.
    #[inline]
    pub fn value<'m, T>(&'m self, name: &'static str, value: &'m T) -> Member<'m, T> {
        Member { at: At::new(self, name), value: Some(value) }
    }

    /// A condition over members; the table of rules says what it means and who is to blame.
    #[inline]
    pub fn ensure(&self, holds: bool, rule: &'static str) {
        if !holds {
            self.broken(rule);
        }
    }

    /// A condition over each element of a list further inside, told at the element.
    #[inline]
    pub fn ensure_each<'i, T: 'i>(
        &self,
        path: &[&'static str],
        items: Option<&'i Vec<T>>,
        holds: impl Fn(&'i T) -> bool + Copy,
        rule: &'static str,
    ) {
        // A slice, so that the compiler can leave the loop out where no element is asked.
        let items = items.map(Vec::as_slice).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            if !holds(item) {
                self.broken_at(path, Some(index), rule);
            }
        }
    }

    /// The elements of a list further inside must have different keys. Each element whose key an earlier one has too is
    /// reported; elements without a key are skipped.
    #[inline]
    pub fn ensure_unique<'i, T, K: Ord>(
        &self,
        path: &[&'static str],
        items: Option<&'i Vec<T>>,
        key: impl Fn(&'i T) -> Option<K>,
        rule: &'static str,
    ) {
        for repeat in repeats(items.map(Vec::as_slice).unwrap_or_default(), key) {
            self.broken_at(path, Some(repeat.index), rule);
        }
    }

    /// A number that must not be above a quota, which the policy may change; the table of rules says what it is about.
    #[inline]
    pub fn quota(&self, rule: &'static str, default: u64, actual: u64) {
        let limit = self.limit(rule, default);
        if actual > limit {
            self.over_quota(rule, actual, limit);
        }
    }

    /// The table knows the default limit alone, so the violation tells the one in force.
    #[cold]
    fn over_quota(&self, rule: &str, actual: u64, limit: u64) {
        self.add(Finding {
            actual: Some(actual.to_string()),
            allowed: format!("at most {limit}"),
            message: format!("{actual} instead of at most {limit}"),
            ..Finding::of_table(rule)
        });
    }

    /// A rule of the table does not hold here.
    #[cold]
    pub fn broken(&self, rule: &str) {
        self.add(Finding::of_table(rule));
    }

    /// A rule of the table does not hold at a place further inside: members, and the element of a list at the end.
    #[cold]
    pub fn broken_at(&self, path: &[&'static str], index: Option<usize>, rule: &str) {
        self.within(path, index, &|c| c.broken(rule));
    }

    /// Runs `check` at a place further inside: members, and the element of a list at the end.
    pub fn within(&self, path: &[&'static str], index: Option<usize>, check: &dyn Fn(&Checker<'_>)) {
        match (path, index) {
            ([], None) => check(self),
            ([], Some(index)) => check(&self.below(Way { name: "", part: Part::Index(index) })),
            ([first, rest @ ..], index) => {
                self.below(Way { name: first, part: Part::Whole }).within(rest, index, check);
            }
        }
    }

    /// The limit of a quota rule, as the policy has it.
    #[inline]
    pub(crate) fn limit(&self, rule: &str, default: u64) -> u64 {
        self.run.options.policy.limit(rule, default)
    }

    /// The union has none of its members.
    #[cold]
    pub fn no_union_member(&self, members: &'static [&'static str]) {
        let (shape, allowed) = (self.shape, members.join(", "));
        self.add(Finding {
            rule: format!("{}-union", kebab(shape)),
            is_condition: false,
            actual: None,
            message: format!("{shape} has no known member"),
            help: format!("set one of {allowed}"),
            allowed,
        });
    }

    /// The name of the shape that is checked.
    pub(crate) fn shape(&self) -> &'static str {
        self.shape
    }

    /// Adds a violation at this place.
    #[cold]
    pub(crate) fn add(&self, finding: Finding) {
        self.run.add(self, finding);
    }

    /// Adds this place to a JSON Pointer.
    pub(crate) fn write_place(&self, pointer: &mut String) {
        if let Some(around) = self.around {
            around.write_place(pointer);
        }
        self.way.write(pointer);
    }

    /// A checker for what lies further inside and belongs to the same shape.
    pub(crate) fn below<'b>(&'b self, way: Way<'b>) -> Checker<'b> {
        Checker { run: self.run, around: Some(self), way, shape: self.shape, room: self.room }
    }

    /// A checker for a shape further inside; none where that lies too deep, which is told.
    #[inline]
    pub(crate) fn inside<'b>(&'b self, way: Way<'b>, shape: &'static str) -> Option<Checker<'b>> {
        let Some(room) = self.room.checked_sub(1) else {
            self.run.add_too_deep(&self.below(way));
            return None;
        };
        Some(Checker { run: self.run, around: Some(self), way, shape, room })
    }
}
