//! Invalidations.

use serde_json::Value;
use shapewright_server::{Call, Refusal, path};

const PATHS: &[&str] = &["InvalidationBatch", "Paths", "Items", "[]"];

/// Refuses a caller reference that was used for the same distribution, and more paths in progress than there may be.
///
/// A unique value is refused only while the configuration differs, or always; CloudFront's documentation has the first,
/// its answers the second, with a text of their own. And a quota counts resources, not the elements of their lists.
pub(super) fn check(call: &mut Call<'_>) -> Result<(), Refusal> {
    let Some(parent) = call.parent.clone() else { return Ok(()) };
    let others = call.all("Invalidation", &parent.key.id);
    let reference = call.text(&["InvalidationBatch", "CallerReference"]);
    if others.iter().any(|other| other.text(&["InvalidationBatch", "CallerReference"]) == reference) {
        let by = "custom caller reference";
        return Err(call.refuse_about("InvalidArgument", "invalidation-reference", by, &|_| None));
    }
    let in_progress = others.iter().filter(|other| other.is_pending(call.now));
    let mut paths: Vec<String> = in_progress.flat_map(|other| other.texts(PATHS)).collect();
    paths.extend(path::all(&call.input, PATHS).into_iter().filter_map(Value::as_str).map(str::to_owned));
    let wildcards = paths.iter().filter(|path| path.contains('*')).count();
    if paths.len() - wildcards > limit(call, "invalidation_paths", 3_000)
        || wildcards > limit(call, "invalidation_wildcards", 15)
    {
        return Err(call.refuse("TooManyInvalidationsInProgress", "custom paths in progress"));
    }
    Ok(())
}

/// A limit that settings can replace.
fn limit(call: &Call<'_>, name: &str, usual: usize) -> usize {
    call.engine.settings().quotas.get(name).map_or(usual, |limit| *limit as usize)
}
