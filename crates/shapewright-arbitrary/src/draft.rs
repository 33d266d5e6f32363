//! Changes to documents.

use serde_json::{Map, Value};
use shapewright_runtime::PointerStep;

/// A change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Edit {
    /// Sets a member or an element.
    Set(String, Value),
    /// Adds an element to a list.
    Push(String, Value),
    /// Removes a member or an element.
    Remove(String),
    /// Makes two changes, one after the other.
    Both(Box<[Edit; 2]>),
}

impl Edit {
    /// Returns the document after the change.
    pub(crate) fn apply(&self, document: &Value) -> Value {
        let mut document = document.clone();
        self.change(&mut document);
        document
    }

    fn change(&self, document: &mut Value) {
        match self {
            Edit::Set(pointer, value) => set(document, pointer, value.clone()),
            Edit::Push(pointer, value) => {
                if let Some(Value::Array(items)) = document.pointer_mut(pointer) {
                    items.push(value.clone());
                }
            }
            Edit::Remove(pointer) => remove(document, pointer),
            Edit::Both(both) => both.iter().for_each(|edit| edit.change(document)),
        }
    }
}

/// Sets a value. Creates absent parents as objects.
pub(crate) fn set(document: &mut Value, pointer: &str, value: Value) {
    if let Some(place) = document.pointer_mut(pointer) {
        *place = value;
        return;
    }
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    if document.pointer(parent).is_none() {
        set(document, parent, Value::Object(Map::new()));
    }
    if let Some(Value::Object(members)) = document.pointer_mut(parent) {
        members.insert(PointerStep::name(name), value);
    }
}

/// Removes a member or an element.
pub(crate) fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(&PointerStep::name(name))),
        Some(Value::Array(items)) => {
            if let Some(index) = name.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}
