//! `shapewright lsp`: a language server on standard input and output.
//!
//! Two threads: one reads messages into an [`Inbox`], the other answers them in their order. It checks changed
//! documents when no message waits, so that only the newest text of a document is checked.

mod actions;
mod answer;
mod client;
mod complete;
mod documents;
mod found;
mod frames;
mod hover;
mod inbox;
mod outbox;
mod position;
mod publish;
mod run;

pub(crate) use self::inbox::Inbox;
pub(crate) use self::run::Server;
