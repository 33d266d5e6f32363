//! `shapewright skeleton`.

use std::io;
use std::process::ExitCode;

use shapewright::convert::Target;

use crate::args::{Skeleton, SkeletonFormat};
use crate::output::{fail, print};

/// Prints the skeleton of a request.
pub(crate) fn run(args: &Skeleton) -> io::Result<ExitCode> {
    let skeleton = match shapewright::skeleton::skeleton(&args.name, args.extent()) {
        Ok(skeleton) => skeleton,
        Err(error) => return Ok(fail(&error.to_string())),
    };
    let text = match args.format {
        SkeletonFormat::Json => Ok(skeleton.to_json()),
        SkeletonFormat::Yaml => Ok(skeleton.to_yaml()),
        // What the tool supplies itself needs no warning: nothing was written by a person yet.
        SkeletonFormat::CloudFormation => skeleton.to_template(Target::CloudFormation).map(|made| made.text),
        SkeletonFormat::Terraform => skeleton.to_template(Target::Terraform).map(|made| made.text),
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => return Ok(fail(&error)),
    };
    print(&text).map(|()| ExitCode::SUCCESS)
}
