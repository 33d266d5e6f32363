//! Runs the `shapewright` command as a process and checks what it prints.

mod batch;
mod common;
mod echoes;
mod explain;
mod reading;
mod wire;
