//! A small dialect.

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
