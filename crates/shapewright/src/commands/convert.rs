//! `shapewright convert`.

use std::io;
use std::process::ExitCode;

use shapewright::convert::convert;

use super::text::text;
use crate::args::Convert;
use crate::output::{note, print};

/// The exit status if the file cannot be read or written in that form.
const REFUSED: u8 = 2;

/// Prints a file in another form.
pub(crate) fn run(args: &Convert) -> io::Result<ExitCode> {
    let (operation, resource) = (args.operation.as_deref(), args.resource.as_deref());
    let outcome = text(&args.file).and_then(|text| {
        convert(text, operation, resource, args.target()).map_err(|error| error.to_string())
    });
    match outcome {
        Ok(converted) => {
            converted.lost.iter().for_each(|line| note(&format!("warning: {line}")));
            print(&converted.text).map(|()| ExitCode::SUCCESS)
        }
        Err(lines) => {
            lines.lines().for_each(|line| note(&format!("error: {line}")));
            Ok(ExitCode::from(REFUSED))
        }
    }
}
