//! Suggestions, error codes and severities of reports, with and without a policy.

use cloudfront_errors::{CreateDistributionError, UpdateStreamingDistributionError};
use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_shapes::{
    Aliases, CacheBehaviors, CreateDistributionRequest, DistributionConfig, PriceClass,
    StreamingDistributionConfig, TrustedSigners, UpdateStreamingDistributionRequest,
};
use cloudfront_validators::{Level, Options, Policy, RULES, Report, Severity, Validate, nearest};
use shapewright_tests::fixtures::{distribution_config, streaming_distribution_config};

fn under(policy: Policy, value: &impl Validate) -> Report {
    value.validate_with(&Options::default().policy(policy))
}

fn with_rule(base: Policy, id: &str, level: Level) -> Policy {
    Policy::builder(RULES).base(base).rule(id, level).build().expect("the rule exists")
}

fn with_quota(id: &str, limit: u64) -> Policy {
    Policy::builder(RULES).quota(id, limit).build().expect("the quota exists")
}

/// Rule, level and severity of each violation.
fn found(report: &Report) -> Vec<(&str, Level, Severity)> {
    report.iter().map(|violation| (violation.rule(), violation.level(), violation.severity())).collect()
}

fn with_cache_behaviors(count: usize) -> DistributionConfig {
    let mut config = distribution_config();
    let behavior = config.cache_behaviors.take().and_then(|list| list.items?.into_iter().next());
    let behavior = behavior.expect("the fixture has behaviours");
    let numbered = |index| behavior.clone().path_pattern(format!("/{index}/*"));
    config.cache_behaviors((0..count).map(numbered).collect::<CacheBehaviors>())
}

/// Returns the distribution with another timeout of all custom origins.
fn with_read_timeout(seconds: i32) -> DistributionConfig {
    let mut config = distribution_config();
    let origins = config.origins.iter_mut().filter_map(|origins| origins.items.as_mut()).flatten();
    for server in origins.filter_map(|origin| origin.custom_origin_config.as_mut()) {
        server.origin_read_timeout = Some(seconds);
    }
    config
}

#[test]
fn misspelt_values_are_suggested() {
    let help = |policy: &str| {
        let mut config = distribution_config();
        config.default_cache_behavior =
            config.default_cache_behavior.map(|b| b.viewer_protocol_policy(policy));
        let report = config.validate();
        assert_eq!(report.violations().len(), 1, "{report}");
        report.iter().map(|violation| violation.help().to_owned()).collect::<String>()
    };
    let known = "allow-all, https-only, redirect-to-https";
    let meant = |value: &str| format!("did you mean {value}? Known values are {known}");
    assert_eq!(help("redirect-to-http"), meant("redirect-to-https"));
    assert_eq!(help("HTTPS-ONLY"), meant("https-only"));
    assert_eq!(help("https_only"), meant("https-only"));
    assert_eq!(help("alow-all"), meant("allow-all"));
    assert_eq!(help(""), format!("use one of {known}"));
    assert_eq!(help("never"), format!("use one of {known}"));
}

/// A misspelt member of any structure is suggested, unless another member is as similar.
#[test]
fn misspelt_members_are_suggested() {
    let (mut slips, mut found_again) = (0, 0);
    for name in STRUCTURES {
        let shape = structure(name).expect("the catalog has all structures that it lists");
        let names = shape.member_names();
        for member in names {
            let known = || names.iter().copied();
            assert_eq!(nearest(member, known()), Some(*member));
            assert_eq!(nearest(&member.to_lowercase(), known()), Some(*member), "{name}");
            // A repeated letter has the distance 1, as other members may have.
            let (head, tail) = member.split_at(member.len() / 2);
            let twice = format!("{head}{}{tail}", head.chars().next_back().unwrap_or('x'));
            let meant = nearest(&twice, known()).expect(&twice);
            assert!(
                meant == *member || meant.len().abs_diff(member.len()) <= 2,
                "{name}: {twice} is no {meant}"
            );
            slips += 1;
            found_again += usize::from(meant == *member);
        }
        assert_eq!(nearest("SomethingElseAltogether", names.iter().copied()), None, "{name}");
    }
    assert!(
        slips > 1000 && found_again * 100 >= slips * 99,
        "{found_again} of {slips} members were found again"
    );
}

#[test]
fn reports_become_the_error_of_the_operation() {
    use UpdateStreamingDistributionError as Error;

    let request = |config: StreamingDistributionConfig| {
        let request = UpdateStreamingDistributionRequest::default().streaming_distribution_config(config);
        request.id("EGTXBD79EXAMPLE").if_match("E2QWRUHEXAMPLE")
    };
    let error = |request: &UpdateStreamingDistributionRequest| request.validate().to_error::<Error>();
    let valid = request(streaming_distribution_config());
    assert_eq!(error(&valid), None);
    let code = |request| error(&request).map(|error| error.code().to_owned());
    assert_eq!(code(valid.clone().if_match("")).as_deref(), Some("InvalidIfMatchVersion"));
    let unknown = streaming_distribution_config().price_class("PriceClass_50");
    assert_eq!(code(request(unknown)).as_deref(), Some("MalformedXML"));
    // The error code of distributions, which this operation does not model, is replaced.
    let aliases: Vec<String> = (0..101).map(|number| format!("a{number}.example.com")).collect();
    let many =
        request(streaming_distribution_config().aliases(Aliases::default().quantity(101).items(aliases)));
    let report = many.validate();
    let violation = report.iter().next().expect("there are too many aliases");
    assert_eq!(violation.code(), "TooManyDistributionCNAMEs");
    assert_eq!(violation.code_of("UpdateDistribution"), "TooManyDistributionCNAMEs");
    assert_eq!(violation.code_of("UpdateStreamingDistribution"), "TooManyStreamingDistributionCNAMEs");
    assert_eq!(code(many).as_deref(), Some("TooManyStreamingDistributionCNAMEs"));
    // Constraints of the service's model are checked before all other rules.
    let mut miscounted = streaming_distribution_config().price_class("PriceClass_50");
    miscounted.aliases = miscounted.aliases.map(|aliases| aliases.quantity(2));
    assert_eq!(code(request(miscounted.clone())).as_deref(), Some("MalformedXML"));
    // The first of several other violations in model order is used.
    let miscounted = miscounted.price_class(None::<PriceClass>).comment("é".repeat(129));
    assert_eq!(code(request(miscounted)).as_deref(), Some("InconsistentQuantities"));
}

#[test]
fn warnings_do_not_become_errors() {
    let mut config = with_cache_behaviors(2);
    for behavior in config.cache_behaviors.iter_mut().filter_map(|list| list.items.as_mut()).flatten() {
        behavior.path_pattern = Some("/again/*".to_owned());
    }
    let request = CreateDistributionRequest::default().distribution_config(config);
    let report = request.validate();
    let warning = ("cache-behaviors-path-patterns", Level::Warning, Severity::Warning);
    assert_eq!(found(&report), [warning]);
    assert!(report.is_valid());
    assert_eq!(report.to_error::<CreateDistributionError>(), None);
    assert!(report.validation_exception().field_list.is_empty());
    assert!(report.into_result().is_ok());

    let report = under(Policy::strict(), &request);
    let error = report.to_error::<CreateDistributionError>();
    assert!(matches!(error, Some(CreateDistributionError::InvalidArgument(_))), "{error:?}");
    assert_eq!(report.into_result().map_err(|report| report.violations().len()), Err(1));
}

#[test]
fn quotas_can_be_raised() {
    let quota = "cache-behaviors-items-quota";
    assert!(with_cache_behaviors(75).validate().violations().is_empty());
    let report = with_cache_behaviors(76).validate();
    assert_eq!(found(&report), [(quota, Level::Error, Severity::Quota)]);
    assert!(!report.is_valid());
    assert_eq!(
        report.to_string(),
        "error[TooManyCacheBehaviors]: Items has 76 elements, more than the quota of 75\n  \
         at /CacheBehaviors/Items\n  \
         rule cache-behaviors-items-quota: use at most 75, or request a quota increase and \
         configure the raised quota"
    );
    let raised = || with_quota(quota, 80);
    assert!(under(raised(), &with_cache_behaviors(80)).violations().is_empty());
    let report = under(raised(), &with_cache_behaviors(81));
    assert!(report.to_string().contains("more than the quota of 80"), "{report}");
    // A quota can be lowered too, and so can the quota of a check.
    assert!(!under(with_quota(quota, 24), &distribution_config()).is_valid());
    let quota = "custom-origin-config-origin-read-timeout-quota";
    assert!(with_read_timeout(120).validate().violations().is_empty());
    let report = with_read_timeout(121).validate();
    assert_eq!(report.violations().len(), 7, "seven of the ten origins are custom origins");
    assert!(report.iter().all(|violation| violation.rule() == quota), "{report}");
    assert!(under(with_quota(quota, 180), &with_read_timeout(180)).violations().is_empty());
    assert!(!under(with_quota(quota, 180), &with_read_timeout(181)).is_valid());
}

#[test]
fn rules_and_severities_can_be_turned_off() {
    let quota = "cache-behaviors-items-quota";
    let many = with_cache_behaviors(76);
    let report = under(Policy::default().severity(Severity::Quota, Level::Warning), &many);
    assert_eq!(found(&report), [(quota, Level::Warning, Severity::Quota)]);
    assert!(report.is_valid());
    assert!(under(with_rule(Policy::default(), quota, Level::Off), &many).violations().is_empty());
    assert!(under(Policy::default().severity(Severity::Quota, Level::Off), &many).violations().is_empty());
    // The setting of a rule overrides that of its severity.
    let policy = with_rule(Policy::default().severity(Severity::Quota, Level::Off), quota, Level::Error);
    assert!(!under(policy, &many).is_valid());

    let mut signed = distribution_config();
    let signers = TrustedSigners::from(["self"]).enabled(true);
    signed.default_cache_behavior = signed.default_cache_behavior.map(|b| b.trusted_signers(signers));
    let deprecated =
        ("default-cache-behavior-trusted-signers-deprecated", Level::Warning, Severity::Deprecated);
    assert_eq!(found(&signed.validate()), [deprecated]);
    let quiet = Policy::default().severity(Severity::Deprecated, Level::Off);
    assert!(under(quiet, &signed).violations().is_empty());
    assert!(!under(Policy::strict(), &signed).is_valid());
}

#[test]
fn values_newer_than_the_model_can_be_allowed() {
    let later = distribution_config().http_version("http4").price_class("PriceClass_Moon");
    let report = later.validate();
    assert_eq!((report.is_valid(), report.violations().len()), (false, 2), "{report}");
    let lenient = || Policy::default().unknown_values(Level::Warning);
    let report = under(lenient(), &later);
    assert_eq!((report.is_valid(), report.warnings().count()), (true, 2), "{report}");
    assert!(under(Policy::default().unknown_values(Level::Off), &later).violations().is_empty());
    // Other rules do not become lenient, and the setting of a rule takes precedence.
    assert!(!under(lenient(), &later.clone().comment("x".repeat(129))).is_valid());
    assert!(
        !under(with_rule(lenient(), "distribution-config-http-version-enum", Level::Error), &later)
            .is_valid()
    );
}
