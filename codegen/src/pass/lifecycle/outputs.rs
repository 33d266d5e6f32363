//! What outputs show.

use crate::ir::lifecycle::{Action, Parent, Part, stated};
use crate::ir::{Location, Member, Type};
use shapewright_smithy::model::ShapeId;

use super::inputs::Input;
use super::kinds::Kind;
use super::operations::Builder;
use super::{Context, paths};

/// The member with an ETag.
pub(super) const ETAG: &str = "ETag";

/// The header with the URL of a new resource.
const LOCATION: &str = "Location";

impl Builder<'_, '_, '_> {
    /// The members of the output. Reports members that neither convention nor an overlay explains, unless the operation
    /// has a function of its own.
    pub(super) fn output(
        &mut self,
        kind: Option<&Kind<'_>>,
        action: &Action,
        parent: Option<&Parent>,
        _input: &Input<'_>,
    ) -> Vec<(String, Part)> {
        let service = self.context.service;
        let id: Option<&ShapeId> = self.operation.output.as_ref();
        let members: &[Member] = id.and_then(|id| service.members(id)).unwrap_or_default();
        for name in
            self.stated.output.keys().filter(|name| !members.iter().any(|member| member.wire == **name))
        {
            let message = format!("the output has no member `{name}`");
            self.diagnostics.error(self.place.clone(), message, "correct the name in `output`, or remove it");
        }
        if matches!(action, Action::List(_)) {
            return Vec::new();
        }
        let mut output = Vec::new();
        for member in members {
            let found = match (self.stated.output.get(&member.wire), kind) {
                (Some(part), Some(kind)) => Some(self.stated_part(kind, member, part)),
                (Some(stated::Part::Json(value)), None) => Some(Part::Json(value.to_string())),
                _ if matches!(action, Action::ListTags) => Some(tags(member, self.context)),
                (_, Some(kind)) => self.part(kind, member, parent),
                (_, None) => None,
            };
            match found {
                Some(part) => output.push((member.wire.clone(), part)),
                None if matches!(action, Action::Custom(_)) => {}
                None => self.diagnostics.error(
                    self.place.clone(),
                    format!("nothing says what the member `{}` of the output is", member.wire),
                    "add it to `output` in `shapewright#action` of the operation",
                ),
            }
        }
        output
    }

    /// What an overlay says that a member is.
    pub(super) fn stated_part(&mut self, kind: &Kind<'_>, member: &Member, part: &stated::Part) -> Part {
        let mut path =
            |text: &str| paths::check(self.context.service, kind.id, text, &self.place, self.diagnostics);
        match part {
            stated::Part::Stored(text) => Part::Stored(path(text)),
            stated::Part::Capitals(text) => Part::Capitals(path(text)),
            stated::Part::Kept(name) => Part::Kept(name.clone()),
            stated::Part::Json(value) => {
                if let Some(fault) = super::json::fault(self.context.service, &member.ty, value) {
                    let message = format!("`output` of `{}`: {fault}", member.wire);
                    self.diagnostics.error(
                        self.place.clone(),
                        message,
                        "write a value of the type of the member",
                    );
                }
                Part::Json(value.to_string())
            }
        }
    }

    fn part(&mut self, kind: &Kind<'_>, member: &Member, parent: Option<&Parent>) -> Option<Part> {
        if member.wire == ETAG {
            return Some(Part::ETag);
        }
        if matches!(&member.bound, Location::Header(name) if name == LOCATION) {
            return Some(Part::Location(self.location(kind, parent)));
        }
        if member.ty == Type::Structure(kind.id.clone()) {
            return Some(Part::Stored(Vec::new()));
        }
        let stored = self.context.service.members(kind.id)?;
        let is_same = |known: &&Member| matches!(known.ty, Type::Structure(_)) && known.ty == member.ty;
        let found =
            stored.iter().find(is_same).or_else(|| stored.iter().find(|known| known.wire == member.wire));
        let stored = found.map(|found| Part::Stored(vec![found.wire.clone()]));
        stored.or_else(|| self.is_kept(kind, &member.wire).then(|| Part::Kept(member.wire.clone())))
    }

    /// Whether a create keeps a member with this name beside the structure.
    fn is_kept(&self, kind: &Kind<'_>, name: &str) -> bool {
        let service = self.context.service;
        let creates = kind.nouns.iter().filter_map(|noun| service.operations.get(&format!("Create{noun}")));
        creates.flat_map(|create| service.input_members(create)).any(|member| member.wire == name)
    }

    /// The URL of a resource: that of the operation which reads it.
    fn location(&mut self, kind: &Kind<'_>, parent: Option<&Parent>) -> String {
        let endpoint = &self.context.stated.settings.endpoint;
        let found = self.path_of(kind, parent);
        let Some(path) = &kind.stated.location else { return format!("{endpoint}{found}") };
        if *path == found {
            let message = format!("`location` says `{path}`, as the operation that reads the resource does");
            self.diagnostics.error(self.context.place(kind), message, "remove it");
        }
        format!("{endpoint}{path}")
    }

    /// The path of the operation that reads a resource.
    fn path_of(&self, kind: &Kind<'_>, parent: Option<&Parent>) -> String {
        let service = self.context.service;
        let container = parent.and_then(|parent| self.context.kind(&parent.resource));
        let suffix = container
            .filter(|container| kind.stated.parents.first().is_some_and(|first| first != container.shape()));
        let suffix = suffix.map_or_else(String::new, |container| format!("For{}", container.noun()));
        let reads = kind
            .nouns
            .iter()
            .flat_map(|noun| [format!("Get{noun}{suffix}"), format!("Describe{noun}{suffix}")]);
        let route = reads.filter_map(|name| service.operations.get(&name)?.route.as_ref()).next();
        let Some(route) = route else { return String::new() };
        let parts = route.uri.split('?').next().unwrap_or_default().split('/').map(|part| {
            let Some(label) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) else {
                return part;
            };
            let is_container = container.is_some_and(|container| label == format!("{}Id", container.noun()));
            if is_container { "{parent}" } else { "{key}" }
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

/// The tags, inside of the structure that the member is.
fn tags(member: &Member, context: &Context<'_>) -> Part {
    let members = paths::structure(&member.ty).and_then(|id| context.service.members(id)).unwrap_or_default();
    let list = members.iter().find(|member| matches!(member.ty, Type::List(_)));
    Part::Tags(list.map(|list| list.wire.clone()).unwrap_or_default())
}
