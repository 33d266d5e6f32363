//! Strings in the values of traits.

use serde_json::Value;

/// Returns the strings under these keys, or the reason why the value is invalid.
pub(super) fn strings_of<'v, const N: usize>(
    value: &'v Value,
    keys: [&str; N],
) -> Result<[&'v str; N], String> {
    if !value.is_object() {
        return Err(format!("must be an object, not {value}"));
    }
    let mut strings = [""; N];
    for (string, key) in strings.iter_mut().zip(keys) {
        *string = value.get(key).and_then(Value::as_str).ok_or_else(|| format!("has no string `{key}`"))?;
    }
    Ok(strings)
}

/// The words as a list of JSON strings.
pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}
