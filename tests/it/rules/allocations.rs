//! Validation of values without any violation or warning does not allocate, except to find repeated elements in long
//! lists.

use allocation_counter::measure;
use cloudfront_shapes::Aliases;
use cloudfront_validators::Validate;
use shapewright_tests::fixtures::{distribution_config, streaming_distribution_config};

/// Allocations during one validation, after another one has compiled the patterns.
fn allocations(value: &impl Validate) -> u64 {
    assert_eq!(value.validate().to_string(), "");
    measure(|| assert!(value.validate().violations().is_empty())).count_total
}

#[test]
fn validation_of_valid_values_does_not_allocate() {
    assert_eq!(allocations(&streaming_distribution_config()), 0);
    assert_eq!(allocations(&distribution_config()), 0);
}

#[test]
fn finding_repeats_allocates_in_lists_of_33_or_more_elements() {
    let aliases = |count: i32| {
        let names = (0..count).map(|number| format!("www{number}.example.com"));
        Aliases::default().quantity(count).items(names)
    };
    assert_eq!(allocations(&aliases(32)), 0);
    assert_ne!(allocations(&aliases(33)), 0);
}
