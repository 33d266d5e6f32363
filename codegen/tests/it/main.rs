//! The tests of the generator.

mod bad;
mod common;
mod determinism;
mod golden;
mod impact;
mod manifest;
mod modules;
mod outside;
mod sdk;
mod summaries;

/// What needs the Python package botocore: `cargo xtask ci python tests-python` installs it and runs this.
mod with_botocore {
    mod versions;
}

/// What needs the data set that `SHAPEWRIGHT_DATA` names, which is not in the repository.
mod with_data {
    mod agreement;
    mod impact;
}
