//! Certificates that CloudFront requests for tenants.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use shapewright_server::{Answer, Call, Outcome, Record};

use super::domains;

/// The name of the certificate's id in what is kept beside a tenant.
const CERTIFICATE: &str = "ManagedCertificate";
const REQUEST: &str = "ManagedCertificateRequest";

/// `GetManagedCertificateDetails`: the certificate is a resource of another service. It is pending here for ever, as
/// nothing asks whether the domains belong to the account.
pub(super) fn details(call: &mut Call<'_>) -> Outcome {
    let Some(tenant) = call.target.clone() else { return Err(call.refuse("EntityNotFound", "exists")) };
    let Some(request) = tenant.kept.get(REQUEST) else {
        let thing = |name: &str| (name == "thing").then(|| "managed certificate".to_owned());
        return Err(call.refuse_about("EntityNotFound", "", "exists", &thing));
    };
    let id = id(call, &tenant);
    let settings = call.engine.settings();
    let (account, partition) = (&*settings.account, &*settings.partition);
    let mut details = Map::new();
    details.insert(
        "CertificateArn".to_owned(),
        json!(format!("arn:{partition}:acm:us-east-1:{account}:certificate/{id}")),
    );
    details.insert("CertificateStatus".to_owned(), json!("pending-validation"));
    if let Some(host) = request.get("ValidationTokenHost") {
        details.insert("ValidationTokenHost".to_owned(), host.clone());
    }
    let token = id.replace('-', "");
    let detail = |domain: String| {
        let file = format!(".well-known/pki-validation/{token}.txt");
        json!({
            "RedirectFrom": format!("{domain}/{file}"),
            "RedirectTo": format!("validation.us-east-1.acm-validations.aws/{account}/{file}"),
            "Domain": domain,
        })
    };
    let domains = domains::of(&tenant).into_iter().map(detail).collect();
    details.insert("ValidationTokenDetails".to_owned(), Value::Array(domains));
    Ok(Answer::Tree(json!({ "ManagedCertificateDetails": details })))
}

/// The id of the certificate of a tenant. It is made when somebody asks for it, and stays.
fn id(call: &mut Call<'_>, tenant: &Record) -> String {
    if let Some(id) = tenant.kept.get(CERTIFICATE).and_then(Value::as_str) {
        return id.to_owned();
    }
    let id = call.random.uuid();
    let mut kept = (*tenant.kept).clone();
    kept.insert(CERTIFICATE.to_owned(), json!(id));
    call.put(Record { kept: Arc::new(kept), ..tenant.clone() });
    id
}
