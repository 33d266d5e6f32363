//! The kinds of resources, with what their stored structures tell.

use crate::ir::lifecycle::{Path, stated};
use crate::ir::{Member, Service, Type};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

use super::paths;

/// A kind of resource.
pub(super) struct Kind<'a> {
    pub(super) id: &'a ShapeId,
    pub(super) file: &'a str,
    pub(super) stated: &'a stated::Lifecycle,
    /// Its names in operations. The first one is the name of its file.
    pub(super) nouns: Vec<String>,
    /// The member with the key; empty if the structure does not have it.
    pub(super) key: Path,
    /// The member with the ARN; empty if there is none.
    pub(super) arn: Path,
    /// The member with the configuration.
    pub(super) config: Option<&'a Member>,
    /// What the service has from the start, and the overlay that states it.
    pub(super) managed: Option<&'a (String, std::collections::BTreeMap<String, stated::Managed>)>,
}

impl Kind<'_> {
    pub(super) fn shape(&self) -> &str {
        self.id.name()
    }

    pub(super) fn noun(&self) -> &str {
        self.nouns.first().map_or(self.id.name(), String::as_str)
    }
}

/// Suffix of the name of a structure that is not part of the noun.
const SUMMARY: &str = "Summary";

/// The kinds, sorted by shape.
pub(super) fn list<'a>(
    service: &'a Service,
    stated: &'a stated::Stated,
    diagnostics: &mut Diagnostics,
) -> Vec<Kind<'a>> {
    let mut kinds = Vec::new();
    for (id, (file, found)) in &stated.resources {
        let place = Place::shape(file, id);
        let Some(members) = service.members(id) else {
            let help = "apply the trait to a structure that an operation uses, or remove it";
            diagnostics.error(
                place,
                "`shapewright#lifecycle` is on a structure that no operation uses",
                help,
            );
            continue;
        };
        kinds.push(Kind {
            id,
            file,
            stated: found,
            nouns: nouns(id, found, &place, diagnostics),
            key: key(service, id, found, &place, diagnostics),
            arn: paths::arn(service, id),
            config: config(service, id, members),
            managed: stated.managed.get(id),
        });
    }
    for (id, (file, _)) in stated.managed.iter().filter(|(id, _)| !stated.resources.contains_key(*id)) {
        let help = "add `shapewright#lifecycle` to the structure, or remove it";
        diagnostics.error(
            Place::shape(file, id),
            "`shapewright#managed` is on a structure that is no resource",
            help,
        );
    }
    kinds
}

fn nouns(
    id: &ShapeId,
    stated: &stated::Lifecycle,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let own = id.name().strip_suffix(SUMMARY).unwrap_or(id.name()).to_owned();
    if stated.nouns == [own.clone()] {
        diagnostics.error(place.clone(), "`nouns` says what the name of the structure says", "remove it");
    }
    if stated.nouns.is_empty() { vec![own] } else { stated.nouns.clone() }
}

/// The member with the key: `Id`, otherwise `Name`.
fn key(
    service: &Service,
    id: &ShapeId,
    stated: &stated::Lifecycle,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Path {
    let has = |name: &&&str| paths::target(service, id, &[(**name).to_owned()]).is_some();
    let found = ["Id", "Name"].iter().find(has).map(|name| vec![(*name).to_owned()]);
    let Some(text) = &stated.key else {
        if found.is_none() && stated.id != stated::Id::Parent {
            let help = "add `key` with the path of the member, or `\"id\": \"parent\"`";
            diagnostics.error(
                place.clone(),
                "the structure has neither `Id` nor `Name`, so it has no key",
                help,
            );
        }
        return found.unwrap_or_default();
    };
    let path = paths::parse(text);
    if found.as_ref() == Some(&path) {
        diagnostics.error(place.clone(), format!("`key` says `{text}`, as convention does"), "remove it");
    }
    paths::check(service, id, text, place, diagnostics);
    path
}

/// The member with the configuration: that of the payload of the operation that creates it, or one that is called so.
fn config<'a>(service: &'a Service, id: &ShapeId, members: &'a [Member]) -> Option<&'a Member> {
    let mut inputs = service.operations.values().filter(|operation| operation.name.starts_with("Create"));
    let is_stored = |operation: &&crate::ir::Operation| {
        let output = operation.output.as_ref().and_then(|output| service.members(output));
        output.into_iter().flatten().any(|member| member.ty == Type::Structure(id.clone()))
    };
    let input = inputs.find(is_stored).map_or(&[][..], |operation| service.input_members(operation));
    let is_input = |member: &&Member| {
        let named = input.iter().any(|given| given.ty == member.ty && given.wire == member.wire);
        let is_payload =
            input.iter().any(|given| given.ty == member.ty && given.location == crate::ir::Location::Payload);
        matches!(member.ty, Type::Structure(_)) && (is_payload || (named && member.wire.ends_with("Config")))
    };
    members.iter().find(is_input)
}
