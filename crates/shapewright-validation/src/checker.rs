//! What a validator is given: the place in the value, and the words for its statements.

use crate::member::{At, Member};
use crate::path::{Path, Segment};
use crate::run::{Context, Run};
use crate::{Finding, kebab};

/// Checks one structure or union.
pub struct Checker<'a> {
    run: &'a mut Run,
    context: &'a Context<'a>,
    path: Option<&'a Path<'a>>,
    shape: &'static str,
    /// How many structures may still lie inside each other here.
    room: usize,
}

impl<'a> Checker<'a> {
    /// Checks the root of a value.
    pub(crate) fn root(run: &'a mut Run, context: &'a Context<'a>, shape: &'static str) -> Self {
        Checker { run, context, path: None, shape, room: context.options.limits.max_depth }
    }

    /// A member, to be followed by its rules. Rules but [`Member::required`] hold where it is absent.
    #[inline]
    pub fn member<'m, T>(&'m mut self, name: &'static str, value: &'m Option<T>) -> Member<'m, 'a, T> {
        Member { at: At::new(self, name), value: value.as_ref() }
    }

    /// The member of a union, or the root of a document, to be followed by its rules.
    #[inline]
    pub fn value<'m, T>(&'m mut self, name: &'static str, value: &'m T) -> Member<'m, 'a, T> {
        Member { at: At::new(self, name), value: Some(value) }
    }

    /// A condition over members; the table of rules says what it means and who is to blame.
    #[inline]
    pub fn ensure(&mut self, holds: bool, rule: &'static str) {
        if !holds {
            self.broken(rule);
        }
    }

    /// A condition over each element of a list further inside, told at the element.
    #[inline]
    pub fn ensure_each<'i, T: 'i>(
        &mut self,
        path: &[&'static str],
        items: Option<&'i Vec<T>>,
        holds: impl Fn(&'i T) -> bool + Copy,
        rule: &'static str,
    ) {
        for (index, item) in items.into_iter().flatten().enumerate() {
            if !holds(item) {
                self.within(path, Some(index), &mut |c| c.broken(rule));
            }
        }
    }

    /// Runs `check` at a place further inside: members, and the element of a list at the end.
    pub fn within(
        &mut self,
        path: &[&'static str],
        index: Option<usize>,
        check: &mut dyn FnMut(&mut Checker<'_>),
    ) {
        match (path, index) {
            ([first, rest @ ..], index) => {
                let path = Path { parent: self.path, segment: Segment::Member(first) };
                self.below(&path).within(rest, index, check);
            }
            ([], Some(index)) => {
                let path = Path { parent: self.path, segment: Segment::Index(index) };
                check(&mut self.below(&path));
            }
            ([], None) => check(self),
        }
    }

    /// A number that must not be above a quota, which the policy may change; the table of rules says what it is about.
    #[inline]
    pub fn quota(&mut self, rule: &'static str, default: u64, actual: u64) {
        let limit = self.limit(rule, default);
        if actual > limit {
            self.over_quota(rule, actual, limit);
        }
    }

    /// The table knows the default limit alone, so the violation tells the one in force.
    #[cold]
    fn over_quota(&mut self, rule: &str, actual: u64, limit: u64) {
        let finding = Finding {
            actual: Some(actual.to_string()),
            allowed: format!("at most {limit}"),
            message: format!("{actual} instead of at most {limit}"),
            ..Finding::of_table(rule)
        };
        self.run.add(self.context, self.path, finding);
    }

    /// A rule of the table does not hold here.
    #[cold]
    pub fn broken(&mut self, rule: &str) {
        self.run.add(self.context, self.path, Finding::of_table(rule));
    }

    /// The limit of a quota rule, as the policy has it.
    #[inline]
    pub(crate) fn limit(&self, rule: &str, default: u64) -> u64 {
        self.context.options.policy.limit(rule, default)
    }

    /// The union has none of its members.
    #[cold]
    pub fn no_union_member(&mut self, members: &'static [&'static str]) {
        let (shape, allowed) = (self.shape, members.join(", "));
        let finding = Finding {
            rule: format!("{}-union", kebab(shape)),
            is_condition: false,
            actual: None,
            message: format!("{shape} has no known member"),
            help: format!("set one of {allowed}"),
            allowed,
        };
        self.run.add(self.context, self.path, finding);
    }

    /// The place of this structure.
    #[inline]
    pub(crate) fn path(&self) -> Option<&'a Path<'a>> {
        self.path
    }

    /// The name of the shape that is checked.
    #[inline]
    pub(crate) fn shape(&self) -> &'static str {
        self.shape
    }

    /// Adds a violation at a place below this one.
    #[cold]
    pub(crate) fn add(&mut self, segment: Segment<'_>, finding: Finding) {
        let path = Path { parent: self.path, segment };
        self.run.add(self.context, Some(&path), finding);
    }

    /// A checker for what lies at `path` and belongs to the same shape.
    #[inline]
    pub(crate) fn below<'b>(&'b mut self, path: &'b Path<'b>) -> Checker<'b> {
        Checker { run: self.run, context: self.context, path: Some(path), shape: self.shape, room: self.room }
    }

    /// A checker for the shape at `path`; none where that lies too deep, which is told.
    #[inline]
    pub(crate) fn inside<'b>(&'b mut self, path: &'b Path<'b>, shape: &'static str) -> Option<Checker<'b>> {
        let Some(room) = self.room.checked_sub(1) else {
            self.run.add_too_deep(self.context, path);
            return None;
        };
        Some(Checker { run: self.run, context: self.context, path: Some(path), shape, room })
    }
}
