//! `shapewright skeleton`.

use std::io;
use std::process::ExitCode;

use crate::args::{Skeleton, SkeletonFormat};
use crate::output::{fail, print};

/// Prints the skeleton of a request.
pub(crate) fn run(args: &Skeleton) -> io::Result<ExitCode> {
    let skeleton = match shapewright::skeleton::skeleton(&args.name, args.extent()) {
        Ok(skeleton) => skeleton,
        Err(error) => return Ok(fail(&error.to_string())),
    };
    let text = match args.format {
        SkeletonFormat::Json => skeleton.to_json(),
        SkeletonFormat::Yaml => skeleton.to_yaml(),
    };
    print(&text).map(|()| ExitCode::SUCCESS)
}
