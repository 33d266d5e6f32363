//! Steps without a choice: texts and runs of characters, one after another.

use super::steps::{Next, Run, Step};

/// What a text must have from its beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// One after another.
    pub links: Vec<Link>,
    /// Whether nothing may follow.
    pub end: bool,
}

/// Something that must come next.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// A text.
    Text(String),
    /// Characters of one set, as many as there are.
    Run(Run),
}

/// The chain that says the same as the steps; none where a step has a choice, or leads back to an earlier one.
pub(super) fn chain(steps: &[Step]) -> Option<Chain> {
    let mut links = Vec::new();
    let mut number = 0;
    // A chain has no step twice.
    for _ in steps {
        let step = steps.get(number)?;
        push_text(&mut links, &step.text);
        links.extend(step.run.clone().map(Link::Run));
        match &step.next {
            Next::Step(next) => number = *next,
            Next::Choice(ways) => match (ways.as_slice(), step.end) {
                ([], true) => return Some(Chain { links, end: true }),
                ([(set, next)], false) => {
                    match set.single() {
                        Some(c) => push_text(&mut links, c.encode_utf8(&mut [0; 4])),
                        None => links.push(Link::Run(Run { set: set.clone(), min: 1, max: Some(1) })),
                    }
                    let Some(next) = next else { return Some(Chain { links, end: false }) };
                    number = *next;
                }
                _ => return None,
            },
        }
    }
    None
}

/// Adds a text to what must come next.
fn push_text(links: &mut Vec<Link>, text: &str) {
    match links.last_mut() {
        _ if text.is_empty() => {}
        Some(Link::Text(last)) => last.push_str(text),
        _ => links.push(Link::Text(text.to_owned())),
    }
}
