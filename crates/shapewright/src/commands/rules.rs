//! `shapewright rules`.

use std::io;
use std::process::ExitCode;

use crate::args::Rules;
use crate::output::{fail, print};

/// Prints the rules that the arguments select.
pub(crate) fn run(args: &Rules) -> io::Result<ExitCode> {
    match args.filter().select() {
        Ok(rules) if rules.is_empty() => Ok(fail("no rule fits all options; leave one of them out")),
        Ok(rules) => print(&shapewright::rules::print(&rules, args.format())).map(|()| ExitCode::SUCCESS),
        Err(error) => Ok(fail(&error.to_string())),
    }
}
