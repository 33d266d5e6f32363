//! Tests with handwritten shapes like those that the generator writes.

mod diff;
mod dynamic;
mod hash;
mod json;
mod quiet_errors;
mod setters;
mod shape;
mod shapes;
mod strict;
mod timestamp;
