//! What the golden outputs do, where their text alone does not show it.

mod behaviour;
mod bindings;
mod directions;
mod responses;
