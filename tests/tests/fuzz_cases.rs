//! The properties of fuzzing with what fuzzing found once, with its seeds, and with some thousand damaged seeds.

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;

use shapewright_tests::documents::Dice;
use shapewright_tests::fuzzing::{TARGETS, Target, damaged};
use shapewright_tests::model::root;

/// Fails with the bytes that are an exception, ready to become a case.
fn check(target: &Target, name: &str, bytes: &[u8]) {
    if catch_unwind(|| (target.property)(bytes)).is_err() {
        panic!("{} {name}: {:?}", target.name, String::from_utf8_lossy(bytes));
    }
}

#[test]
fn what_fuzzing_found_stays_mended() {
    let directory = root().join("tests/fixtures/fuzz");
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(&directory).expect("the cases are in the repository").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let target = TARGETS.iter().find(|target| target.name == name);
        let target = target.unwrap_or_else(|| panic!("tests/fixtures/fuzz/{name} belongs to no property"));
        for case in fs::read_dir(entry.path()).expect("a directory of cases").flatten() {
            let bytes = fs::read(case.path()).expect("cases can be read");
            check(target, &case.file_name().to_string_lossy(), &bytes);
        }
        names.insert(name);
    }
    assert!(!names.is_empty(), "there are cases");
}

#[test]
fn seeds_keep_the_properties() {
    for target in TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() > 20, "{} has seeds", target.name);
        for (index, seed) in seeds.iter().enumerate() {
            check(target, &format!("seed {index}"), seed);
        }
    }
}

#[test]
fn damaged_seeds_keep_the_properties() {
    for target in TARGETS {
        let seeds = (target.seeds)();
        // Generating code takes longer than everything else.
        let rounds = if target.name == "model_reading" { 200 } else { 3_000 };
        let mut dice = Dice::new(20_26);
        for round in 0..rounds {
            let [seed, other] = [(); 2].map(|()| &seeds[dice.roll(seeds.len())]);
            check(target, &format!("round {round}"), &damaged(seed, other, &mut dice));
        }
    }
}
