//! Runs the `shapewright` command as a process and checks what it prints.

mod batch;
mod command;
mod common;
mod echoes;
mod explain;
mod fixes;
mod limits;
mod names;
mod reading;
mod strictness;
mod wire;
