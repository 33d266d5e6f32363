//! What a validator is given: the place in the value, and the words for its statements.

use crate::member::{At, Member};
use crate::path::{Path, Segment};
use crate::run::Run;
use crate::{Finding, kebab};

/// Checks one structure or union.
pub struct Checker<'a> {
    run: &'a mut Run,
    path: Option<&'a Path<'a>>,
    shape: &'static str,
    depth: usize,
}

impl<'a> Checker<'a> {
    /// Checks the root of a value.
    pub(crate) fn root(run: &'a mut Run, shape: &'static str) -> Self {
        Checker { run, path: None, shape, depth: 0 }
    }

    /// A member, to be followed by its rules. Rules but [`Member::required`] hold where it is absent.
    #[inline]
    pub fn member<'m, T>(&'m mut self, name: &'static str, value: &'m Option<T>) -> Member<'m, 'a, T> {
        Member { at: At::new(self, name, Segment::Member(name)), value: value.as_ref() }
    }

    /// The member of a union, or the root of a document, to be followed by its rules.
    #[inline]
    pub fn value<'m, T>(&'m mut self, name: &'static str, value: &'m T) -> Member<'m, 'a, T> {
        Member { at: At::new(self, name, Segment::Member(name)), value: Some(value) }
    }

    /// The union has none of its members.
    #[cold]
    pub fn no_union_member(&mut self, members: &'static [&'static str]) {
        let (shape, allowed) = (self.shape, members.join(", "));
        let finding = Finding {
            rule: format!("{}-union", kebab(shape)),
            code: None,
            actual: None,
            message: format!("{shape} has no known member"),
            help: format!("set one of {allowed}"),
            allowed,
        };
        self.run.add(self.path, finding);
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
        self.run.add(Some(&path), finding);
    }

    /// A checker for what lies at `path` and belongs to the same shape.
    #[inline]
    pub(crate) fn below<'b>(&'b mut self, path: &'b Path<'b>) -> Checker<'b> {
        Checker { run: self.run, path: Some(path), shape: self.shape, depth: self.depth }
    }

    /// A checker for the shape at `path`, unless it lies too deep.
    #[inline]
    pub(crate) fn enter<'b>(&'b mut self, path: &'b Path<'b>, shape: &'static str) -> Option<Checker<'b>> {
        if self.depth >= self.run.limits.max_depth {
            self.run.add_too_deep(path);
            return None;
        }
        Some(Checker { run: self.run, path: Some(path), shape, depth: self.depth + 1 })
    }
}
