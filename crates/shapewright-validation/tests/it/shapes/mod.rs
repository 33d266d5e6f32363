//! Shapes and their validators, written by hand as the generator shall write them.
#![allow(clippy::enum_variant_names, unreachable_pub)] // not so in a generated crate: all is exported

use std::collections::BTreeMap;

use shapewright_runtime::{Blob, Shape, Value, members, open_enum, quantity_list, union};
use shapewright_validation::pattern::{Class, Pattern};
use shapewright_validation::{Checker, Kind, Options, Report, Rule, Rules, Severity, validate};

/// Alternate domain names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aliases {
    pub quantity: Option<i32>,
    pub items: Option<Vec<String>>,
}

members! { Aliases { "Quantity" => quantity, "Items" => items } where quantity counts items }
quantity_list! { Aliases { quantity, items } of String }

/// An origin in S3.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3Origin {
    pub domain_name: Option<String>,
    pub origin_path: Option<String>,
}

members! { S3Origin { "DomainName" => domain_name, "OriginPath" => origin_path } }

/// Where the files are served from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PriceClass {
    /// `PriceClass_100`
    PriceClass100,
    /// `PriceClass_All`
    PriceClassAll,
    /// A value that this version does not know.
    Unknown(String),
}

open_enum! {
    PriceClass else Unknown { "PriceClass_100" => PriceClass100, "PriceClass_All" => PriceClassAll }
}

/// One of two sources.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Source {
    /// From S3.
    S3(S3Origin),
    /// Inline.
    Inline(String),
    /// None that this version knows.
    #[default]
    Unknown,
}

union! { Source else Unknown { "S3" => S3, "Inline" => Inline } }

/// A bit of everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamingDistributionConfig {
    pub caller_reference: Option<String>,
    pub s3_origin: Option<S3Origin>,
    pub aliases: Option<Aliases>,
    pub comment: Option<String>,
    pub price_class: Option<PriceClass>,
    pub min_ttl: Option<i64>,
    pub weight: Option<f32>,
    pub status_code: Option<i32>,
    pub origins: Option<Vec<S3Origin>>,
    pub source: Option<Source>,
    pub tags: Option<BTreeMap<String, String>>,
    pub code: Option<Blob>,
    pub secret: Option<String>,
    pub sparse: Option<Vec<Option<i32>>>,
    pub id: Option<String>,
    pub parent: Option<Box<StreamingDistributionConfig>>,
    pub legacy: Option<bool>,
}

members! {
    StreamingDistributionConfig {
        "CallerReference" => caller_reference, "S3Origin" => s3_origin, "Aliases" => aliases,
        "Comment" => comment, "PriceClass" => price_class, "MinTTL" => min_ttl, "Weight" => weight,
        "StatusCode" => status_code, "Origins" => origins, "Source" => source, "Tags" => tags,
        "Code" => code, "Secret" => secret, "Sparse" => sparse, "Id" => id, "Parent" => parent, "Legacy" => legacy,
    }
}

static ORIGIN_PATH: Pattern = Pattern::sequence("^/[0-9A-Za-z_/.-]*$", |cursor| {
    cursor.literal("/")?.at_least(const { &Class::ranges("-9AZ__az") }, 0)?.end()
});

/// A rule of the model, as the generator would write it.
pub const fn rule(id: &'static str, target: &'static str, kind: Kind) -> Rule {
    Rule { id, target, kind, code: "InvalidArgument", ..Rule::DEFAULT }
}

/// The structure with a bit of everything.
macro_rules! config {
    ($member:literal) => {
        concat!("StreamingDistributionConfig$", $member)
    };
}

static RULES: &[Rule] = &[
    rule("aliases-items-item-length", "Aliases$Items[]", Kind::Length),
    rule("aliases-items-unique-items", "Aliases$Items", Kind::UniqueItems),
    Rule {
        code: "InconsistentQuantities",
        depends_on: &["Items"],
        ..rule("aliases-quantity", "Aliases$Quantity", Kind::Quantity)
    },
    rule("aliases-quantity-range", "Aliases$Quantity", Kind::Range),
    rule("aliases-quantity-required", "Aliases$Quantity", Kind::Required),
    Rule {
        code: "InvalidOrigin",
        pointer: "/OriginPath",
        message: "OriginPath is forbidden",
        remedy: "use another path",
        expected: "use another path",
        depends_on: &["Origins.OriginPath"],
        ..rule("config-origin-path", config!("Origins[]"), Kind::Condition)
    },
    Rule {
        code: "IllegalUpdate",
        severity: Severity::Warning,
        pointer: "/MinTTL",
        message: "MinTTL is set without Comment",
        remedy: "set Comment, or remove MinTTL",
        depends_on: &["Comment", "MinTTL"],
        ..rule("config-ttl-comment", config!("MinTTL"), Kind::Condition)
    },
    rule("listed-items-required", "Listed$Items", Kind::Required),
    rule("listed-quantity", "Listed$Quantity", Kind::Quantity),
    rule("s3-origin-domain-name-required", "S3Origin$DomainName", Kind::Required),
    rule("s3-origin-origin-path-pattern", "S3Origin$OriginPath", Kind::Pattern),
    rule("source-inline-length", "Source$Inline", Kind::Length),
    rule("source-union", "Source", Kind::Union),
    rule(
        "streaming-distribution-config-caller-reference-required",
        config!("CallerReference"),
        Kind::Required,
    ),
    rule("streaming-distribution-config-code-length", config!("Code"), Kind::Length),
    rule("streaming-distribution-config-comment-length", config!("Comment"), Kind::Length),
    rule("streaming-distribution-config-id-immutable", config!("Id"), Kind::Immutable),
    rule("streaming-distribution-config-id-label", config!("Id"), Kind::Label),
    Rule {
        code: "General",
        severity: Severity::Deprecated,
        ..rule("streaming-distribution-config-legacy-deprecated", config!("Legacy"), Kind::Deprecated)
    },
    rule("streaming-distribution-config-min-ttl-range", config!("MinTTL"), Kind::Range),
    Rule {
        code: "TooManyOrigins",
        severity: Severity::Quota,
        ..rule("streaming-distribution-config-origins-quota", config!("Origins"), Kind::Quota)
    },
    rule("streaming-distribution-config-origins-unique-items", config!("Origins"), Kind::UniqueItems),
    rule("streaming-distribution-config-price-class-enum", config!("PriceClass"), Kind::Enum),
    Rule {
        code: "MissingBody",
        code_overrides: &[("CopyConfig", "InvalidArgument"), ("UpdateConfig", "IllegalUpdate")],
        ..rule("streaming-distribution-config-s3-origin-required", config!("S3Origin"), Kind::Required)
    },
    rule("streaming-distribution-config-secret-length", config!("Secret"), Kind::Length),
    rule("streaming-distribution-config-secret-pattern", config!("Secret"), Kind::Pattern),
    rule("streaming-distribution-config-sparse-item-range", config!("Sparse[]"), Kind::Range),
    rule("streaming-distribution-config-status-code-enum", config!("StatusCode"), Kind::Enum),
    rule("streaming-distribution-config-tags-key-length", config!("Tags{key}"), Kind::Length),
    rule("streaming-distribution-config-tags-value-length", config!("Tags{}"), Kind::Length),
    rule("streaming-distribution-config-weight-range", config!("Weight"), Kind::Range),
    rule("text-characters", "", Kind::Characters),
];

/// The rules, as a generated crate lists them.
pub static TABLE: Rules = Rules { tables: &[RULES], general: "InvalidArgument", ..Rules::EMPTY };

/// What a generated crate of validators declares for itself.
pub trait Validate: Shape + Value + Sized {
    /// Adds what is wrong.
    fn check(&self, c: &Checker<'_>);

    /// Everything that is wrong.
    fn validate(&self) -> Report {
        self.validate_with(&Options::default())
    }

    /// With another policy or other limits.
    fn validate_with(&self, options: &Options) -> Report {
        validate(TABLE, options, self, Self::check)
    }
}

impl Validate for Aliases {
    fn check(&self, c: &Checker<'_>) {
        c.member("Quantity", &self.quantity).required().at_least(0);
        c.member("Items", &self.items).unique().each(|item| item.length(0, 253));
        c.member("Quantity", &self.quantity).counts("Items", &self.items);
    }
}

impl Validate for S3Origin {
    fn check(&self, c: &Checker<'_>) {
        c.member("DomainName", &self.domain_name).required();
        c.member("OriginPath", &self.origin_path).pattern(&ORIGIN_PATH);
    }
}

impl Validate for Source {
    fn check(&self, c: &Checker<'_>) {
        match self {
            Source::S3(value) => {
                c.value("S3", value).nested(S3Origin::check);
            }
            Source::Inline(value) => {
                c.value("Inline", value).min_length(1);
            }
            Source::Unknown => c.no_union_member(Source::MEMBERS),
        }
    }
}

impl Validate for StreamingDistributionConfig {
    fn check(&self, c: &Checker<'_>) {
        c.member("CallerReference", &self.caller_reference).required();
        c.member("S3Origin", &self.s3_origin).required().nested(S3Origin::check);
        c.member("Aliases", &self.aliases).nested(Aliases::check);
        c.member("Comment", &self.comment).length(0, 128).xml_text();
        c.member("PriceClass", &self.price_class).known();
        c.member("MinTTL", &self.min_ttl).range(0, 100);
        c.member("Weight", &self.weight).at_most(0.15);
        c.member("StatusCode", &self.status_code).one_of(&[200, 404]);
        c.member("Origins", &self.origins).unique_unordered().each(|item| item.nested(S3Origin::check));
        c.member("Source", &self.source).nested(Source::check);
        c.member("Tags", &self.tags)
            .each_key(|key| key.max_length(4))
            .each_value(|value| value.min_length(2));
        c.member("Code", &self.code).length(1, 1);
        c.member("Secret", &self.secret).sensitive().length(1, 3).pattern(&ORIGIN_PATH);
        c.member("Sparse", &self.sparse).each_present(|item| item.at_least(1));
        c.member("Id", &self.id).label();
        c.member("Parent", &self.parent).nested(StreamingDistributionConfig::check);
        c.member("Origins", &self.origins).quota("streaming-distribution-config-origins-quota", 3);
        c.member("Legacy", &self.legacy).deprecated();
        c.ensure(self.min_ttl.is_none() || self.comment.is_some(), "config-ttl-comment");
        c.ensure_each(
            &["Origins"],
            self.origins.as_ref(),
            |origin| origin.origin_path.as_deref() != Some("/forbidden"),
            "config-origin-path",
        );
    }
}
