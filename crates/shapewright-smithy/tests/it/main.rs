//! The tests of the reader of models.

mod botocore_faults;
mod common;
mod diff;
mod import;
mod overlays;
mod reader_faults;
mod readers;

/// What needs the data set that `SHAPEWRIGHT_DATA` names, which is not in the repository.
mod with_data {
    mod agreement;
    mod import;
}
