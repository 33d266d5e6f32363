//! The tests of the reader of models.

mod botocore_faults;
mod common;
mod diff;
mod import;
mod overlays;
mod reader_faults;
mod readers;

/// What needs the Python package botocore: `cargo xtask ci python tests-python` installs it and runs this.
mod with_botocore {
    mod services;
}

/// What needs the data set that `SHAPEWRIGHT_DATA` names, which is not in the repository.
mod with_data {
    mod agreement;
    mod import;
}
