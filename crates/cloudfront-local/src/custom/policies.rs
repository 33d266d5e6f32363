//! Policies of resources, which can be of any kind and are kept beside them.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use shapewright_server::{Answer, Call, Outcome, Record, Refusal};

/// The name of the policy in what is kept beside a resource.
const POLICY: &str = "PolicyDocument";

/// The resource with the ARN in the request.
fn named(call: &Call<'_>) -> Result<Arc<Record>, Refusal> {
    call.by_arn(call.text(&["ResourceArn"])).ok_or_else(|| call.refuse("EntityNotFound", "exists"))
}

/// The refusal for a resource without a policy.
fn missing(call: &Call<'_>) -> Refusal {
    let thing = |name: &str| (name == "thing").then(|| "resource policy".to_owned());
    call.refuse_about("EntityNotFound", "", "exists", &thing)
}

fn keep(call: &mut Call<'_>, record: &Record, kept: Map<String, Value>) {
    call.put(Record { kept: Arc::new(kept), ..record.clone() });
}

/// `PutResourcePolicy`: creates or replaces, and the resource can be of any kind.
pub(super) fn put(call: &mut Call<'_>) -> Outcome {
    let record = named(call)?;
    let policy = call.text(&[POLICY]).to_owned();
    if !serde_json::from_str::<Value>(&policy).is_ok_and(|policy| policy.is_object()) {
        let text = "The policy document is not a JSON object.";
        return Err(call.refuse_saying("InvalidArgument", text, "custom resource policy"));
    }
    let mut kept = (*record.kept).clone();
    kept.insert(POLICY.to_owned(), Value::String(policy));
    keep(call, &record, kept);
    Ok(Answer::Tree(json!({ "ResourceArn": &*record.arn })))
}

/// `GetResourcePolicy`: the resource can be of any kind.
pub(super) fn get(call: &mut Call<'_>) -> Outcome {
    let record = named(call)?;
    let Some(policy) = record.kept.get(POLICY) else { return Err(missing(call)) };
    Ok(Answer::Tree(json!({ "ResourceArn": &*record.arn, POLICY: policy })))
}

/// `DeleteResourcePolicy`: the resource can be of any kind, and stays.
pub(super) fn delete(call: &mut Call<'_>) -> Outcome {
    let record = named(call)?;
    let mut kept = (*record.kept).clone();
    if kept.remove(POLICY).is_none() {
        return Err(missing(call));
    }
    keep(call, &record, kept);
    Ok(Answer::Empty)
}
