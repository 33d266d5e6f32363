//! End-to-end tests of the generated crates of CloudFront, and of crates generated from other models.

mod dialects;
mod json;

/// `check` and the dialects, with the requests and cases of rules in every format.
mod checks {
    mod clean;
    mod columns;
    mod positions;
    pub(crate) mod round_trips;
}

/// The two operations that are tested member by member and exception by exception, as their pages list them.
mod operations {
    mod examples;
    pub(crate) mod exceptions;
    pub(crate) mod members;
    mod update_cloud_front_origin_access_identity;
    mod update_streaming_distribution;
}

/// Input of any length and content results in a value or an error.
mod robustness {
    mod fuzz_cases;
    mod hostile;
    mod linear;
    mod long_inputs;
}

/// Validators.
mod rules {
    mod allocations;
    mod answers;
    mod arbitrary;
    mod by_hand;
    mod carried;
    mod cases;
    mod conditions;
    mod evidence;
    pub(crate) mod facts;
    pub(crate) mod patterns;
    mod repeats;
    mod reports;
    mod suggestions;
    mod traits;
    mod updates;
    mod words;
}

/// Properties of every shape.
mod shapes {
    mod properties;
    mod quantity_lists;
    mod sensitive;
}

/// HTTP messages.
mod wire {
    mod botocore;
    mod documents;
    mod errors;
    mod payloads;
    mod responses;
    pub(crate) mod round_trips;
    mod strictness;
}

/// Tests that need the Python packages botocore and awscli: `cargo xtask ci python tests-python` installs them and runs
/// this.
mod with_botocore {
    mod cli_examples;
    mod mutants;
    mod other_services;
    mod patterns;
    mod validators;
}

/// Tests that build crates with cargo, which takes a minute: `cargo xtask ci tests-cargo` runs this.
mod with_cargo {
    mod versions;
}

/// Tests that need the data set in `SHAPEWRIGHT_DATA`, which is not in the repository.
mod with_data {
    mod configurations;
    mod facts;
    mod reports;
    mod round_trips;
    mod smithy_suites;
    mod templates;
}
