//! Runs the `shapewright` command as a process and checks what it prints.

mod baseline;
mod batch;
mod bounds;
mod command;
mod common;
mod config;
mod explain;
mod fixes;
mod follow_up_errors;
mod limits;
mod names;
mod reading;
mod readme;
mod report;
mod resources;
mod rules;
mod secrets;
mod shell;
mod skeleton;
mod spellings;
mod strictness;
mod unknown_names;
mod updates;
mod wire;
