//! Values inside structures and trees, by path.

use serde_json::value::Serializer;
use serde_json::{Map, Value};
use shapewright_runtime::{Field, Structure};

/// The values at a path inside a tree; a step `[]` goes to every element.
pub fn all<'a>(root: &'a Value, path: &[&str]) -> Vec<&'a Value> {
    let mut found = vec![root];
    for step in path {
        found = match *step {
            "[]" => found.into_iter().filter_map(Value::as_array).flatten().collect(),
            name => found.into_iter().filter_map(|value| value.get(name)).collect(),
        };
    }
    found
}

/// The value at a path without `[]`.
pub fn one<'a>(root: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(root, |value, name| value.get(name))
}

/// The texts at a path.
pub fn texts<'a>(root: &'a Value, path: &[&str]) -> Vec<&'a str> {
    all(root, path).into_iter().filter_map(Value::as_str).collect()
}

/// Sets the value at a path without `[]`. Creates the objects on the way.
pub fn set(root: &mut Value, path: &[&str], value: Value) {
    let Some((first, rest)) = path.split_first() else {
        *root = value;
        return;
    };
    if !root.is_object() {
        *root = Value::Object(Map::new());
    }
    if let Some(members) = root.as_object_mut() {
        set(members.entry(*first).or_insert(Value::Null), rest, value);
    }
}

/// Removes the value at a path without `[]`.
pub fn remove(root: &mut Value, path: &[&str]) -> Option<Value> {
    let (last, way) = path.split_last()?;
    let parent = way.iter().try_fold(root, |value, name| value.get_mut(name))?;
    parent.as_object_mut()?.remove(*last)
}

/// Calls `visit` with every object at a path.
pub fn each_object(root: &mut Value, path: &[&str], visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    match path.split_first() {
        None => {
            if let Some(members) = root.as_object_mut() {
                visit(members);
            }
        }
        Some((&"[]", rest)) => {
            for element in root.as_array_mut().into_iter().flatten() {
                each_object(element, rest, visit);
            }
        }
        Some((name, rest)) => {
            if let Some(value) = root.get_mut(*name) {
                each_object(value, rest, visit);
            }
        }
    }
}

/// Calls `visit` with the field at a path of names inside a structure, if there is one.
pub(crate) fn with_field(structure: &dyn Structure, path: &[&str], visit: &mut dyn FnMut(&dyn Field)) {
    let Some((first, rest)) = path.split_first() else { return };
    let Some(index) = structure.member_names().iter().position(|name| name == first) else { return };
    structure.visit_fields(&mut |fields| {
        let Some(field) = fields.get(index) else { return };
        if rest.is_empty() {
            visit(*field);
        } else {
            crate::view::inside(*field, &mut |structure| with_field(structure, rest, visit));
        }
    });
}

/// The value at a path of names inside a structure, as serde writes it.
pub(crate) fn value_in(structure: &dyn Structure, path: &[&str]) -> Option<Value> {
    let mut found = None;
    with_field(structure, path, &mut |field| {
        if !field.is_absent() {
            found = crate::view::AsValue(field).to_value();
        }
    });
    found
}

/// A structure as a tree, as serde writes it.
pub fn tree(structure: &dyn Structure) -> Value {
    serde::Serialize::serialize(structure, Serializer).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{all, each_object, one, remove, set, texts};

    #[test]
    fn values_are_found_set_and_removed() {
        let mut root = json!({"Items": [{"Id": "a"}, {"Id": "b"}, {}]});
        assert_eq!(texts(&root, &["Items", "[]", "Id"]), ["a", "b"]);
        assert_eq!(all(&root, &["Items", "[]"]).len(), 3);
        assert_eq!(one(&root, &["Items", "Id"]), None);

        set(&mut root, &["Config", "Name"], json!("n"));
        assert_eq!(one(&root, &["Config", "Name"]), Some(&json!("n")));
        assert_eq!(remove(&mut root, &["Config", "Name"]), Some(json!("n")));
        assert_eq!(remove(&mut root, &["None", "Name"]), None);

        each_object(&mut root, &["Items", "[]"], &mut |object| {
            drop(object.insert("Id".to_owned(), json!("c")))
        });
        assert_eq!(texts(&root, &["Items", "[]", "Id"]), ["c", "c", "c"]);
    }
}
