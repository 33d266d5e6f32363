//! Continuous deployment: staging distributions, and policies that link them with primary ones.

use serde_json::{Value, json};
use shapewright_server::{Answer, Call, Key, Outcome, Record, Refusal, path};

const CONFIG: &str = "DistributionConfig";
const POLICY: &[&str] = &[CONFIG, "ContinuousDeploymentPolicyId"];
const BY: &str = "custom continuous deployment";

/// What can change while a policy links two distributions.
///
/// `ContinuousDeploymentPolicyId` is how the link ends. `Enabled` is not on the list of the documentation, but nobody
/// reports a refusal.
const CHANGEABLE: &[&str] = &[
    "CacheBehaviors",
    "Comment",
    "ContinuousDeploymentPolicyId",
    "CustomErrorResponses",
    "DefaultCacheBehavior",
    "DefaultRootObject",
    "Enabled",
    "Logging",
    "OriginGroups",
    "Origins",
    "Restrictions",
];

/// Refuses a new distribution with a policy: a later update of the primary distribution attaches it.
///
/// The same member is accepted in updates, and the rules of a structure do not know which operation it is in.
pub(super) fn refuse_policy(call: &mut Call<'_>) -> Result<(), Refusal> {
    if call.text(POLICY).is_empty() {
        return Ok(());
    }
    let text = "The parameter ContinuousDeploymentPolicyId is not valid for a new distribution.";
    Err(call.refuse_saying("InvalidArgument", text, BY))
}

/// Refuses most changes while a policy links the distribution with another one.
///
/// Whether it does is a property of three resources.
pub(super) fn refuse_linked(call: &mut Call<'_>) -> Result<(), Refusal> {
    let Some(target) = call.target.clone() else { return Ok(()) };
    let stays = !call.text(POLICY).is_empty() || target.flag(&[CONFIG, "Staging"]);
    if !stays || !is_linked(call, &target) {
        return Ok(());
    }
    let stored = target.value(&[CONFIG]).unwrap_or_default();
    let sent = path::one(&call.input, &[CONFIG]).and_then(Value::as_object);
    let is_changed = |(name, value): (&String, &Value)| match &**name {
        // One web ACL can take the place of another one.
        "WebACLId" => (value == "") != stored.get(name).is_none_or(|stored| stored == ""),
        name => !CHANGEABLE.contains(&name) && stored.get(name).is_some_and(|stored| differs(stored, value)),
    };
    if sent.into_iter().flatten().any(is_changed) {
        return Err(call.refuse_about("IllegalUpdate", "continuous-deployment", BY, &|_| None));
    }
    Ok(())
}

/// Whether a continuous deployment policy links the distribution with another one.
fn is_linked(call: &Call<'_>, distribution: &Record) -> bool {
    let policy = call.record(&Key::new("ContinuousDeploymentPolicy", &distribution.text(POLICY)));
    let names = ["ContinuousDeploymentPolicyConfig", "StagingDistributionDnsNames", "Items", "[]"];
    if policy.is_some_and(|policy| !policy.texts(&names).is_empty()) {
        return true;
    }
    let policies = call.users(&distribution.key, "ContinuousDeploymentPolicy");
    policies.iter().any(|policy| !call.users(&policy.key, "Distribution").is_empty())
}

/// Whether a value is another one. Members that one of both leaves out, and the order of lists, do not count.
fn differs(stored: &Value, sent: &Value) -> bool {
    let sorted = |list: &[Value]| {
        let mut texts: Vec<String> = list.iter().map(Value::to_string).collect();
        texts.sort_unstable();
        texts
    };
    match (stored, sent) {
        (Value::Object(stored), Value::Object(sent)) => {
            sent.iter().any(|(name, sent)| stored.get(name).is_some_and(|stored| differs(stored, sent)))
        }
        (Value::Array(stored), Value::Array(sent)) => sorted(stored) != sorted(sent),
        (stored, sent) => stored != sent,
    }
}

/// `CopyDistribution`: a staging distribution with the configuration of a primary one, without its aliases and policy,
/// which a staging distribution cannot have.
pub(super) fn copy(call: &mut Call<'_>) -> Outcome {
    let Some(primary) = call.target.clone() else { return Err(call.refuse("NoSuchDistribution", "exists")) };
    if primary.text(&[CONFIG, "ConnectionMode"]) == "tenant-only" {
        let text = "A multi-tenant distribution cannot have a staging distribution.";
        return Err(call.refuse_saying("InvalidArgument", text, BY));
    }
    let mut config = primary.value(&[CONFIG]).unwrap_or_default();
    let enabled = path::one(&call.input, &["Enabled"]).cloned().unwrap_or(json!(true));
    for (name, value) in [
        ("CallerReference", json!(call.text(&["CallerReference"]))),
        ("Staging", json!(true)),
        ("Enabled", enabled),
        ("Aliases", json!({ "Quantity": 0 })),
        ("ContinuousDeploymentPolicyId", json!("")),
    ] {
        path::set(&mut config, &[name], value);
    }
    call.create("Distribution", json!({ CONFIG: config }))
}

/// `UpdateDistributionWithStagingConfig`: the primary distribution gets the configuration of the staging one, but keeps
/// what says which distribution it is. Its policy is disabled.
pub(super) fn promote(call: &mut Call<'_>) -> Outcome {
    let Some(primary) = call.target.clone() else { return Err(call.refuse("NoSuchDistribution", "exists")) };
    let id = call.text(&["StagingDistributionId"]).to_owned();
    let staging = call.find("Distribution", &id)?.filter(|found| found.flag(&[CONFIG, "Staging"]));
    let Some(staging) = staging else { return Err(call.refuse("NoSuchDistribution", "exists")) };
    refuse_stale(call, &primary, &staging)?;

    let mut tree = primary.tree();
    let mut config = staging.value(&[CONFIG]).unwrap_or_default();
    let kept = ["Aliases", "CallerReference", "ContinuousDeploymentPolicyId", "Staging"];
    for name in kept {
        path::remove(&mut config, &[name]);
        if let Some(value) = path::one(&tree, &[CONFIG, name]).cloned() {
            path::set(&mut config, &[name], value);
        }
    }
    path::set(&mut tree, &[CONFIG], config);
    let changed = call.change(&primary, tree)?;

    let policy = call.find("ContinuousDeploymentPolicy", &primary.text(POLICY))?;
    let enabled = ["ContinuousDeploymentPolicyConfig", "Enabled"];
    if let Some(policy) = policy.filter(|policy| policy.flag(&enabled)) {
        let mut tree = policy.tree();
        path::set(&mut tree, &enabled, json!(false));
        call.change(&policy, tree)?;
    }
    Ok(Answer::Resource(changed))
}

/// The request has the ETags of both distributions, that of the primary one first. One ETag is that of the primary one.
fn refuse_stale(call: &Call<'_>, primary: &Record, staging: &Record) -> Result<(), Refusal> {
    let current = [call.engine.etag(primary.version), call.engine.etag(staging.version)];
    let mut sent = call.text(&["IfMatch"]).split(',').map(str::trim).zip(current);
    if call.engine.settings().lenient || sent.all(|(sent, current)| sent == current) {
        return Ok(());
    }
    Err(call.refuse("PreconditionFailed", "version"))
}
