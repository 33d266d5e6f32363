//! Whether JSON values of overlays fit the types of the model.

use serde_json::Value;

use crate::ir::{Service, Type};
use shapewright_smithy::diagnostics::nearest;

/// What is wrong with a value of this type; `None` if nothing is.
pub(super) fn fault(service: &Service, ty: &Type, value: &Value) -> Option<String> {
    let is_right = match ty {
        Type::Boolean => value.is_boolean(),
        Type::Byte | Type::Short | Type::Integer | Type::Long => value.is_i64(),
        Type::Float | Type::Double => value.is_number(),
        Type::String | Type::Blob => value.is_string(),
        Type::Enum(id) => {
            let values = service.enums.get(id).map_or(&[][..], |found| &found.values);
            let found = values.iter().any(|known| Some(known.wire.as_str()) == value.as_str());
            return (!found).then(|| format!("{value} is no {}", id.name()));
        }
        Type::List(element) => {
            let Some(items) = value.as_array() else { return Some(format!("{value} is no list")) };
            return items.iter().find_map(|item| fault(service, &element.ty, item));
        }
        Type::Map(elements) => {
            let Some(entries) = value.as_object() else { return Some(format!("{value} is no object")) };
            return entries.values().find_map(|entry| fault(service, &elements.value.ty, entry));
        }
        Type::Structure(id) | Type::Union(id) => {
            let Some(object) = value.as_object() else { return Some(format!("{value} is no {}", id.name())) };
            return object_fault(service, id, object);
        }
        Type::Timestamp | Type::Document => true,
    };
    (!is_right).then(|| format!("{value} has the wrong type"))
}

fn object_fault(
    service: &Service,
    id: &shapewright_smithy::model::ShapeId,
    object: &serde_json::Map<String, Value>,
) -> Option<String> {
    let members = service.members(id)?;
    for (name, value) in object {
        let Some(member) = members.iter().find(|member| member.wire == *name) else {
            let near = nearest(name, members.iter().map(|member| member.wire.as_str()));
            let hint = near.map_or_else(String::new, |near| format!(", but `{near}`"));
            return Some(format!("{} has no member `{name}`{hint}", id.name()));
        };
        if let Some(fault) = fault(service, &member.ty, value) {
            return Some(format!("`{name}`: {fault}"));
        }
    }
    let absent = members.iter().find(|member| member.is_required() && !object.contains_key(&member.wire))?;
    Some(format!("{} needs `{}`", id.name(), absent.wire))
}
