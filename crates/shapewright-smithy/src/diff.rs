//! Compares two models.
//!
//! [`diff`] lists what differs, as data: a [`Change`] has a [`Subject`], what it is about, and an [`Event`], what
//! happened to it. What a change means is for the program to decide that uses the model.

mod change;
mod compare;

pub use change::{Change, Event, Subject};
pub use compare::diff;
