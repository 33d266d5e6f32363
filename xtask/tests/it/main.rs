//! Runs the built `xtask` command.

mod codegen;
mod commands;
mod common;
mod import;
mod import_format;
