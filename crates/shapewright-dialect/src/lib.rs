//! Maps the resources of tools such as CloudFormation and Terraform to the requests of an AWS API, and back.
//!
//! A [`Dialect`] is a table of resources: which property is which API member, and what the tool supplies itself. The
//! tables are generated. This crate has their types and applies them to trees of [`shapewright_source`].
//!
//! ```
//! use shapewright_dialect::{Dialect, Given, Input, Member, Resource, Structure, Supplied, Wrapper, to_api};
//! use shapewright_source::{Limits, Source, yaml};
//!
//! static DISTRIBUTION: Structure = Structure {
//!     api: "DistributionConfig",
//!     members: &[Member::texts("Aliases", &["Aliases"], Wrapper::Counted)],
//!     supplied: &[Supplied::new(&["Comment"], Given::Json("\"\""))],
//! };
//! static INPUTS: &[Input] = &[Input { operation: "CreateDistribution", when: "", structure: &DISTRIBUTION }];
//! static TOOL: Dialect =
//!     Dialect { name: "tool", blocks: false, resources: &[Resource { name: "Distribution", inputs: INPUTS }] };
//!
//! let text = "Aliases: [a.example.com]\nComent: The shop\n";
//! let parsed = yaml::parse(Source::new("a.yaml", text.to_owned()), &Limits::default());
//! let properties = parsed.trees[0].root();
//! let mapped = to_api(&TOOL, &TOOL.resources[0], properties).expect("a request");
//!
//! // The properties are a request, whose values are where they are in the text.
//! let alias = mapped.tree.root().locate("/Aliases/Items/0").node;
//! assert_eq!((alias.text(), alias.source().slice(alias.span())), ("a.example.com", "a.example.com"));
//! let quantity = mapped.tree.root().locate("/Aliases/Quantity").node;
//! assert_eq!((quantity.text(), quantity.is_supplied()), ("1", true));
//! assert_eq!(mapped.problems[0].message, "there is no property Coment");
//! ```
//!
//! [`from_api`] goes the other way, and reports what the tool cannot express.

mod from_api;
mod problem;
mod table;
mod to_api;

pub use from_api::{Unmapped, from_api};
pub use problem::{Kind as ProblemKind, Problem};
pub use table::{Dialect, Form, Given, Input, Member, Resource, Scalar, Structure, Supplied, Wrapper};
pub use to_api::{Mapped, to_api};
