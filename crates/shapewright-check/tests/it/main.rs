//! Checks texts through the public functions.

mod ignore;
