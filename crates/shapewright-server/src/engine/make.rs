//! Creates, updates, publishes and deletes resources.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::{Map, Value};
use shapewright_runtime::Timestamp;
use shapewright_runtime::deserialize_into;

use super::{Change, Deploy, Engine};
use crate::answer::{Answer, Outcome, Refusal};
use crate::api::{Input, Shape};
use crate::call::Call;
use crate::path;
use crate::record::{Key, Pending, Published, Record};
use crate::table::{self, Defaults, Filled, Id, Made, Path, Resource, Set, Status};
use crate::template;

impl Engine {
    pub(super) fn create(
        &self,
        call: &mut Call<'_>,
        sets: &[Set],
        keeps: &'static [&'static str],
        tags: Path,
    ) -> Outcome {
        let Some(resource) = call.resource else { return Err(call.refuse_table()) };
        let mut tree = Value::Object(Map::new());
        apply(&mut tree, &call.input, sets);
        let kept = kept(&Map::new(), &call.input, keeps);
        let tags = tags_at(&call.input, tags);
        let record = self.new_record(call, resource, tree, kept, tags)?;
        self.add(call, resource, record)
    }

    /// Adds a resource, unless something forbids it.
    ///
    /// # Errors
    ///
    /// When it names what does not exist, has a value that another one has, or is one too many.
    pub fn add(&self, call: &mut Call<'_>, resource: &'static Resource, mut record: Record) -> Outcome {
        record.names = self.references(call, resource, &record)?.into();
        if let Some(same) = self.unique(call, &record)? {
            return Ok(Answer::Resource(same));
        }
        self.refuse_over_quota(call, resource, &record)?;
        Ok(Answer::Resource(call.put(record)))
    }

    /// A resource with what a request sets and what the service adds.
    ///
    /// # Errors
    ///
    /// When the tree is not the stored structure of the resource.
    pub fn new_record(
        &self,
        call: &mut Call<'_>,
        resource: &'static Resource,
        mut tree: Value,
        kept: Map<String, Value>,
        tags: BTreeMap<String, String>,
    ) -> Result<Record, Refusal> {
        add_defaults(&mut tree, resource.defaults);
        let parent = call.parent.as_ref().map_or_else(|| "".into(), |parent| Arc::clone(&parent.key.id));
        let id: Arc<str> = match resource.id {
            Id::Parent => Arc::clone(&parent),
            Id::Given => path::one(&tree, resource.key).and_then(Value::as_str).unwrap_or_default().into(),
            form => call.random.id(form, call.now).unwrap_or_default().into(),
        };
        if !resource.key.is_empty() {
            path::set(&mut tree, resource.key, Value::String(id.to_string()));
        }
        let key = Key { shape: resource.shape, parent, id };
        let uuid = call.random.uuid();
        for fill in resource.fills {
            let value = match fill.value {
                Made::Json(json) | Made::Reset(json) => serde_json::from_str(json).unwrap_or_default(),
                Made::Text(text) => Value::String(self.made_text(call, &key, &uuid, text)),
                Made::Created | Made::Modified => time(call.now),
                Made::Pending(_) => Value::from(0),
            };
            path::set(&mut tree, fill.path, value);
        }
        let pending = self.start(resource.status, &mut tree, call.now);
        let arn = if resource.arn.is_empty() { None } else { path::one(&tree, resource.arn) };
        let arn = arn.cloned();
        self.complete(call, resource.shape, &mut tree);
        let stored = self.shape(resource.shape, &tree)?;
        Ok(Record {
            arn: arn.as_ref().and_then(Value::as_str).unwrap_or_default().into(),
            version: resource.first_version,
            pending,
            tags: Arc::new(tags),
            kept: Arc::new(kept),
            ..Record::new(key, self.next_sequence(), call.now, stored)
        })
    }

    pub(super) fn update(
        &self,
        call: &mut Call<'_>,
        sets: &[Set],
        keeps: &'static [&'static str],
    ) -> Outcome {
        let target = call.target()?;
        let mut tree = path::tree(&**target.stored);
        apply(&mut tree, &call.input, sets);
        let mut record = self.changed(call, &target, tree)?;
        record.kept = Arc::new(kept(&target.kept, &call.input, keeps));
        Ok(Answer::Resource(call.put(record)))
    }

    /// The next version of a resource, with another stored structure. What depends on it is deployed again.
    ///
    /// # Errors
    ///
    /// When a guard forbids the change, or a reference or unique value of the new structure.
    pub fn changed(&self, call: &mut Call<'_>, target: &Record, mut tree: Value) -> Result<Record, Refusal> {
        let Some(resource) = self.resource(target.key.shape) else {
            return Err(call.refuse_table());
        };
        self.refuse_guarded(call, target)?;
        for fill in resource.fills {
            match fill.value {
                Made::Reset(json) => {
                    path::set(&mut tree, fill.path, serde_json::from_str(json).unwrap_or_default())
                }
                Made::Modified => path::set(&mut tree, fill.path, time(call.now)),
                _ => {}
            }
        }
        let mut record = Record { version: target.version + 1, modified: call.now, ..target.clone() };
        let status = resource.status.filter(|status| status.on_update);
        record.pending = self.start(status, &mut tree, call.now).or(record.pending);
        self.complete(call, resource.shape, &mut tree);
        record.stored = Arc::new(self.shape(resource.shape, &tree)?);
        record.names = self.references(call, resource, &record)?.into();
        self.unique(call, &record)?;
        // What depends on the resource is computed from the new version.
        call.put(record.clone());
        self.redeploy(call, &target.key)?;
        Ok(record)
    }

    /// Computes what tables cannot state.
    fn complete(&self, call: &Call<'_>, shape: &str, tree: &mut Value) {
        if let Some(complete) = self.api().complete(shape) {
            complete(call, tree);
        }
    }

    /// Makes new versions of the resources that name one whose change they must deploy.
    fn redeploy(&self, call: &mut Call<'_>, key: &Key) -> Result<(), Refusal> {
        let users: Vec<Key> = self.state().users(key).cloned().collect();
        for user in users {
            let Some((record, resource)) = call.record(&user).zip(self.resource(user.shape)) else {
                continue;
            };
            let redeploys = |(row, named): &(usize, Key)| {
                named == key && resource.references.get(*row).is_some_and(|reference| reference.redeploys)
            };
            if !record.names.iter().any(redeploys) {
                continue;
            }
            let mut tree = path::tree(&**record.stored);
            let pending = self.start(resource.status, &mut tree, call.now);
            self.complete(call, user.shape, &mut tree);
            let stored = Arc::new(self.shape(user.shape, &tree)?);
            call.put(Record { version: record.version + 1, pending, stored, ..(*record).clone() });
        }
        Ok(())
    }

    /// Copies the draft of a resource to the published one.
    pub(super) fn publish_draft(&self, call: &mut Call<'_>) -> Outcome {
        let target = call.target()?;
        let published = Published {
            version: target.version,
            stored: Arc::clone(&target.stored),
            kept: Arc::clone(&target.kept),
        };
        self.redeploy(call, &target.key)?;
        let record = Record { published: Some(Arc::new(published)), ..(*target).clone() };
        Ok(Answer::Resource(call.put(record)))
    }

    pub(super) fn delete(&self, call: &mut Call<'_>) -> Outcome {
        let target = call.target()?;
        self.refuse_guarded(call, &target)?;
        let status = self.resource(target.key.shape).and_then(|resource| resource.status);
        let mut tree = path::tree(&**target.stored);
        if let Some(started) = self.start(status.filter(|status| status.on_delete), &mut tree, call.now) {
            let pending = match started {
                Pending::Reads(reads) => Pending::DeletedAfter(reads),
                Pending::Until(time) => Pending::DeletedAt(time),
                other => other,
            };
            let stored = Arc::new(self.shape(target.key.shape, &tree)?);
            let (version, pending) = (target.version + 1, Some(pending));
            return Ok(Answer::Resource(call.put(Record { version, pending, stored, ..(*target).clone() })));
        }
        self.delete_whole(&target.key, &mut call.changes);
        Ok(Answer::Resource(target))
    }

    /// The deletion of a resource and of those that it contains.
    pub(crate) fn delete_whole(&self, key: &Key, changes: &mut Vec<Change>) {
        let state = self.state();
        for inner in self.api().lifecycles().resources {
            if inner.parents.contains(&key.shape) {
                let contained = state.list(inner, &key.id, None);
                changes.extend(contained.map(|record| Change::Delete(record.key.clone())));
            }
        }
        changes.push(Change::Delete(key.clone()));
    }

    /// Starts the progress to the deployment of a change, if there is one: sets its status, and returns what remains.
    fn start(&self, status: Option<Status>, tree: &mut Value, now: SystemTime) -> Option<Pending> {
        let status = status?;
        path::set(tree, status.path, Value::String(status.pending.to_owned()));
        Some(match self.settings().deploy {
            Deploy::After(duration) => Pending::Until(now + duration),
            Deploy::Reads(reads) => Pending::Reads(reads),
        })
    }

    /// A structure with what a tree has.
    ///
    /// # Errors
    ///
    /// When the tree is not the structure: the tables do not fit the model.
    pub fn shape(&self, name: &str, tree: &Value) -> Result<Shape, Refusal> {
        let internal = |message: String| Refusal::new(self.api().error("InternalError", &message), "table");
        let mut shape = self.api().structure(name).ok_or_else(|| internal(format!("no structure {name}")))?;
        match deserialize_into(&mut *shape, tree) {
            Ok(()) => Ok(shape),
            Err(error) => Err(internal(format!("{name}: {error}"))),
        }
    }

    /// The resource as the input of the update that replaces it.
    pub(super) fn as_input(&self, call: &Call<'_>, target: &Record, sets: &[Set]) -> Option<Box<dyn Input>> {
        let stored = path::tree(&**target.stored);
        let mut tree = call.input.clone();
        for set in sets {
            let table::Value::Input(from) = set.value else { continue };
            match path::one(&stored, set.to) {
                Some(value) => path::set(&mut tree, from, value.clone()),
                None => drop(path::remove(&mut tree, from)),
            }
        }
        let mut input = self.api().input(call.operation.name)?;
        deserialize_into(input.structure(), &tree).ok()?;
        Some(input)
    }

    /// A text that the service makes. The `uuid` is the same for all texts of a resource.
    fn made_text(&self, call: &mut Call<'_>, key: &Key, uuid: &str, text: &str) -> String {
        template::fill(text, |name| match name {
            "account" => Some(self.settings().account.clone().into()),
            "partition" => Some(self.settings().partition.clone().into()),
            "key" => Some(key.id.to_string().into()),
            "parent" => Some(key.parent.to_string().into()),
            "random" => Some(call.random.base36(64).to_lowercase().into()),
            "uuid" => Some(uuid.to_owned().into()),
            "hex" => Some(call.random.hex(96).into()),
            _ => None,
        })
    }
}

/// Sets in a tree what rows say of an input.
fn apply(tree: &mut Value, input: &Value, sets: &[Set]) {
    for set in sets {
        match set.value {
            table::Value::Input(from) => {
                if let Some(value) = path::one(input, from) {
                    path::set(tree, set.to, value.clone());
                }
            }
            table::Value::Json(json) => {
                path::set(tree, set.to, serde_json::from_str(json).unwrap_or_default())
            }
            table::Value::Nothing => drop(path::remove(tree, set.to)),
        }
    }
}

/// What is kept beside the stored structure.
fn kept(before: &Map<String, Value>, input: &Value, keeps: &[&str]) -> Map<String, Value> {
    let mut kept = before.clone();
    for name in keeps {
        if let Some(value) = input.get(*name) {
            kept.insert((*name).to_owned(), value.clone());
        }
    }
    kept
}

/// The tags in a list of keys and values.
pub(super) fn tags_at(input: &Value, path: &[&str]) -> BTreeMap<String, String> {
    let list = if path.is_empty() { None } else { path::one(input, path) };
    let text =
        |tag: &Value, member: &str| tag.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    let tags = list.and_then(Value::as_array).into_iter().flatten();
    tags.map(|tag| (text(tag, "Key"), text(tag, "Value"))).collect()
}

/// Adds what a create adds.
fn add_defaults(tree: &mut Value, defaults: &[Defaults]) {
    for row in defaults {
        for filled in row.members {
            if filled.only.is_some_and(|only| !crate::state::matches_tree(tree, only)) {
                continue;
            }
            path::each_object(tree, row.at, &mut |object| add_default(object, filled));
        }
    }
}

fn add_default(object: &mut Map<String, Value>, filled: &Filled) {
    let is_set = |name: &&str| object.get(*name).is_some_and(|value| value != "");
    let is_wanted = !filled.unless.iter().any(&is_set) && filled.only_with.iter().all(&is_set);
    if object.contains_key(filled.member) || !is_wanted {
        return;
    }
    let value = if filled.copy.is_empty() {
        serde_json::from_str(filled.json).ok()
    } else {
        object.get(filled.copy).cloned()
    };
    if let Some(value) = value {
        object.insert(filled.member.to_owned(), value);
    }
}

/// A time as serde writes timestamps, in whole milliseconds.
fn time(now: SystemTime) -> Value {
    let timestamp = Timestamp::try_from(now)
        .and_then(|time| Timestamp::from_unix(time.seconds(), time.nanos() / 1_000_000 * 1_000_000));
    timestamp.ok().and_then(|time| serde_json::to_value(time).ok()).unwrap_or_default()
}
