//! HTTP bindings of generated operations: requests and responses of REST-XML, in both directions, for clients, servers,
//! mocks and proxies. The crate depends on no service, sends nothing and is not async.
//!
//! A generated type implements [`Operation`]; its [`Binding`] is plain data that lists where each member is in a
//! message. Documents follow XML element tables ([`xml`]), plain data too. One engine walks both with structures as
//! `&dyn Structure`, so that no code is generated per shape.
//!
//! ```
//! use shapewright_http::{Binding, Location, Message, ReadOptions, Service};
//! use shapewright_runtime::members;
//!
//! #[derive(Debug, Default, PartialEq)]
//! struct GetBookRequest {
//!     id: Option<String>,
//!     page: Option<i32>,
//! }
//!
//! members! { GetBookRequest { "Id" => id, "Page" => page } }
//!
//! static SERVICE: Service = Service::new("InvalidArgument");
//! static GET_BOOK: Binding = Binding::new(&SERVICE)
//!     .name("GetBook")
//!     .http("GET", "/books/{Id}")
//!     .input(Message::new("GetBookRequest").members(&[Location::Label, Location::Query("page")]));
//!
//! let input = GetBookRequest { id: Some("a/b".to_owned()), page: Some(7) };
//! let request = GET_BOOK.build_request(&input)?;
//! assert_eq!(request.uri(), "/books/a%2Fb?page=7");
//!
//! let mut received = GetBookRequest::default();
//! GET_BOOK.parse_request(&request, ReadOptions::default(), &mut received)?;
//! assert_eq!(received, input);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod binding;
mod build;
mod error;
mod message;
mod number;
mod operation;
mod request;
mod response;
mod router;
mod text;
mod timestamp;
mod uri;
pub mod xml;

pub use binding::{Binding, Body, Location, Message, Responses, Service};
pub use build::BuildError;
pub use error::{RequestError, ResponseError};
pub use http;
pub use operation::Operation;
pub use response::ResponseOptions;
pub use router::{RouteError, Router};
pub use timestamp::TimestampFormat;
pub use xml::{ReadOptions, Strictness, XmlError};

/// Used by the macros in the crates that call them. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use shapewright_runtime::Structure;
}
