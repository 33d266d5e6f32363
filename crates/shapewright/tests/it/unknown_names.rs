//! What `explain` says about names that nothing has.

use crate::common::{explained, run};

/// The error about an unknown name.
fn refused(name: &str) -> String {
    let output = run(&["explain", name], "");
    assert!(!output.status.success() && output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn unknown_names_have_suggestions() {
    for (name, meant) in [
        ("CacheBehaviour", "CacheBehavior"),
        ("CacheBehavior.MinTtls", "CacheBehavior.MinTTL"),
        ("CacheBehavior.Compres", "CacheBehavior.Compress"),
        ("CacheBehaviour.MinTTL", "CacheBehavior.MinTTL"),
        ("TooManyCacheBehavior", "TooManyCacheBehaviors"),
        ("allowed-method-cached", "allowed-methods-cached"),
        ("GetDistributions", "GetDistribution"),
        ("MinTtls", "MinTTL"),
        ("httpversions", "HttpVersion"),
        ("cache_behavior.compres", "CacheBehavior.Compress"),
        ("ItemSelektion", "ItemSelection"),
        ("/DistributionConfig/Origin/Items/0/Id", "/DistributionConfig/Origins/Items/0/Id"),
        ("/DistributionConfig/Origin/Items/0/id", "/DistributionConfig/Origins/Items/0/id"),
        ("UpdateDistributions/DistributionConfig/Coment", "UpdateDistribution/DistributionConfig/Comment"),
        ("DistributionConfig.Origins.Items.Idd", "DistributionConfig.Origins.Items.Id"),
        ("/DistributionConfig/Origins/", "/DistributionConfig/Origins"),
        ("GetFunction/", "GetFunction"),
        ("GetFunctions/", "GetFunction"),
        ("aws_cloudfront_distributoin", "aws_cloudfront_distribution"),
        ("AWS::CloudFront::KeyGroups", "AWS::CloudFront::KeyGroup"),
        ("aws_cloudfront_distribution.orgin", "aws_cloudfront_distribution.origin"),
        (
            "aws_cloudfront_distribution.cdn.orgin[0].origin_idd",
            "aws_cloudfront_distribution.cdn.origin.origin_id",
        ),
        ("aws_cloudfront_distributoin.origin", "aws_cloudfront_distribution.origin"),
        (
            "aws::cloudfront::distribution.DistributionConfig.IPV6Enabledd",
            "AWS::CloudFront::Distribution.DistributionConfig.IPV6Enabled",
        ),
        ("ordered_cache_behavior.path_patern", "ordered_cache_behavior.path_pattern"),
        ("ordered_cache_behaviours", "ordered_cache_behavior"),
    ] {
        assert_eq!(
            refused(name),
            format!("error: nothing is known about `{name}`; did you mean `{meant}`?\n")
        );
        assert!(!explained(meant).is_empty());
    }
    let help = "use the name of a rule, structure, enum, operation or error code, a member (`CacheBehavior.MinTTL`), \
                the path of a report, or a resource of CloudFormation or Terraform";
    for name in ["nothing like it", "", "/", ".", "/a", "//", "$$$", "a\u{1F980}/~2/é"] {
        assert_eq!(refused(name), format!("error: nothing is known about `{name}`; {help}\n"));
    }
}

#[test]
fn unknown_properties_are_named() {
    assert_eq!(
        refused("aws_cloudfront_key_group.nothing"),
        "error: nothing is known about `aws_cloudfront_key_group.nothing`; aws_cloudfront_key_group has no property \
         `nothing`; `shapewright explain aws_cloudfront_key_group` lists its properties\n"
    );
}

#[test]
fn unknown_steps_of_paths_are_named() {
    let members = |home: &str| format!("no member of {home}; `shapewright explain {home}` lists its members");
    for (name, step, home) in [
        ("/DistributionConfig/Nope", "Nope", members("DistributionConfig")),
        ("/DistributionConfig/Origins/Items/0/Zz", "Zz", members("Origin")),
        ("UpdateDistribution/Nope", "Nope", members("UpdateDistributionRequest")),
        ("CacheBehavior.Nope", "Nope", members("CacheBehavior")),
        ("/DistributionConfig/Comment/x", "x", "no member of DistributionConfig.Comment (string)".to_owned()),
    ] {
        assert_eq!(refused(name), format!("error: nothing is known about `{name}`; `{step}` is {home}\n"));
    }
}
