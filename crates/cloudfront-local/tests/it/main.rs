//! The local CloudFront, called as a function: requests and responses of the generated bindings, without a socket.

mod aliases;
mod common;
mod computed;
mod functions;
mod invalidations;
mod lifecycle;
mod policies;
mod refusals;
mod sequences;
mod staging;
mod tenants;
