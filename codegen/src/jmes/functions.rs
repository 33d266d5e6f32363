//! The functions that conditions may call, and the types that they take.

use crate::jmes::{Expr, Problem, Ty};

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
    /// The function of that name.
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

    /// The type of a call with these arguments.
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

    fn misused(self, types: &[&Ty], offset: usize) -> Problem {
        let given: Vec<String> = types.iter().map(ToString::to_string).collect();
        let wants = match self {
            Function::Contains => "a list and an element of it, or two texts",
            Function::StartsWith | Function::EndsWith => "two texts",
            Function::Length => "a text or a list",
            Function::Max | Function::Min | Function::Sum => "a list of numbers",
            Function::NotNull => "values of one type",
            Function::ToNumber => "a text",
        };
        let given = if given.is_empty() { "nothing".to_owned() } else { given.join(" and ") };
        Problem::new(
            offset,
            format!("the function takes {wants}, but is given {given}"),
            format!("give it {wants}"),
        )
    }
}
