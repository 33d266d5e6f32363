//! Generated values that can be converted to the types of the SDK, as JSON.

use serde_json::Value;
use shapewright_runtime::Structure;
use shapewright_tests::arbitrary::{ArbitraryReader, Style, bytes};
use shapewright_tests::messages::{in_whole_seconds, json_of};

use crate::operations::Conversion;

/// The number of bytes from which a value is generated.
const BYTES: usize = 4_000;

/// Fills a structure with every member that the SDK has. Members that are numbers in the SDK have digits.
pub fn whole(structure: &mut dyn Structure, seed: u64, conversion: Conversion) -> Value {
    ArbitraryReader::new(Style::Whole, &bytes(seed << 32, BYTES)).fill(structure);
    known_to_sdk(with_digits(in_whole_seconds(json_of(structure)), &seed.to_string()), conversion)
}

/// Returns the value without the members that the SDK does not have.
pub fn known_to_sdk(mut value: Value, conversion: Conversion) -> Value {
    while let Err(error) = conversion(&value)
        && error.is_unknown_to_sdk()
    {
        remove(&mut value, error.pointer());
    }
    value
}

/// Removes the member that a JSON Pointer points at.
pub fn remove(value: &mut Value, pointer: &str) {
    let removed = pointer.rsplit_once('/').and_then(|(parent, name)| {
        value.pointer_mut(parent)?.as_object_mut()?.remove(&name.replace("~1", "/").replace("~0", "~"))
    });
    assert!(removed.is_some(), "nothing is at {pointer}");
}

/// Returns the value with digits for members that are texts in the model and numbers in the SDK.
pub fn with_digits(mut value: Value, digits: &str) -> Value {
    if let Some(Value::String(text)) = value.get_mut("MaxItems")
        && text.parse::<i32>().is_err()
    {
        *text = digits.to_owned();
    }
    value
}

/// Returns the value without half of its members and elements. Keeps the top-level members for which `stays` returns
/// `true`, and those that the SDK requires.
pub fn sparse(whole: &Value, seed: u64, stays: impl Fn(&str) -> bool, conversion: Conversion) -> Value {
    let mut dice = bytes(seed << 32, BYTES).into_iter().cycle();
    let mut heads = move || dice.next().is_some_and(|byte| byte % 2 == 0);
    let mut value = whole.clone();
    thin(&mut value, &mut heads);
    for (name, member) in whole.as_object().into_iter().flatten().filter(|(name, _)| stays(name)) {
        value[name] = member.clone();
    }
    while let Err(error) = conversion(&value) {
        let mut kept = whole.pointer(error.pointer()).expect("it is in the whole value").clone();
        // A member may have fewer members than before, but a union must have its member.
        if error.member().is_some() {
            thin(&mut kept, &mut heads);
        }
        put(&mut value, error.pointer(), kept);
    }
    value
}

/// Removes half of the members and elements.
fn thin(value: &mut Value, heads: &mut impl FnMut() -> bool) {
    match value {
        Value::Object(members) => {
            members.retain(|_, _| heads());
            for member in members.values_mut() {
                thin(member, heads);
            }
        }
        Value::Array(elements) => {
            // Removes from the end, so that the other elements keep their positions.
            let left = elements.iter().take_while(|_| heads()).count();
            elements.truncate(left);
            for element in elements {
                thin(element, heads);
            }
        }
        _ => {}
    }
}

/// Sets the value at a JSON Pointer. Its parent must be present.
fn put(value: &mut Value, pointer: &str, new: Value) {
    if let Some(old) = value.pointer_mut(pointer) {
        *old = new;
    } else if let Some((parent, name)) = pointer.rsplit_once('/')
        && let Some(Value::Object(members)) = value.pointer_mut(parent)
    {
        members.insert(name.replace("~1", "/").replace("~0", "~"), new);
    } else {
        panic!("nothing of {pointer} is there");
    }
}
