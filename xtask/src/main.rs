//! The commands of this repository: `cargo xtask <command>`.

mod build_cost;
mod codegen;
mod files;
mod flags;
mod fuzz;
mod import;
mod inspect;
mod lock;
mod tidy;
mod workspace;

use std::process::ExitCode;

use crate::flags::Command;

fn main() -> ExitCode {
    if let Some(code) = build_cost::wrap() {
        return code;
    }
    let outcome = match flags::parse() {
        Ok(Command::Codegen(flags)) => codegen::run(&flags),
        Ok(Command::Import(flags)) => import::run(&flags),
        Ok(Command::Inspect(flags)) => inspect::run(&flags),
        Ok(Command::BuildCost(flags)) => build_cost::run(&flags),
        Ok(Command::Fuzz(flags)) => fuzz::run(&flags),
        Ok(Command::Tidy) => tidy::run(),
        Ok(Command::Help) => {
            print!("{}", flags::HELP);
            Ok(())
        }
        Err(error) => Err(format!("{error}\n\n{}", flags::HELP)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}
