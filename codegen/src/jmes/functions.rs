//! The functions that conditions can call, and the types of their arguments.

use crate::jmes::{Expr, Node, NumberKind, Problem, Ty};

/// A function of JMESPath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// `contains(list, element)`, `contains(text, text)`
    Contains,
    /// `ends_with(text, suffix)`
    EndsWith,
    /// `length(text)`, `length(list)`
    Length,
    /// `max(numbers)`
    Max,
    /// `min(numbers)`
    Min,
    /// `not_null(a, b, …)`
    NotNull,
    /// `starts_with(text, prefix)`
    StartsWith,
    /// `sum(numbers)`
    Sum,
    /// `to_number(text)`
    ToNumber,
}

const ALL: &[(&str, Function)] = &[
    ("contains", Function::Contains),
    ("ends_with", Function::EndsWith),
    ("length", Function::Length),
    ("max", Function::Max),
    ("min", Function::Min),
    ("not_null", Function::NotNull),
    ("starts_with", Function::StartsWith),
    ("sum", Function::Sum),
    ("to_number", Function::ToNumber),
];

impl Function {
    /// Returns the function of that name.
    pub(super) fn named(name: &str, offset: usize) -> Result<Function, Problem> {
        let found = ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, function)| *function).ok_or_else(|| {
            let known: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
            Problem::new(
                offset,
                format!("function `{name}` cannot be used in conditions"),
                format!("use one of {}", known.join(", ")),
            )
        })
    }

    /// Returns the type of a call with these arguments.
    pub(super) fn call(self, args: &[Expr], offset: usize) -> Result<Ty, Problem> {
        let numbers = || Ty::List(Box::new(Ty::Number));
        let types: Vec<&Ty> = args.iter().map(|arg| &arg.ty).collect();
        match (self, types.as_slice()) {
            (Function::Contains, [Ty::List(element), wanted]) if element.as_ref() == *wanted => {
                Ok(Ty::Boolean)
            }
            (Function::Contains | Function::StartsWith | Function::EndsWith, [Ty::Text, Ty::Text]) => {
                Ok(Ty::Boolean)
            }
            (Function::Length, [Ty::Text | Ty::List(_)]) => Ok(Ty::Number),
            (Function::Max | Function::Min | Function::Sum, [list]) if **list == numbers() => Ok(Ty::Number),
            (Function::NotNull, [first, rest @ ..]) if rest.iter().all(|ty| ty == first) => {
                Ok((*first).clone())
            }
            (Function::ToNumber, [Ty::Text | Ty::Number]) => Ok(Ty::Number),
            _ => Err(self.misused(&types, offset)),
        }
    }

    fn name(self) -> &'static str {
        ALL.iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }

    fn misused(self, types: &[&Ty], offset: usize) -> Problem {
        let given: Vec<String> = types.iter().map(ToString::to_string).collect();
        let wants = match self {
            Function::Contains => "a list and an element of it, or two texts",
            Function::StartsWith | Function::EndsWith => "two texts",
            Function::Length => "a text or a list",
            Function::Max | Function::Min | Function::Sum => "a list of numbers",
            Function::NotNull => "values of one type",
            Function::ToNumber => "a text or a number",
        };
        let given = if given.is_empty() { "nothing".to_owned() } else { given.join(" and ") };
        Problem::new(
            offset,
            format!("`{}` takes {wants}, but is given {given}", self.name()),
            format!("give it {wants}"),
        )
    }
}

/// Converts alternative values to one Rust type: numbers of different kinds become `f64`.
pub(super) fn of_one_kind(args: Vec<Expr>) -> Vec<Expr> {
    let are_one = args
        .iter()
        .enumerate()
        .all(|(position, lhs)| args[position + 1..].iter().all(|rhs| are_of_one_kind(lhs, rhs)));
    if are_one { args } else { args.into_iter().map(general).collect() }
}

/// Does the same for two values.
pub(super) fn two_of_one_kind(lhs: Expr, rhs: Expr) -> (Expr, Expr) {
    if are_of_one_kind(&lhs, &rhs) { (lhs, rhs) } else { (general(lhs), general(rhs)) }
}

/// Returns whether both numbers have the same Rust type.
fn are_of_one_kind(lhs: &Expr, rhs: &Expr) -> bool {
    let fits = |kind: NumberKind, number: &Expr| number.number().is_none_or(|number| kind.holds(number));
    match (lhs.number_kind(), rhs.number_kind()) {
        (Some(left), Some(right)) => left == right && left != NumberKind::Float,
        (Some(kind), None) => kind != NumberKind::Float && fits(kind, rhs),
        (None, Some(kind)) => kind != NumberKind::Float && fits(kind, lhs),
        (None, None) => true,
    }
}

/// Returns the number before [`general`] converted it.
pub(super) fn specific(number: &Expr) -> &Expr {
    match &number.node {
        Node::Call(Function::ToNumber, args) => match args.as_slice() {
            [inner] if inner.ty == Ty::Number => inner,
            _ => number,
        },
        _ => number,
    }
}

/// Returns the numbers for a sum, minimum or maximum. Lengths stay integers.
pub(super) fn counts(list: Expr) -> Expr {
    let Expr { ty, node } = list;
    let node = match node {
        Node::Project(list, body) if specific(&body).number_kind() == Some(NumberKind::Count) => {
            Node::Project(list, Box::new(specific(&body).clone()))
        }
        other => other,
    };
    Expr { ty, node }
}

/// Converts a number to `f64`.
pub(super) fn general(number: Expr) -> Expr {
    match number.number_kind() {
        _ if number.ty != Ty::Number => number,
        None | Some(NumberKind::Double) => number,
        Some(_) => Expr { ty: Ty::Number, node: Node::Call(Function::ToNumber, vec![number]) },
    }
}
