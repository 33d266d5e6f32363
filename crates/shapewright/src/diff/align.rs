//! Brings the elements of lists without an order of their own into the same order.

use std::collections::BTreeMap;

use serde_json::Value;

/// The elements of a list in the new order, as their positions before.
pub(super) type Moved = BTreeMap<String, Vec<usize>>;

/// Members that tell the elements of a list apart. Lists of such elements have no order of their own.
const KEYS: [&str; 5] = ["Id", "HeaderName", "ErrorCode", "Key", "EventType"];

/// Changes the order of elements in lists where it has no meaning: first those that both have, then the others.
/// `pointer` is the place of the values, `moved` gets what was moved.
pub(super) fn align(old: &mut Value, new: &mut Value, pointer: String, moved: &mut Moved) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let is_counted = old.contains_key("Quantity");
            for (name, old) in old {
                let Some(new) = new.get_mut(name) else { continue };
                let pointer = format!("{pointer}/{name}");
                if let (Value::Array(old), Value::Array(new)) = (&mut *old, &mut *new)
                    && let Some(key) = key_of(old, new, is_counted)
                {
                    let order = reorder(old, new, &key);
                    moved.insert(pointer.clone(), order);
                }
                align(old, new, pointer, moved);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for (index, (old, new)) in old.iter_mut().zip(new).enumerate() {
                align(old, new, format!("{pointer}/{index}"), moved);
            }
        }
        _ => {}
    }
}

/// What tells elements apart.
type Key = Box<dyn Fn(&Value) -> Option<Value>>;

/// The key of the elements of both lists, if they have no order of their own.
fn key_of(old: &[Value], new: &[Value], is_counted: bool) -> Option<Key> {
    let all = |test: &dyn Fn(&Value) -> bool| old.iter().chain(new).all(test);
    if is_counted && all(&|value| value.is_string() || value.is_number()) {
        return Some(Box::new(|value| Some(value.clone())));
    }
    let key = KEYS.into_iter().find(|key| all(&|value| value.get(key).is_some()))?;
    Some(Box::new(move |value| value.get(key).cloned()))
}

/// Puts the elements that both have first, in the order of the old list. Returns where the elements come from: in the
/// old list, or in the new one beyond its end.
fn reorder(old: &mut Vec<Value>, new: &mut Vec<Value>, key: &Key) -> Vec<usize> {
    let mut common = Vec::new();
    let mut is_taken = vec![false; new.len()];
    let mut positions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, value) in new.iter().enumerate().rev() {
        positions.entry(name(key, value)).or_default().push(index);
    }
    for (index, value) in old.iter().enumerate() {
        let position = positions.get_mut(&name(key, value)).and_then(Vec::pop);
        if let Some((position, taken)) =
            position.and_then(|position| Some((position, is_taken.get_mut(position)?)))
        {
            *taken = true;
            common.push((index, position));
        }
    }
    let old_rest = (0..old.len()).filter(|index| common.iter().all(|(old, _)| old != index));
    let old_order: Vec<usize> = common.iter().map(|(old, _)| *old).chain(old_rest).collect();
    let new_rest = is_taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(index, _)| index);
    let new_order: Vec<usize> = common.iter().map(|(_, new)| *new).chain(new_rest).collect();
    *old = in_order(old, &old_order);
    *new = in_order(new, &new_order);
    let beyond = new_order.iter().skip(old_order.len()).copied();
    old_order.iter().copied().chain(beyond).collect()
}

fn name(key: &Key, value: &Value) -> String {
    key(value).map(|key| key.to_string()).unwrap_or_default()
}

fn in_order(values: &[Value], order: &[usize]) -> Vec<Value> {
    order.iter().filter_map(|index| values.get(*index).cloned()).collect()
}

/// The pointer before elements were moved.
pub(super) fn original(pointer: &str, moved: &Moved) -> String {
    let (mut before, mut after) = (String::new(), String::new());
    for step in pointer.split('/').skip(1) {
        let order = moved.get(&after);
        let index = order.and_then(|order| order.get(step.parse::<usize>().ok()?));
        before += &index.map_or_else(|| format!("/{step}"), |index| format!("/{index}"));
        after += &format!("/{step}");
    }
    before
}
