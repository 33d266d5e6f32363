//! Small dialects.

use shapewright_dialect::{Dialect, Form, Given, Input, Member, Resource, Structure, Supplied, Wrapper};

const ORIGIN: Structure = Structure {
    api: "Origin",
    members: &[Member::same("DomainName", &["DomainName"]), Member::same("Id", &["Id"])],
    supplied: &[],
};

const CONFIG: Structure = Structure {
    api: "DistributionConfig",
    members: &[
        Member::texts("Aliases", &["Aliases"], Wrapper::Counted),
        Member::same("Comment", &["Comment"]),
        Member::same("Enabled", &["Enabled"]),
        Member::new("Origins", &["Origins"], Form::List(Wrapper::Counted, &Form::Structure(&ORIGIN))),
    ],
    supplied: &[Supplied::new(&["CallerReference"], Given::Unknown("CloudFormation makes it"))],
};

const INPUT: Structure = Structure {
    api: "CreateDistributionRequest",
    members: &[Member::new("DistributionConfig", &["DistributionConfig"], Form::Structure(&CONFIG))],
    supplied: &[],
};

/// Distributions, and a resource that no request creates.
pub(crate) static CLOUDFORMATION: Dialect = Dialect {
    name: "cloudformation",
    blocks: false,
    resources: &[
        Resource {
            name: "AWS::CloudFront::Distribution",
            inputs: &[Input { operation: "CreateDistribution", when: "", structure: &INPUT }],
        },
        Resource { name: "AWS::CloudFront::Nothing", inputs: &[] },
    ],
};

const TERRAFORM_ORIGIN: Structure = Structure {
    api: "Origin",
    members: &[Member::same("domain_name", &["DomainName"]), Member::same("origin_id", &["Id"])],
    supplied: &[],
};

const TERRAFORM_INPUT: Structure = Structure {
    api: "CreateDistributionRequest",
    members: &[
        Member::texts("aliases", &["DistributionConfig", "Aliases"], Wrapper::Counted),
        Member::ignored("arn"),
        Member::same("comment", &["DistributionConfig", "Comment"]),
        Member::same("enabled", &["DistributionConfig", "Enabled"]),
        Member::new(
            "origin",
            &["DistributionConfig", "Origins"],
            Form::List(Wrapper::Counted, &Form::Structure(&TERRAFORM_ORIGIN)),
        ),
    ],
    supplied: &[Supplied::new(
        &["DistributionConfig", "CallerReference"],
        Given::Unknown("the provider makes it"),
    )],
};

/// Distributions.
pub(crate) static TERRAFORM: Dialect = Dialect {
    name: "terraform",
    blocks: true,
    resources: &[Resource {
        name: "aws_cloudfront_distribution",
        inputs: &[Input { operation: "CreateDistribution", when: "", structure: &TERRAFORM_INPUT }],
    }],
};
