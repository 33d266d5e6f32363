//! Policies of resources, and who uses a resource.

use cloudfront_http::{
    CreateVpcOrigin, DeleteResourcePolicy, GetResourcePolicy, ListDistributionsByOwnedResource,
    PutResourcePolicy,
};
use serde_json::json;

use crate::common::{call, config, distribution, local, text};

#[test]
fn a_resource_policy_is_put_read_and_deleted() {
    let service = local();
    let created = distribution(&service, &config("one", &[]));
    let arn = text(&created, "/Distribution/ARN");
    let named = json!({ "ResourceArn": arn });
    let missing = Err("EntityNotFound".to_owned());
    assert_eq!(call::<GetResourcePolicy>(&service, &named), missing);
    for policy in ["{\"Version\":\"2012-10-17\"}", "{}"] {
        let input = json!({ "ResourceArn": arn, "PolicyDocument": policy });
        assert_eq!(call::<PutResourcePolicy>(&service, &input), Ok(named.clone()));
        assert_eq!(call::<GetResourcePolicy>(&service, &named), Ok(input));
    }
    let text = json!({ "ResourceArn": arn, "PolicyDocument": "allow" });
    assert_eq!(call::<PutResourcePolicy>(&service, &text), Err("InvalidArgument".to_owned()));
    call::<DeleteResourcePolicy>(&service, &named).expect("deleted");
    assert_eq!(call::<DeleteResourcePolicy>(&service, &named), missing);
    assert_eq!(call::<GetResourcePolicy>(&service, &named), missing);
}

#[test]
fn users_of_a_resource_are_listed_with_their_owner() {
    let service = local();
    let origin = json!({ "VpcOriginEndpointConfig": {
        "Name": "inner",
        "Arn": "arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0",
        "HTTPPort": 80,
        "HTTPSPort": 443,
        "OriginProtocolPolicy": "https-only",
    } });
    let origin = call::<CreateVpcOrigin>(&service, &origin).expect("created");
    let mut config = config("one", &[]);
    config["Origins"]["Items"][0] = json!({
        "Id": "site",
        "DomainName": "site.example.org",
        "VpcOriginConfig": { "VpcOriginId": origin["VpcOrigin"]["Id"] },
    });
    let user = distribution(&service, &config);
    let input = json!({ "ResourceArn": origin["VpcOrigin"]["Arn"] });
    let list = call::<ListDistributionsByOwnedResource>(&service, &input).expect("listed");
    let owner = json!({ "DistributionId": user["Distribution"]["Id"], "OwnerAccountId": "123456789012" });
    assert_eq!(list.pointer("/DistributionList/Items"), Some(&json!([owner])));
    assert_eq!(list.pointer("/DistributionList/IsTruncated"), Some(&json!(false)));
    let missing = json!({ "ResourceArn": "arn:aws:cloudfront::123456789012:vpcorigin/vo_none" });
    let refused = call::<ListDistributionsByOwnedResource>(&service, &missing);
    assert_eq!(refused, Err("EntityNotFound".to_owned()));
}
