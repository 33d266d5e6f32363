//! Estimates the number of lines of a type or operation, in each crate that has a file for it.

use std::ops::AddAssign;

use crate::ir::{Element, Enumeration, Header, Member, Operation, Role, Service, Structure, Type, Union};

/// Generated files stay below 1,000 lines; the estimate leaves room for imports.
const MAX: usize = 880;

/// Lines of a rule in the table of rules.
const RULE: usize = 11;

/// Lines of a condition: a function with its expression as doc comment.
const CONDITION: usize = 16;

/// A sentence about a type or operation, as a structure of the table.
const SUMMARY: usize = 6;

/// Lines in files of the same name, one number per crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// Definitions of types.
    shapes: usize,
    /// Setters of types.
    setters: usize,
    /// Validators of types.
    checks: usize,
    /// Rules of types.
    rules: usize,
    /// Error enums of operations.
    errors: usize,
    /// HTTP bindings of operations.
    bindings: usize,
    /// Sentences about types, and about operations beside their inputs.
    summaries: usize,
}

impl Lines {
    /// Whether these lines fit into one file of each crate.
    pub(super) fn fit(self) -> bool {
        self.longest() <= MAX
    }

    /// The lines in the crate that has the most.
    pub(super) fn longest(self) -> usize {
        let Lines { shapes, setters, checks, rules, errors, bindings, summaries } = self;
        [shapes, setters, checks, rules, errors, bindings, summaries].into_iter().max().unwrap_or(0)
    }

    pub(super) fn of_structure(shape: &Structure) -> Lines {
        let mut lines = of_members(&shape.header, &shape.members);
        lines.summaries += if matches!(shape.role, Role::Input(_)) { 2 * SUMMARY } else { 0 };
        if shape.header.usage.inputs.is_empty() {
            return lines;
        }
        let over_members =
            shape.conditions.len() + shape.checks.len() + usize::from(shape.quantity.is_some());
        lines.checks += CONDITION * shape.conditions.len() + shape.checks.len();
        lines.rules += RULE * over_members;
        lines
    }

    pub(super) fn of_union(shape: &Union) -> Lines {
        of_members(&shape.header, &shape.members)
    }

    pub(super) fn of_enum(shape: &Enumeration) -> Lines {
        let shapes = shape.header.docs.len() + 8 + 3 * shape.values.len();
        let values = shape.values.iter().map(|value| &value.summary);
        Lines { shapes, summaries: summaries(&shape.header, values), ..Lines::default() }
    }

    pub(super) fn of_operation(service: &Service, operation: &Operation) -> Lines {
        let ends = [&operation.input, &operation.output].into_iter().flatten();
        let members: usize = ends.filter_map(|id| service.members(id)).map(<[_]>::len).sum();
        let variants = operation.errors.iter().filter_map(|id| service.errors.get(id));
        // A comment of one to two lines, the variant, its place in the list of variants.
        let errors: usize =
            variants.map(|error| 3 + error.summary.as_ref().map_or(0, |text| text.len() / 90)).sum();
        Lines { errors: errors + 12, bindings: 28 + 2 * members, ..Lines::default() }
    }
}

impl AddAssign for Lines {
    fn add_assign(&mut self, other: Lines) {
        self.shapes += other.shapes;
        self.setters += other.setters;
        self.checks += other.checks;
        self.rules += other.rules;
        self.errors += other.errors;
        self.bindings += other.bindings;
        self.summaries += other.summaries;
    }
}

impl std::iter::Sum for Lines {
    fn sum<I: Iterator<Item = Lines>>(all: I) -> Lines {
        all.fold(Lines::default(), |mut sum, lines| {
            sum += lines;
            sum
        })
    }
}

fn of_members(header: &Header, members: &[Member]) -> Lines {
    // Fields with comments are separated by an empty line.
    let fields: usize = members.iter().map(|member| member.docs.len() + 2).sum();
    let debug = if members.iter().any(|member| member.sensitive) { members.len() + 9 } else { 0 };
    let shapes = header.docs.len() + 5 + fields + debug;
    let setters = 3 + members.len();
    let summaries = summaries(header, members.iter().map(|member| &member.summary));
    if header.usage.inputs.is_empty() {
        return Lines { shapes, setters, summaries, ..Lines::default() };
    }
    let checks = 6 + members.iter().map(|member| 1 + member.constraints.len()).sum::<usize>();
    let rules =
        RULE * members.iter().map(|member| member.constraints.len() + of_elements(&member.ty)).sum::<usize>();
    Lines { shapes, setters, checks, rules, summaries, ..Lines::default() }
}

/// Sentences about a type and its parts.
fn summaries<'a>(header: &Header, parts: impl Iterator<Item = &'a Option<String>>) -> usize {
    let parts = parts.flatten().count();
    if parts == 0 && header.summary.is_none() { 0 } else { SUMMARY + 2 + 4 * parts }
}

/// Constraints on the elements of a list or map.
fn of_elements(ty: &Type) -> usize {
    let of = |element: &Element| element.constraints.len() + of_elements(&element.ty);
    match ty {
        Type::List(element) => of(element),
        Type::Map(elements) => elements.key.len() + of(&elements.value),
        _ => 0,
    }
}
