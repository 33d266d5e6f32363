//! The members of inputs that name resources, and the resources that contain them.

use crate::ir::lifecycle::stated::{Does, Id};
use crate::ir::lifecycle::{Key, Parent};

use super::inputs::Input;
use super::kinds::Kind;
use super::operations::{Builder, Named};
use super::{codes, paths};

impl<'c, 'a> Builder<'c, 'a, '_> {
    /// The kind that contains the resource, and the member of the input that names it.
    pub(super) fn parent(
        &mut self,
        named: &Named<'c, 'a>,
        input: &mut Input<'_>,
    ) -> Option<(&'c Kind<'a>, String)> {
        let context = self.context;
        let parents = named.kind.stated.parents.iter();
        let mut parents = parents.filter_map(|shape| context.kinds.iter().find(|kind| kind.shape() == shape));
        let wanted = named.rest.strip_prefix("For");
        let kind = match wanted {
            Some(noun) => parents.find(|kind| kind.nouns.iter().any(|known| known == noun))?,
            None => parents.next()?,
        };
        let own = format!("{}Id", kind.noun());
        let is_free = matches!(named.does, Does::Create | Does::List) || named.kind.stated.id == Id::Parent;
        let member = input.take(&own).or_else(|| is_free.then(|| input.take("Id")).flatten());
        if member.is_none() {
            self.diagnostics.error(
                self.place.clone(),
                format!("no member of the input names the {} that contains the resource", kind.shape()),
                format!(
                    "`{own}` would; add `custom` with the reason to `shapewright#action` of the operation"
                ),
            );
        }
        Some((kind, member?))
    }

    pub(super) fn parent_row(&mut self, kind: &Kind<'_>, member: String) -> Parent {
        let codes = codes::of(self.context.service, self.operation);
        let missing = codes::find(&codes, &self.context.stated.settings.codes.missing, &kind.nouns, "");
        if missing.is_none() {
            let message = format!("the operation models no error for a {} that does not exist", kind.shape());
            let help = "add its pattern to `codes.missing` of `shapewright#lifecycles`";
            self.diagnostics.error(self.place.clone(), message, help);
        }
        let key = Key { member: vec![member], by: vec![Vec::new()] };
        Parent { resource: kind.shape().to_owned(), key, missing: missing.unwrap_or_default() }
    }

    /// The members that name the resource.
    pub(super) fn keys(
        &mut self,
        named: &Named<'c, 'a>,
        has_parent: bool,
        input: &mut Input<'_>,
    ) -> Vec<Key> {
        let stated = self.stated_keys(Some(named.kind));
        for key in &stated {
            input.take(&key.member[0]);
        }
        let is_new = matches!(named.does, Does::Create | Does::List);
        if is_new || named.kind.stated.id == Id::Parent {
            return stated;
        }
        if !stated.is_empty() {
            return stated;
        }
        let keys = match named.rest.strip_prefix("By") {
            Some(_) => self.found_by(named.kind, input),
            None => named_by(named.kind, has_parent, input),
        };
        if keys.is_empty() && self.stated.custom.is_none() {
            self.diagnostics.error(
                self.place.clone(),
                format!("no member of the input names the {}", named.kind.shape()),
                "add `keys` to `shapewright#action` of the operation: the member, and paths in the stored structure",
            );
        }
        keys
    }

    /// The member that finds a resource by another value than its key.
    fn found_by(&self, kind: &Kind<'_>, input: &mut Input<'_>) -> Vec<Key> {
        let names = input.rest();
        let found = names.iter().find(|name| paths::member(self.context.service, kind.id, name).is_some());
        let key = found.map(|name| {
            input.take(name);
            Key { member: vec![name.clone()], by: vec![vec![name.clone()]] }
        });
        key.into_iter().collect()
    }

    pub(super) fn stated_keys(&mut self, kind: Option<&Kind<'_>>) -> Vec<Key> {
        let mut keys = Vec::new();
        for (member, by) in &self.stated.keys {
            self.check_input(member);
            let by = by.iter().map(|text| match kind {
                Some(kind) => {
                    paths::check(self.context.service, kind.id, text, &self.place, self.diagnostics)
                }
                None => paths::parse(text),
            });
            let by = by.collect();
            keys.push(Key { member: vec![member.clone()], by });
        }
        keys
    }
}

/// The members that convention finds: `Id`, the one that is called like the key, `DistributionId`, `Identifier`.
fn named_by(kind: &Kind<'_>, has_parent: bool, input: &mut Input<'_>) -> Vec<Key> {
    let own = kind.key.last().cloned().unwrap_or_default();
    let long = format!("{}Id", kind.noun());
    let mut candidates = vec!["Id", own.as_str()];
    candidates.extend((!has_parent).then_some(long.as_str()));
    let key = candidates.iter().find_map(|name| input.take(name));
    let Some(member) = key else {
        return input.take("Identifier").map(|name| identifier(kind, name)).into_iter().collect();
    };
    let mut keys = vec![Key { member: vec![member], by: vec![Vec::new()] }];
    if let Some(name) = kind.arn.last().and_then(|name| input.take(name)) {
        keys.push(Key { member: vec![name], by: vec![kind.arn.clone()] });
    }
    keys
}

/// A member that has the key, the name or the ARN.
pub(super) fn identifier(kind: &Kind<'_>, member: String) -> Key {
    let mut by = vec![Vec::new()];
    by.extend((kind.key != ["Name"]).then(|| vec!["Name".to_owned()]));
    by.extend((!kind.arn.is_empty()).then(|| kind.arn.clone()));
    Key { member: vec![member], by }
}
