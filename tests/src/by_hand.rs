//! The same checks as somebody would write them by hand, to compare speed and findings with.
//!
//! A function per structure, an `if` per rule. A valid value costs no allocation: pointers grow from the guilty
//! member upwards, on the way back from a check that found something.

mod behaviors;
mod distribution;
mod errors;
mod origins;
mod streaming;
mod tenants;

pub use distribution::check_distribution;
pub use errors::Error;
pub use streaming::check_streaming_distribution;
