//! The search for valid values.

mod search;
