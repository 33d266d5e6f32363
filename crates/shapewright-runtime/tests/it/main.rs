//! Shapes written by hand as the generator writes them, and what can be done with them.

mod dynamic;
mod json;
mod shape;
mod shapes;
mod timestamp;
