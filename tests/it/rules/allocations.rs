//! Validation of values without any violation or warning does not allocate.

use allocation_counter::measure;
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
