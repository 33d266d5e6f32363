//! Measures validation and JSON: generated validators, hand-written checks of traits, reading and writing.
//!
//! `generated` checks everything: traits, conditions, checks, quotas, warnings, deprecations. Rules cannot be
//! left out: a policy changes only the level of violations, and these values have none. `by_hand` checks the traits
//! of the model and nothing else (`tests/it/rules/by_hand.rs` compares them), so the difference of the two is what the
//! other rules cost and what hand-written code would save in the traits, together.
//!
//! `cargo bench --package shapewright-tests --bench validate`

use cloudfront_shapes::{
    CacheBehavior, DistributionConfig, Origin, OriginGroup, OriginGroupMember, OriginGroupMembers,
};
use cloudfront_validators::Validate;
use divan::{Bencher, black_box};
use shapewright_tests::by_hand::{check_distribution, check_streaming_distribution};
use shapewright_tests::fixtures::{distribution_config, streaming_distribution_config};

fn main() {
    divan::main();
}

/// Returns a distribution without members with patterns.
fn distribution_without_patterns() -> DistributionConfig {
    let mut config = distribution_config();
    for behavior in config.cache_behaviors.iter_mut().filter_map(|list| list.items.as_mut()).flatten() {
        behavior.function_associations = None;
    }
    for origin in config.origins.iter_mut().filter_map(|list| list.items.as_mut()).flatten() {
        origin.origin_shield = None;
    }
    if let Some(behavior) = &mut config.default_cache_behavior {
        behavior.function_associations = None;
    }
    config
}

mod small {
    use super::*;

    #[divan::bench]
    fn generated(bencher: Bencher<'_, '_>) {
        let config = streaming_distribution_config();
        bencher.bench(|| black_box(&config).validate());
    }

    #[divan::bench]
    fn by_hand(bencher: Bencher<'_, '_>) {
        let config = streaming_distribution_config();
        bencher.bench(|| check_streaming_distribution(black_box(&config)));
    }
}

mod large {
    use super::*;

    #[divan::bench]
    fn generated(bencher: Bencher<'_, '_>) {
        let config = distribution_config();
        bencher.bench(|| black_box(&config).validate());
    }

    #[divan::bench]
    fn by_hand(bencher: Bencher<'_, '_>) {
        let config = distribution_config();
        bencher.bench(|| check_distribution(black_box(&config)));
    }
}

mod large_without_patterns {
    use super::*;

    #[divan::bench]
    fn generated(bencher: Bencher<'_, '_>) {
        let config = distribution_without_patterns();
        bencher.bench(|| black_box(&config).validate());
    }

    #[divan::bench]
    fn by_hand(bencher: Bencher<'_, '_>) {
        let config = distribution_without_patterns();
        bencher.bench(|| check_distribution(black_box(&config)));
    }
}

/// What a sender could make a server validate: 5.6 MB of JSON with lists that refer to each other.
mod hostile {
    use divan::counter::BytesCount;

    use super::*;

    /// Elements of each list.
    const COUNT: usize = 27_000;

    fn config() -> DistributionConfig {
        let id = |index: usize| format!("origin-number-{index:08}");
        let origins = (0..COUNT).map(|index| Origin::default().id(id(index)));
        let groups = (0..COUNT).map(|index| {
            let members = [index, index + 1].map(|index| OriginGroupMember::default().origin_id(id(index)));
            OriginGroup::default().id(format!("group-{index}")).members(OriginGroupMembers::from(members))
        });
        let behaviors = (0..COUNT).map(|index| CacheBehavior::default().target_origin_id(id(index)));
        let groups: Vec<_> = groups.collect();
        let behaviors: Vec<_> = behaviors.collect();
        let config = DistributionConfig::default().origins(origins.collect::<Vec<_>>());
        config.origin_groups(groups).cache_behaviors(behaviors)
    }

    #[divan::bench(sample_count = 3, sample_size = 1)]
    fn generated(bencher: Bencher<'_, '_>) {
        let config = config();
        let bytes = serde_json::to_string(&config).expect("a distribution can be written").len();
        bencher.counter(BytesCount::new(bytes)).bench(|| black_box(&config).validate());
    }
}

/// The large document as JSON. Throughput is in bytes of JSON.
mod json {
    use divan::counter::BytesCount;

    use super::*;

    fn text() -> String {
        serde_json::to_string(&distribution_config()).expect("a distribution can be written")
    }

    #[divan::bench]
    fn read(bencher: Bencher<'_, '_>) {
        let text = text();
        bencher.counter(BytesCount::of_str(&text)).bench(|| {
            serde_json::from_str::<DistributionConfig>(black_box(&text)).expect("a distribution can be read")
        });
    }

    #[divan::bench]
    fn read_as_any_json(bencher: Bencher<'_, '_>) {
        let text = text();
        bencher
            .counter(BytesCount::of_str(&text))
            .bench(|| serde_json::from_str::<serde_json::Value>(black_box(&text)).expect("it is JSON"));
    }

    #[divan::bench]
    fn write(bencher: Bencher<'_, '_>) {
        let config = distribution_config();
        let len = text().len();
        bencher
            .counter(BytesCount::new(len))
            .bench(|| serde_json::to_string(black_box(&config)).expect("a distribution can be written"));
    }
}
