//! The `shapewright` traits, which overlays apply: typed values, and what each can be applied to.

mod dialects;
mod lifecycle;
mod members;
mod responses;
mod rules;
mod service;
mod shapes;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value;
use shapewright_smithy::traits::Problem;
use shapewright_smithy::vocabulary::{Definition, Site};
use shapewright_smithy::{Kind, Traits, Vocabulary};

pub(crate) use dialects::{Dialects, InDialects};
pub(crate) use lifecycle::{Action, Lifecycle, Lifecycles, Managed, Messages};
pub(crate) use members::{
    Assumed, AssumedValue, AwsSdkMember, HeaderAlias, Immutable, QuietDeprecation, Quota,
};
pub(crate) use responses::{KeepEmpty, Order, OrderBy, Responses};
pub(crate) use rules::{
    Check, Checks, Condition, Conditions, ElementCondition, ElementConditions, Facts, Rules,
};
pub(crate) use service::{Answers, AwsSdk, CommonErrors, MemberSummaries, QuantityLists};
pub(crate) use shapes::{Fix, Module, Name, Summary};

/// The traits that the generator defines.
pub const VOCABULARY: Vocabulary = Vocabulary {
    namespaces: &["shapewright"],
    definitions: &[
        Definition::new::<Action>("an operation", on_operation),
        Definition::new::<Answers>(SERVICE, on_service),
        Definition::new::<Assumed>(MEMBER, on_member),
        Definition::new::<AwsSdk>(SERVICE, on_service),
        Definition::new::<AwsSdkMember>(
            "a structure, union or enum, or a member of a structure",
            on_sdk_type,
        ),
        Definition::new::<Checks>(STRUCTURE, on_structure).merged(),
        Definition::new::<CommonErrors>(SERVICE, on_service),
        Definition::new::<Conditions>("a shape", |_| true).merged(),
        Definition::new::<Dialects>(SERVICE, on_service).merged(),
        Definition::new::<ElementConditions>(STRUCTURE, on_structure).merged(),
        Definition::new::<Fix>("a shape or member", |_| true),
        Definition::new::<HeaderAlias>(MEMBER, on_member),
        Definition::new::<Immutable>(MEMBER, on_member),
        Definition::new::<InDialects>("a structure or union", on_structure_or_union).merged(),
        Definition::new::<KeepEmpty>("a member of a structure that has a list", on_list_member),
        Definition::new::<Lifecycle>(STRUCTURE, on_structure),
        Definition::new::<Lifecycles>(SERVICE, on_service),
        Definition::new::<Managed>(STRUCTURE, on_structure).merged(),
        Definition::new::<MemberSummaries>(SERVICE, on_service),
        Definition::new::<Messages>(SERVICE, on_service).merged(),
        Definition::new::<Module>("a structure, union or enum", on_type),
        Definition::new::<Name>("a structure, union, enum or operation", on_named),
        Definition::new::<Order>("a list of strings or enums, or a member that has one", on_texts),
        Definition::new::<QuietDeprecation>(MEMBER, on_member),
        Definition::new::<QuantityLists>(SERVICE, on_service),
        Definition::new::<Quota>(
            "a string, blob, list or map, or a member that has one as its value",
            on_sized,
        ),
        Definition::new::<Responses>("a service with the protocol `aws.protocols#restXml`", on_rest_xml),
        Definition::new::<Rules>(
            "what has the rules: a structure, a member, or the target of a member",
            on_ruled,
        )
        .merged(),
        Definition::new::<Summary>("a structure, union, enum or operation, or a member of one", on_described),
    ],
};

const SERVICE: &str = "the service";
const STRUCTURE: &str = "a structure";
const MEMBER: &str = "a member of a structure";

fn on_service(site: &Site<'_>) -> bool {
    site.is_shape(|kind| matches!(kind, Kind::Service(_)))
}

fn on_operation(site: &Site<'_>) -> bool {
    site.is_shape(|kind| matches!(kind, Kind::Operation(_)))
}

fn on_rest_xml(site: &Site<'_>) -> bool {
    on_service(site) && site.shape.traits.rest_xml().is_some()
}

fn on_structure(site: &Site<'_>) -> bool {
    site.is_shape(|kind| *kind == Kind::Structure)
}

fn on_structure_or_union(site: &Site<'_>) -> bool {
    site.is_shape(|kind| matches!(kind, Kind::Structure | Kind::Union))
}

fn on_member(site: &Site<'_>) -> bool {
    // Errors are not generated as structures.
    site.is_member_of(|kind| *kind == Kind::Structure) && site.shape.traits.error().is_none()
}

fn on_list_member(site: &Site<'_>) -> bool {
    on_member(site) && site.holds(|kind| *kind == Kind::List)
}

fn on_texts(site: &Site<'_>) -> bool {
    let list = match site.member {
        None => Some(site.shape),
        Some(member) => site.model.shapes.get(&member.target),
    };
    let mut items = list.into_iter().flat_map(|list| &list.members);
    let is_text = |kind| matches!(kind, Kind::String | Kind::Enum);
    site.holds(|kind| *kind == Kind::List)
        && items.all(|item| site.model.kind(&item.target).is_none_or(is_text))
}

fn on_sdk_type(site: &Site<'_>) -> bool {
    site.is_shape(|kind| matches!(kind, Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum))
        || on_member(site)
}

fn on_named(site: &Site<'_>) -> bool {
    site.is_shape(|kind| matches!(kind, Kind::Structure | Kind::Union | Kind::Enum | Kind::Operation(_)))
}

fn on_type(site: &Site<'_>) -> bool {
    site.is_shape(|kind| matches!(kind, Kind::Structure | Kind::Union | Kind::Enum))
}

fn on_described(site: &Site<'_>) -> bool {
    on_named(site) || site.is_member_of(|kind| matches!(kind, Kind::Structure | Kind::Union | Kind::Enum))
}

fn on_ruled(site: &Site<'_>) -> bool {
    match site.member {
        Some(_) => !matches!(site.shape.kind, Kind::Enum | Kind::IntEnum),
        None => !matches!(
            site.shape.kind,
            Kind::Union
                | Kind::Enum
                | Kind::IntEnum
                | Kind::Operation(_)
                | Kind::Service(_)
                | Kind::Resource(_)
        ),
    }
}

fn on_sized(site: &Site<'_>) -> bool {
    site.holds(|kind| matches!(kind, Kind::String | Kind::Blob | Kind::List | Kind::Map))
}

/// The summary of a shape or member.
pub(crate) fn summary(traits: &Traits) -> Option<String> {
    traits.read::<Summary>().map(|summary| summary.0)
}

/// The Rust name that an overlay gives a shape; empty if there is none.
pub(crate) fn name(traits: &Traits) -> String {
    traits.read::<Name>().map(|name| name.0).unwrap_or_default()
}

/// The file that an overlay assigns to a type.
pub(crate) fn file(traits: &Traits) -> Option<String> {
    traits.read::<Module>().map(|module| module.0)
}

/// Reads a trait value with serde; `help` describes the expected value.
fn parse<T: DeserializeOwned>(value: &Value, help: &str) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." { String::new() } else { format!(" at `{path}`") };
        Problem { message: format!("is wrong{place}: {}", error.into_inner()), help: help.to_owned() }
    })
}

/// For entries that may be absent, but not null.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
