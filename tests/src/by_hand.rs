//! Hand-written checks of the model's traits, to compare violations and speed with.
//!
//! What a member must look like by itself is here: whether it is there, how long it is, which values it may have. What
//! else is documented is not; `Scope` says which rules are meant. A function per structure, an `if` per rule. A valid
//! value costs no allocation: pointers grow from the guilty member upwards, on the way back from a check that found
//! something.

mod behaviors;
mod distribution;
mod errors;
mod origins;
mod scope;
mod streaming;
mod tenants;

pub use distribution::check_distribution;
pub use errors::Error;
pub use scope::Scope;
pub use streaming::check_streaming_distribution;
