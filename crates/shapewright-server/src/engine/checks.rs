//! Refusals that need the state: versions, references, unique values, quotas, guards.

use std::sync::Arc;

use super::Engine;
use crate::answer::Refusal;
use crate::call::Call;
use crate::path;
use crate::record::{Key, Record};
use crate::state::{State, matches, texts_in, unique_rows};
use crate::table::{Action, Guard, Quota, Reference, Resource};

impl Engine {
    /// Refuses a request without the ETag that its operation needs.
    pub(super) fn refuse_without_version(&self, call: &Call<'_>) -> Result<(), Refusal> {
        let Some(if_match) = call.operation.if_match else { return Ok(()) };
        if !self.settings().lenient && call.text(&[if_match.member]).is_empty() && !if_match.absent.is_empty()
        {
            return Err(call.refuse(if_match.absent, "if-match"));
        }
        Ok(())
    }

    /// Refuses a request for another version than the one that is there.
    pub(super) fn refuse_stale(&self, call: &Call<'_>) -> Result<(), Refusal> {
        let Some((if_match, target)) = call.operation.if_match.zip(call.target.as_ref()) else {
            return Ok(());
        };
        let (sent, current) = (call.text(&[if_match.member]), self.etag(target.version));
        // As in HTTP, the ETags of several versions can be given.
        let is_current = sent.split(',').any(|tag| tag.trim() == current);
        if self.settings().lenient || sent.is_empty() || is_current {
            return Ok(());
        }
        Err(call.refuse(if_match.stale, "version"))
    }

    /// The resources that a new or changed resource names, each with the row of its table. Refuses those that do not
    /// exist, are not what they must be, or are named too often.
    pub(crate) fn references(
        &self,
        call: &Call<'_>,
        resource: &'static Resource,
        record: &Record,
    ) -> Result<Vec<(usize, Key)>, Refusal> {
        let state = self.state();
        let mut names: Vec<(usize, Key)> = Vec::new();
        for (row, reference) in resource.references.iter().enumerate() {
            if reference.to.is_empty() {
                continue;
            }
            for value in texts_in(&**record.stored, reference.path) {
                let by = || format!("{}.references.{row}", resource.shape);
                let refuse = |code: &str| call.refuse_about(code, "", &by(), &|_| None);
                let Some(found) = self.referenced(call, &state, reference, &value) else {
                    if reference.code.is_empty() || self.settings().lenient {
                        continue;
                    }
                    let other = self.resource(reference.to).map_or("resource", |other| other.thing);
                    let thing = |name: &str| (name == "thing").then(|| other.to_owned());
                    return Err(call.refuse_about(reference.code, "", &by(), &thing));
                };
                if let Some((_, code)) = reference.only.filter(|(only, _)| !matches(&**found.stored, *only)) {
                    return Err(refuse(code));
                }
                if let Some(code) = over_limit(&state, reference, &found.key, &record.key) {
                    return Err(refuse(code));
                }
                names.push((row, found.key.clone()));
            }
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    /// The resource that a value names, which this call can have added.
    fn referenced(
        &self,
        call: &Call<'_>,
        state: &State,
        reference: &Reference,
        value: &str,
    ) -> Option<Arc<Record>> {
        let value = value.strip_prefix(reference.prefix)?;
        let shape = self.resource(reference.to)?.shape;
        let added = || call.added().find(|record| record.key == Key::new(shape, value)).cloned();
        self.holder(state, shape, "", reference.by, value).or_else(added)
    }

    /// The resource that a create with the same configuration made, or a refusal if another one has a unique value.
    pub(crate) fn unique(&self, call: &Call<'_>, record: &Record) -> Result<Option<Arc<Record>>, Refusal> {
        let state = self.state();
        let tables = self.api().lifecycles();
        for (row, value) in unique_rows(tables, record) {
            let Some(holder) = state.holder(&value).filter(|holder| **holder != record.key) else { continue };
            if !call.still_has(holder, &value) {
                continue;
            }
            let other = state.get(holder);
            let config = |record: &Record| call.resource.map(|resource| config_of(resource, record));
            if row.replays && other.is_some_and(|other| config(other) == config(record)) {
                return Ok(other.cloned());
            }
            let id = holder.id.to_string();
            let key = |name: &str| (name == "key").then(|| id.clone());
            return Err(call.refuse_about(
                row.code,
                "",
                &format!("{}.unique.{}", holder.shape, row.scope),
                &key,
            ));
        }
        Ok(None)
    }

    /// Refuses one more resource than there may be.
    pub(crate) fn refuse_over_quota(
        &self,
        call: &Call<'_>,
        resource: &'static Resource,
        record: &Record,
    ) -> Result<(), Refusal> {
        let state = self.state();
        for quota in resource.quotas {
            let concerns = |record: &Record| quota.only.is_none_or(|only| matches(&**record.stored, only));
            let limit = self.settings().quotas.get(quota.name).copied().unwrap_or(quota.limit);
            if concerns(record) && count(&state, resource, quota, &record.key.parent) >= limit as usize {
                return Err(call.refuse(quota.code, &format!("{}.quotas.{}", resource.shape, quota.name)));
            }
        }
        Ok(())
    }

    /// Refuses a change or a deletion while something forbids it.
    pub(crate) fn refuse_guarded(&self, call: &Call<'_>, target: &Record) -> Result<(), Refusal> {
        let Some(resource) = self.resource(target.key.shape) else { return Ok(()) };
        let deletes = matches!(call.operation.action, Action::Delete);
        let users = self.state().users(&target.key).count();
        for guard in resource.guards {
            let code = match *guard {
                Guard::Managed(update, delete) if target.managed => {
                    Some(if deletes { delete } else { update })
                }
                Guard::Enabled(path, code)
                    if deletes && (is_true(target, path) || target.pending.is_some()) =>
                {
                    Some(code)
                }
                Guard::InUse(code) if deletes && users > 0 => Some(code),
                Guard::UpdateInUse(code) if !deletes && users > 0 => Some(code),
                _ => None,
            };
            if let Some(code) = code {
                let value = |name: &str| match name {
                    "key" | "name" => Some(target.key.id.to_string()),
                    "count" => Some(users.to_string()),
                    _ => None,
                };
                return Err(call.refuse_about(code, "", &format!("{}.guards", resource.shape), &value));
            }
        }
        Ok(())
    }
}

/// The code if the reference is one more than there may be to the same resource.
fn over_limit(state: &State, reference: &Reference, to: &Key, from: &Key) -> Option<&'static str> {
    let (limit, code) = reference.limit?;
    let others = state.users(to).filter(|user| user.shape == from.shape && *user != from).count();
    (others >= limit as usize).then_some(code)
}

/// How many resources count for a quota.
fn count(state: &State, resource: &'static Resource, quota: &Quota, parent: &str) -> usize {
    match quota.only {
        None => state.count(resource.shape, parent).saturating_sub(resource.managed.len()),
        Some(only) => {
            let counts = |record: &&Arc<Record>| !record.managed && matches(&**record.stored, only);
            state.list(resource, parent, None).filter(counts).count()
        }
    }
}

fn is_true(record: &Record, path: &[&str]) -> bool {
    path::value_in(&**record.stored, path).is_some_and(|value| value == true)
}

/// What a create sets: the stored structure without what the service makes.
fn config_of(resource: &Resource, record: &Record) -> serde_json::Value {
    let mut tree = path::tree(&**record.stored);
    let made = resource.fills.iter().map(|fill| fill.path).chain([resource.key, resource.arn]);
    for path in made.chain(resource.status.iter().map(|status| status.path)) {
        path::remove(&mut tree, path);
    }
    tree
}
