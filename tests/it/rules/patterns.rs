//! Patterns as the generator compiles them, against the `regex` crate.
//!
//! For each pattern, texts that match it are made up and then spoilt in small ways; both sides must say the same of
//! every text. The patterns are those of all rules, and some with every construct; `with_botocore/patterns.rs` compares
//! those of all services.

use std::collections::BTreeSet;

use cloudfront_validators::{Kind, rules};
use codegen::pattern::{Chain, Link, Matcher, Next, Set, Step, compile};
use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};
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

/// Compares both sides and says whether the pattern became steps; none if it cannot be compiled.
pub(crate) fn compare(pattern: &str, cases: u32) -> Option<bool> {
    let compiled = compile(pattern).ok()?;
    let Some(ours) = ours(pattern, compiled.matcher) else { return Some(false) };
    // Some are too large for the crate, and there is nothing to compare with.
    let Ok(theirs) = regex::Regex::new(&compiled.regex) else { return Some(true) };
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let agree = runner.run(&texts(&compiled.regex), |text| {
        prop_assert_eq!(ours(&text), theirs.is_match(&text), "{} on {:?}", pattern, text);
        Ok(())
    });
    agree.unwrap_or_else(|error| panic!("{error}"));
    Some(true)
}

/// Whether a text has a pattern.
type Finder = Box<dyn Fn(&str) -> bool>;

/// What finds the pattern as the generated code does; none where that is the `regex` crate.
fn ours(pattern: &str, matcher: Matcher) -> Option<Finder> {
    let text = pattern.to_owned().leak();
    match matcher {
        Matcher::Regex => None,
        Matcher::Chain(Chain { links, end }) => {
            let links: Vec<_> = links.into_iter().map(link).collect();
            Some(Box::new(move |text| {
                let rest = links.iter().try_fold(run::Rest::of(text), |rest, link| link(rest));
                rest.and_then(|rest| if end { rest.end() } else { Some(rest) }).is_some()
            }))
        }
        Matcher::Steps { steps, length } => {
            let steps = steps.iter().map(step).collect::<Vec<_>>().leak();
            let ours = match length {
                Some((min, max)) => run::Pattern::within(text, min, max, steps),
                None => run::Pattern::steps(text, steps),
            };
            Some(Box::new(move |text| ours.matches(text)))
        }
    }
}

/// A call that goes past something.
type Call = Box<dyn Fn(run::Rest<'_>) -> Option<run::Rest<'_>>>;

/// The call that the generated code has for a link.
fn link(link: Link) -> Call {
    let part = match link {
        Link::Text(text) => return Box::new(move |rest| rest.text(&text)),
        Link::Run(part) => part,
    };
    let (set, min) = (set(&part.set), part.min);
    match (min, part.max) {
        (1, Some(1)) => Box::new(|rest| rest.one(set)),
        (2, Some(2)) => Box::new(|rest| rest.times::<2>(set)),
        (4, Some(4)) => Box::new(|rest| rest.times::<4>(set)),
        (12, Some(12)) => Box::new(|rest| rest.times::<12>(set)),
        (32, Some(32)) => Box::new(|rest| rest.times::<32>(set)),
        (_, Some(max)) => Box::new(move |rest| rest.run(set, min, max)),
        (_, None) => Box::new(move |rest| rest.repeat(set, min)),
    }
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
        Next::Step(next) => made.then(number(*next)),
        Next::Choice(choice) => {
            let choice: Vec<_> =
                choice.iter().map(|(with, to)| (set(with), to.map_or(run::FOUND, number))).collect();
            made.choice(choice.leak())
        }
    }
}

/// The number of a step, of which there are few.
fn number(step: usize) -> u8 {
    step.try_into().expect("a small number")
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
