//! Links from a type to the members that use it.

use std::collections::BTreeMap;

use crate::ir::{Header, Member, Service, Type};
use crate::pass::docs::text::listed;
use shapewright_smithy::model::ShapeId;

/// Maximum number of members that a comment lists.
const NAMED: usize = 3;

/// Maximum length of a link; a longer one leads to the type of the member, so that its target fits on a line.
const LONGEST: usize = 64;

/// What the doc comment of one type contains about others.
pub(super) struct Uses {
    /// Links to the members that use the type.
    links: BTreeMap<ShapeId, Vec<String>>,
    /// The summary of each type.
    summaries: BTreeMap<ShapeId, String>,
}

impl Uses {
    pub(super) fn of(service: &Service) -> Self {
        let structures = service.structures.values().map(|shape| (&shape.header, &shape.members));
        let unions = service.unions.values().map(|shape| (&shape.header, &shape.members));
        let mut containers: Vec<(&Header, &Vec<Member>)> = structures.chain(unions).collect();
        // Users look for types of requests more often.
        containers.sort_by_key(|(header, _)| (header.usage.inputs.is_empty(), &header.rust));
        let mut links: BTreeMap<ShapeId, Vec<String>> = BTreeMap::new();
        for (header, members) in containers {
            for member in members {
                if let Some(target) = member.ty.named() {
                    links.entry(target.clone()).or_default().push(link(header, member));
                }
            }
        }
        links.values_mut().for_each(Vec::dedup);
        let enums = service.enums.values().map(|shape| &shape.header);
        let structures = service.structures.values().map(|shape| &shape.header);
        let unions = service.unions.values().map(|shape| &shape.header);
        let headers = structures.chain(unions).chain(enums);
        let summaries = headers.filter_map(|header| Some((header.id.clone(), header.summary.clone()?)));
        Uses { links, summaries: summaries.collect() }
    }

    /// ``Used in [`Origin::origin_shield`].``, and the link targets.
    pub(super) fn places(&self, id: &ShapeId) -> Option<(String, Vec<String>)> {
        let links = self.links.get(id)?;
        let targets = links.iter().take(NAMED).map(|link| target(link)).collect();
        Some((format!("Used in {}.", listed(links, NAMED)), targets))
    }

    /// The summary of the type of a value, if it is a structure, union or enum.
    pub(super) fn summary(&self, ty: &Type) -> Option<&str> {
        match ty {
            Type::Enum(id) | Type::Structure(id) | Type::Union(id) => {
                self.summaries.get(id).map(String::as_str)
            }
            _ => None,
        }
    }
}

/// A link to the member, or to its type if the field cannot be linked.
fn link(header: &Header, member: &Member) -> String {
    let container = &header.rust;
    let to_member = format!("[`{container}::{}`]", member.rust);
    let is_plain = !member.rust.starts_with("r#") && to_member.len() <= LONGEST;
    if is_plain { to_member } else { format!("[`{container}`]") }
}

/// A link target: ``[`Origin::id`]: @Origin::id``.
fn target(link: &str) -> String {
    let path = link.trim_start_matches("[`").trim_end_matches("`]");
    format!("{link}: @{path}")
}
