//! Generates texts that match a pattern.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::dice::Dice;

/// The largest number of repetitions if the pattern sets no limit.
const MAX_REPETITIONS: u32 = 12;

/// Returns a text that matches a pattern; `None` if the pattern is invalid or matches bytes that are not UTF-8.
pub(crate) fn text(pattern: &str, dice: &mut Dice) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let mut bytes = Vec::new();
    write(&hir, dice, &mut bytes);
    String::from_utf8(bytes).ok()
}

fn write(hir: &Hir, dice: &mut Dice, to: &mut Vec<u8>) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => to.extend(&*literal.0),
        HirKind::Class(class) => character(class, dice, to),
        HirKind::Repetition(repetition) => {
            let few = repetition.min.saturating_add(MAX_REPETITIONS);
            let max = repetition.max.map_or(few, |max| max.min(few));
            for _ in 0..dice.between(repetition.min.into(), max.into()) {
                write(&repetition.sub, dice, to);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, dice, to),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, dice, to)),
        HirKind::Alternation(ways) => {
            if let Some(way) = dice.pick(ways) {
                write(way, dice, to);
            }
        }
    }
}

/// Appends a character of a class, preferably printable ASCII.
fn character(class: &Class, dice: &mut Dice, to: &mut Vec<u8>) {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.ranges().iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => {
            class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect()
        }
    };
    let typed = ranges.iter().filter(|(start, end)| *start <= '~' && *end > ' ');
    let typed: Vec<_> = typed.map(|(start, end)| ((*start).max('!'), (*end).min('~'))).collect();
    let ranges = if typed.is_empty() || dice.once_in(64) { ranges } else { typed };
    let Some((start, end)) = dice.pick(&ranges) else { return };
    let chosen = dice.between(u32::from(*start).into(), u32::from(*end).into());
    let chosen = u32::try_from(chosen).ok().and_then(char::from_u32).unwrap_or(*start);
    to.extend(chosen.encode_utf8(&mut [0; 4]).as_bytes());
}
