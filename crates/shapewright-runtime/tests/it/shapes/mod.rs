//! Handwritten shapes like those that the generator writes.
// Unlike a generated crate, this module exports nothing.
#![allow(clippy::enum_variant_names, unreachable_pub)]

use shapewright_runtime::{
    Blob, Document, Redacted, Timestamp, members, open_enum, quantity_list, setters, union,
};
use std::collections::BTreeMap;
use std::fmt;

/// Alternate domain names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aliases {
    /// Required.
    pub quantity: Option<i32>,

    /// Up to 253 characters each.
    pub items: Option<Vec<String>>,
}

members! { Aliases { "Quantity" => quantity, "Items" => items } where quantity counts items }
quantity_list! { Aliases { quantity, items } of String }

/// Signers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrustedSigners {
    pub enabled: Option<bool>,
    pub quantity: Option<i32>,
    pub items: Option<Vec<i32>>,
}

members! {
    TrustedSigners { "Enabled" => enabled, "Quantity" => quantity, "Items" => items }
    where quantity counts items
}
quantity_list! { TrustedSigners { quantity, items } of i32 }

/// An origin in S3.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3Origin {
    pub domain_name: Option<String>,
    pub origin_access_identity: Option<String>,
}

members! { S3Origin { "DomainName" => domain_name, "OriginAccessIdentity" => origin_access_identity } }

/// Origins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origins {
    pub quantity: Option<i32>,
    pub items: Option<Vec<S3Origin>>,
}

members! { Origins { "Quantity" => quantity, "Items" => items } where quantity counts items }
quantity_list! { Origins { quantity, items } of S3Origin }

/// Methods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Methods {
    pub quantity: Option<i32>,
    pub items: Option<Vec<PriceClass>>,
}

members! { Methods { "Quantity" => quantity, "Items" => items } where quantity counts items }
quantity_list! { Methods { quantity, items } of PriceClass }

/// The locations that serve the files.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PriceClass {
    /// `PriceClass_100`
    PriceClass100,
    /// `PriceClass_All`
    PriceClassAll,
    /// A value that the model does not have.
    Unknown(String),
}

open_enum! {
    PriceClass else Unknown { "PriceClass_100" => PriceClass100, "PriceClass_All" => PriceClassAll }
}

/// One of several sources.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Source {
    /// From S3.
    S3(S3Origin),
    /// Aliases.
    Aliases(Box<Aliases>),
    /// Inline.
    Inline(String),
    /// A member that the model does not have.
    #[default]
    Unknown,
}

union! { Source else Unknown { "S3" => S3, "Aliases" => Aliases, "Inline" => Inline } }

/// A union with a sensitive member.
#[derive(Clone, Default, PartialEq)]
pub enum Credential {
    /// Sensitive.
    Password(String),
    /// Not sensitive.
    Number(i32),
    /// A member that the model does not have.
    #[default]
    Unknown,
}

union! { Credential else Unknown { "Password" => Password, "Number" => Number } hiding { "Password" } }

/// Credentials.
#[derive(Clone, Default, PartialEq)]
pub struct Credentials {
    pub items: Option<Vec<Credential>>,
    pub login: Option<Login>,
}

members! { Credentials { "Items" => items, "Login" => login } }

/// A structure with members of many types.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    pub caller_reference: Option<String>,
    pub aliases: Option<Aliases>,
    pub origins: Option<Origins>,
    pub enabled: Option<bool>,
    pub min_ttl: Option<i64>,
    pub port: Option<i8>,
    pub weight: Option<f32>,
    pub ratio: Option<f64>,
    pub code: Option<Blob>,
    pub last_modified: Option<Timestamp>,
    pub extra: Option<Document>,
    pub price_class: Option<PriceClass>,
    pub source: Option<Source>,
    pub tags: Option<BTreeMap<String, Aliases>>,
    pub sparse: Option<Vec<Option<i32>>>,
    pub parent: Option<Box<Config>>,
}

members! {
    Config {
        "CallerReference" => caller_reference,
        "Aliases" => aliases,
        "Origins" => origins,
        "Enabled" => enabled,
        "MinTTL" => min_ttl,
        "Port" => port,
        "Weight" => weight,
        "Ratio" => ratio,
        "Code" => code,
        "LastModified" => last_modified,
        "Extra" => extra,
        "PriceClass" => price_class,
        "Source" => source,
        "Tags" => tags,
        "Sparse" => sparse,
        "Parent" => parent,
    }
}

/// A structure without members.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Empty {}

members! { Empty {} }

/// A structure with a sensitive member.
#[derive(Clone, Default, PartialEq)]
pub struct Login {
    pub user: Option<String>,
    /// Sensitive.
    pub password: Option<String>,
}

members! { Login { "User" => user, "Password" => password } hiding { "Password" } }

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("user", &self.user)
            .field("password", &Redacted(&self.password))
            .finish()
    }
}

/// A structure with setters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub title: Option<String>,
    pub size: Option<i64>,
    pub class: Option<PriceClass>,
    pub aliases: Option<Aliases>,
    pub words: Option<Vec<String>>,
    pub origins: Option<Vec<S3Origin>>,
    pub time: Option<Timestamp>,
    pub parent: Option<Box<Page>>,
}

setters! { Page {
    title: String, size: i64, class: PriceClass, aliases: Aliases, words: [String], origins: [S3Origin],
    time: Timestamp by at, parent: {Page},
} }
