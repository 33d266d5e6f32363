//! Domains of distributions and tenants.

use std::sync::Arc;

use serde_json::{Value, json};
use shapewright_server::{Answer, Call, Outcome, Record, Refusal, path};

use super::aliases;
use super::pages::{masked, overlap, page};

const DOMAINS: &[&str] = &["Domains", "[]", "Domain"];
const BY: &str = "custom domain";

/// The domains of a distribution or tenant.
pub(super) fn of(record: &Record) -> Vec<String> {
    record.texts(if record.key.shape == "Distribution" { aliases::ALIASES } else { DOMAINS })
}

/// The distribution or tenant that a member of the input names.
fn named(call: &Call<'_>, member: &str) -> Result<Arc<Record>, Refusal> {
    let distribution = call.find("Distribution", call.text(&[member, "DistributionId"]))?;
    let tenant = call.find("DistributionTenant", call.text(&[member, "DistributionTenantId"]))?;
    let thing = |name: &str| (name == "thing").then(|| "distribution or distribution tenant".to_owned());
    distribution.or(tenant).ok_or_else(|| call.refuse_about("EntityNotFound", "", "exists", &thing))
}

/// `UpdateDomainAssociation`: moves a domain from the disabled distribution or tenant that has it. It changes two
/// resources of two kinds, and the version in the request is that of the target.
pub(super) fn associate(call: &mut Call<'_>) -> Outcome {
    let target = named(call, "TargetResource")?;
    let domain = call.text(&["Domain"]).to_owned();
    let is_lenient = call.engine.settings().lenient;
    if !is_lenient && call.text(&["IfMatch"]) != call.engine.etag(target.version) {
        return Err(call.refuse("PreconditionFailed", "version"));
    }
    if target.key.shape == "Distribution" && aliases::is_multi_tenant(&target) {
        return Err(call.refuse("InvalidAssociation", BY));
    }
    let Some(source) = call.holder(aliases::SCOPE, &domain) else {
        let thing = |name: &str| (name == "thing").then(|| "domain".to_owned());
        return Err(call.refuse_about("EntityNotFound", "", BY, &thing));
    };
    let mut changed = Arc::clone(&target);
    if source.key != target.key {
        if source.flag(if source.key.shape == "Distribution" { ENABLED } else { &["Enabled"] }) {
            let text = "The resource that has the domain must be disabled first.";
            return Err(call.refuse_saying("IllegalUpdate", text, BY));
        }
        call.change(&source, without(&source, &domain))?;
        changed = call.change(&target, with(&target, &domain))?;
    }
    Ok(Answer::Tree(json!({
        "Domain": domain,
        "ResourceId": &*changed.key.id,
        "ETag": call.engine.etag(changed.version),
    })))
}

const ENABLED: &[&str] = &["DistributionConfig", "Enabled"];

fn without(record: &Record, domain: &str) -> Value {
    if record.key.shape == "Distribution" {
        return aliases::without(record, domain);
    }
    change_list(record, |items| items.retain(|item| item.get("Domain").is_none_or(|other| other != domain)))
}

fn with(record: &Record, domain: &str) -> Value {
    if record.key.shape == "Distribution" {
        return aliases::with(record, domain);
    }
    change_list(record, |items| items.push(json!({ "Domain": domain, "Status": "active" })))
}

/// A tenant with other domains.
fn change_list(tenant: &Record, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    let mut tree = tenant.tree();
    let mut items = path::all(&tree, &["Domains", "[]"]).into_iter().cloned().collect();
    change(&mut items);
    path::set(&mut tree, &["Domains"], Value::Array(items));
    tree
}

/// `ListDomainConflicts`: distributions and tenants with domains that overlap with one. It compares names with
/// wildcards, over two kinds of resources.
pub(super) fn list_conflicts(call: &mut Call<'_>) -> Outcome {
    let own = named(call, "DomainControlValidationResource")?;
    let domain = call.text(&["Domain"]);
    let mut found = Vec::new();
    for (shape, kind) in [("Distribution", "distribution"), ("DistributionTenant", "distribution-tenant")] {
        for other in call.all(shape, "").into_iter().filter(|other| other.key != own.key) {
            for held in of(&other).into_iter().filter(|held| overlap(held, domain)) {
                let conflict = json!({
                    "Domain": held,
                    "ResourceType": kind,
                    "ResourceId": masked(&other.key.id),
                    "AccountId": masked(&call.engine.settings().account),
                });
                found.push((held, conflict));
            }
        }
    }
    let page = page(call, found);
    let mut output = json!({ "DomainConflicts": page.items });
    if let Some(next) = page.next {
        path::set(&mut output, &["NextMarker"], json!(next));
    }
    Ok(Answer::Tree(output))
}
