//! Checks the properties of fuzzing with former counterexamples, with its seeds, and with damaged seeds.

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;

use shapewright_tests::documents::Dice;
use shapewright_tests::fuzzing::{TARGETS, Target, damaged};
use shapewright_tests::model::root;

/// Fails with the bytes of a counterexample, ready to be added as a case.
fn check(target: &Target, name: &str, bytes: &[u8]) {
    if catch_unwind(|| (target.property)(bytes)).is_err() {
        panic!("{} {name}: {:?}", target.name, String::from_utf8_lossy(bytes));
    }
}

/// Returns the names of the files in a directory of the repository, without extensions.
fn names(directory: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(directory)).expect("the directory is in the repository").flatten();
    let stem = |entry: fs::DirEntry| Some(entry.path().file_stem()?.to_string_lossy().into_owned());
    entries.filter_map(stem).collect()
}

#[test]
fn properties_programs_and_cases_have_the_same_names() {
    let properties: BTreeSet<String> = TARGETS.iter().map(|target| target.name.to_owned()).collect();
    assert_eq!(names("fuzz/fuzz_targets"), properties);
    assert!(names("tests/fixtures/fuzz").is_subset(&properties));
}

#[test]
fn properties_hold_for_former_counterexamples() {
    let cases = TARGETS.iter().flat_map(|target| target.cases().into_iter().map(move |case| (target, case)));
    for (target, (name, case)) in cases {
        check(target, &name, &case);
    }
}

#[test]
fn properties_hold_for_seeds() {
    for target in TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() > 20, "{} has seeds", target.name);
        for (index, seed) in seeds.iter().enumerate() {
            check(target, &format!("seed {index}"), seed);
        }
    }
}

#[test]
fn properties_hold_for_damaged_seeds() {
    for target in TARGETS {
        let seeds = (target.seeds)();
        let rounds = match target.name {
            // Generating code takes longer than everything else.
            "hostile_models" | "model_reading" => 200,
            // Each is a long request. `linear` has more of them.
            "linear_time" => 40,
            _ => 3_000,
        };
        let mut dice = Dice::new(20_26);
        for round in 0..rounds {
            let [seed, other] = [(); 2].map(|()| &seeds[dice.roll(seeds.len())]);
            check(target, &format!("round {round}"), &damaged(seed, other, &mut dice));
        }
    }
}
