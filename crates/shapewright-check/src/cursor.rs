//! What is at a place of a text, and what can be written there: for editors.

mod candidates;
mod shapes;
mod spot;
mod table;
mod word;

pub use candidates::{Candidate, Completion, Meaning, complete};
pub use spot::{Spot, spot};
