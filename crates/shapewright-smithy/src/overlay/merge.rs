//! Sets and removes the traits of an overlay, and reports those without effect and those in conflict.

use serde_json::Value;

use crate::diagnostics::Place;
use crate::read::reader::Reader;
use crate::traits::{Trait, Traits};

/// Removes a trait, as `null` asks for.
pub(super) fn remove(traits: &mut Traits, id: &str, place: &Place, reader: &mut Reader<'_>) {
    if traits.remove(id).is_none() {
        reader.error(
            place.clone(),
            format!("`{id}` is to be removed and is not there"),
            "remove it from the overlay: it changes nothing any more",
        );
    }
}

/// Sets a trait. It replaces one from `model_file`; one from another overlay is a conflict.
pub(super) fn set(
    traits: &mut Traits,
    id: &str,
    new: &Trait,
    model_file: &str,
    place: &Place,
    reader: &mut Reader<'_>,
) {
    let is_merged = reader.vocabulary().is_merged(id);
    if is_merged && !new.value.is_object() {
        reader.error(
            place.clone(),
            format!("trait `{id}` must be an object, not {}", new.value),
            "write an object: each overlay adds entries to it",
        );
        return;
    }
    let Some(old) = traits.get(id) else {
        traits.insert(id.to_owned(), new.clone());
        return;
    };
    if is_merged {
        merge_entries(id, traits, new, model_file, place, reader);
    } else if old.value == new.value {
        report_no_change(id, old, place, reader);
    } else if *old.file != *model_file {
        report_conflict(id, &old.file, &old.value, new, place, reader);
    } else {
        traits.insert(id.to_owned(), new.clone());
    }
}

fn merge_entries(
    id: &str,
    traits: &mut Traits,
    new: &Trait,
    model_file: &str,
    place: &Place,
    reader: &mut Reader<'_>,
) {
    let Some(Value::Object(rules)) = traits.get(id).map(|old| old.value.clone()) else { return };
    let mut merged = rules;
    for (key, value) in new.value.as_object().into_iter().flatten() {
        let Some(old) = merged.get(key) else {
            merged.insert(key.clone(), value.clone());
            continue;
        };
        let what = format!("{id}/{key}");
        let file = entry_file(id, traits, key, model_file);
        let old = Trait { value: old.clone(), file };
        if old.value == *value {
            report_no_change(&what, &old, place, reader);
        } else {
            let new = Trait { value: value.clone(), file: new.file.clone() };
            report_conflict(&what, &old.file, &old.value, &new, place, reader);
        }
    }
    traits.insert(id.to_owned(), Trait { value: Value::Object(merged), file: new.file.clone() });
}

/// The overlay that gave an entry: most often the one that set the constraint trait itself.
fn entry_file(id: &str, traits: &Traits, key: &str, model_file: &str) -> std::sync::Arc<str> {
    let constraint = traits.get(key).filter(|constraint| *constraint.file != *model_file);
    constraint.or_else(|| traits.get(id)).map_or_else(|| model_file.into(), |found| found.file.clone())
}

fn report_no_change(id: &str, old: &Trait, place: &Place, reader: &mut Reader<'_>) {
    reader.error(
        place.clone(),
        format!("`{id}` changes nothing: {} has the same value", old.file),
        "remove it from the overlay",
    );
}

fn report_conflict(
    id: &str,
    old_file: &str,
    old: &Value,
    new: &Trait,
    place: &Place,
    reader: &mut Reader<'_>,
) {
    reader.error(
        place.clone(),
        format!("`{id}` is set to {} by {} and to {old} by {old_file}", new.value, new.file),
        "keep it in one of the two overlays",
    );
}
