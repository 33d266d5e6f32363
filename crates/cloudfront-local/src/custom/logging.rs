//! Logs: standard logs, and real-time log configurations.

use serde_json::{Value, json};
use shapewright_server::{Call, Refusal, path};

use super::behaviors;

/// Clears where logs go while logging is off.
///
/// No row removes a value that a request sets because of another value.
pub(super) fn clear(distribution: &mut Value, config: &str) {
    path::each_object(distribution, &[config, "Logging"], &mut |logging| {
        if logging.get("Enabled").and_then(Value::as_bool) == Some(false) {
            for member in ["Bucket", "Prefix"] {
                logging.insert(member.to_owned(), json!(""));
            }
        }
    });
}

/// Refuses real-time log configurations of other accounts.
///
/// A reference knows the resources of one account only, so that the others do not exist for it.
pub(super) fn refuse_other_accounts(call: &mut Call<'_>) -> Result<(), Refusal> {
    let account = &*call.engine.settings().account;
    let is_other =
        |arn: &str| arn.split(':').nth(4).is_some_and(|owner| !owner.is_empty() && owner != account);
    let mut arns =
        behaviors::all(&call.input).filter_map(|behavior| behavior.get("RealtimeLogConfigArn")?.as_str());
    if arns.any(is_other) {
        return Err(call.refuse("RealtimeLogConfigOwnerMismatch", "custom real-time log configuration"));
    }
    Ok(())
}

/// Refuses a name and an ARN of two real-time log configurations.
///
/// A table takes the first member that names the resource, and does not compare it with another one.
pub(super) fn refuse_contradiction(call: &mut Call<'_>) -> Result<(), Refusal> {
    let (name, arn) = (call.text(&["Name"]), call.text(&["ARN"]));
    let is_same = |named: &str, is: &str| named.is_empty() || named == is;
    match &call.target {
        Some(target) if !is_same(name, &target.key.id) || !is_same(arn, &target.arn) => {
            let text = "The name and the ARN are those of different real-time log configurations.";
            Err(call.refuse_saying("InvalidArgument", text, "custom real-time log configuration"))
        }
        _ => Ok(()),
    }
}
