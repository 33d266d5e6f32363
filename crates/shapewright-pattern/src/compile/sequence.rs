//! Programs without branches, as a sequence of literals and repetitions.

use super::program::{Instruction, Next, Repeat};

/// Literals and repetitions that a text must start with.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequence {
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// Whether the text must end after the last part.
    pub end: bool,
}

/// One part of a sequence.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A literal.
    Literal(String),
    /// Characters of one class.
    Repeat(Repeat),
}

impl Sequence {
    /// Whether a string with this character may match.
    pub(super) fn may_contain(&self, c: char) -> bool {
        let part_has = |part: &Part| match part {
            Part::Literal(text) => text.contains(c),
            Part::Repeat(repeat) => repeat.class.contains(c.into()),
        };
        !self.end || self.parts.iter().any(part_has)
    }
}

/// The sequence that is equivalent to a program; `None` if the program branches or loops.
pub(super) fn sequence(program: &[Instruction]) -> Option<Sequence> {
    let mut parts = Vec::new();
    let mut number = 0;
    // A sequence visits no instruction twice.
    for _ in program {
        let instruction = program.get(number)?;
        push_literal(&mut parts, &instruction.text);
        parts.extend(instruction.repeat.clone().map(Part::Repeat));
        match &instruction.next {
            Next::Goto(next) => number = *next,
            Next::Branch(branches) => match (branches.as_slice(), instruction.end) {
                ([], true) => return Some(Sequence { parts, end: true }),
                ([(class, next)], false) => {
                    match class.single() {
                        Some(c) => push_literal(&mut parts, c.encode_utf8(&mut [0; 4])),
                        None => {
                            parts.push(Part::Repeat(Repeat { class: class.clone(), min: 1, max: Some(1) }));
                        }
                    }
                    let Some(next) = next else { return Some(Sequence { parts, end: false }) };
                    number = *next;
                }
                _ => return None,
            },
        }
    }
    None
}

/// Appends a literal, joining it with the one before.
fn push_literal(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Literal(last)) => last.push_str(text),
        _ => parts.push(Part::Literal(text.to_owned())),
    }
}
