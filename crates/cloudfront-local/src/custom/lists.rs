//! What lists show beside their rows.

use serde_json::{Value, json};
use shapewright_server::{Call, path};

/// In lists, a multi-tenant distribution has a hyphen as domain name.
///
/// A row shows the same value of every resource.
pub(super) fn hide_domain_names(_: &Call<'_>, output: &mut Value) {
    path::each_object(output, &["DistributionList", "Items", "[]"], &mut |summary| {
        if summary.get("ConnectionMode").is_some_and(|mode| mode == "tenant-only") {
            summary.insert("DomainName".to_owned(), json!("-"));
        }
    });
}

/// The list of policies says how many there are in the account; other lists say how many the page has.
pub(super) fn count_policies(call: &Call<'_>, output: &mut Value) {
    let count = call.all("ContinuousDeploymentPolicy", "").len();
    path::set(output, &["ContinuousDeploymentPolicyList", "Quantity"], json!(count));
}

/// The id `null` lists the distributions without a web ACL.
///
/// A filter of a table compares with the value, and empty values have nothing that could be compared.
pub(super) fn without_web_acl(call: &mut Call<'_>) {
    if call.text(&["WebACLId"]) == "null" {
        path::remove(&mut call.input, &["WebACLId"]);
        call.only = Some(|record| record.text(&["DistributionConfig", "WebACLId"]).is_empty());
    }
}
