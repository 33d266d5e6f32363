//! Checks texts through the public functions.

mod cloudformation;
mod dialect;
mod ignore;
mod support;
