//! Manifests have the same keys and values, except for the description.

use toml_edit::{DocumentMut, Item};

/// Compares two manifests.
pub(super) fn compare(path: &str, harmless: &str, hostile: &str) {
    let [mut harmless, mut hostile] = [harmless, hostile].map(|text| {
        text.parse::<DocumentMut>().unwrap_or_else(|error| panic!("{path} is no manifest: {error}\n{text}"))
    });
    for manifest in [&mut harmless, &mut hostile] {
        let description =
            manifest["package"].as_table_mut().and_then(|package| package.remove("description"));
        let text = description.as_ref().and_then(Item::as_str);
        let text = text.unwrap_or_else(|| panic!("{path} has a description"));
        assert!(text.lines().count() == 1, "{path} has a description of one line: {text:?}");
    }
    assert_eq!(hostile.to_string(), harmless.to_string(), "{path} has the keys and values of every model");
}
