//! Distributions that use a resource, with their owners.

use serde_json::json;
use shapewright_server::{Answer, Call, Outcome, path};

use super::pages::page;

/// `ListDistributionsByOwnedResource`: finds by an ARN of any kind, and shows accounts, which no resource has.
pub(super) fn list(call: &mut Call<'_>) -> Outcome {
    let Some(resource) = call.by_arn(call.text(&["ResourceArn"])) else {
        return Err(call.refuse_about("EntityNotFound", "", "exists", &|_| None));
    };
    let owner = &*call.engine.settings().account;
    let users = call.users(&resource.key, "Distribution").into_iter();
    let element = |id: &str| (id.to_owned(), json!({ "DistributionId": id, "OwnerAccountId": owner }));
    let page = page(call, users.map(|user| element(&user.key.id)).collect());
    let mut list = json!({
        "Marker": call.text(&["Marker"]),
        "MaxItems": page.size,
        "IsTruncated": page.next.is_some(),
        "Quantity": page.items.len(),
        "Items": page.items,
    });
    if let Some(next) = page.next {
        path::set(&mut list, &["NextMarker"], json!(next));
    }
    Ok(Answer::Tree(json!({ "DistributionList": list })))
}
