//! The language server, driven by a client on its standard input and output.

mod asking;
mod client;
mod configured;
mod fixes;
mod lifecycle;
mod messages;
mod typing;
