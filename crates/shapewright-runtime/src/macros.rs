//! Macros that implement the traits of a shape from a list of its members.

mod catalog;
mod eq_and_hash;
mod errors;
mod members;
mod open_enum;
mod quantity_list;
mod setters;
mod union;
