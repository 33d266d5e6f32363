//! Shapes written by hand as the generator writes them, and what can be done with them.

mod diff;
mod dynamic;
mod json;
mod setters;
mod shape;
mod shapes;
mod strict;
mod timestamp;
