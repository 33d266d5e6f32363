//! Maps the resources of tools such as CloudFormation and Terraform to the requests of an AWS API, and back.
//!
//! A [`Dialect`] is a table of resources: which property is which API member, and what the tool supplies itself. The
//! tables are generated. This crate has their types and applies them to trees of [`shapewright_source`].

mod from_api;
mod problem;
mod table;
mod to_api;

pub use from_api::{Unmapped, from_api};
pub use problem::{Kind as ProblemKind, Problem};
pub use table::{Dialect, Form, Given, Input, Member, Resource, Scalar, Structure, Supplied, Wrapper};
pub use to_api::{Mapped, to_api};
