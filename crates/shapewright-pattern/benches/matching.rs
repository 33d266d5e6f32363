//! One match of each of CloudFront's expressions, beside three engines that compile them at run time.
//!
//! `cargo bench -p shapewright-pattern`

use std::hint::black_box;

use divan::Bencher;
use divan::counter::ItemsCount;
use regex_automata::dfa::Automaton;
use regex_automata::dfa::dense::DFA;
use regex_automata::{Anchored, Input};

#[path = "../tests/it/generated.rs"]
#[rustfmt::skip]
mod generated;

/// A text for each expression that matches it, in the order of `expressions.txt`.
const TEXTS: &str = include_str!("texts.txt");

fn main() {
    divan::main();
}

/// The expressions that have a text.
fn cases() -> Vec<(&'static shapewright_pattern::Pattern, &'static str)> {
    let cases: Vec<_> = generated::ALL.iter().copied().zip(TEXTS.lines()).collect();
    for (pattern, text) in &cases {
        assert!(pattern.is_match(text), "{} does not match {text:?}", pattern.as_str());
    }
    cases
}

#[divan::bench]
fn shapewright(bencher: Bencher<'_, '_>) {
    let cases = cases();
    bencher.counter(ItemsCount::new(cases.len())).bench_local(|| {
        for (pattern, text) in &cases {
            black_box(pattern.is_match(black_box(text)));
        }
    });
}

#[divan::bench]
fn regex(bencher: Bencher<'_, '_>) {
    let cases: Vec<_> = cases()
        .into_iter()
        .map(|(pattern, text)| (regex::Regex::new(pattern.as_str()).expect("an expression"), text))
        .collect();
    bencher.counter(ItemsCount::new(cases.len())).bench_local(|| {
        for (regex, text) in &cases {
            black_box(regex.is_match(black_box(text)));
        }
    });
}

#[divan::bench]
fn regex_lite(bencher: Bencher<'_, '_>) {
    // This engine does not know the Unicode classes of one expression.
    let cases: Vec<_> = cases()
        .into_iter()
        .filter_map(|(pattern, text)| Some((regex_lite::Regex::new(pattern.as_str()).ok()?, text)))
        .collect();
    bencher.counter(ItemsCount::new(cases.len())).bench_local(|| {
        for (regex, text) in &cases {
            black_box(regex.is_match(black_box(text)));
        }
    });
}

#[divan::bench]
fn regex_automata_dense(bencher: Bencher<'_, '_>) {
    let cases: Vec<_> = cases()
        .into_iter()
        .map(|(pattern, text)| (DFA::new(pattern.as_str()).expect("an expression"), text))
        .collect();
    let bytes: usize = cases.iter().map(|(dfa, _)| dfa.memory_usage()).sum();
    eprintln!("regex-automata: {} KiB of tables", bytes / 1024);
    bencher.counter(ItemsCount::new(cases.len())).bench_local(|| {
        for (dfa, text) in &cases {
            let input = Input::new(black_box(*text)).anchored(Anchored::No);
            black_box(dfa.try_search_fwd(&input).expect("no quit byte").is_some());
        }
    });
}
