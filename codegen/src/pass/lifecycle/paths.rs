//! Paths inside structures.

use crate::ir::lifecycle::Path;
use crate::ir::{Member, Service, Type};
use shapewright_smithy::diagnostics::nearest;
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

/// The step to every element of a list.
pub(super) const EACH: &str = "[]";

/// Reads `Origins.Items[].Id`.
pub(super) fn parse(text: &str) -> Path {
    let mut path = Path::new();
    for step in text.split('.').filter(|step| !step.is_empty()) {
        let name = step.trim_end_matches(EACH);
        path.push(name.to_owned());
        path.extend(std::iter::repeat_n(EACH.to_owned(), (step.len() - name.len()) / EACH.len()));
    }
    path
}

/// The member of a structure.
pub(super) fn member<'s>(service: &'s Service, id: &ShapeId, name: &str) -> Option<&'s Member> {
    service.members(id)?.iter().find(|member| member.wire == name)
}

/// The type at a path; `None` if there is none, or if the path is empty.
pub(super) fn target<'s>(service: &'s Service, id: &ShapeId, path: &[String]) -> Option<&'s Type> {
    let mut id = Some(id);
    let mut found: Option<&Type> = None;
    for step in path {
        let ty = if step == EACH {
            let Some(Type::List(element)) = found else { return None };
            &element.ty
        } else {
            &member(service, id?, step)?.ty
        };
        id = structure(ty);
        found = Some(ty);
    }
    found
}

/// The structure or union that a type is.
pub(super) fn structure(ty: &Type) -> Option<&ShapeId> {
    match ty {
        Type::Structure(id) | Type::Union(id) => Some(id),
        _ => None,
    }
}

/// Reads a path and reports one that leads nowhere.
pub(super) fn check(
    service: &Service,
    id: &ShapeId,
    text: &str,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Path {
    let path = parse(text);
    for end in 1..=path.len() {
        if target(service, id, &path[..end]).is_some() {
            continue;
        }
        let step = &path[end - 1];
        let above =
            if end == 1 { Some(id) } else { target(service, id, &path[..end - 1]).and_then(structure) };
        let names =
            above.and_then(|id| service.members(id)).into_iter().flatten().map(|member| member.wire.as_str());
        let help = match nearest(step, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None if step == EACH => "remove `[]`: it is no list".to_owned(),
            None => "use names of members of the model, with `[]` after a list".to_owned(),
        };
        let message = format!("`{text}` leads nowhere from {}: there is no `{step}`", id.name());
        diagnostics.error(place.clone(), message, help);
        break;
    }
    path
}

/// The member with the ARN: `ARN`, `Arn`, or one whose name ends so, at most one structure below.
pub(super) fn arn(service: &Service, id: &ShapeId) -> Path {
    let is_arn =
        |member: &&Member| member.ty == Type::String && ["ARN", "Arn"].contains(&member.wire.as_str());
    let ends_so = |noun: &str, member: &Member| {
        member.ty == Type::String
            && member
                .wire
                .strip_suffix("ARN")
                .or(member.wire.strip_suffix("Arn"))
                .is_some_and(|start| start == noun)
    };
    let noun = id.name().strip_suffix("Summary").unwrap_or(id.name());
    let members = service.members(id).unwrap_or_default();
    let own = members.iter().find(is_arn).or_else(|| members.iter().find(|member| ends_so(noun, member)));
    if let Some(own) = own {
        return vec![own.wire.clone()];
    }
    for above in members {
        let below = structure(&above.ty).and_then(|id| service.members(id)).unwrap_or_default();
        if let Some(found) = below.iter().find(|member| ends_so(noun, member)) {
            return vec![above.wire.clone(), found.wire.clone()];
        }
    }
    Path::new()
}

/// Calls `visit` with the path, the structure and each member of everything inside a structure, in the order of the
/// model.
pub(super) fn walk<'s>(
    service: &'s Service,
    id: &'s ShapeId,
    visit: &mut dyn FnMut(&Path, &'s ShapeId, &'s Member),
) {
    descend(service, id, &mut Path::new(), &mut Vec::new(), visit);
}

fn descend<'s>(
    service: &'s Service,
    id: &'s ShapeId,
    path: &mut Path,
    above: &mut Vec<&'s ShapeId>,
    visit: &mut dyn FnMut(&Path, &'s ShapeId, &'s Member),
) {
    if above.contains(&id) {
        return;
    }
    above.push(id);
    for member in service.members(id).unwrap_or_default() {
        path.push(member.wire.clone());
        visit(path, id, member);
        let mut ty = &member.ty;
        let length = path.len();
        while let Type::List(element) = ty {
            path.push(EACH.to_owned());
            ty = &element.ty;
        }
        if let Some(below) = structure(ty) {
            descend(service, below, path, above, visit);
        }
        path.truncate(length - 1);
    }
    above.pop();
}
