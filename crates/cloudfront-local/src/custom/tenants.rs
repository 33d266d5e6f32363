//! Distribution tenants.

use serde_json::{Value, json};
use shapewright_server::{Answer, Call, Refusal, path};

/// Refusals of new tenants. Makes the connection group that they have if they name none.
pub(super) fn check_create(call: &mut Call<'_>) -> Result<(), Refusal> {
    refuse_parameters(call)?;
    if call.text(&["ConnectionGroupId"]).is_empty() {
        let group = default_group(call)?;
        path::set(&mut call.input, &["ConnectionGroupId"], json!(group));
    }
    Ok(())
}

/// Refusals of changed tenants.
pub(super) fn check_update(call: &mut Call<'_>) -> Result<(), Refusal> {
    refuse_parameters(call)
}

/// The id of the default connection group, which CloudFront makes with the first tenant.
///
/// No row makes a resource of another kind.
fn default_group(call: &mut Call<'_>) -> Result<String, Refusal> {
    let groups = call.all("ConnectionGroup", "");
    if let Some(group) = groups.iter().find(|group| group.flag(&["IsDefault"])) {
        return Ok(group.key.id.to_string());
    }
    let Answer::Resource(group) = call.create("ConnectionGroup", json!({}))? else {
        return Err(call.refuse("InternalError", "custom connection group"));
    };
    let mut tree = group.tree();
    path::set(&mut tree, &["Name"], json!(format!("CreatedByCloudFront-{}", group.key.id)));
    path::set(&mut tree, &["IsDefault"], json!(true));
    call.replace(&group, &tree)?;
    Ok(group.key.id.to_string())
}

/// Refuses parameters that the distribution does not define, and the absence of those that it demands.
///
/// They are defined in another resource.
fn refuse_parameters(call: &mut Call<'_>) -> Result<(), Refusal> {
    let stored = |member: &str| call.target.as_ref().and_then(|tenant| tenant.value(&[member]));
    let member =
        |name: &str| path::one(&call.input, &[name]).cloned().or_else(|| stored(name)).unwrap_or_default();
    let id = member("DistributionId");
    let Some(distribution) = call.find("Distribution", id.as_str().unwrap_or_default())? else {
        return Ok(());
    };
    let definitions = distribution.value(&["DistributionConfig", "TenantConfig", "ParameterDefinitions"]);
    let definitions = definitions.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let parameters = member("Parameters");
    let given = path::texts(&parameters, &["[]", "Name"]);

    let refuse = |text: String| Err(call.refuse_saying("InvalidArgument", &text, "custom parameters"));
    let name =
        |definition: &Value| definition.get("Name").and_then(Value::as_str).unwrap_or_default().to_owned();
    let defined: Vec<String> = definitions.iter().map(name).collect();
    if let Some(unknown) = given.iter().find(|given| !defined.iter().any(|name| name == *given)) {
        return refuse(format!("The distribution does not define the parameter {unknown}."));
    }
    let is_demanded = |definition: &&Value| {
        let schema = path::one(definition, &["Definition", "StringSchema"]);
        let member = |name: &str| schema.and_then(|schema| schema.get(name));
        member("Required").is_some_and(|required| required == true) && member("DefaultValue").is_none()
    };
    let missing = definitions.iter().filter(is_demanded).map(name).find(|name| !given.contains(&&**name));
    match missing {
        Some(name) => {
            let value = |placeholder: &str| (placeholder == "name").then(|| name.clone());
            Err(call.refuse_about("InvalidArgument", "required", "custom parameters", &value))
        }
        None => Ok(()),
    }
}
