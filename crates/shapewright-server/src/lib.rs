//! A local service with state, for tests and development.
//!
//! [`table`] has the types of the tables that say which resources a service keeps, and what its operations do with
//! them. The tables are generated. This crate knows no service.

mod answer;
mod api;
mod call;
mod control;
mod engine;
mod faults;
mod log;
pub mod path;
mod random;
mod record;
mod requests;
mod serve;
mod service;
mod state;
pub mod table;
mod template;
mod view;

pub use answer::{Answer, Outcome, Refusal};
pub use api::{Api, Check, Complete, Custom, Input, Shape};
pub use call::Call;
pub use engine::{Change, Deploy, Engine, Handled, Settings};
pub use faults::{FaultRule, Faults};
pub use log::{Log, Ticket};
pub use record::{Key, Pending, Published, Record};
pub use requests::Seen;
pub use serve::{listen, serve};
pub use service::Service;
pub use state::State;
