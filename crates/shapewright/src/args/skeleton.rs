//! The arguments of `shapewright skeleton`.

use clap::ValueEnum;
use shapewright::skeleton::Extent;

/// Print a request to start from, with placeholders
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/skeleton.txt").trim_ascii_end())]
pub(crate) struct Skeleton {
    /// Operation, resource or configuration: `UpdateDistribution`, `aws_cloudfront_key_group`, `DistributionConfig`
    pub(crate) name: String,
    /// Include optional members
    #[arg(long)]
    full: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = SkeletonFormat::Json)]
    pub(crate) format: SkeletonFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SkeletonFormat {
    Json,
    Yaml,
    #[value(name = "cloudformation", alias = "cfn")]
    CloudFormation,
    #[value(alias = "tf")]
    Terraform,
}

impl Skeleton {
    /// How much of the request is printed.
    pub(crate) fn extent(&self) -> Extent {
        if self.full { Extent::Full } else { Extent::Minimal }
    }
}
