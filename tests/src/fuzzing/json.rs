//! Structures in JSON.

use cloudfront_shapes::catalog::STRUCTURES;
use serde_json::{Deserializer, Value};
use shapewright_runtime::{Structure, collect_unknown_into, deserialize_into, deserialize_into_strict};

use super::chosen;
use crate::wire::{empty, json_of};

/// The first line is the name of a structure, the rest is JSON. A structure that was read must be the same after
/// writing and reading.
pub fn json_reading(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (name, document) = bytes.split_at(end);
    let name = chosen(STRUCTURES, &String::from_utf8_lossy(name));
    let mut read = empty(name);
    let outcome = deserialize_into(&mut *read, &mut Deserializer::from_slice(document));
    let mut collected = empty(name);
    let unknown = collect_unknown_into(&mut *collected, &mut Deserializer::from_slice(document));
    assert_eq!(outcome.is_ok(), unknown.is_ok(), "{name}: collecting unknown members changes the result");
    let Ok(unknown) = unknown else { return };
    assert!(
        unknown.pointers.iter().all(|pointer| pointer.starts_with('/')),
        "{name}: {unknown:?} are pointers"
    );
    assert_eq!(
        json_of(&*read),
        json_of(&*collected),
        "{name}: collecting unknown members changes the result"
    );
    again(name, &*read);
}

fn again(name: &str, read: &dyn Structure) {
    let text = serde_json::to_vec(read).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut structure = empty(name);
    let unknown = collect_unknown_into(&mut *structure, &mut Deserializer::from_slice(&text))
        .unwrap_or_else(|error| panic!("{name}: {error}: {}", String::from_utf8_lossy(&text)));
    assert!(unknown.is_empty(), "{name}: {unknown:?}: {}", String::from_utf8_lossy(&text));
    let strict = deserialize_into_strict(&mut *empty(name), &mut Deserializer::from_slice(&text));
    assert!(strict.is_ok(), "{name}: {strict:?}: {}", String::from_utf8_lossy(&text));
    assert_eq!(json_of(read), json_of(&*structure), "{name}: {}", String::from_utf8_lossy(&text));
    // A tree passes numbers and strings to the visitors in other forms than a string.
    let mut structure = empty(name);
    let tree: Value = json_of(read);
    deserialize_into(&mut *structure, &tree).unwrap_or_else(|error| panic!("{name}: {error}: {tree}"));
    assert_eq!(tree, json_of(&*structure), "{name}");
}
