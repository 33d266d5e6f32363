//! Evaluates facts for constants.

use crate::jmes::test::Choice;
use crate::jmes::{Expr, Fact, Literal};

impl Fact {
    /// Returns whether the fact is true for a constant; `None` if that is unknown.
    pub(super) fn of(&self, literal: &Literal) -> Option<bool> {
        let texts = |other| both_texts(literal, other);
        Some(match self {
            Fact::Always(holds) => *holds,
            Fact::All(facts) => {
                let said = facts.iter().map(|fact| fact.of(literal)).collect::<Option<Vec<_>>>()?;
                said.into_iter().all(|holds| holds)
            }
            Fact::Any(facts) => {
                let said = facts.iter().map(|fact| fact.of(literal)).collect::<Option<Vec<_>>>()?;
                said.into_iter().any(|holds| holds)
            }
            Fact::Not(fact) => !fact.of(literal)?,
            Fact::Is => *literal == Literal::Boolean(true),
            Fact::NotEmpty => match literal {
                Literal::List(literals) => !literals.is_empty(),
                other => !other.text()?.is_empty(),
            },
            Fact::Among(choices) => choices.iter().any(|choice| choice.is(literal)),
            Fact::Compare(comparison, other) => match (literal, other.number()) {
                (Literal::Number(number), Some(other)) => comparison.holds(*number, other),
                _ => return None,
            },
            Fact::Length(fact) => {
                let length = match literal {
                    Literal::List(literals) => literals.len(),
                    other => other.text()?.chars().count(),
                };
                fact.of(&Literal::Number(length as f64))?
            }
            Fact::Contains(part) => texts(part).map(|(text, part)| text.contains(part))?,
            Fact::StartsWith(prefix) => texts(prefix).map(|(text, prefix)| text.starts_with(prefix))?,
            Fact::EndsWith(suffix) => texts(suffix).map(|(text, suffix)| text.ends_with(suffix))?,
            Fact::HasMembers | Fact::Has(_) | Fact::Exactly(_) | Fact::Some(..) => return None,
        })
    }
}

fn both_texts<'t>(literal: &'t Literal, other: &'t Expr) -> Option<(&'t str, &'t str)> {
    Some((literal.text()?, other.literal()?.text()?))
}

impl Choice {
    fn is(&self, literal: &Literal) -> bool {
        match (self, literal) {
            (Choice::One(Literal::Number(choice)), Literal::Number(number)) => choice == number,
            (Choice::One(choice), _) => match (choice.text(), literal.text()) {
                (Some(choice), Some(text)) => choice == text,
                _ => choice == literal,
            },
            (Choice::Range(first, last), Literal::Number(number)) => {
                (*first as f64..=*last as f64).contains(number)
            }
            (Choice::Range(..), _) => false,
        }
    }
}
