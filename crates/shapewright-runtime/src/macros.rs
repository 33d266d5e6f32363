//! What generated crates say about a shape in one place; the macros say the rest.

mod catalog;
mod errors;
mod members;
mod open_enum;
mod quantity_list;
mod setters;
mod union;
