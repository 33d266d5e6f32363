//! The local CloudFront, called as a function: requests and responses of the generated bindings, without a socket.

mod common;
mod lifecycle;
mod sequences;
