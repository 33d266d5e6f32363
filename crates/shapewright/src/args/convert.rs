//! The arguments of `shapewright convert`.

use std::path::PathBuf;

use clap::{ValueEnum, ValueHint};
use shapewright::convert::Target;

/// Convert a file to JSON, YAML, XML, CloudFormation or Terraform
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/convert.txt").trim_ascii_end())]
pub(crate) struct Convert {
    /// File with a request, a configuration or a template; `-` for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// Output format
    #[arg(long, value_enum)]
    to: Form,
    /// Operation of the API that the file is an input of
    #[arg(long, value_name = "NAME")]
    pub(crate) operation: Option<String>,
    /// Resource to write, if the file has several: a logical id or an address
    #[arg(long, value_name = "NAME")]
    pub(crate) resource: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Json,
    Yaml,
    Xml,
    #[value(name = "cloudformation", alias = "cfn")]
    CloudFormation,
    #[value(alias = "tf")]
    Terraform,
}

impl Convert {
    /// The form to write.
    pub(crate) fn target(&self) -> Target {
        match self.to {
            Form::Json => Target::Json,
            Form::Yaml => Target::Yaml,
            Form::Xml => Target::Xml,
            Form::CloudFormation => Target::CloudFormation,
            Form::Terraform => Target::Terraform,
        }
    }
}
