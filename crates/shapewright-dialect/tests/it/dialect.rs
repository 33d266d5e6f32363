//! A small dialect of each kind, with each form.

use shapewright_dialect::{
    Dialect, Form, Given, Input, Member, Resource, Scalar, Structure, Supplied, Wrapper,
};

const ORIGIN: Structure = Structure {
    api: "Origin",
    members: &[
        Member::new("Code", &["Code"], Form::Scalar(Scalar::Blob)),
        Member::same("Id", &["Id"]),
        Member::new("S3OriginConfig", &["S3OriginConfig"], Form::Structure(&S3)),
    ],
    supplied: &[],
};

const S3: Structure = Structure {
    api: "S3OriginConfig",
    members: &[Member::same("OriginAccessIdentity", &["OriginAccessIdentity"])],
    supplied: &[Supplied::new(&["OriginAccessIdentity"], Given::Json("\"\""))],
};

const BEHAVIOR: Structure = Structure {
    api: "DefaultCacheBehavior",
    members: &[
        Member::texts("AllowedMethods", &["AllowedMethods"], Wrapper::Counted),
        Member::same("CachePolicyId", &["CachePolicyId"]),
        Member::texts("CachedMethods", &["AllowedMethods", "CachedMethods"], Wrapper::Counted),
        Member::same("MinTTL", &["MinTTL"]).unless(&["CachePolicyId"]),
        Member::texts("TrustedKeyGroups", &["TrustedKeyGroups"], Wrapper::Enabled),
    ],
    supplied: &[
        Supplied::new(&["AllowedMethods", "Quantity"], Given::Json("2")).only_with(&["CachedMethods"]),
        Supplied::new(&["MinTTL"], Given::Json("0")).unless(&["CachePolicyId"]),
    ],
};

const RESTRICTIONS: Structure = Structure {
    api: "GeoRestriction",
    members: &[
        Member::texts("Locations", &[], Wrapper::Counted),
        Member::same("RestrictionType", &["RestrictionType"]),
    ],
    supplied: &[Supplied::new(&["Quantity"], Given::Json("0"))],
};

const CONFIG: Structure = Structure {
    api: "DistributionConfig",
    members: &[
        Member::texts("Aliases", &["Aliases"], Wrapper::Counted),
        Member::texts("CNAMEs", &["Aliases"], Wrapper::Counted).unless(&["Aliases"]),
        Member::new("Certificate", &["ViewerCertificate"], Form::Unknown("certificates are not followed")),
        Member::new("DefaultCacheBehavior", &["DefaultCacheBehavior"], Form::Structure(&BEHAVIOR)),
        Member::new("Domains", &["Domains"], Form::List(Wrapper::None, &Form::Within("Domain", &SAME))),
        Member::new("GeoRestriction", &["Restrictions", "GeoRestriction"], Form::Structure(&RESTRICTIONS)),
        Member::same("IPV6Enabled", &["IsIPV6Enabled"]),
        Member::new("Origins", &["Origins"], Form::List(Wrapper::Counted, &Form::Structure(&ORIGIN))),
        Member::ignored("Output"),
        Member::new("ResponseCode", &["ResponseCode"], Form::Scalar(Scalar::NumberToText)),
    ],
    supplied: &[
        Supplied::new(&["CallerReference"], Given::Unknown("the tool makes it")),
        Supplied::new(&["Aliases"], Given::Json("{\"Quantity\":0}")),
    ],
};

const SAME: Form = Form::Scalar(Scalar::Same);

const PLAIN: Structure = Structure {
    api: "CreateDistributionRequest",
    members: &[Member::new("Config", &["Config"], Form::Structure(&CONFIG))],
    supplied: &[],
};

const TAGGED: Structure = Structure {
    api: "CreateDistributionWithTagsRequest",
    members: &[
        Member::new("Config", &["Tagged", "Config"], Form::Structure(&CONFIG)),
        Member::new("Tags", &["Tagged", "Tags"], Form::Tags(Wrapper::Items)),
    ],
    supplied: &[],
};

const RESOURCES: &[Resource] = &[Resource {
    name: "Distribution",
    inputs: &[
        Input { operation: "CreateTagged", when: "Tags", structure: &TAGGED },
        Input { operation: "Create", when: "", structure: &PLAIN },
    ],
}];

/// A dialect of plain objects and lists.
pub(crate) static OBJECTS: Dialect = Dialect { name: "objects", blocks: false, resources: RESOURCES };

/// A dialect of blocks.
pub(crate) static BLOCKS: Dialect = Dialect { name: "blocks", blocks: true, resources: RESOURCES };
