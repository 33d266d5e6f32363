//! Names that `shapewright explain` looks for in several places: members by themselves, and paths.

use crate::common::explained;

/// A member by itself lists the structures that have it.
#[test]
fn members_by_themselves() {
    let text = explained("MinTTL");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "MinTTL is a member of 3 structures", "{text}");
    for member in ["CacheBehavior.MinTTL", "CachePolicyConfig.MinTTL", "DefaultCacheBehavior.MinTTL"] {
        assert!(lines.iter().any(|line| line.starts_with(&format!("  {member}: "))), "{text}");
    }
    let text = explained("HttpVersion");
    for lines in [
        "HttpVersion: enum\n",
        "\n  values: http1.1, http2, http3, http2and3\n",
        "\n  members with these values: DistributionConfig.HttpVersion\n\n\
         HttpVersion is a member of 2 structures\n  DistributionConfig.HttpVersion: 4 rules\n",
    ] {
        assert!(text.contains(lines), "{text}");
    }
    let text = explained("Quantity");
    assert!(text.lines().count() > 50, "{text}");
    // Only one structure has it.
    let full = explained("ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingGzip");
    assert_eq!(explained("EnableAcceptEncodingGzip"), full);
}

/// The path of an error leads to the member and to the operations that have it.
#[test]
fn paths_of_reports() {
    let text = explained("/DistributionConfig/Origins/Items/0/Id");
    let first = "/DistributionConfig/Origins/Items/0/Id is Origin.Id in the input of CreateDistribution, \
                 UpdateDistribution\n\n\
                 Origin.Id: string\n";
    assert!(text.starts_with(first), "{text}");
    assert!(text.contains("rule origins-unique-ids: "), "{text}");
    let text = explained("UpdateDistribution/DistributionConfig/Origins/Items/0/Id");
    assert!(text.contains("is Origin.Id in the input of UpdateDistribution\n"), "{text}");
    let text = explained("/DistributionConfig/Aliases/Items/17");
    assert!(text.contains(" is an element of Aliases.Items in the input of "), "{text}");
    // As the members of other operations and structures.
    let text = explained("/Id");
    assert!(
        text.starts_with("/Id is one of ") && text.contains("\n  GetDistributionRequest.Id: 2 rules\n"),
        "{text}"
    );
    let text = explained("DistributionConfig/Origins/Items/0/Id");
    assert!(text.starts_with("Origin.Id: string\n"), "{text}");
    assert_eq!(explained("DistributionConfig.Origins.Items.Id"), text);
}

/// Reports about a part of a request have pointers that begin inside it.
#[test]
fn paths_that_begin_in_a_structure() {
    let text = explained("/Origins/Items/0/Id");
    assert!(text.starts_with("/Origins/Items/0/Id is Origin.Id in DistributionConfig"), "{text}");
}
