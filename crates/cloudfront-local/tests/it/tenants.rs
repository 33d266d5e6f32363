//! Tenants: their connection groups, parameters, certificates and domains.

use cloudfront_http::{
    CreateDistributionTenant, GetConnectionGroup, GetManagedCertificateDetails, ListConnectionGroups,
    ListDistributions, UpdateDistributionTenant, VerifyDnsConfiguration,
};
use serde_json::{Value, json};

use crate::common::{call, distribution, local, tenant_config, text};

fn tenant(distribution: &str, name: &str, parameters: &[&str]) -> Value {
    let parameter = |name: &&str| json!({ "Name": name, "Value": "v" });
    json!({
        "DistributionId": distribution,
        "Name": name,
        "Domains": [{ "Domain": format!("{name}.example.com") }],
        "Parameters": parameters.iter().map(parameter).collect::<Vec<_>>(),
    })
}

#[test]
fn the_first_tenant_makes_the_default_connection_group() {
    let service = local();
    let shared = distribution(&service, &tenant_config("one"));
    let id = text(&shared, "/Distribution/Id");
    let first = call::<CreateDistributionTenant>(&service, &tenant(id, "first", &["name"])).expect("created");
    let second =
        call::<CreateDistributionTenant>(&service, &tenant(id, "second", &["name"])).expect("created");
    let group = text(&first, "/DistributionTenant/ConnectionGroupId");
    assert_eq!(text(&second, "/DistributionTenant/ConnectionGroupId"), group);
    let read = call::<GetConnectionGroup>(&service, &json!({ "Identifier": group })).expect("read");
    assert_eq!(read.pointer("/ConnectionGroup/IsDefault"), Some(&json!(true)));
    assert_eq!(text(&read, "/ConnectionGroup/Name"), format!("CreatedByCloudFront-{group}"));
    let all = call::<ListConnectionGroups>(&service, &json!({})).expect("listed");
    assert_eq!(all["ConnectionGroups"].as_array().map(Vec::len), Some(1));
    let taken = call::<CreateDistributionTenant>(&service, &tenant(id, "first", &["name"]));
    assert_eq!(taken, Err("EntityAlreadyExists".to_owned()));

    let listed = call::<ListDistributions>(&service, &json!({})).expect("listed");
    assert_eq!(listed.pointer("/DistributionList/Items/0/DomainName"), Some(&json!("-")));
}

#[test]
fn a_refused_tenant_leaves_no_connection_group() {
    let service = local();
    let mut unknown = tenant("ENONE", "first", &[]);
    unknown.as_object_mut().expect("an object").remove("Parameters");
    assert_eq!(call::<CreateDistributionTenant>(&service, &unknown), Err("EntityNotFound".to_owned()));
    let all = call::<ListConnectionGroups>(&service, &json!({})).expect("listed");
    assert_eq!(all["ConnectionGroups"].as_array().map_or(0, Vec::len), 0);
}

#[test]
fn parameters_are_those_of_the_distribution() {
    let service = local();
    let shared = distribution(&service, &tenant_config("one"));
    let id = text(&shared, "/Distribution/Id");
    let invalid = Err("InvalidArgument".to_owned());
    let mut without = tenant(id, "first", &[]);
    without.as_object_mut().expect("an object").remove("Parameters");
    assert_eq!(call::<CreateDistributionTenant>(&service, &without), invalid);
    assert_eq!(call::<CreateDistributionTenant>(&service, &tenant(id, "first", &["name", "other"])), invalid);
    let both = tenant(id, "first", &["name", "theme"]);
    let created = call::<CreateDistributionTenant>(&service, &both).expect("created");

    let mut change =
        json!({ "Id": created["DistributionTenant"]["Id"], "IfMatch": created["ETag"], "Enabled": false });
    change["Parameters"] = json!([{ "Name": "theme", "Value": "dark" }]);
    assert_eq!(call::<UpdateDistributionTenant>(&service, &change), invalid);
    change.as_object_mut().expect("an object").remove("Parameters");
    call::<UpdateDistributionTenant>(&service, &change).expect("the parameters stay");
}

#[test]
fn a_managed_certificate_is_pending_and_dns_is_unknown() {
    let service = local();
    let shared = distribution(&service, &tenant_config("one"));
    let mut input = tenant(text(&shared, "/Distribution/Id"), "first", &["name"]);
    let plain = tenant(text(&shared, "/Distribution/Id"), "second", &["name"]);
    input["ManagedCertificateRequest"] = json!({ "ValidationTokenHost": "cloudfront" });
    let created = call::<CreateDistributionTenant>(&service, &input).expect("created");
    let plain = call::<CreateDistributionTenant>(&service, &plain).expect("created");
    let id = json!({ "Identifier": created["DistributionTenant"]["Id"] });

    let details = call::<GetManagedCertificateDetails>(&service, &id).expect("details");
    let certificate = &details["ManagedCertificateDetails"];
    assert_eq!(certificate["CertificateStatus"], json!("pending-validation"));
    assert_eq!(certificate["ValidationTokenHost"], json!("cloudfront"));
    assert_eq!(certificate.pointer("/ValidationTokenDetails/0/Domain"), Some(&json!("first.example.com")));
    assert_eq!(call::<GetManagedCertificateDetails>(&service, &id), Ok(details.clone()));
    let other = json!({ "Identifier": plain["DistributionTenant"]["Id"] });
    assert_eq!(call::<GetManagedCertificateDetails>(&service, &other), Err("EntityNotFound".to_owned()));

    let dns = call::<VerifyDnsConfiguration>(&service, &id).expect("verified");
    assert_eq!(dns.pointer("/DnsConfigurationList/0/Status"), Some(&json!("unknown-configuration")));
    let other = json!({ "Identifier": id["Identifier"], "Domain": "other.example.com" });
    assert_eq!(call::<VerifyDnsConfiguration>(&service, &other), Err("InvalidArgument".to_owned()));
    let missing = json!({ "Identifier": "dt_none" });
    assert_eq!(call::<VerifyDnsConfiguration>(&service, &missing), Err("EntityNotFound".to_owned()));
}
