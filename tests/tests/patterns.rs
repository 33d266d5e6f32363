//! Patterns as the generator compiles them, against the `regex` crate.
//!
//! For each pattern, texts that match it are made up and then spoilt in small ways; both sides must say the same of
//! every text. The patterns are those of all rules, some with every construct, and those of all services that the
//! Python package botocore has, if `SHAPEWRIGHT_BOTOCORE` names a directory with it.

use std::collections::BTreeSet;

use cloudfront_validators::{Kind, rules};
use codegen::pattern::{Matcher, Next, Set, Step, compile};
use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};
use shapewright_tests::botocore::patterns as botocore_patterns;
use shapewright_validation::pattern as run;

/// Constructs, each with something that makes it hard.
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
    "(?i)^aws-é",
    "^(a{1,3}b){2,4}$",
    "(a|b)*abb",
    "^(.*:)?x{2,3}$",
    "\\bword\\b",
];

#[test]
fn patterns_of_rules_agree() {
    let patterns = rules().filter(|rule| rule.kind == Kind::Pattern);
    let patterns: BTreeSet<&str> = patterns.filter_map(|rule| rule.limit.strip_prefix("pattern ")).collect();
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

#[test]
fn patterns_of_all_services_agree() {
    let Some(patterns) = botocore_patterns() else { return };
    // Patterns of botocore mean the whole text. Every fifth is enough for a test that runs often.
    let whole = patterns.iter().step_by(5).map(|pattern| format!("^(?:{pattern})$"));
    let compared: Vec<bool> = whole.filter_map(|pattern| compare(&pattern, 4)).collect();
    let as_steps = compared.iter().filter(|as_steps| **as_steps).count();
    assert!(as_steps * 10 > compared.len() * 9, "{as_steps} of {} became steps", compared.len());
}

/// Compares both sides and says whether the pattern became steps; none if it cannot be compiled.
fn compare(pattern: &str, cases: u32) -> Option<bool> {
    let compiled = compile(pattern).ok()?;
    let Matcher::Steps { steps, length } = &compiled.matcher else { return Some(false) };
    let steps: Vec<run::Step> = steps.iter().map(step).collect();
    let (text, steps) = (pattern.to_owned().leak(), steps.leak());
    let ours = match *length {
        Some((min, max)) => run::Pattern::within(text, min, max, steps),
        None => run::Pattern::new(text, steps),
    };
    // Some are too large for the crate, and there is nothing to compare with.
    let Ok(theirs) = regex::Regex::new(&compiled.regex) else { return Some(true) };
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let agree = runner.run(&texts(&compiled.regex), |text| {
        prop_assert_eq!(ours.matches(&text), theirs.is_match(&text), "{} on {:?}", pattern, text);
        Ok(())
    });
    agree.unwrap_or_else(|error| panic!("{error}"));
    Some(true)
}

/// Texts that match, that nearly do, and others.
fn texts(regex: &str) -> impl Strategy<Value = String> + use<> {
    // The generator takes no anchors; what they shut out is left to chance.
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

/// A small change.
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

/// The step as the generated code has it.
fn step(step: &Step) -> run::Step {
    let mut made = run::Step::text(step.text.clone().leak());
    if let Some(run) = &step.run {
        made = match run.max {
            Some(max) => made.run(set(&run.set), run.min, max),
            None => made.repeat(set(&run.set), run.min),
        };
    }
    if step.end {
        made = made.end();
    }
    match &step.next {
        Next::Step(next) => made.then(*next),
        Next::Choice(choice) => {
            let choice: Vec<_> =
                choice.iter().map(|(with, to)| (set(with), to.unwrap_or(run::FOUND))).collect();
            made.choice(choice.leak())
        }
    }
}

/// The set as the generated code has it.
fn set(set: &Set) -> &'static run::Set {
    let pairs = |ranges: Vec<(char, char)>| -> &'static str {
        ranges.into_iter().flat_map(|(start, end)| [start, end]).collect::<String>().leak()
    };
    Box::leak(Box::new(match set.has_all_beyond() {
        true => run::Set::not(pairs(set.complement().ascii().collect())),
        false => run::Set::of(pairs(set.ascii().collect())).beyond(pairs(set.beyond().collect())),
    }))
}
