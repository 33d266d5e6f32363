//! Tests that all repeated keys are found in lists of any length, and nothing else.

use cloudfront_shapes::{Aliases, CustomErrorResponse, CustomErrorResponses, Tag, Tags};
use cloudfront_validators::{Report, Validate};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, proptest};

/// Keys with repetitions, with differences only in case, and with common prefixes.
fn keys() -> impl Strategy<Value = Vec<String>> {
    vec("(long-name-with-)?[abAB]{1,2}[é.]?[0-3]{0,8}", 0..60)
}

/// Positions of the elements that repeat an earlier one.
fn repeats<T>(items: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<usize> {
    let is_repeated = |index: &usize| items[..*index].iter().any(|earlier| same(earlier, &items[*index]));
    (0..items.len()).filter(is_repeated).collect()
}

/// Positions of the violations of a rule in a report.
fn reported(report: &Report, rule: &str) -> Vec<usize> {
    let found = report.iter().filter(|violation| violation.rule() == rule);
    let position = |pointer: &str| pointer.split('/').find_map(|part| part.parse().ok());
    found.map(|violation| position(violation.pointer()).expect("the violation is at an element")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repeated_keys_without_case_are_found(keys in keys()) {
        let report = keys.iter().cloned().collect::<Aliases>().validate();
        let expected = repeats(&keys, |one, other| one.eq_ignore_ascii_case(other));
        prop_assert_eq!(reported(&report, "aliases-unique"), expected);
    }

    #[test]
    fn repeated_keys_with_case_are_found(keys in keys()) {
        let tags = keys.iter().map(|key| Tag::default().key(key.as_str()));
        let report = Tags::default().items(tags).validate();
        prop_assert_eq!(reported(&report, "tags-unique-keys"), repeats(&keys, String::eq));
    }

    #[test]
    fn repeated_numbers_are_found(codes in vec(400..440, 0..60)) {
        let responses = codes.iter().map(|code| CustomErrorResponse::default().error_code(*code));
        let report = CustomErrorResponses::default().items(responses).validate();
        prop_assert_eq!(reported(&report, "custom-error-responses-unique"), repeats(&codes, i32::eq));
    }
}

/// More elements than the bit marks can distinguish.
#[test]
fn repeated_keys_are_found_in_long_lists() {
    let mut keys: Vec<String> = (0..3_000).map(|number| format!("a{number}.example.com")).collect();
    keys[1_500] = "A7.example.com".to_owned();
    keys[2_999] = "a2998.example.com".to_owned();
    let report = keys.iter().cloned().collect::<Aliases>().validate();
    assert_eq!(reported(&report, "aliases-unique"), [1_500, 2_999]);
    let tags = keys.iter().map(|key| Tag::default().key(key.as_str()));
    let report = Tags::default().items(tags).validate();
    assert_eq!(reported(&report, "tags-unique-keys"), [2_999]);
}
