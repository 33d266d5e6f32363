//! What the command `shapewright` writes and reads, against JSON schemas.

#[path = "../../../../crates/shapewright/tests/it/config/cases.rs"]
mod configurations;
#[path = "../../../../crates/shapewright/tests/it/report/cases.rs"]
mod reports;

mod config;
mod sarif;
