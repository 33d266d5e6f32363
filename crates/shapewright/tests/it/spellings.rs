//! `shapewright explain` understands names in other spellings.

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, STRUCTURES};
use cloudfront::validators::OPERATIONS;
use shapewright_check::OWN_RULES;
use shapewright_source::FAULTS;

use crate::common::{explained, run, stdout};

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

/// What other commands take as a name ignores letter case too.
#[test]
fn other_commands_understand_other_spellings() {
    for (spelling, name) in [
        ("key_group", "KeyGroup"),
        ("createkeygroup", "CreateKeyGroup"),
        ("AWS_CLOUDFRONT_KEY_GROUP", "aws_cloudfront_key_group"),
        ("aws::cloudfront::keygroup", "AWS::CloudFront::KeyGroup"),
        ("keygroupconfig", "KeyGroupConfig"),
    ] {
        assert_eq!(stdout(&["skeleton", spelling]), stdout(&["skeleton", name]), "{spelling}");
        assert_eq!(stdout(&["rules", "--in", spelling]), stdout(&["rules", "--in", name]), "{spelling}");
    }
    let of_resource = stdout(&["rules", "--in", "AWS::CloudFront::KeyGroup"]);
    assert_eq!(stdout(&["rules", "--in", "aws_cloudfront_key_group"]), of_resource);
    assert_eq!(stdout(&["rules", "--in", "KeyGroup"]), of_resource);
    let of_code = stdout(&["rules", "--code", "InvalidOrigin", "--kind", "condition"]);
    assert_eq!(stdout(&["rules", "--code", "invalidorigin", "--kind", "Condition"]), of_code);
    let request = r#"{"KeyGroupConfig": {"Name": "a", "Items": ["K1"]}}"#;
    for arguments in [
        &["check", "-", "--operation", "create_key_group"][..],
        &["convert", "-", "--to", "json", "--operation", "createkeygroup"],
        &["convert", "-", "--to", "json", "--operation", "CreateKeyGroups"],
    ] {
        let output = run(arguments, request);
        let is_known = !arguments.contains(&"CreateKeyGroups");
        assert_eq!(output.status.code(), Some(if is_known { 0 } else { 2 }), "{output:?}");
        let error = "error: there is no operation `CreateKeyGroups`; did you mean `CreateKeyGroup`?\n";
        assert_eq!(String::from_utf8_lossy(&output.stderr), if is_known { "" } else { error });
    }
}

/// The short names of formats.
#[test]
fn formats_have_short_names() {
    let request = r#"{"KeyGroupConfig": {"Name": "a", "Items": ["K1"]}}"#;
    for (short, long) in [("cfn", "cloudformation"), ("tf", "terraform")] {
        let converted = |form: &str| run(&["convert", "-", "--to", form], request).stdout;
        assert_eq!(converted(short), converted(long));
        let made = |form: &str| stdout(&["skeleton", "KeyGroup", "--format", form]);
        assert_eq!(made(short), made(long));
        for command in ["convert", "skeleton"] {
            let help = stdout(&[command, "--help"]);
            assert!(help.contains(long) && !help.contains(&format!("{short},")), "{help}");
        }
    }
}
