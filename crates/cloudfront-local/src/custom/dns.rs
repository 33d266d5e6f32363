//! Records of DNS.

use serde_json::json;
use shapewright_server::{Answer, Call, Outcome};

use super::domains;

/// `VerifyDnsConfiguration`: only DNS knows, and a local server does not ask it, as its domain names are not there.
pub(super) fn verify(call: &mut Call<'_>) -> Outcome {
    let name = call.text(&["Identifier"]);
    let mut found = None;
    for shape in ["DistributionTenant", "Distribution"] {
        let by_arn = call.by_arn(name).filter(|record| record.key.shape == shape);
        found = found.or(call.find(shape, name)?).or(by_arn);
    }
    let Some(record) = found else {
        let thing = |name: &str| (name == "thing").then(|| "distribution or distribution tenant".to_owned());
        return Err(call.refuse_about("EntityNotFound", "", "exists", &thing));
    };
    let wanted = call.text(&["Domain"]);
    let domains: Vec<String> =
        domains::of(&record).into_iter().filter(|domain| wanted.is_empty() || domain == wanted).collect();
    if domains.is_empty() && !wanted.is_empty() {
        let text = "The domain is not one of the resource.";
        return Err(call.refuse_saying("InvalidArgument", text, "custom domain"));
    }
    let configuration = |domain: &String| {
        json!({
            "Domain": domain,
            "Status": "unknown-configuration",
            "Reason": "This server does not ask DNS.",
        })
    };
    let list: Vec<_> = domains.iter().map(configuration).collect();
    Ok(Answer::Tree(json!({ "DnsConfigurationList": list })))
}
