//! `shapewright explain` of resources of CloudFormation and Terraform, and of their properties.

use crate::common::explained;

/// A resource has what creates it, and each property with the member that it is.
#[test]
fn resources() {
    for resource in cloudfront_dialects::ALL.iter().flat_map(|dialect| dialect.resources) {
        let text = shapewright::explain(resource.name).expect(resource.name);
        for input in resource.inputs {
            assert!(text.contains(&format!("\n  created with {}", input.operation)), "{text}");
        }
        for member in resource.inputs[0].structure.members {
            assert!(text.contains(&format!("\n  {} is ", member.name)), "{}: {text}", member.name);
        }
    }
    let text = explained("aws_cloudfront_distribution");
    assert!(
        text.starts_with("aws_cloudfront_distribution: a resource of the Terraform provider aws\n"),
        "{text}"
    );
    assert!(text.contains("\n  arn is not sent to the API\n"), "{text}");
    assert!(text.contains("\n  aliases is DistributionConfig.Aliases\n"), "{text}");
}

/// A property is explained as the member that it is.
#[test]
fn properties() {
    for (property, member) in [
        ("aws_cloudfront_distribution.origin.origin_id", "Origin.Id"),
        ("aws_cloudfront_distribution.main.origin[0].origin_id", "Origin.Id"),
        ("aws_cloudfront_distribution.restrictions.geo_restriction.locations", "GeoRestriction.Items"),
        ("AWS::CloudFront::Distribution.DistributionConfig.IPV6Enabled", "DistributionConfig.IsIPV6Enabled"),
        ("aws::cloudfront::keygroup.KeyGroupConfig.name", "KeyGroupConfig.Name"),
    ] {
        assert_eq!(explained(property), format!("{property} is {member}\n\n{}", explained(member)));
    }
    assert_eq!(
        explained("aws_cloudfront_function.publish"),
        "aws_cloudfront_function.publish is not sent to the API\n"
    );
}

/// Without its resource, a property is looked for in all of them.
#[test]
fn properties_of_any_resource() {
    for (property, member, resources) in [
        (
            "DistributionConfig.IPV6Enabled",
            "DistributionConfig.IsIPV6Enabled",
            "awscc_cloudfront_distribution, AWS::CloudFront::Distribution",
        ),
        ("ordered_cache_behavior", "DistributionConfig.CacheBehaviors", "aws_cloudfront_distribution"),
        ("origin.origin_id", "Origin.Id", "aws_cloudfront_distribution"),
    ] {
        let expected = format!("{property} is {member} in {resources}\n\n{}", explained(member));
        assert_eq!(explained(property), expected);
    }
}
