//! Aliases of distributions: alternate domain names.

use serde_json::{Value, json};
use shapewright_server::{Answer, Call, Outcome, Record, path};

use super::pages::{masked, overlap, page};

/// The aliases of a distribution.
pub(super) const ALIASES: &[&str] = &["DistributionConfig", "Aliases", "Items", "[]"];
/// The name that distributions and tenants share for what must be unique.
pub(super) const SCOPE: &str = "aliases";
const MOST: usize = 100;

/// For each alias, what China's authorities say of it.
///
/// A row has no part for each element of a list.
pub(super) fn add_recordals(distribution: &mut Value) {
    let aliases = path::texts(distribution, ALIASES).into_iter();
    let recordals: Vec<Value> =
        aliases.map(|alias| json!({ "CNAME": alias, "ICPRecordalStatus": "APPROVED" })).collect();
    if recordals.is_empty() {
        path::remove(distribution, &["AliasICPRecordals"]);
    } else {
        path::set(distribution, &["AliasICPRecordals"], Value::Array(recordals));
    }
}

/// `AssociateAlias`: moves an alias from the standard distribution that has it. It changes two resources.
pub(super) fn associate(call: &mut Call<'_>) -> Outcome {
    let by = "custom alias";
    let Some(target) = call.target.clone().filter(|target| !is_multi_tenant(target)) else {
        return Err(call.refuse("NoSuchDistribution", "exists"));
    };
    let alias = call.text(&["Alias"]).to_owned();
    if target.texts(ALIASES).contains(&alias) {
        return Ok(Answer::Empty);
    }
    if target.texts(ALIASES).len() >= MOST {
        return Err(call.refuse("TooManyDistributionCNAMEs", by));
    }
    if target.text(&["DistributionConfig", "ViewerCertificate", "Certificate"]).is_empty() {
        let text = "The target distribution has no certificate for the alias.";
        return Err(call.refuse_saying("IllegalUpdate", text, by));
    }
    if let Some(source) = call.holder(SCOPE, &alias) {
        if source.key.shape != target.key.shape {
            let text = "The alias belongs to a distribution tenant.";
            return Err(call.refuse_saying("IllegalUpdate", text, by));
        }
        call.change(&source, without(&source, &alias))?;
    }
    call.change(&target, with(&target, &alias))?;
    Ok(Answer::Empty)
}

/// Whether a distribution has tenants, and no aliases.
pub(super) fn is_multi_tenant(distribution: &Record) -> bool {
    distribution.text(&["DistributionConfig", "ConnectionMode"]) == "tenant-only"
}

/// A distribution without one of its aliases.
pub(super) fn without(distribution: &Record, alias: &str) -> Value {
    let mut aliases = distribution.texts(ALIASES);
    aliases.retain(|other| other != alias);
    with_aliases(distribution, aliases)
}

/// A distribution with one more alias.
pub(super) fn with(distribution: &Record, alias: &str) -> Value {
    let mut aliases = distribution.texts(ALIASES);
    aliases.push(alias.to_owned());
    with_aliases(distribution, aliases)
}

fn with_aliases(distribution: &Record, aliases: Vec<String>) -> Value {
    let list = if aliases.is_empty() {
        json!({ "Quantity": 0 })
    } else {
        json!({ "Quantity": aliases.len(), "Items": aliases })
    };
    let mut tree = distribution.tree();
    path::set(&mut tree, &["DistributionConfig", "Aliases"], list);
    tree
}

/// `ListConflictingAliases`: aliases of other distributions that overlap with one. It compares names with wildcards.
pub(super) fn list_conflicts(call: &mut Call<'_>) -> Outcome {
    let id = call.text(&["DistributionId"]).to_owned();
    if call.find("Distribution", &id)?.is_none() {
        return Err(call.refuse_about("NoSuchDistribution", "", "exists", &|_| None));
    }
    let alias = call.text(&["Alias"]);
    let mut found = Vec::new();
    for other in call.all("Distribution", "").into_iter().filter(|other| *other.key.id != *id) {
        for held in other.texts(ALIASES).into_iter().filter(|held| overlap(held, alias)) {
            let conflict = json!({
                "Alias": held,
                "DistributionId": masked(&other.key.id),
                "AccountId": masked(&call.engine.settings().account),
            });
            found.push((held, conflict));
        }
    }
    let page = page(call, found);
    let mut list = json!({ "MaxItems": page.size, "Quantity": page.items.len(), "Items": page.items });
    if let Some(next) = page.next {
        path::set(&mut list, &["NextMarker"], json!(next));
    }
    Ok(Answer::Tree(json!({ "ConflictingAliasesList": list })))
}
