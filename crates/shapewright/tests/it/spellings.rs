//! `shapewright explain` understands names in other spellings.

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, STRUCTURES};
use cloudfront::validators::OPERATIONS;
use shapewright_check::OWN_RULES;
use shapewright_source::FAULTS;

use crate::common::explained;

#[test]
fn other_spellings_are_explained_as_the_name() {
    for (spelling, name) in [
        ("cachebehavior", "CacheBehavior"),
        ("cache_behavior.min_ttl", "CacheBehavior.MinTTL"),
        ("CacheBehavior.MinTtl", "CacheBehavior.MinTTL"),
        ("is_ipv6_enabled", "IsIPV6Enabled"),
        ("AcmCertificateArn", "ACMCertificateArn"),
        ("DistributionConfig.origins.items.ID", "DistributionConfig.Origins.Items.Id"),
        ("create-distribution", "CreateDistribution"),
        ("toomanycachebehaviors", "TooManyCacheBehaviors"),
        ("price_class", "PriceClass"),
        ("Allowed_Methods_Cached", "allowed-methods-cached"),
    ] {
        assert_eq!(explained(spelling), explained(name), "{spelling}");
    }
    let path = "/DistributionConfig/Origins/Items/0/Id";
    assert_eq!(explained(&path.to_lowercase()).replace(&path.to_lowercase(), path), explained(path));
    let path = "update_distribution/distribution_config/comment";
    assert!(explained(path).contains(" is DistributionConfig.Comment in the input of UpdateDistribution\n"));
}

/// A name as it stands has precedence over other names of the same letters.
#[test]
fn names_as_they_stand_come_first() {
    let names = STRUCTURES.iter().chain(ENUMS).chain(OPERATIONS).copied();
    for name in names.chain(Code::ALL.iter().map(|code| code.code())) {
        let text = shapewright::explain(name).expect(name);
        assert!(text.contains(name), "{name}: {text}");
    }
}

/// What readers of files complain of, and what checks say about texts.
#[test]
fn rules_about_texts_are_explained() {
    let end = "target: the text of a file, before the service would see it";
    for (id, what) in FAULTS {
        assert_eq!(shapewright::explain(id), Ok(format!("{what}\n  rule {id}\n  {end}\n")));
    }
    for (id, _) in OWN_RULES {
        // Some are rules about requests of programs too.
        let text = shapewright::explain(id).expect(id);
        assert!(text.contains(&format!("\n  rule {id}")), "{text}");
    }
    assert_eq!(explained("yaml_tab"), explained("yaml-tab"));
}
