//! Compares compiled patterns with the `regex` crate.
//!
//! For each pattern, matching strings are generated and then changed slightly; both sides must agree on
//! every string. The patterns are those of all rules, and some with every construct; `with_botocore/patterns.rs` has
//! those of all services.

use std::collections::BTreeSet;

use cloudfront_validators::{Kind, rules};
use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};
use shapewright_pattern as run;
use shapewright_pattern::compile::{Class, Instruction, Matcher, Next, Part, Sequence, compile};

/// Constructs with difficult cases.
const CONSTRUCTS: &[&str] = &[
    "",
    "^$",
    "a",
    "abab",
    "^a?$",
    "^(a|ab)(c|bcd)$",
    "^(ab)*$",
    "^(ab)+c",
    "a$",
    "^a|b$",
    "^(a|b|^c)d",
    "x*",
    "^a{3}a{0,2}b?$",
    "^[a-z][a-z-]{1,9}[a-z]$",
    "^[a-z][a-z-]{2,100}[a-z]$",
    "^(é|[à-ü])+.$",
    "^[^é]{2,4}$",
    "^\\p{L}{1,3}\\d$",
    "^.{1,3}\\s\\S\\w\\W$",
    "^arn:[^:]+:[0-9]{12}:[a-z]{2}é[à-ü]{2}.{4}",
    "^x[^é]{12}[é-ü]+[ab]{0,3}$",
    "(?i)^aws-é",
    "^(a{1,3}b){2,4}$",
    "(a|b)*abb",
    "^(.*:)?x{2,3}$",
    "\\bword\\b",
];

#[test]
fn patterns_of_rules_agree() {
    let patterns = rules().filter(|rule| rule.kind == Kind::Pattern);
    let patterns: BTreeSet<&str> =
        patterns.filter_map(|rule| rule.expected.strip_prefix("pattern ")).collect();
    assert!(patterns.len() > 30, "{patterns:?}");
    for pattern in patterns {
        assert!(compare(pattern, 400) == Some(true), "{pattern} became steps");
    }
}

#[test]
fn constructs_agree() {
    for pattern in CONSTRUCTS {
        let steps = compare(pattern, 400);
        assert_eq!(steps, Some(!pattern.contains("\\b")), "{pattern}");
    }
}

/// Compares both sides. Returns whether the pattern was compiled to steps; `None` if it cannot be compiled.
pub(crate) fn compare(pattern: &str, cases: u32) -> Option<bool> {
    let compiled = compile(pattern).ok()?;
    let Some(ours) = ours(pattern, compiled.matcher) else { return Some(false) };
    // Some patterns are too large for the `regex` crate.
    let Ok(theirs) = regex::Regex::new(&compiled.regex) else { return Some(true) };
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let agree = runner.run(&texts(&compiled.regex), |text| {
        prop_assert_eq!(ours(&text), theirs.is_match(&text), "{} on {:?}", pattern, text);
        Ok(())
    });
    agree.unwrap_or_else(|error| panic!("{error}"));
    Some(true)
}

/// Returns whether a text matches.
type Finder = Box<dyn Fn(&str) -> bool>;

/// Returns the matcher of the generated code; `None` if it uses the `regex` crate.
fn ours(pattern: &str, matcher: Matcher) -> Option<Finder> {
    let text = pattern.to_owned().leak();
    match matcher {
        Matcher::Regex => None,
        Matcher::Sequence(Sequence { parts, end }) => {
            let parts: Vec<_> = parts.into_iter().map(part).collect();
            Some(Box::new(move |text| {
                let rest = parts.iter().try_fold(run::Cursor::new(text), |rest, part| part(rest));
                rest.and_then(|rest| if end { rest.end() } else { Some(rest) }).is_some()
            }))
        }
        Matcher::Program { instructions, length } => {
            let instructions = instructions.iter().map(instruction).collect::<Vec<_>>().leak();
            let ours = match length {
                Some((min, max)) => run::Pattern::program_of_length(text, min, max, instructions),
                None => run::Pattern::program(text, instructions),
            };
            Some(Box::new(move |text| ours.is_match(text)))
        }
    }
}

/// A function that advances a cursor.
type Call = Box<dyn Fn(run::Cursor<'_>) -> Option<run::Cursor<'_>>>;

/// Returns the function for a part.
fn part(part: Part) -> Call {
    let part = match part {
        Part::Literal(text) => return Box::new(move |rest| rest.literal(&text)),
        Part::Repeat(part) => part,
    };
    let (class, min) = (class(&part.class), part.min);
    match (min, part.max) {
        (1, Some(1)) => Box::new(|rest| rest.one(class)),
        (2, Some(2)) => Box::new(|rest| rest.exactly::<2>(class)),
        (4, Some(4)) => Box::new(|rest| rest.exactly::<4>(class)),
        (12, Some(12)) => Box::new(|rest| rest.exactly::<12>(class)),
        (32, Some(32)) => Box::new(|rest| rest.exactly::<32>(class)),
        (_, Some(max)) => Box::new(move |rest| rest.between(class, min, max)),
        (_, None) => Box::new(move |rest| rest.at_least(class, min)),
    }
}

/// Generates strings that match, almost match, or do not match.
fn texts(regex: &str) -> impl Strategy<Value = String> + use<> {
    // The generator does not support anchors.
    let bare = regex.trim_start_matches('^').trim_end_matches('$');
    let matching = match string_regex(bare) {
        Ok(strategy) => strategy.boxed(),
        Err(_) => ".*".boxed(),
    };
    let slips = prop::collection::vec((any::<prop::sample::Index>(), slip()), 0..3);
    (matching, slips).prop_map(|(mut text, slips)| {
        for (index, slip) in slips {
            let at = text.char_indices().map(|(at, _)| at).nth(index.index(text.chars().count().max(1)));
            let at = at.unwrap_or(text.len());
            match slip {
                Slip::Insert(c) => text.insert(at, c),
                Slip::Remove if at < text.len() => drop(text.remove(at)),
                Slip::Remove => {}
                Slip::End => text.truncate(at),
                Slip::Double => text.insert_str(at, &text.clone()),
            }
        }
        text
    })
}

/// A small change to a string.
#[derive(Clone, Debug)]
enum Slip {
    Insert(char),
    Remove,
    End,
    Double,
}

fn slip() -> impl Strategy<Value = Slip> {
    let characters = prop::sample::select(
        " \n\tabz09AZ-_.:/*{}é\u{85}\u{d7ff}\u{e000}\u{10ffff}".chars().collect::<Vec<_>>(),
    );
    prop_oneof![
        4 => characters.prop_map(Slip::Insert),
        2 => Just(Slip::Remove),
        1 => Just(Slip::End),
        1 => Just(Slip::Double),
    ]
}

/// Returns the step of the generated code.
fn instruction(instruction: &Instruction) -> run::Instruction {
    let mut made = run::Instruction::literal(instruction.text.clone().leak());
    if let Some(repeat) = &instruction.repeat {
        made = match repeat.max {
            Some(max) => made.between(class(&repeat.class), repeat.min, max),
            None => made.at_least(class(&repeat.class), repeat.min),
        };
    }
    if instruction.end {
        made = made.end();
    }
    match &instruction.next {
        Next::Goto(next) => made.goto(number(*next)),
        Next::Branch(branches) => {
            let branches: Vec<_> =
                branches.iter().map(|(with, to)| (class(with), to.map_or(run::MATCH, number))).collect();
            made.branch(branches.leak())
        }
    }
}

/// Returns the number of a step as a `u8`.
fn number(index: usize) -> u8 {
    index.try_into().expect("a small number")
}

/// Returns the class of the generated code.
fn class(class: &Class) -> &'static run::Class {
    let pairs = |ranges: Vec<(char, char)>| -> &'static str {
        ranges.into_iter().flat_map(|(start, end)| [start, end]).collect::<String>().leak()
    };
    Box::leak(Box::new(if class.has_all_beyond() {
        run::Class::excluding(pairs(class.complement().ascii().collect()))
    } else {
        run::Class::ranges(pairs(class.ascii().collect())).with_unicode(pairs(class.beyond().collect()))
    }))
}
