//! Recognizes tests for a list of known elements.

use crate::jmes::test::Choice;
use crate::jmes::{Expr, Fact, Literal, Node, Ty};

/// The largest number of alternatives.
const MOST: usize = 16;

/// `contains(x, a) && contains(x, b) && (length(x) == 2 || contains(x, c) && length(x) == 3)`: the list is exactly one
/// of `[a, b]` and `[a, b, c]`. `None` if an alternative does not determine the list.
pub(super) fn exactly(facts: &[Fact]) -> Option<Fact> {
    let mut alternatives = vec![Content::default()];
    for fact in facts {
        alternatives = with(alternatives, fact)?;
    }
    let exact: Option<Vec<Fact>> = alternatives.into_iter().map(Content::exactly).collect();
    let mut exact = exact?;
    Some(if exact.len() == 1 { exact.swap_remove(0) } else { Fact::Any(exact) })
}

/// The elements and length that an alternative requires.
#[derive(Clone, Default)]
struct Content {
    constants: Vec<Literal>,
    length: Option<f64>,
}

impl Content {
    fn exactly(self) -> Option<Fact> {
        let is_all = self.length? == self.constants.len() as f64;
        is_all.then_some(Fact::Exactly(self.constants))
    }
}

/// Returns the alternatives with the requirements of a fact added to each.
fn with(alternatives: Vec<Content>, fact: &Fact) -> Option<Vec<Content>> {
    match fact {
        Fact::All(facts) => facts.iter().try_fold(alternatives, with),
        Fact::Any(facts) => {
            let each = facts.iter().map(|fact| with(alternatives.clone(), fact));
            let all: Vec<Content> = each.collect::<Option<Vec<_>>>()?.concat();
            (all.len() <= MOST).then_some(all)
        }
        Fact::Has(wanted) => {
            let literal = wanted.literal()?;
            let mut alternatives = alternatives;
            for content in &mut alternatives {
                if !content.constants.contains(literal) {
                    content.constants.push(literal.clone());
                }
            }
            Some(alternatives)
        }
        Fact::Length(fact) => {
            let Fact::Among(choices) = &**fact else { return None };
            let lengths = choices.iter().map(|choice| match choice {
                Choice::One(Literal::Number(length)) => Some(*length),
                _ => None,
            });
            let lengths = lengths.collect::<Option<Vec<_>>>()?;
            let with_length = |content: &Content, length: f64| {
                let is_same = content.length.is_none_or(|other| other == length);
                is_same.then(|| Content { length: Some(length), ..content.clone() })
            };
            let each = |content: &Content| {
                lengths.iter().filter_map(|length| with_length(content, *length)).collect::<Vec<_>>()
            };
            Some(alternatives.iter().flat_map(each).collect())
        }
        Fact::Exactly(constants) => {
            let facts: Vec<Fact> = constants.iter().cloned().map(has).collect();
            let length = Choice::One(Literal::Number(constants.len() as f64));
            let length = Fact::Length(Box::new(Fact::Among(vec![length])));
            facts.iter().chain([&length]).try_fold(alternatives, with)
        }
        _ => None,
    }
}

fn has(literal: Literal) -> Fact {
    Fact::Has(Expr { ty: Ty::Text, node: Node::Literal(literal) })
}
