//! Values that the service computes.

use cloudfront_http::{
    CreateContinuousDeploymentPolicy, CreateKeyGroup, CreatePublicKey, ListContinuousDeploymentPolicies,
    ListDistributionsByWebAclId, UpdateKeyGroup,
};
use cloudfront_local::{Service, Settings, service};
use serde_json::{Value, json};

use crate::common::{call, config, distribution, local, read, text};
use crate::sequences::KEY;

fn public_key(service: &Service, name: &str) -> Value {
    let key = json!({ "PublicKeyConfig": { "CallerReference": name, "Name": name, "EncodedKey": KEY } });
    call::<CreatePublicKey>(service, &key).expect("created")["PublicKey"]["Id"].clone()
}

#[test]
fn trusted_key_groups_are_shown_with_their_keys() {
    let service = local();
    let (first, second) = (public_key(&service, "first"), public_key(&service, "second"));
    let group = json!({ "KeyGroupConfig": { "Name": "group", "Items": [first] } });
    let group = call::<CreateKeyGroup>(&service, &group).expect("created");
    let id = group["KeyGroup"]["Id"].clone();
    let mut config = config("one", &[]);
    config["DefaultCacheBehavior"]["TrustedKeyGroups"] =
        json!({ "Enabled": true, "Quantity": 1, "Items": [id] });
    let created = distribution(&service, &config);
    let active = |keys: &[&Value]| {
        json!({ "Enabled": true, "Quantity": 1, "Items": [
        { "KeyGroupId": id, "KeyPairIds": { "Quantity": keys.len(), "Items": keys } },
    ] })
    };
    assert_eq!(created["Distribution"]["ActiveTrustedKeyGroups"], active(&[&first]));
    assert_eq!(created["Distribution"]["ActiveTrustedSigners"], json!({ "Enabled": false, "Quantity": 0 }));

    let change = json!({
        "Id": id,
        "IfMatch": group["ETag"],
        "KeyGroupConfig": { "Name": "group", "Items": [first, second] },
    });
    call::<UpdateKeyGroup>(&service, &change).expect("changed");
    let after = read(&service, text(&created, "/Distribution/Id"));
    assert_eq!(after["Distribution"]["ActiveTrustedKeyGroups"], active(&[&first, &second]));
    assert_ne!(after["ETag"], created["ETag"]);
}

#[test]
fn trusted_accounts_are_shown() {
    let service = local();
    let mut config = config("one", &[]);
    config["DefaultCacheBehavior"]["TrustedSigners"] =
        json!({ "Enabled": true, "Quantity": 1, "Items": ["self"] });
    let created = distribution(&service, &config);
    assert_eq!(
        created["Distribution"]["ActiveTrustedSigners"],
        json!({ "Enabled": true, "Quantity": 1, "Items": [
            { "AwsAccountNumber": "self", "KeyPairIds": { "Quantity": 0 } },
        ] })
    );
}

#[test]
fn what_has_no_effect_is_cleared() {
    // Without lenience, a rule refuses times to live beside a cache policy.
    let mut settings = Settings::default();
    settings.lenient = true;
    let service = service(settings);
    let mut config = config("one", &[]);
    config["DefaultCacheBehavior"]["MinTTL"] = json!(5);
    config["Logging"] = json!({
        "Enabled": false, "IncludeCookies": false, "Bucket": "logs.s3.amazonaws.com", "Prefix": "p",
    });
    let created = distribution(&service, &config);
    let stored = &created["Distribution"]["DistributionConfig"];
    assert_eq!(stored["DefaultCacheBehavior"].get("MinTTL"), None);
    assert_eq!(
        stored["Logging"],
        json!({ "Enabled": false, "IncludeCookies": false, "Bucket": "", "Prefix": "" })
    );
}

#[test]
fn distributions_without_a_web_acl_are_listed() {
    let service = local();
    let plain = distribution(&service, &config("one", &[]));
    let mut guarded = config("two", &[]);
    let acl = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/guard/0b1c9a5e-0000-4000-8000-000000000000";
    guarded["WebACLId"] = json!(acl);
    let guarded = distribution(&service, &guarded);
    let ids = |acl: &str| {
        let list =
            call::<ListDistributionsByWebAclId>(&service, &json!({ "WebACLId": acl })).expect("listed");
        let items = list["DistributionList"]["Items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item["Id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids("null"), [plain["Distribution"]["Id"].clone()]);
    assert_eq!(ids(acl), [guarded["Distribution"]["Id"].clone()]);
}

#[test]
fn the_list_of_policies_counts_those_of_the_account() {
    let service = local();
    for name in ["one", "two"] {
        let mut staging = config(name, &[]);
        staging["Staging"] = json!(true);
        let staging = distribution(&service, &staging);
        let policy = json!({ "ContinuousDeploymentPolicyConfig": {
            "Enabled": true,
            "StagingDistributionDnsNames": { "Quantity": 1, "Items": [staging["Distribution"]["DomainName"]] },
        } });
        call::<CreateContinuousDeploymentPolicy>(&service, &policy).expect("created");
    }
    let list =
        call::<ListContinuousDeploymentPolicies>(&service, &json!({ "MaxItems": "1" })).expect("listed");
    let list = &list["ContinuousDeploymentPolicyList"];
    assert_eq!(list["Quantity"], json!(2));
    assert_eq!(list["Items"].as_array().map(Vec::len), Some(1));
}
