//! Selects the shortest idiomatic Rust expression for a fact about an optional value.

use crate::jmes::test::{Choice, Given};
use crate::jmes::{Comparison, Expr, Fact, Literal, NumberKind, Test, Ty};

/// A form of the Rust expression. `negated` selects the opposite.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Phrase<'a> {
    /// `value.is_some()`
    IsSome,
    /// `value.is_none()`
    IsNone,
    /// `value == Some(constant)`, `value != Some(constant)`
    Equals { negated: bool, constant: Literal },
    /// `matches!(value, Some(a | b))`, `matches!(value, None | Some(a | b))`
    Matches { negated: bool, or_none: bool, choices: &'a [Choice] },
    /// `is_one_of(value, &[a, b])`
    OneOf { negated: bool, choices: &'a [Choice] },
    /// `has_text(value)`
    HasText { negated: bool },
    /// `has_items(value)`
    HasItems { negated: bool },
    /// `has_members(value)`
    HasMembers { negated: bool },
    /// `contains(value, constant)`
    Contains { negated: bool, constant: &'a Literal },
    /// `contains_value(value, other)`
    ContainsValue { negated: bool, other: &'a Expr },
    /// `is_exactly(value, &[a, b])`
    Exactly { negated: bool, constants: &'a [Literal] },
    /// `any(value, |item| …)`
    Any { negated: bool, name: &'a str, test: &'a Test },
    /// `is_less(value, other)`
    Compare { negated: bool, comparison: Comparison, other: &'a Expr },
    /// `value.is_none_or(|value| …)`
    NoneOr,
    /// `value.is_some_and(|value| …)`
    SomeAnd,
}

/// The largest width of the variants in a pattern, in columns.
const MAX_WIDTH: usize = 48;

/// Returns the width of the names of variants, in columns.
fn width(choices: &[Choice]) -> usize {
    let each = choices.iter().map(|choice| match choice {
        Choice::One(Literal::Variant { enumeration, variant, .. }) => enumeration.len() + variant.len() + 5,
        _ => 0,
    });
    each.sum()
}

impl Given {
    /// Returns the form for a fact.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        let (fact, negated) = match &self.fact {
            Fact::Not(fact) => (&**fact, true),
            fact => (fact, false),
        };
        let or_none = self.absent;
        // These functions return `false` for an absent value, and their negation returns `true`.
        let fits = or_none == negated;
        match fact {
            Fact::Always(true) if !or_none => Phrase::IsSome,
            Fact::Always(false) if or_none => Phrase::IsNone,
            Fact::Is => Phrase::Equals { negated: or_none, constant: Literal::Boolean(negated == or_none) },
            Fact::Among(choices) => self.among(choices, negated),
            Fact::NotEmpty if fits && matches!(self.value.ty, Ty::Text | Ty::Enum(_)) => {
                Phrase::HasText { negated }
            }
            Fact::NotEmpty if fits && !self.value.is_computed_list() => Phrase::HasItems { negated },
            Fact::HasMembers if fits => Phrase::HasMembers { negated },
            Fact::Has(wanted) if fits => match wanted.literal() {
                Some(constant) if self.is_plain_list() => Phrase::Contains { negated, constant },
                Some(_) => self.closure(),
                None => Phrase::ContainsValue { negated, other: wanted },
            },
            Fact::Exactly(constants) if fits => Phrase::Exactly { negated, constants },
            Fact::Some(name, test) if fits && !self.value.is_computed_list() => {
                Phrase::Any { negated, name, test }
            }
            Fact::Compare(comparison, other) if fits && !other.is_never_null() => {
                Phrase::Compare { negated, comparison: *comparison, other }
            }
            _ => self.closure(),
        }
    }

    fn among<'g>(&'g self, choices: &'g [Choice], negated: bool) -> Phrase<'g> {
        let fits = self.absent == negated;
        let has_patterns = self.has_patterns() && choices.iter().all(|one| matches!(one, Choice::One(_)));
        match choices {
            [Choice::One(constant)] if fits && !matches!(constant, Literal::List(_)) => {
                Phrase::Equals { negated, constant: constant.clone() }
            }
            _ if !has_patterns => self.closure(),
            choices if fits && width(choices) > MAX_WIDTH => Phrase::OneOf { negated, choices },
            choices if fits => Phrase::Matches { negated, or_none: false, choices },
            choices if !negated => Phrase::Matches { negated, or_none: self.absent, choices },
            _ => self.closure(),
        }
    }

    fn closure(&self) -> Phrase<'_> {
        if self.absent { Phrase::NoneOr } else { Phrase::SomeAnd }
    }

    /// Returns whether constants of this type can be patterns of `matches!`.
    fn has_patterns(&self) -> bool {
        match self.value.ty {
            Ty::Number => self.value.number_kind().is_some_and(NumberKind::is_whole),
            Ty::Text | Ty::Enum(_) => !self.value.is_enum_as_text(),
            _ => false,
        }
    }

    /// Returns whether the value is a list whose elements are compared without conversion.
    fn is_plain_list(&self) -> bool {
        !self.value.is_computed_list() && !self.value.is_enum_as_text()
    }
}
