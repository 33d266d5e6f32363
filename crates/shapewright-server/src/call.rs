//! A request that is being carried out.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::{Map, Value};

use crate::answer::{Outcome, Refusal};
use crate::engine::{Change, Engine};
use crate::path;
use crate::random::Random;
use crate::record::{Key, Record};
use crate::state::unique_rows;
use crate::table::{Operation, Resource};
use crate::template;

/// A request that is being carried out. Functions of a service get it, and change the state through it: all its changes
/// are made together after the function, or none if it refuses.
pub struct Call<'a> {
    /// The engine.
    pub engine: &'a Engine,
    /// The row of the operation.
    pub operation: &'static Operation,
    /// The table of its resource.
    pub resource: Option<&'static Resource>,
    /// The input, as serde writes it.
    pub input: Value,
    /// When the request came.
    pub now: SystemTime,
    /// The resource that the request is about, unless it is new.
    pub target: Option<Arc<Record>>,
    /// The resource that contains it.
    pub parent: Option<Arc<Record>>,
    /// Random values.
    pub random: &'a mut Random,
    /// Which resources are in a list, beside what the table says.
    pub only: Option<fn(&Record) -> bool>,
    /// The changes so far.
    pub(crate) changes: Vec<Change>,
}

impl Call<'_> {
    /// The text at a path of the input; empty if it is absent.
    pub fn text(&self, path: &[&str]) -> &str {
        path::one(&self.input, path).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether the value at a path of the input is true.
    pub fn flag(&self, path: &[&str]) -> bool {
        path::one(&self.input, path).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A resource, with the changes of this call.
    pub fn record(&self, key: &Key) -> Option<Arc<Record>> {
        for change in self.changes.iter().rev() {
            match change {
                Change::Put(record) if record.key == *key => return Some(Arc::clone(record)),
                Change::Delete(gone) if gone == key => return None,
                _ => {}
            }
        }
        self.engine.state().get(key).cloned()
    }

    /// A resource that no other one contains, after what is due has happened.
    ///
    /// # Errors
    ///
    /// When it is deployed by now, and cannot be.
    pub fn find(&self, shape: &'static str, id: &str) -> Result<Option<Arc<Record>>, Refusal> {
        let found = self.record(&Key::new(shape, id));
        found.map_or(Ok(None), |record| self.engine.settled(self, record))
    }

    /// The resource with an ARN.
    pub fn by_arn(&self, arn: &str) -> Option<Arc<Record>> {
        self.engine.state().by_arn(arn).cloned()
    }

    /// The resources of a kind in a parent, which is empty for those that no other one contains, without the changes
    /// of this call.
    pub fn all(&self, shape: &str, parent: &str) -> Vec<Arc<Record>> {
        let Some(resource) = self.engine.api().lifecycles().resource(shape) else { return Vec::new() };
        self.engine.state().list(resource, parent, None).cloned().collect()
    }

    /// The resources of a kind that name one.
    pub fn users(&self, key: &Key, shape: &str) -> Vec<Arc<Record>> {
        let state = self.engine.state();
        state
            .users(key)
            .filter(|user| user.shape == shape)
            .filter_map(|user| state.get(user).cloned())
            .collect()
    }

    /// The resource that has a unique value, with the changes of this call. Scopes are those of
    /// [`Unique`](crate::table::Unique).
    pub fn holder(&self, scope: &'static str, value: &str) -> Option<Arc<Record>> {
        let key = self.engine.state().holder(&(scope, value.to_owned())).cloned();
        self.record(&key?)
    }

    /// Whether a resource still has a unique value after the changes of this call.
    pub(crate) fn still_has(&self, key: &Key, value: &(&'static str, String)) -> bool {
        let tables = self.engine.api().lifecycles();
        self.record(key)
            .is_some_and(|record| unique_rows(tables, &record).iter().any(|(_, held)| held == value))
    }

    /// The resources that this call adds or replaces.
    pub(crate) fn added(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.changes.iter().filter_map(|change| match change {
            Change::Put(record) => Some(record),
            Change::Delete(_) => None,
        })
    }

    /// Creates a resource of a kind with what a request sets of it, as a create would.
    ///
    /// # Errors
    ///
    /// When something forbids it: a reference, a unique value, a quota.
    pub fn create(&mut self, shape: &str, tree: Value) -> Outcome {
        let engine = self.engine;
        let Some(resource) = engine.api().lifecycles().resource(shape) else {
            return Err(self.refuse_table());
        };
        let record = engine.new_record(self, resource, tree, Map::new(), BTreeMap::new())?;
        engine.add(self, resource, record)
    }

    /// Replaces the stored structure of a resource, as an update would.
    ///
    /// # Errors
    ///
    /// When something forbids it: a guard, a reference, a unique value.
    pub fn change(&mut self, record: &Record, tree: Value) -> Result<Arc<Record>, Refusal> {
        let changed = self.engine.changed(self, record, tree)?;
        Ok(self.put(changed))
    }

    /// Replaces the stored structure of a resource without a new version, as a part of its creation.
    ///
    /// # Errors
    ///
    /// When the tree is not the stored structure.
    pub fn replace(&mut self, record: &Record, tree: &Value) -> Result<Arc<Record>, Refusal> {
        let stored = Arc::new(self.engine.shape(record.key.shape, tree)?);
        Ok(self.put(Record { stored, ..record.clone() }))
    }

    /// A resource as answers show it: of the copies that a stage names, that one. `None` if it does not exist.
    pub fn shown(&self, record: &Arc<Record>, stage: &str) -> Option<Arc<Record>> {
        self.engine.presented(record, stage, self.now).map(Cow::into_owned)
    }

    /// Adds or replaces a resource.
    pub fn put(&mut self, record: Record) -> Arc<Record> {
        let record = Arc::new(record);
        let same = |change: &&mut Change| matches!(change, Change::Put(other) if other.key == record.key);
        match self.changes.iter_mut().find(same) {
            Some(change) => *change = Change::Put(Arc::clone(&record)),
            None => self.changes.push(Change::Put(Arc::clone(&record))),
        }
        record
    }

    /// Deletes a resource, and those that it contains.
    pub fn delete(&mut self, key: &Key) {
        self.changes.push(Change::Delete(key.clone()));
    }

    /// The resource that the request is about.
    pub(crate) fn target(&self) -> Result<Arc<Record>, Refusal> {
        self.target.clone().ok_or_else(|| self.refuse_table())
    }

    /// The refusal of a request whose table does not fit its operation.
    pub(crate) fn refuse_table(&self) -> Refusal {
        self.refuse("InternalError", "table")
    }

    /// How many elements a page of a list has: a number in a member of the input, which can be a text, from 1 to the
    /// size that the service allows. Without a member or a value, that size.
    pub fn page_size(&self, member: &str) -> usize {
        let most = (self.engine.api().lifecycles().page as usize).max(1);
        let number = |value: &Value| match value {
            Value::String(text) => text.parse().ok(),
            other => other.as_u64().and_then(|number| usize::try_from(number).ok()),
        };
        self.input.get(member).and_then(number).map_or(most, |wanted: usize| wanted.clamp(1, most))
    }

    /// A refusal with a code and its usual text. `by` is the row or check that refuses.
    pub fn refuse(&self, code: &str, by: &str) -> Refusal {
        self.refuse_about(code, "", by, &|_| None)
    }

    /// A refusal with a code, and a text that no table has.
    pub fn refuse_saying(&self, code: &str, text: &str, by: &str) -> Refusal {
        Refusal::new(self.engine.api().error(code, text), by)
    }

    /// A refusal with one of the texts of a code, whose placeholders have these values.
    pub fn refuse_about(
        &self,
        code: &str,
        name: &str,
        by: &str,
        value: &dyn Fn(&str) -> Option<String>,
    ) -> Refusal {
        let thing = self.resource.map_or("resource", |resource| resource.thing);
        let text = self.engine.api().lifecycles().message(code, name);
        let text = text.map_or_else(|| self.engine.assumed_text(code), str::to_owned);
        let text = template::fill(&text, |placeholder| match placeholder {
            "thing" => Some(thing.into()),
            other => value(other).map(Into::into),
        });
        Refusal::new(self.engine.api().error(code, &text), by)
    }
}
