//! The crates that need the official SDK.

mod round_trip;
mod sending;
mod wire;
