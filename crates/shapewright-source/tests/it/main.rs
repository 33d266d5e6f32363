//! Tests of the readers: values, places, faults, and texts that nobody wrote.

mod compose;
mod detect;
mod edit;
mod faults;
mod hcl;
mod json;
mod limits;
mod places;
mod random;
mod reader;
mod support;
mod with_data {
    mod templates;
}
mod xml;
mod yaml;
