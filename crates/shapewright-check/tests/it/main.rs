//! Checks texts through the public functions.

mod broken;
mod cloudformation;
mod compare;
mod configuration;
mod cursor;
mod dialect;
mod fix;
mod fix_rules;
mod forms;
mod ignore;
mod large;
mod other_documents;
mod plan;
mod round_trips;
mod support;
mod with_data {
    mod dialects;
    mod documents;
    mod round_trips;
    mod templates;
}
