//! The commands of this repository: `cargo xtask <command>`.

mod build_cost;
mod bump;
mod ci;
mod cli;
mod codegen;
mod files;
mod formats;
mod fuzz;
mod import;
mod inspect;
mod lock;
mod manifest;
mod metadata;
mod msrv;
mod python;
mod relative;
mod tidy;
mod upstream;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    if let Some(code) = build_cost::wrap() {
        return code;
    }
    let outcome = match Cli::parse().command {
        Command::Codegen(flags) => codegen::run(&flags),
        Command::Import(flags) => import::run(&flags),
        Command::ImportFormat(flags) => formats::run(&flags),
        Command::Bump(flags) => bump::run(&flags),
        Command::Inspect(flags) => inspect::run(&flags),
        Command::Ci(flags) => ci::run(&flags),
        Command::Tidy => tidy::run(),
        Command::Msrv(flags) => msrv::run(&flags),
        Command::Fuzz(flags) => fuzz::run(&flags),
        Command::BuildCost(flags) => build_cost::run(&flags),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}
