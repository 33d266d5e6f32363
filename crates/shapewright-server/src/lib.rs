//! A local service with state, for tests and development.
//!
//! [`table`] has the types of the tables that say which resources a service keeps, and what its operations do with
//! them. The tables are generated. This crate knows no service.

pub mod table;
