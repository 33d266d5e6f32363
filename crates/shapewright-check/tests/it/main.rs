//! Checks texts through the public functions.

mod cloudformation;
mod configuration;
mod dialect;
mod ignore;
mod plan;
mod support;
mod with_data {
    mod templates;
}
