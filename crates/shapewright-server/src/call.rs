//! A request that is being carried out.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use crate::answer::Refusal;
use crate::engine::{Change, Engine};
use crate::path;
use crate::random::Random;
use crate::record::{Key, Record};
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

    /// Adds or replaces a resource.
    pub fn put(&mut self, record: Record) -> Arc<Record> {
        let record = Arc::new(record);
        self.changes.push(Change::Put(Arc::clone(&record)));
        record
    }

    /// Deletes a resource, and those that it contains.
    pub fn delete(&mut self, key: &Key) {
        self.changes.push(Change::Delete(key.clone()));
    }

    /// A refusal with a code and its usual text. `by` is the row or check that refuses.
    pub fn refuse(&self, code: &str, by: &str) -> Refusal {
        self.refuse_about(code, "", by, &|_| None)
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
