//! Requests with long lists, and how the work on them grows with their length.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::model::Model;

/// How the elements of a long list differ.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    /// They do not: all are the same.
    Equal,
    /// Each of their texts is different.
    Different,
    /// They are structures without texts.
    Absent,
}

impl Keys {
    /// All kinds.
    pub const ALL: [Keys; 3] = [Keys::Equal, Keys::Different, Keys::Absent];

    /// The list with `length` elements, each made from one of those that it has.
    fn grow(self, items: &mut Vec<Value>, length: usize) {
        let like = std::mem::take(items);
        let mut index = 0..length;
        items.extend(like.iter().cycle().map_while(|item| Some(self.element(item, index.next()?))));
    }

    fn element(self, like: &Value, index: usize) -> Value {
        match (like, self) {
            (Value::String(text), Keys::Different) => Value::String(format!("{text}{index}")),
            (Value::Number(_), Keys::Different) => index.into(),
            (Value::Array(items), _) => items.iter().map(|item| self.element(item, index)).collect(),
            (Value::Object(members), _) => {
                let is_kept = |value: &Value| !matches!((value, self), (Value::String(_), Keys::Absent));
                let members = members.iter().filter(|(_, value)| is_kept(value));
                members.map(|(name, value)| (name.clone(), self.element(value, index))).collect()
            }
            _ => like.clone(),
        }
    }
}

/// The pointers to all lists in a document, those inside lists too: `/Origins/Items/0/CustomHeaders/Items`.
pub fn lists(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    visit(document, "", &mut |pointer, _| found.push(pointer.to_owned()));
    found
}

fn visit(value: &Value, pointer: &str, each: &mut dyn FnMut(&str, &[Value])) {
    match value {
        Value::Array(items) => {
            each(pointer, items);
            for (index, item) in items.iter().enumerate() {
                visit(item, &format!("{pointer}/{index}"), each);
            }
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| visit(value, &format!("{pointer}/{name}"), each));
        }
        _ => {}
    }
}

/// The document with `length` elements in the list at `pointer`. Elements have no structures and lists inside.
pub fn with_long_list(document: &Value, pointer: &str, length: usize, keys: Keys) -> Value {
    let mut document = document.clone();
    if let Some(Value::Array(items)) = document.pointer_mut(pointer) {
        for members in items.iter_mut().filter_map(Value::as_object_mut) {
            members.retain(|_, value| !value.is_object() && !value.is_array());
        }
        keys.grow(items, length);
    }
    document
}

/// The document with `length` elements in each list that is not inside another one.
pub fn with_long_lists(document: &Value, length: usize, keys: Keys) -> Value {
    let mut document = document.clone();
    grow_all(&mut document, length, keys);
    document
}

fn grow_all(value: &mut Value, length: usize, keys: Keys) {
    match value {
        Value::Array(items) => keys.grow(items, length),
        Value::Object(members) => members.values_mut().for_each(|value| grow_all(value, length, keys)),
        _ => {}
    }
}

impl Model {
    /// A value of a shape with all members, and one element in each list. What is inside itself has no members.
    pub fn full(&self, shape: &str) -> Value {
        self.full_inside(shape, &mut BTreeSet::new())
    }

    fn full_inside<'a>(&'a self, shape: &'a str, around: &mut BTreeSet<&'a str>) -> Value {
        let value = self.shape(shape);
        if !around.insert(shape) {
            return Value::Object(serde_json::Map::new());
        }
        let full = match value["type"].as_str().unwrap_or(shape) {
            "structure" => {
                let members = value["members"].as_object().into_iter().flatten();
                members
                    .map(|(name, member)| (name.clone(), self.full_inside(target(member), around)))
                    .collect()
            }
            "union" => {
                let first = value["members"].as_object().into_iter().flatten().next();
                let member =
                    first.map(|(name, member)| (name.clone(), self.full_inside(target(member), around)));
                member.into_iter().collect()
            }
            "list" => Value::Array(vec![self.full_inside(target(&value["member"]), around)]),
            "boolean" | "Boolean" | "PrimitiveBoolean" => true.into(),
            "integer" | "long" | "float" | "double" | "Integer" | "Long" | "Float" | "Double" => 1.into(),
            "timestamp" | "Timestamp" => "2026-11-20T00:00:00Z".into(),
            "blob" | "Blob" => "eA==".into(),
            _ => "a".into(),
        };
        around.remove(shape);
        full
    }
}

/// The name of the shape that a member has.
fn target(member: &Value) -> &str {
    let id = member["target"].as_str().unwrap_or_default();
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Less time than this says nothing about how it grows. Where it grows with the square, the lists of the tests take
/// much longer.
const SHORT: Duration = Duration::from_millis(40);

/// How often a measurement is repeated that may have been disturbed.
const ATTEMPTS: usize = 6;

/// How much longer four times as many elements may take. Four times are linear; sorting, caches and allocations take
/// some more. The square is 16 times.
const MOST: f64 = 7.5;

/// How long work takes for 1, 2 and 4 times as many elements: the least of several runs.
#[derive(Debug)]
pub struct Growth([Duration; 3]);

impl Growth {
    /// Measures until the work is seen to be linear, and at most a few times. `prepare` makes what `work` works on.
    pub fn measure<T>(length: usize, prepare: impl Fn(usize) -> T, mut work: impl FnMut(&mut T)) -> Growth {
        let mut growth = Growth([Duration::MAX; 3]);
        for _ in 0..ATTEMPTS {
            // The longest first: mostly it is so short that the others make no difference.
            for index in [2, 1, 0] {
                let mut prepared = prepare(length << index);
                let start = time();
                work(&mut prepared);
                growth.0[index] = growth.0[index].min(time().saturating_sub(start));
                if growth.0[2] < SHORT {
                    return growth;
                }
            }
            if growth.is_linear() {
                break;
            }
        }
        growth
    }

    /// Whether four times as many elements are about four times the work.
    pub fn is_linear(&self) -> bool {
        let [one, _, four] = self.0;
        four < SHORT || four.as_secs_f64() < MOST * one.as_secs_f64()
    }
}

/// How long this thread has run on a processor. Other programs make no difference, except where the system does not
/// say it, and this is the time that has passed.
fn time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|number| number.parse().ok());
    nanoseconds.filter(|number| *number > 0).map_or_else(|| START.elapsed(), Duration::from_nanos)
}
