//! Outputs as clients and servers can compare them: responses have lists in an order of their own, and leave out some
//! empty ones.

use serde_json::Value;
use shapewright_http::xml::{Content, Element, Order};
use shapewright_http::{Body, Location, Message};

/// Returns an output, in JSON, with the items of a list sorted if the table gives them an order, and without empty
/// lists that responses leave out. `names` are the members of the output. Everything else stays as it is.
pub fn answered(message: &Message, names: &[&str], mut value: Value) -> Value {
    match &message.body {
        Body::Document { root, .. } => normalize(root, &mut value),
        Body::Payload { root, .. } => {
            let mut members = names.iter().zip(message.members);
            let payload = members.find(|(_, location)| **location == Location::Payload);
            if let Some(payload) = payload.and_then(|(name, _)| value.get_mut(*name)) {
                normalize(root, payload);
            }
        }
        _ => {}
    }
    value
}

fn normalize(element: &Element, value: &mut Value) {
    match (&element.content, value) {
        (Content::Structure(members), Value::Object(values)) => {
            for element in members.elements {
                if let Some(value) = values.get_mut(element.name) {
                    normalize(element, value);
                    if is_left_out(element, value) {
                        values.remove(element.name);
                    }
                }
            }
        }
        (Content::List(list) | Content::FlatList(list), Value::Array(items)) => {
            for item in items.iter_mut() {
                normalize(&list.item, item);
            }
            if list.order != Order::Given {
                items.sort_by_key(Value::to_string);
            }
        }
        (Content::Map(entry) | Content::FlatMap(entry), Value::Object(values)) => {
            for value in values.values_mut() {
                normalize(&entry.value, value);
            }
        }
        _ => {}
    }
}

fn is_left_out(element: &Element, value: &Value) -> bool {
    let is_list = matches!(&element.content, Content::List(list) if list.unless_empty);
    is_list && value.as_array().is_some_and(Vec::is_empty)
}
