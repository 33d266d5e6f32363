//! `shapewright man`.

use std::fs;
use std::io;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::args::{Args, Man};
use crate::output::{fail, print_bytes};

/// Prints the page of the command, or writes the pages of all subcommands.
pub(crate) fn run(args: &Man) -> io::Result<ExitCode> {
    let command = Args::command().disable_help_subcommand(true).propagate_version(true);
    let Some(directory) = &args.directory else {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page)?;
        print_bytes(&page)?;
        return Ok(ExitCode::SUCCESS);
    };
    let written = fs::create_dir_all(directory).and_then(|()| clap_mangen::generate_to(command, directory));
    Ok(match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write pages into {}: {error}", directory.display())),
    })
}
