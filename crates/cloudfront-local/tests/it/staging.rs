//! Continuous deployment: from a copy to its promotion.

use cloudfront_http::{
    CopyDistribution, CreateContinuousDeploymentPolicy, CreateDistribution, DeleteContinuousDeploymentPolicy,
    GetContinuousDeploymentPolicy, UpdateDistributionWithStagingConfig,
};
use cloudfront_local::Service;
use serde_json::{Value, json};

use crate::common::{call, config, distribution, local, read, text, update};

/// A primary distribution with an alias, and its copy.
fn pair(service: &Service) -> (String, String) {
    let primary = distribution(service, &config("one", &["a.example.com"]));
    let id = text(&primary, "/Distribution/Id").to_owned();
    let input = json!({
        "PrimaryDistributionId": id, "IfMatch": primary["ETag"], "Staging": true, "CallerReference": "copy",
    });
    let copied = call::<CopyDistribution>(service, &input).expect("copied");
    (id, text(&copied, "/Distribution/Id").to_owned())
}

fn link(service: &Service, primary: &str, staging: &str) -> Value {
    let name = text(&read(service, staging), "/Distribution/DomainName").to_owned();
    let policy = json!({ "ContinuousDeploymentPolicyConfig": {
        "Enabled": true,
        "StagingDistributionDnsNames": { "Quantity": 1, "Items": [name] },
        "TrafficConfig": { "Type": "SingleWeight", "SingleWeightConfig": { "Weight": 0.05 } },
    } });
    let policy = call::<CreateContinuousDeploymentPolicy>(service, &policy).expect("created");
    let id = text(&policy, "/ContinuousDeploymentPolicy/Id");
    update(service, primary, json!({ "ContinuousDeploymentPolicyId": id })).expect("attached");
    policy
}

#[test]
fn a_copy_has_the_configuration_but_no_aliases() {
    let service = local();
    let (primary, staging) = pair(&service);
    let copy = read(&service, &staging);
    let config = &copy["Distribution"]["DistributionConfig"];
    assert_eq!(config["Staging"], json!(true));
    assert_eq!(config["CallerReference"], json!("copy"));
    assert_eq!(config["Aliases"], json!({ "Quantity": 0 }));
    assert_eq!(config["Enabled"], json!(true));
    let original = read(&service, &primary);
    assert_eq!(config["Origins"], original["Distribution"]["DistributionConfig"]["Origins"]);

    let again = json!({
        "PrimaryDistributionId": primary, "IfMatch": original["ETag"], "Staging": true, "CallerReference": "copy",
    });
    assert_eq!(call::<CopyDistribution>(&service, &again), Err("DistributionAlreadyExists".to_owned()));
    let toggled = update(&service, &staging, json!({ "Staging": false }));
    assert_eq!(toggled, Err("IllegalUpdate".to_owned()));
}

#[test]
fn a_new_distribution_has_no_policy() {
    let service = local();
    let mut config = config("one", &[]);
    config["ContinuousDeploymentPolicyId"] = json!("0b1c9a5e-0000-4000-8000-000000000000");
    let refused = call::<CreateDistribution>(&service, &json!({ "DistributionConfig": config }));
    assert_eq!(refused, Err("InvalidArgument".to_owned()));
}

#[test]
fn few_members_change_while_a_policy_links_two_distributions() {
    let service = local();
    let (primary, staging) = pair(&service);
    update(&service, &primary, json!({ "PriceClass": "PriceClass_200" })).expect("not linked");
    let policy = link(&service, &primary, &staging);
    for id in [&primary, &staging] {
        let price = update(&service, id, json!({ "PriceClass": "PriceClass_100" }));
        assert_eq!(price, Err("IllegalUpdate".to_owned()), "{id}");
        update(&service, id, json!({ "Comment": "changed" })).expect("a comment can change");
    }
    update(&service, &primary, json!({ "ContinuousDeploymentPolicyId": "" })).expect("detached");
    update(&service, &primary, json!({ "PriceClass": "PriceClass_100" })).expect("not linked any more");
    let delete = json!({ "Id": policy["ContinuousDeploymentPolicy"]["Id"], "IfMatch": policy["ETag"] });
    call::<DeleteContinuousDeploymentPolicy>(&service, &delete).expect("deleted");
}

#[test]
fn a_promotion_copies_the_configuration_and_disables_the_policy() {
    let service = local();
    let (primary, staging) = pair(&service);
    let policy = link(&service, &primary, &staging);
    update(&service, &staging, json!({ "Comment": "tested", "DefaultRootObject": "index.html" }))
        .expect("changed");

    let (before, tested) = (read(&service, &primary), read(&service, &staging));
    let tags = |first: &str, second: &str| {
        json!({
            "Id": primary, "StagingDistributionId": staging, "IfMatch": format!("{first}, {second}"),
        })
    };
    let (current, staged) = (text(&before, "/ETag"), text(&tested, "/ETag"));
    let stale = tags(current, "E1VC38T7YXB528");
    let refused = call::<UpdateDistributionWithStagingConfig>(&service, &stale);
    assert_eq!(refused, Err("PreconditionFailed".to_owned()));
    let not_staging =
        json!({ "Id": primary, "StagingDistributionId": primary, "IfMatch": text(&stale, "/IfMatch") });
    let refused = call::<UpdateDistributionWithStagingConfig>(&service, &not_staging);
    assert_eq!(refused, Err("NoSuchDistribution".to_owned()));

    let promoted =
        call::<UpdateDistributionWithStagingConfig>(&service, &tags(current, staged)).expect("promoted");
    let config = &promoted["Distribution"]["DistributionConfig"];
    assert_eq!(config["Comment"], json!("tested"));
    assert_eq!(config["DefaultRootObject"], json!("index.html"));
    for kept in ["Aliases", "CallerReference", "ContinuousDeploymentPolicyId", "Staging"] {
        assert_eq!(config[kept], before["Distribution"]["DistributionConfig"][kept], "{kept}");
    }
    let id = json!({ "Id": policy["ContinuousDeploymentPolicy"]["Id"] });
    let policy = call::<GetContinuousDeploymentPolicy>(&service, &id).expect("read");
    let config = &policy["ContinuousDeploymentPolicy"]["ContinuousDeploymentPolicyConfig"];
    assert_eq!(config["Enabled"], json!(false));
}
