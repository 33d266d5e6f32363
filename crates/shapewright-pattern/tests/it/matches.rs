//! Generated code and the `regex` crate match the same texts.

use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};

use crate::generated::ALL;

/// Texts for each expression.
const CASES: u32 = 300;

#[test]
fn matches_are_those_of_the_regex_crate() {
    for pattern in ALL {
        let regex = regex::Regex::new(pattern.as_str()).expect("the compiler checked it");
        let mut runner =
            TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
        let result = runner.run(&texts(pattern.as_str()), |text| {
            prop_assert_eq!(pattern.is_match(&text), regex.is_match(&text), "{} on {:?}", regex, text);
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    }
}

/// Texts that match, and the same with one character inserted or removed.
fn texts(regex: &str) -> impl Strategy<Value = String> + use<> {
    // The strategy takes no anchors.
    let bare = regex.trim_start_matches('^').trim_end_matches('$');
    let matching = string_regex(bare).map_or_else(|_| ".*".boxed(), Strategy::boxed);
    let inserted =
        prop::option::of(prop::sample::select(" \nabz09AZ-_.:/*é\u{10ffff}".chars().collect::<Vec<_>>()));
    (matching, any::<prop::sample::Index>(), any::<bool>(), inserted).prop_map(
        |(text, at, changed, inserted)| {
            let mut chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len() + 1);
            match inserted {
                Some(c) if changed => chars.insert(at, c),
                None if changed && at < chars.len() => drop(chars.remove(at)),
                _ => {}
            }
            chars.into_iter().collect()
        },
    )
}
