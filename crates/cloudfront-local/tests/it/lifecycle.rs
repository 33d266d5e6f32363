//! The life of resources: created, read, changed, listed, deleted, and what is refused in between.

use cloudfront_http::{
    CreateDistribution, CreateOriginAccessControl, DeleteDistribution, DeleteOriginAccessControl,
    GetDistribution, ListDistributionsByCachePolicyId, ListOriginAccessControls, UpdateDistribution,
};
use cloudfront_shapes::{
    CreateDistributionRequest, CreateOriginAccessControlRequest, DefaultCacheBehavior,
    DeleteDistributionRequest, DeleteOriginAccessControlRequest, DistributionConfig, GetDistributionRequest,
    ListDistributionsByCachePolicyIdRequest, ListOriginAccessControlsRequest, Origin,
    OriginAccessControlConfig, S3OriginConfig, UpdateDistributionRequest,
};

use crate::common::{code, local, send};

/// The managed cache policy `CachingOptimized`.
const OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

fn access_control(name: &str) -> CreateOriginAccessControlRequest {
    let config = OriginAccessControlConfig::default()
        .name(name)
        .signing_protocol("sigv4")
        .signing_behavior("always")
        .origin_access_control_origin_type("s3");
    CreateOriginAccessControlRequest::default().origin_access_control_config(config)
}

fn distribution(reference: &str, access_control: &str) -> CreateDistributionRequest {
    let origin = Origin::default()
        .id("assets")
        .domain_name("assets.s3.amazonaws.com")
        .origin_access_control_id(access_control)
        .s3_origin_config(S3OriginConfig::default().origin_access_identity(""));
    let behavior = DefaultCacheBehavior::default()
        .target_origin_id("assets")
        .viewer_protocol_policy("https-only")
        .cache_policy_id(OPTIMIZED);
    let config = DistributionConfig::default()
        .caller_reference(reference)
        .comment("")
        .enabled(true)
        .origins([origin])
        .default_cache_behavior(behavior);
    CreateDistributionRequest::default().distribution_config(config)
}

#[test]
fn a_name_is_free_again_after_a_delete() {
    let service = local();
    let created = send::<CreateOriginAccessControl>(&service, &access_control("a")).expect("created");
    assert_eq!(
        code::<CreateOriginAccessControl>(&service, &access_control("a")),
        "OriginAccessControlAlreadyExists"
    );

    let id = created.origin_access_control.and_then(|control| control.id).expect("an id");
    let delete = DeleteOriginAccessControlRequest::default().id(id);
    assert_eq!(code::<DeleteOriginAccessControl>(&service, &delete), "InvalidIfMatchVersion");
    let stale = delete.clone().if_match("E1VC38T7YXB528");
    assert_eq!(code::<DeleteOriginAccessControl>(&service, &stale), "PreconditionFailed");
    let delete = delete.if_match(created.e_tag);
    send::<DeleteOriginAccessControl>(&service, &delete).expect("deleted");
    assert_eq!(code::<DeleteOriginAccessControl>(&service, &delete), "NoSuchOriginAccessControl");
    send::<CreateOriginAccessControl>(&service, &access_control("a")).expect("the name is free");
}

#[test]
fn a_distribution_lives() {
    let service = local();
    let control = send::<CreateOriginAccessControl>(&service, &access_control("a")).expect("created");
    let control_id = control.origin_access_control.and_then(|control| control.id).expect("an id");

    let unknown = distribution("one", "E1NONE");
    assert_eq!(code::<CreateDistribution>(&service, &unknown), "InvalidOriginAccessControl");
    let create = distribution("one", &control_id);
    let created = send::<CreateDistribution>(&service, &create)
        .expect("created")
        .distribution
        .expect("the distribution");
    assert_eq!(created.status.as_deref(), Some("InProgress"));
    assert_eq!(code::<CreateDistribution>(&service, &create), "DistributionAlreadyExists");

    let id = created.id.expect("an id");
    let get = GetDistributionRequest::default().id(id.clone());
    let read = send::<GetDistribution>(&service, &get).expect("read");
    let (tag, stored) = (read.e_tag, read.distribution.expect("the distribution"));
    assert_eq!(stored.status.as_deref(), Some("Deployed"));

    let by_policy = ListDistributionsByCachePolicyIdRequest::default().cache_policy_id(OPTIMIZED);
    let listed = send::<ListDistributionsByCachePolicyId>(&service, &by_policy).expect("listed");
    assert_eq!(listed.distribution_id_list.and_then(|list| list.items), Some(vec![id.clone()]));
    let in_use = DeleteOriginAccessControlRequest::default().id(control_id).if_match(control.e_tag);
    assert_eq!(code::<DeleteOriginAccessControl>(&service, &in_use), "OriginAccessControlInUse");
    let delete = DeleteDistributionRequest::default().id(id.clone());
    assert_eq!(
        code::<DeleteDistribution>(&service, &delete.clone().if_match(tag.clone())),
        "DistributionNotDisabled"
    );

    let config = stored.distribution_config.expect("the configuration");
    let update = UpdateDistributionRequest::default().id(id).if_match(tag);
    let other = update.clone().distribution_config(config.clone().caller_reference("two"));
    assert_eq!(code::<UpdateDistribution>(&service, &other), "IllegalUpdate");
    let update = update.distribution_config(config.enabled(false));
    let updated = send::<UpdateDistribution>(&service, &update).expect("updated");
    assert_eq!(code::<UpdateDistribution>(&service, &update), "PreconditionFailed");

    send::<GetDistribution>(&service, &get).expect("the update is deployed when it is read");
    send::<DeleteDistribution>(&service, &delete.if_match(updated.e_tag)).expect("deleted");
    assert_eq!(code::<GetDistribution>(&service, &get), "NoSuchDistribution");
    send::<DeleteOriginAccessControl>(&service, &in_use).expect("nothing uses it");
}

#[test]
fn lists_have_pages() {
    let service = local();
    for name in ["a", "b", "c"] {
        send::<CreateOriginAccessControl>(&service, &access_control(name)).expect("created");
    }
    let mut names = Vec::new();
    let mut request = ListOriginAccessControlsRequest::default().max_items("2");
    loop {
        let page = send::<ListOriginAccessControls>(&service, &request).expect("listed");
        let page = page.origin_access_control_list.expect("a list");
        names.push(page.items.into_iter().flatten().filter_map(|item| item.name).collect::<Vec<_>>());
        let Some(next) = page.next_marker else { break };
        request = request.marker(next);
    }
    assert_eq!(names, [vec!["a", "b"], vec!["c"]]);
}
