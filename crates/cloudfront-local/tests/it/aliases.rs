//! Aliases that move between distributions and tenants, and overlap.

use cloudfront_http::{
    AssociateAlias, CreateDistributionTenant, GetDistributionTenant, ListConflictingAliases,
    ListDomainConflicts, UpdateDomainAssociation,
};
use serde_json::json;

use crate::common::{call, config, distribution, local, read, tenant_config, text, update};

#[test]
fn an_alias_moves_to_another_distribution() {
    let service = local();
    let source = distribution(&service, &config("one", &["a.example.com", "b.example.com"]));
    let target = distribution(&service, &config("two", &[]));
    let (from, to) = (text(&source, "/Distribution/Id"), text(&target, "/Distribution/Id"));
    let input = json!({ "TargetDistributionId": to, "Alias": "a.example.com" });
    call::<AssociateAlias>(&service, &input).expect("moved");

    let moved = read(&service, to);
    assert_eq!(
        moved.pointer("/Distribution/DistributionConfig/Aliases"),
        Some(&json!({ "Quantity": 1, "Items": ["a.example.com"] }))
    );
    assert_eq!(
        moved.pointer("/Distribution/AliasICPRecordals"),
        Some(&json!([{ "CNAME": "a.example.com", "ICPRecordalStatus": "APPROVED" }]))
    );
    assert_ne!(moved["ETag"], target["ETag"]);
    let left = read(&service, from);
    assert_eq!(
        left.pointer("/Distribution/DistributionConfig/Aliases/Items"),
        Some(&json!(["b.example.com"]))
    );
    assert_ne!(left["ETag"], source["ETag"]);
}

#[test]
fn an_alias_needs_a_target_that_can_have_it() {
    let service = local();
    let missing = json!({ "TargetDistributionId": "ENONE", "Alias": "a.example.com" });
    assert_eq!(call::<AssociateAlias>(&service, &missing), Err("NoSuchDistribution".to_owned()));

    let mut plain = config("one", &[]);
    plain.as_object_mut().expect("an object").remove("ViewerCertificate");
    let plain = distribution(&service, &plain);
    let input = json!({ "TargetDistributionId": text(&plain, "/Distribution/Id"), "Alias": "a.example.com" });
    assert_eq!(call::<AssociateAlias>(&service, &input), Err("IllegalUpdate".to_owned()));

    let names: Vec<String> = (0..100).map(|index| format!("a{index}.example.com")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let full = distribution(&service, &config("two", &names));
    let input = json!({ "TargetDistributionId": text(&full, "/Distribution/Id"), "Alias": "a.example.com" });
    assert_eq!(call::<AssociateAlias>(&service, &input), Err("TooManyDistributionCNAMEs".to_owned()));
}

#[test]
fn a_domain_moves_when_its_owner_is_disabled() {
    let service = local();
    let source = distribution(&service, &config("one", &["a.example.com"]));
    let shared = distribution(&service, &tenant_config("two"));
    let tenant = json!({
        "DistributionId": text(&shared, "/Distribution/Id"),
        "Name": "tenant",
        "Domains": [{ "Domain": "b.example.com" }],
        "Parameters": [{ "Name": "name", "Value": "n" }],
    });
    let tenant = call::<CreateDistributionTenant>(&service, &tenant).expect("created");
    let id = text(&tenant, "/DistributionTenant/Id");
    let mut input = json!({
        "Domain": "a.example.com",
        "TargetResource": { "DistributionTenantId": id },
        "IfMatch": "E1VC38T7YXB528",
    });
    assert_eq!(call::<UpdateDomainAssociation>(&service, &input), Err("PreconditionFailed".to_owned()));
    input["IfMatch"] = tenant["ETag"].clone();
    assert_eq!(call::<UpdateDomainAssociation>(&service, &input), Err("IllegalUpdate".to_owned()));

    update(&service, text(&source, "/Distribution/Id"), json!({ "Enabled": false })).expect("disabled");
    let moved = call::<UpdateDomainAssociation>(&service, &input).expect("moved");
    assert_eq!(moved["ResourceId"], id);
    let read_tenant = call::<GetDistributionTenant>(&service, &json!({ "Identifier": id })).expect("read");
    assert_eq!(read_tenant["ETag"], moved["ETag"]);
    assert_ne!(moved["ETag"], tenant["ETag"]);
    assert_eq!(read_tenant.pointer("/DistributionTenant/Domains/1/Domain"), Some(&json!("a.example.com")));
    let left = read(&service, text(&source, "/Distribution/Id"));
    assert_eq!(left.pointer("/Distribution/DistributionConfig/Aliases/Quantity"), Some(&json!(0)));
    assert_eq!(left.pointer("/Distribution/AliasICPRecordals"), None);
}

#[test]
fn conflicts_are_listed_with_masked_ids() {
    let service = local();
    let wildcard = distribution(&service, &config("one", &["*.example.com"]));
    let own = distribution(&service, &config("two", &["www.example.com", "other.example.org"]));
    let id = text(&own, "/Distribution/Id");
    let input = json!({ "DistributionId": id, "Alias": "www.example.com" });
    let list = call::<ListConflictingAliases>(&service, &input).expect("listed");
    assert_eq!(list.pointer("/ConflictingAliasesList/Quantity"), Some(&json!(1)));
    assert_eq!(list.pointer("/ConflictingAliasesList/Items/0/Alias"), Some(&json!("*.example.com")));
    assert_eq!(list.pointer("/ConflictingAliasesList/Items/0/AccountId"), Some(&json!("******789012")));
    let shown = text(&list, "/ConflictingAliasesList/Items/0/DistributionId");
    let hidden = text(&wildcard, "/Distribution/Id");
    assert!(shown.starts_with("***") && hidden.ends_with(shown.trim_start_matches('*')), "{shown} {hidden}");

    let input =
        json!({ "Domain": "www.example.com", "DomainControlValidationResource": { "DistributionId": id } });
    let list = call::<ListDomainConflicts>(&service, &input).expect("listed");
    assert_eq!(list.pointer("/DomainConflicts/0/ResourceType"), Some(&json!("distribution")));
    assert_eq!(list.pointer("/DomainConflicts/1"), None);
    let missing =
        json!({ "Domain": "www.example.com", "DomainControlValidationResource": { "DistributionId": "E" } });
    assert_eq!(call::<ListDomainConflicts>(&service, &missing), Err("EntityNotFound".to_owned()));
    let missing = json!({ "DistributionId": "ENONE", "Alias": "www.example.com" });
    assert_eq!(call::<ListConflictingAliases>(&service, &missing), Err("NoSuchDistribution".to_owned()));
}
