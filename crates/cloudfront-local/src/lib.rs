//! A local Amazon CloudFront, for tests and development without an account.
//!
//! It speaks as CloudFront does, keeps what requests create, and refuses what CloudFront refuses, with its error codes.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! let server = cloudfront_local::Server::start().await?;
//! println!("{}", server.url()); // The endpoint for clients.
//! server.reset(); // Forgets all resources.
//! server.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! [`service`] is the same without a socket.

mod api;
mod custom;
mod server;

pub use api::CloudFront;
pub use server::{Server, service};
pub use shapewright_server::{Deploy, FaultRule, Faults, Seen, Service, Settings};
