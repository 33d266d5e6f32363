//! The vocabulary of generated HTTP bindings: requests and responses of REST-XML, in both directions, for clients,
//! servers, mocks and proxies. It knows no service, sends nothing and waits for nothing.
//!
//! A generated type stands for an operation ([`Operation`]); its [`Binding`] says where each member travels. Documents
//! follow tables of elements ([`xml`]). Both are plain data, made by the generator, and all work is done here, once,
//! with structures as `&dyn Structure`.

mod binding;
mod build;
mod error;
mod message;
mod number;
mod operation;
mod request;
mod response;
mod router;
mod shortened;
mod text;
mod timestamp;
mod uri;
pub mod xml;

pub use binding::{Binding, Body, Location, Message, Service};
pub use build::BuildError;
pub use error::{RequestError, ResponseError};
pub use http;
pub use operation::Operation;
pub use router::{RouteError, Router};
pub use timestamp::TimestampFormat;
pub use xml::{ReadOptions, XmlError};

/// Used by the macros in the crates that call them. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use shapewright_runtime::Structure;
}
