//! Lists with a quantity: created from arrays, vectors and iterators, with the correct quantity.

use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_shapes::*;
use shapewright_runtime::Shape;
use shapewright_tests::model::Model;

/// Creates each list from two elements in all ways. Returns the names.
macro_rules! assert_lists {
    ($($list:ident [$item:expr]),* $(,)?) => {
        vec![$({
            let list = $list::from([$item, $item]);
            let right = (list.quantity, list.items.as_ref().map(Vec::len));
            assert_eq!(right, (Some(2), Some(2)), "{}", $list::NAME);
            assert_eq!($list::from(vec![$item, $item]), list);
            assert_eq!(std::iter::repeat_n($item, 2).collect::<$list>(), list);
            // No other member is set.
            let mut other = list;
            (other.quantity, other.items) = (None, None);
            assert_eq!(other, $list::default());
            let empty = std::iter::repeat_n($item, 0).collect::<$list>();
            assert_eq!((empty.quantity, empty.items.map(|items| items.len())), (Some(0), Some(0)));
            $list::NAME
        }),*]
    };
}

#[test]
fn lists_count_their_elements() {
    let names = assert_lists![
        ActiveTrustedKeyGroups[KgKeyPairIds::default()],
        ActiveTrustedSigners[Signer::default()],
        Aliases["a"],
        AllowedMethods["GET"],
        AnycastIpListCollection[AnycastIpListSummary::default()],
        CacheBehaviors[CacheBehavior::default()],
        CachePolicyList[CachePolicySummary::default()],
        CachedMethods[Method::Get],
        CloudFrontOriginAccessIdentityList[CloudFrontOriginAccessIdentitySummary::default()],
        ConflictingAliasesList[ConflictingAlias::default()],
        ContentTypeProfiles[ContentTypeProfile::default()],
        ContinuousDeploymentPolicyList[ContinuousDeploymentPolicySummary::default()],
        CookieNames["a"],
        CustomErrorResponses[CustomErrorResponse::default()],
        CustomHeaders[OriginCustomHeader::default()],
        DistributionIdList["a"],
        DistributionIdOwnerList[DistributionIdOwner::default()],
        DistributionList[DistributionSummary::default()],
        EncryptionEntities[EncryptionEntity::default()],
        FieldLevelEncryptionList[FieldLevelEncryptionSummary::default()],
        FieldLevelEncryptionProfileList[FieldLevelEncryptionProfileSummary::default()],
        FieldPatterns["a"],
        FunctionAssociations[FunctionAssociation::default()],
        FunctionList[FunctionSummary::default()],
        GeoRestriction["a"],
        Headers["a"],
        InvalidationList[InvalidationSummary::default()],
        KeyGroupList[KeyGroupSummary::default()],
        KeyPairIds["a"],
        KeyValueStoreAssociations[KeyValueStoreAssociation::default()],
        KeyValueStoreList[KeyValueStore::default()],
        LambdaFunctionAssociations[LambdaFunctionAssociation::default()],
        OriginAccessControlList[OriginAccessControlSummary::default()],
        OriginGroupMembers[OriginGroupMember::default()],
        OriginGroups[OriginGroup::default()],
        OriginRequestPolicyList[OriginRequestPolicySummary::default()],
        OriginSslProtocols["SSLv3"],
        Origins[Origin::default()],
        Paths["a"],
        PublicKeyList[PublicKeySummary::default()],
        QueryArgProfiles[QueryArgProfile::default()],
        QueryStringCacheKeys["a"],
        QueryStringNames["a"],
        ResponseHeadersPolicyAccessControlAllowHeaders["a"],
        ResponseHeadersPolicyAccessControlAllowMethods["ALL"],
        ResponseHeadersPolicyAccessControlAllowOrigins["a"],
        ResponseHeadersPolicyAccessControlExposeHeaders["a"],
        ResponseHeadersPolicyCustomHeadersConfig[ResponseHeadersPolicyCustomHeader::default()],
        ResponseHeadersPolicyList[ResponseHeadersPolicySummary::default()],
        ResponseHeadersPolicyRemoveHeadersConfig[ResponseHeadersPolicyRemoveHeader::default()],
        StagingDistributionDnsNames["a"],
        StatusCodes[500],
        StreamingDistributionList[StreamingDistributionSummary::default()],
        TrustedKeyGroups["a"],
        TrustedSigners["a"],
        VpcOriginList[VpcOriginSummary::default()],
    ];
    // A newer model may have more lists: `no_other_structure_has_a_quantity_to_fix` checks all.
    let model = Model::read();
    let lists = model.structures_with(["Quantity", "Items"]);
    assert_eq!(names.iter().filter(|name| !lists.contains(name)).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn no_other_structure_has_a_quantity_to_fix() {
    let mut fixed = Vec::new();
    for name in STRUCTURES {
        let mut structure = structure(name).expect(name);
        if structure.fix_quantity() {
            assert_eq!(serde_json::to_string(&*structure).expect(name), r#"{"Quantity":0}"#);
            fixed.push(*name);
        }
    }
    assert_eq!(fixed, Model::read().structures_with(["Quantity", "Items"]));
}

#[test]
fn other_members_keep_their_own_values() {
    let mut methods = AllowedMethods::from(["GET", "HEAD"]);
    assert_eq!(methods.cached_methods, None);
    methods = methods.cached_methods(["GET"]).quantity(9);
    assert_eq!(methods.fix_quantities(), 1);
    assert_eq!(methods.cached_methods, Some(CachedMethods::from(["GET"])));
    let list = StreamingDistributionList::from([StreamingDistributionSummary::default()]);
    assert_eq!((list.marker, list.is_truncated), (None, None));
    let signers = TrustedSigners::from(["self"]).enabled(true);
    assert_eq!((signers.enabled, signers.quantity), (Some(true), Some(1)));
    assert_eq!(GeoRestriction::from(["DE"]).restriction_type, None);
}
