//! Who can sign URLs and cookies.

use serde_json::{Value, json};
use shapewright_server::{Call, path};

use super::behaviors;

/// The accounts that the cache behaviors trust.
///
/// They are computed from lists in many places. Key pairs of accounts are not known here.
pub(super) fn add_accounts(distribution: &mut Value) {
    let accounts = trusted(distribution, "TrustedSigners");
    let item = |account: &String| json!({ "AwsAccountNumber": account, "KeyPairIds": { "Quantity": 0 } });
    let items: Vec<Value> = accounts.iter().map(item).collect();
    path::set(distribution, &["ActiveTrustedSigners"], list(items));
}

/// The key groups that the cache behaviors trust, with their public keys.
///
/// They are computed from lists in many places and from other resources.
pub(super) fn add_key_groups(call: &Call<'_>, distribution: &mut Value) {
    let groups = trusted(distribution, "TrustedKeyGroups");
    let item = |id: &String| {
        let group = call.record(&shapewright_server::Key::new("KeyGroup", id))?;
        let keys = group.texts(&["KeyGroupConfig", "Items", "[]"]);
        Some(json!({ "KeyGroupId": id, "KeyPairIds": { "Quantity": keys.len(), "Items": keys } }))
    };
    let items: Vec<Value> = groups.iter().filter_map(item).collect();
    path::set(distribution, &["ActiveTrustedKeyGroups"], list(items));
}

/// What the behaviors trust, each once.
fn trusted(distribution: &Value, member: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for behavior in behaviors::all(distribution) {
        let is_enabled = path::one(behavior, &[member, "Enabled"]).is_some_and(|enabled| enabled == true);
        for text in path::texts(behavior, &[member, "Items", "[]"]) {
            if is_enabled && !found.iter().any(|other| other == text) {
                found.push(text.to_owned());
            }
        }
    }
    found
}

fn list(items: Vec<Value>) -> Value {
    if items.is_empty() {
        return json!({ "Enabled": false, "Quantity": 0 });
    }
    json!({ "Enabled": true, "Quantity": items.len(), "Items": items })
}
