//! Checks, reports and policies, with shapes and validators written by hand.

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod codes;
mod limits;
mod places;
mod policy;
mod quantity;
mod rules;
mod shapes;
mod words;
