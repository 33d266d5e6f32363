//! Members that name other resources: their names tell which, and the trait states the rest.

use std::collections::BTreeSet;

use crate::ir::lifecycle::{Only, Path, Reference, stated};
use crate::ir::{Member, Type};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

use super::kinds::Kind;
use super::paths::{self, EACH};
use super::{Context, codes};

/// The references of a resource, in the order of the model.
pub(super) fn list(
    context: &Context<'_>,
    kind: &Kind<'_>,
    place: &Place,
    create: &BTreeSet<&str>,
    set: &[Path],
    diagnostics: &mut Diagnostics,
) -> Vec<Reference> {
    let mut found: Vec<(Path, &ShapeId, &Member)> = Vec::new();
    paths::walk(context.service, kind.id, &mut |path, structure, member| {
        let mut path = path.clone();
        match &member.ty {
            Type::String => {}
            Type::List(element) if element.ty == Type::String => path.push(EACH.to_owned()),
            _ => return,
        }
        // What the service sets names nothing that a request could get wrong.
        if !set.iter().any(|set| path.starts_with(set)) {
            return;
        }
        found.push((path, structure, member));
    });
    let mut used = BTreeSet::new();
    let mut rows = Vec::new();
    let mut builder = Builder { context, kind, place, create, diagnostics };
    for (path, structure, member) in found {
        let long = format!("{}${}", structure.name(), member.wire);
        let stated =
            [&long, &member.wire].into_iter().find_map(|key| kind.stated.references.get_key_value(key));
        used.extend(stated.map(|(key, _)| key));
        let convention = builder.by_name(&path, member);
        if let Some(row) = builder.row(path, convention, stated) {
            rows.push(row);
        }
    }
    for key in kind.stated.references.keys().filter(|key| !used.contains(key)) {
        let help = "use the name of a member with text, or `Structure$Member`";
        diagnostics.error(place.clone(), format!("`references` has `{key}`, which no member below is"), help);
    }
    rows
}

struct Builder<'c, 'a, 'd> {
    context: &'c Context<'a>,
    kind: &'c Kind<'a>,
    place: &'c Place,
    create: &'c BTreeSet<&'c str>,
    diagnostics: &'d mut Diagnostics,
}

impl<'c, 'a> Builder<'c, 'a, '_> {
    /// The kind that the name of a member names, and the path of its value.
    fn by_name(&self, path: &Path, member: &Member) -> Option<(&'c Kind<'a>, Path)> {
        let context = self.context;
        if *path == self.kind.arn || *path == self.kind.key {
            return None;
        }
        let of = |kind: &'c Kind<'a>, suffix: &str| {
            kind.nouns.iter().any(|noun| member.wire.strip_suffix(suffix) == Some(noun.as_str()))
        };
        context.kinds.iter().find_map(|kind| {
            if of(kind, "Id") {
                return Some((kind, kind.key.clone()));
            }
            let is_arn = !kind.arn.is_empty() && (of(kind, "ARN") || of(kind, "Arn"));
            is_arn.then(|| (kind, kind.arn.clone()))
        })
    }

    fn row(
        &mut self,
        path: Path,
        convention: Option<(&'c Kind<'a>, Path)>,
        stated: Option<(&String, &stated::Reference)>,
    ) -> Option<Reference> {
        let Some((key, stated)) = stated else {
            let (to, by) = convention?;
            let code = self.code(&path, to);
            return Some(Reference { code, ..plain(path, to.shape(), by) });
        };
        let mut row = match self.target(key, convention, stated)? {
            Some((to, by)) => {
                let code = match &stated.code {
                    Some(code) => {
                        codes::check(code, self.create, "creating", self.place, self.diagnostics);
                        code.clone()
                    }
                    None => self.code(&path, to),
                };
                let only = stated.only.as_ref().map(|only| self.only(to, only, stated, &code));
                Reference { code, only, ..plain(path, to.shape(), by) }
            }
            None => plain(path, "", Path::new()),
        };
        row.prefix = stated.prefix.clone();
        row.redeploys = stated.redeploys;
        row.limit = stated.limit.map(|limit| (limit, self.limit_code(key, &row.to, stated)));
        Some(row)
    }

    /// The other resource and the path inside of it; `None` in `Some` if another service has it.
    fn target(
        &mut self,
        key: &str,
        convention: Option<(&'c Kind<'a>, Path)>,
        stated: &stated::Reference,
    ) -> Option<Option<(&'c Kind<'a>, Path)>> {
        let context = self.context;
        let found = match stated.to.as_deref() {
            Some("") => return Some(None),
            Some(shape) => {
                let kind = context.kinds.iter().find(|kind| kind.shape() == shape);
                if kind.is_some() && convention.as_ref().map(|(kind, _)| kind.shape()) == Some(shape) {
                    let message = format!("`to` of the reference `{key}` says what its name says");
                    self.diagnostics.error(self.place.clone(), message, "remove it");
                }
                kind.map(|kind| (kind, kind.key.clone()))
            }
            None => convention,
        };
        let Some((kind, by)) = found else {
            let message = format!("the reference `{key}` names no resource");
            let help = "add `to` with the stored structure of a resource, or \"\" for another service";
            self.diagnostics.error(self.place.clone(), message, help);
            return None;
        };
        let by = match &stated.by {
            Some(text) => paths::check(context.service, kind.id, text, self.place, self.diagnostics),
            None => by,
        };
        Some(Some((kind, by)))
    }

    fn code(&mut self, path: &Path, to: &Kind<'_>) -> String {
        let patterns = &self.context.stated.settings.codes.reference;
        let code = codes::find(self.create, patterns, &to.nouns, "");
        if code.is_none() {
            self.diagnostics.error(
                self.place.clone(),
                format!("creating models no error for `{}` that names no {}", path.join("."), to.shape()),
                "add the member to `references` with `code`, or with an empty one if that is not refused",
            );
        }
        code.unwrap_or_default()
    }

    fn only(
        &mut self,
        to: &Kind<'_>,
        only: &stated::Only,
        stated: &stated::Reference,
        code: &str,
    ) -> (Only, String) {
        let path = paths::check(self.context.service, to.id, &only.path, self.place, self.diagnostics);
        let own = stated.only_code.clone();
        if let Some(own) = &own {
            codes::check(own, self.create, "creating", self.place, self.diagnostics);
        }
        let only = Only { path, values: only.values.clone(), absent: only.absent.clone() };
        (only, own.unwrap_or_else(|| code.to_owned()))
    }

    fn limit_code(&mut self, key: &str, to: &str, stated: &stated::Reference) -> String {
        let owners = codes::plural(self.kind.noun());
        let nouns = self.context.kind(to).map(|kind| kind.nouns.clone()).unwrap_or_default();
        let found = codes::find(self.create, &self.context.stated.settings.codes.shared, &nouns, &owners);
        match &stated.limit_code {
            Some(code) if found.as_ref() == Some(code) => {
                let message =
                    format!("`limitCode` of the reference `{key}` is the one that convention finds");
                self.diagnostics.error(self.place.clone(), message, "remove it");
            }
            Some(code) => codes::check(code, self.create, "creating", self.place, self.diagnostics),
            None if found.is_none() => {
                let message = format!("creating models no error for the limit of the reference `{key}`");
                self.diagnostics.error(self.place.clone(), message, "add `limitCode`");
            }
            None => {}
        }
        stated.limit_code.clone().or(found).unwrap_or_default()
    }
}

fn plain(path: Path, to: &str, by: Path) -> Reference {
    Reference {
        path,
        to: to.to_owned(),
        by,
        prefix: String::new(),
        code: String::new(),
        only: None,
        limit: None,
        redeploys: false,
    }
}
