//! Which violations have one right answer, whatever the value is written in.

use cloudfront_validators::{Expected, Kind, RULES, Violation, nearest, rules};

use super::table::{self, Remedy};

/// What corrects a violation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// Whether the member is absent, so that it is added; otherwise the value is replaced.
    pub is_missing: bool,
    /// The right value.
    pub value: Value,
}

/// A value that corrects a violation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A number.
    Number(usize),
    /// A text.
    Text(String),
    /// A counted list without elements: `{"Quantity": 0}`.
    NoElements,
}

/// The values that were validated, by their JSON Pointers.
pub trait Values {
    /// Returns a text; `None` if there is something else or nothing.
    fn text(&self, pointer: &str) -> Option<&str>;

    /// Returns how many elements a list has; `None` if there is no list.
    fn count(&self, pointer: &str) -> Option<usize>;
}

/// Returns the one right answer to a violation. Of enums it is the similar value that was probably meant.
pub fn answer(violation: &Violation, values: &impl Values) -> Option<Answer> {
    let pointer = violation.pointer();
    let replaced = |value| Some(Answer { is_missing: false, value });
    match violation.expected() {
        Expected::OneOf(known) => {
            // Absent if the member is sensitive.
            violation.actual()?;
            let meant = nearest(values.text(pointer)?, known.iter().copied())?;
            replaced(Value::Text(meant.to_owned()))
        }
        Expected::Count(count) => replaced(Value::Number(count)),
        Expected::Required => {
            // A missing quantity is the number of items.
            let target = RULES.find(violation.rule())?.target;
            rules().find(|rule| rule.kind == Kind::Quantity && rule.target == target)?;
            let (parent, _) = pointer.rsplit_once('/')?;
            let count = values.count(&format!("{parent}/Items"))?;
            Some(Answer { is_missing: true, value: Value::Number(count) })
        }
        _ => by_rule(violation, values),
    }
}

/// The answer that the table of remedies has.
fn by_rule(violation: &Violation, values: &impl Values) -> Option<Answer> {
    let remedy = table::remedy(violation.rule())?;
    let missing = |value| Some(Answer { is_missing: true, value });
    let text = || values.text(violation.pointer()).filter(|text| !text.is_empty());
    let value = match remedy {
        Remedy::EmptyText => return missing(Value::Text(String::new())),
        Remedy::EmptyList => return missing(Value::NoElements),
        Remedy::AddSlash => text().filter(|text| !text.starts_with('/')).map(|text| format!("/{text}")),
        Remedy::AddPathSlash => {
            let is_path = |text: &&str| !text.starts_with('/') && !text.trim_end_matches('*').contains('*');
            text().filter(is_path).filter(|text| !text.ends_with("**")).map(|text| format!("/{text}"))
        }
        Remedy::RemoveSlashes => text().map(|text| text.trim_start_matches('/').to_owned()),
        Remedy::RemoveLastSlashes => text().map(|text| text.trim_end_matches('/').to_owned()),
    };
    Some(Answer { is_missing: false, value: Value::Text(value?) })
}
