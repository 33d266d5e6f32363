//! Simplifies facts about one value.

use crate::jmes::simplify::{lists, simplify as simplify_test};
use crate::jmes::test::Choice;
use crate::jmes::{Comparison, Expr, Fact, Literal, NumberKind, Test, Ty};

/// Properties of the value that facts are about.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    /// Whether the value is a whole number.
    is_whole: bool,
    /// Whether the value is a list whose elements are compared without conversion to text.
    is_plain_list: bool,
}

impl Subject {
    pub(super) fn of(value: &Expr) -> Subject {
        Subject {
            is_whole: value.ty == Ty::Number && value.number_kind().is_some_and(NumberKind::is_whole),
            is_plain_list: !value.is_computed_list() && !value.is_enum_as_text(),
        }
    }
}

/// Returns the simplest form of a fact.
pub(super) fn simplify(fact: Fact, subject: Subject) -> Fact {
    let once = |fact| simplify(fact, subject);
    match fact {
        Fact::All(facts) => join(facts.into_iter().map(once).collect(), true, subject),
        Fact::Any(facts) => join(facts.into_iter().map(once).collect(), false, subject),
        Fact::Not(fact) => negated(once(*fact)),
        Fact::Length(fact) => match simplify(*fact, Subject { is_whole: true, is_plain_list: false }) {
            Fact::Always(holds) => Fact::Always(holds),
            fact => match of_any_length(&fact) {
                Some(holds) => Fact::Always(holds),
                None => Fact::Length(Box::new(fact)),
            },
        },
        Fact::Some(name, test) => match simplify_test(*test) {
            Test::Always(false) => Fact::Always(false),
            Test::Always(true) => Fact::NotEmpty,
            test => Fact::Some(name, Box::new(test)),
        },
        Fact::Among(choices) if choices.is_empty() => Fact::Always(false),
        Fact::Among(choices) => {
            let mut different = Vec::new();
            for choice in choices {
                if !different.contains(&choice) {
                    different.push(choice);
                }
            }
            Fact::Among(different)
        }
        other => other,
    }
}

/// Returns whether a fact is true for every length (which is not negative) or for none; else `None`.
fn of_any_length(fact: &Fact) -> Option<bool> {
    let Fact::Compare(comparison, other) = fact else { return None };
    let other = other.number()?;
    match comparison {
        Comparison::GreaterOrEqual if other <= 0.0 => Some(true),
        Comparison::Greater if other < 0.0 => Some(true),
        Comparison::Less if other <= 0.0 => Some(false),
        Comparison::LessOrEqual if other < 0.0 => Some(false),
        _ => None,
    }
}

/// Returns the opposite of a fact. Inverts comparisons of numbers, because JSON numbers are totally ordered.
fn negated(fact: Fact) -> Fact {
    match fact {
        Fact::Compare(comparison, other) if other.is_never_null() => {
            Fact::Compare(comparison.negated(), other)
        }
        other => other.negated(),
    }
}

fn join(facts: Vec<Fact>, all: bool, subject: Subject) -> Fact {
    let mut joined: Vec<Fact> = Vec::new();
    for fact in facts.into_iter().flat_map(|fact| parts(fact, all)) {
        if fact == Fact::Always(!all) {
            return fact;
        }
        if fact != Fact::Always(all) && !joined.contains(&fact) && !is_merged(&mut joined, &fact, all) {
            joined.push(fact);
        }
    }
    remove_implied(&mut joined, all);
    if all && let Some(range) = range(&joined, subject) {
        return range;
    }
    match (joined.len(), all) {
        (0, _) => Fact::Always(all),
        (1, _) => joined.swap_remove(0),
        (_, true) if subject.is_plain_list => lists::exactly(&joined).unwrap_or(Fact::All(joined)),
        (_, true) => Fact::All(joined),
        (_, false) => Fact::Any(joined),
    }
}

fn parts(fact: Fact, all: bool) -> Vec<Fact> {
    match fact {
        Fact::All(facts) if all => facts,
        Fact::Any(facts) if !all => facts,
        other => vec![other],
    }
}

/// Merges a fact with a previous one: `x == a || x == b` is one choice, `x != a && x != b` is the opposite of one, and
/// facts about lengths are joined. Returns whether it did.
fn is_merged(joined: &mut [Fact], fact: &Fact, all: bool) -> bool {
    joined.iter_mut().any(|old| match (old, fact) {
        (Fact::Among(old), Fact::Among(new)) if !all => {
            old.extend(new.iter().cloned());
            true
        }
        (Fact::Length(old), Fact::Length(new)) => {
            let both = vec![std::mem::replace(&mut **old, Fact::Always(all)), (**new).clone()];
            **old = if all { Fact::All(both) } else { Fact::Any(both) };
            true
        }
        (Fact::Not(old), Fact::Not(new)) if all => match (&mut **old, &**new) {
            (Fact::Among(old), Fact::Among(new)) => {
                old.extend(new.iter().cloned());
                true
            }
            _ => false,
        },
        _ => false,
    })
}

/// Removes implied facts: `x && starts_with(x, 'a')` equals its second part, and so does `!x || !starts_with(x, 'a')`.
fn remove_implied(facts: &mut Vec<Fact>, all: bool) {
    let weak = if all { Fact::NotEmpty } else { Fact::NotEmpty.negated() };
    let is_stronger = |fact: &Fact| match (fact, all) {
        (fact, true) => implies_content(fact),
        (Fact::Not(fact), false) => implies_content(fact),
        _ => false,
    };
    if facts.iter().any(is_stronger) {
        facts.retain(|fact| *fact != weak);
    }
}

/// Returns whether the fact is true only for texts and lists that are not empty.
fn implies_content(fact: &Fact) -> bool {
    let is_text = |text: Option<&Literal>| text.and_then(Literal::text).is_some_and(|text| !text.is_empty());
    match fact {
        Fact::Contains(text) | Fact::StartsWith(text) | Fact::EndsWith(text) => is_text(text.literal()),
        Fact::Has(_) | Fact::Some(..) => true,
        Fact::Exactly(constants) => !constants.is_empty(),
        Fact::Among(choices) => choices.iter().all(|choice| match choice {
            Choice::One(literal) => is_text(Some(literal)),
            Choice::Range(..) => false,
        }),
        _ => false,
    }
}

/// Converts `x >= 1024 && x <= 65535` to a range, for whole numbers.
fn range(facts: &[Fact], subject: Subject) -> Option<Fact> {
    let [Fact::Compare(first, low), Fact::Compare(second, high)] = facts else { return None };
    let whole = |number: &Expr| Some(number.number()? as i64);
    let (low, high) = match (first, second) {
        (Comparison::GreaterOrEqual, Comparison::LessOrEqual) => (whole(low)?, whole(high)?),
        (Comparison::LessOrEqual, Comparison::GreaterOrEqual) => (whole(high)?, whole(low)?),
        _ => return None,
    };
    let fits = subject.is_whole && low < high;
    fits.then(|| Fact::Among(vec![Choice::Range(low, high)]))
}
