//! All resources of an account, with the indexes that lists and refusals need.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::ops::Bound;
use std::sync::Arc;

use serde_json::Value;
use shapewright_runtime::Structure;

use crate::path;
use crate::record::{Key, Record};
use crate::table::{Lifecycles, Only, Order, Resource, Unique};

/// How many deleted resources lists remember, so that a marker still has its place.
const REMEMBERED: usize = 10_000;

/// The resources.
#[derive(Debug, Default)]
pub struct State {
    records: HashMap<Key, Arc<Record>>,
    /// The resources of each kind and parent in the order of their creation.
    order: BTreeMap<(&'static str, Arc<str>), BTreeMap<u64, Key>>,
    /// The resources that name one.
    users: HashMap<Key, BTreeSet<Key>>,
    /// Who has a unique value: the scope, and the value.
    taken: HashMap<(&'static str, String), Key>,
    arns: HashMap<Arc<str>, Key>,
    gone: VecDeque<(Key, u64)>,
    next: u64,
}

impl State {
    /// The next number in the order of creation.
    pub fn next_sequence(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// A resource.
    pub fn get(&self, key: &Key) -> Option<&Arc<Record>> {
        self.records.get(key)
    }

    /// The resource with an ARN.
    pub fn by_arn(&self, arn: &str) -> Option<&Arc<Record>> {
        self.arns.get(arn).and_then(|key| self.records.get(key))
    }

    /// The resource that has a unique value.
    pub fn holder(&self, value: &(&'static str, String)) -> Option<&Key> {
        self.taken.get(value)
    }

    /// The resources that name one, in no order.
    pub fn users(&self, key: &Key) -> impl Iterator<Item = &Key> {
        self.users.get(key).into_iter().flatten()
    }

    /// How many resources of a kind there are in a parent.
    pub fn count(&self, shape: &'static str, parent: &str) -> usize {
        self.order.get(&(shape, parent.into())).map_or(0, BTreeMap::len)
    }

    /// The resources of a kind in a parent, in an order, after a marker.
    pub fn list<'a>(
        &'a self,
        resource: &'static Resource,
        parent: &str,
        marker: Option<&Key>,
    ) -> Box<dyn Iterator<Item = &'a Arc<Record>> + 'a> {
        let Some(order) = self.order.get(&(resource.shape, parent.into())) else {
            return Box::new(std::iter::empty());
        };
        let place = marker.and_then(|marker| self.place(marker));
        let record = |(_, key): (&u64, &'a Key)| self.records.get(key);
        match (resource.order, place) {
            (Order::Created, None) => Box::new(order.iter().filter_map(record)),
            (Order::Created, Some(place)) => {
                Box::new(order.range((Bound::Excluded(place), Bound::Unbounded)).filter_map(record))
            }
            (Order::Newest, None) => Box::new(order.iter().rev().filter_map(record)),
            (Order::Newest, Some(place)) => Box::new(order.range(..place).rev().filter_map(record)),
        }
    }

    /// All resources, by kind and order of creation.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.order.values().flat_map(BTreeMap::values).filter_map(|key| self.records.get(key))
    }

    /// Where a resource is, or was, in the order of creation.
    fn place(&self, key: &Key) -> Option<u64> {
        let gone = || self.gone.iter().rev().find(|(gone, _)| gone == key).map(|(_, place)| *place);
        self.records.get(key).map(|record| record.sequence).or_else(gone)
    }

    /// Adds or replaces a resource.
    pub fn put(&mut self, tables: &Lifecycles, record: Arc<Record>) {
        self.forget(tables, &record.key);
        let key = &record.key;
        for (_, value) in unique_rows(tables, &record) {
            self.taken.insert(value, key.clone());
        }
        for (_, named) in record.names.iter() {
            self.users.entry(named.clone()).or_default().insert(key.clone());
        }
        if !record.arn.is_empty() {
            self.arns.insert(Arc::clone(&record.arn), key.clone());
        }
        let order = self.order.entry((key.shape, Arc::clone(&key.parent))).or_default();
        order.insert(record.sequence, key.clone());
        self.next = self.next.max(record.sequence);
        self.records.insert(key.clone(), record);
    }

    /// Removes a resource.
    pub fn delete(&mut self, tables: &Lifecycles, key: &Key) {
        let Some(record) = self.forget(tables, key) else { return };
        self.gone.push_back((key.clone(), record.sequence));
        if self.gone.len() > REMEMBERED {
            self.gone.pop_front();
        }
    }

    /// Removes a resource from all indexes.
    fn forget(&mut self, tables: &Lifecycles, key: &Key) -> Option<Arc<Record>> {
        let record = self.records.remove(key)?;
        for (_, value) in unique_rows(tables, &record) {
            if self.taken.get(&value) == Some(key) {
                self.taken.remove(&value);
            }
        }
        for (_, named) in record.names.iter() {
            if let Some(users) = self.users.get_mut(named) {
                users.remove(key);
                if users.is_empty() {
                    self.users.remove(named);
                }
            }
        }
        self.arns.remove(&record.arn);
        if let Some(order) = self.order.get_mut(&(key.shape, Arc::clone(&key.parent))) {
            order.remove(&record.sequence);
        }
        Some(record)
    }
}

/// The unique values of a resource, each with its row. A resource inside another one shares them with its neighbours.
pub(crate) fn unique_rows(
    tables: &Lifecycles,
    record: &Record,
) -> Vec<(&'static Unique, (&'static str, String))> {
    let rows = tables.resource(record.key.shape).map_or(&[][..], |resource| resource.unique);
    let mut found = Vec::new();
    for row in rows {
        if row.only.is_some_and(|only| !matches(&**record.stored, only)) {
            continue;
        }
        let values = match row.path {
            [] => vec![record.key.id.to_string()],
            path => texts_in(&**record.stored, path),
        };
        for value in values {
            let parent = &record.key.parent;
            let value = if parent.is_empty() { value } else { format!("{parent}\n{value}") };
            found.push((row, (row.scope, value)));
        }
    }
    found
}

/// Whether a structure has one of the values of a row.
pub(crate) fn matches(stored: &dyn Structure, only: Only) -> bool {
    is_match(texts_in(stored, only.path), only)
}

/// Whether a tree has one of the values of a row.
pub(crate) fn matches_tree(tree: &Value, only: Only) -> bool {
    is_match(texts_of(path::all(tree, only.path)), only)
}

fn is_match(mut found: Vec<String>, only: Only) -> bool {
    if found.is_empty() && !only.absent.is_empty() {
        found.push(only.absent.to_owned());
    }
    found.iter().any(|value| only.values.is_empty() || only.values.contains(&value.as_str()))
}

/// The values at a path inside a structure that are not empty texts: each its text, or its JSON if it is no text.
pub(crate) fn texts_in(stored: &dyn Structure, path: &[&str]) -> Vec<String> {
    let list = path.iter().position(|step| *step == "[]").unwrap_or(path.len());
    let (names, rest) = path.split_at(list);
    let Some(value) = path::value_in(stored, names) else { return Vec::new() };
    texts_of(path::all(&value, rest))
}

/// The texts of values that are not empty texts.
fn texts_of(values: Vec<&Value>) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    values.into_iter().map(text).filter(|text| !text.is_empty()).collect()
}
