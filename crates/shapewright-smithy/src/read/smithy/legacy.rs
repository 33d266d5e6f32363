//! Translates what only Smithy 1.0 has into Smithy 2.0.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::model::{Kind, Member, Model, Shape, ShapeId};
use crate::prelude::{self, BOX, ENUM};
use crate::read::reader::Reader;
use crate::traits::{Trait, Traits};

/// Drops `box`, since every member is optional anyway, and makes enums of strings with the trait `enum`.
pub(super) fn modernise(model: &mut Model, reader: &mut Reader<'_>) {
    for (id, shape) in &mut model.shapes {
        shape.traits.remove(BOX);
        for member in &mut shape.members {
            member.traits.remove(BOX);
        }
        if matches!(shape.kind, Kind::String) {
            modernise_enum(id, shape, reader);
        }
    }
}

fn modernise_enum(id: &ShapeId, shape: &mut Shape, reader: &mut Reader<'_>) {
    let Some(legacy) = shape.traits.remove(ENUM) else { return };
    if let Some(problem) = reader.value_problem(ENUM, &legacy.value, &shape.kind) {
        let place = reader.shape(id);
        reader.error(place, problem.message, problem.help);
        return;
    }
    shape.kind = Kind::Enum;
    for item in legacy.value.as_array().into_iter().flatten() {
        let value = item.get("value").and_then(Value::as_str).unwrap_or_default();
        let name = match item.get("name").and_then(Value::as_str) {
            Some(name) => name.to_owned(),
            None => member_name(value, &shape.members),
        };
        let traits = traits(item, value, &legacy.file);
        shape.members.push(Member { name, target: ShapeId::new(prelude::UNIT), traits });
    }
}

fn traits(item: &Value, value: &str, file: &Arc<str>) -> Traits {
    let mut traits = Traits::new();
    let mut set = |id: &str, value: Value| {
        traits.insert(id, Trait { value, file: file.clone() });
    };
    set(prelude::ENUM_VALUE, value.into());
    for (key, id) in [("documentation", prelude::DOCUMENTATION), ("tags", prelude::TAGS)] {
        if let Some(value) = item.get(key) {
            set(id, value.clone());
        }
    }
    if item.get("deprecated") == Some(&Value::Bool(true)) {
        set(prelude::DEPRECATED, json!({}));
    }
    traits
}

/// A name for the member with this value: every character that names cannot have becomes `_`.
///
/// Values that differ in such characters alone get a number, in their order.
pub(crate) fn member_name(value: &str, members: &[Member]) -> String {
    let word = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let mut name: String = value.chars().map(word).collect();
    if !name.contains(|c: char| c.is_ascii_alphanumeric()) {
        // No character can be in a name: use their code points.
        name = value.chars().map(|c| format!("U{:04X}", u32::from(c))).collect::<Vec<_>>().join("_");
    }
    if name.is_empty() {
        name = "EMPTY".to_owned();
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    let taken = |name: &str| members.iter().any(|member| member.name == name);
    if !taken(&name) {
        return name;
    }
    let mut number = 2;
    while taken(&format!("{name}_{number}")) {
        number += 1;
    }
    format!("{name}_{number}")
}
