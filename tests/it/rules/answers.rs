//! The error with which the service refuses a request, as public reports show it. Names in the values are made up.

use cloudfront_errors::{CommonError, CreateDistributionError, CreateFunctionError, Error};
use cloudfront_shapes::{CreateDistributionRequest, CreateFunctionRequest, MinimumProtocolVersion};
use cloudfront_validators::{Options, Report, Validate, Violation, input};
use serde_json::{Value, json};
use shapewright_runtime::deserialize_into_strict;

fn report(operation: &str, params: &Value) -> Report {
    let mut input = input(operation).expect("the operation exists");
    deserialize_into_strict(input.structure(), params).expect("the parameters can be read");
    input.report(&Options::default())
}

/// The code and message of the service.
fn answer(operation: &str, params: &Value) -> (String, String) {
    let report = report(operation, params);
    let response = report.to_response(operation).unwrap_or_else(|| panic!("{operation} is valid"));
    (response.code, response.details.message.unwrap_or_default())
}

/// The sentences of an answer about constraints of the model, sorted: their order differs between reports.
fn sentences(operation: &str, params: &Value) -> Vec<String> {
    let (code, message) = answer(operation, params);
    assert_eq!(code, "MalformedXML", "{message}");
    let (count, list) = message.split_once(" detected: ").expect("the answer begins with a number");
    let mut sentences: Vec<String> = list.split("; ").map(str::to_owned).collect();
    let plural = if sentences.len() == 1 { "" } else { "s" };
    assert_eq!(count, format!("{} validation error{plural}", sentences.len()));
    sentences.sort();
    sentences
}

fn distribution() -> Value {
    json!({
        "CallerReference": "ref-1", "Comment": "", "Enabled": true,
        "Origins": {"Quantity": 1, "Items": [{"Id": "o1", "DomainName": "www.example.com",
            "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"}}]},
        "DefaultCacheBehavior": {"TargetOriginId": "o1", "ViewerProtocolPolicy": "redirect-to-https",
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6"}
    })
}

/// The distribution with another value at a JSON Pointer; null removes it.
fn with(pointer: &str, value: Value) -> Value {
    let mut config = distribution();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = config.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    if value.is_null() {
        parent.remove(name)
    } else {
        parent.insert(name.to_owned(), value)
    };
    json!({ "DistributionConfig": config })
}

fn created(pointer: &str, value: Value) -> Vec<String> {
    sentences("CreateDistribution", &with(pointer, value))
}

/// aws/aws-sdk-ruby#413 (2013), aws/aws-sdk-php#1973 (2020), aws-cloudformation/cfn-lint#672 (2019)
#[test]
fn missing_members() {
    let null =
        |path: &str| format!("Value null at '{path}' failed to satisfy constraint: Member must not be null");
    assert_eq!(
        created("/Origins/Items/0/DomainName", Value::Null),
        [null("distributionConfig.origins.items.1.member.domainName")]
    );
    assert_eq!(
        created("/Origins/Items/0/CustomOriginConfig/HTTPPort", Value::Null),
        [null("distributionConfig.origins.items.1.member.customOriginConfig.hTTPPort")]
    );
    let lambda = json!({"Quantity": 1, "Items": [{"EventType": "viewer-request"}]});
    assert_eq!(
        created("/DefaultCacheBehavior/LambdaFunctionAssociations", lambda),
        [null(
            "distributionConfig.defaultCacheBehavior.lambdaFunctionAssociations.items.1.member.lambdaFunctionARN"
        )]
    );
    assert_eq!(
        sentences("CreateInvalidation", &json!({"DistributionId": "E1"})),
        [null("invalidationBatch")]
    );
    // awslabs/aws-powershell-extensions#4 (2019)
    assert_eq!(
        sentences("CreateInvalidation", &json!({"DistributionId": "E1", "InvalidationBatch": {"Paths": {}}})),
        [null("invalidationBatch.callerReference"), null("invalidationBatch.paths.quantity")]
    );
}

/// aws/aws-cli#6275 (2021), alphagov/paas-cf#753 (2017), hashicorp/terraform-provider-aws#36771 (2024)
#[test]
fn unknown_values_of_enums() {
    let known: Vec<&str> =
        MinimumProtocolVersion::VALUES.iter().map(MinimumProtocolVersion::as_str).collect();
    let certificate = json!({
        "ACMCertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d-1111-2222-3333-444455556666",
        "SSLSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.3_2099"
    });
    assert_eq!(
        created("/ViewerCertificate", certificate.clone()),
        [format!(
            "Value 'TLSv1.3_2099' at 'distributionConfig.viewerCertificate.minimumProtocolVersion' failed to satisfy \
             constraint: Member must satisfy enum value set: [{}]",
            known.join(", ")
        )]
    );
    let mut certificate = certificate;
    certificate["SSLSupportMethod"] = json!("");
    certificate["MinimumProtocolVersion"] = json!("TLSv1");
    let config = with("/ViewerCertificate", certificate);
    let config = &config["DistributionConfig"];
    let tagged = json!({"DistributionConfigWithTags": {"DistributionConfig": config, "Tags": {}}});
    assert_eq!(
        sentences("CreateDistributionWithTags", &tagged),
        [
            "Value '' at 'distributionConfigWithTags.distributionConfig.viewerCertificate.sSLSupportMethod' failed to \
          satisfy constraint: Member must satisfy enum value set: [sni-only, vip, static-ip]"
        ]
    );
    let control = json!({"OriginAccessControlConfig": {"Name": "n", "SigningProtocol": "sigv4",
        "SigningBehavior": "always", "OriginAccessControlOriginType": "wrong"}});
    assert_eq!(
        sentences("CreateOriginAccessControl", &control),
        [
            "Value 'wrong' at 'originAccessControlConfig.originAccessControlOriginType' failed to satisfy constraint: \
          Member must satisfy enum value set: [s3, mediastore, mediapackagev2, lambda]"
        ]
    );
    // cloud-gov/cf-cdn-service-broker#98 (2017): elements of a list.
    let protocols = json!({"Quantity": 2, "Items": ["TLSv1.0", "TLSv1.2"]});
    assert_eq!(
        created("/Origins/Items/0/CustomOriginConfig/OriginSslProtocols", protocols),
        ["Value '[TLSv1.0]' at \
          'distributionConfig.origins.items.1.member.customOriginConfig.originSslProtocols.items' failed to satisfy \
          constraint: Member must satisfy constraint: [Member must satisfy enum value set: [SSLv3, TLSv1, TLSv1.1, \
          TLSv1.2]]"]
    );
}

/// anomalyco/sst#4410 (2024), anomalyco/sst#6874 (2026)
#[test]
fn a_long_name_breaks_its_length_and_its_pattern() {
    let name = "a".repeat(65);
    let mut params = json!({"Name": name, "FunctionConfig": {"Comment": "c", "Runtime": "cloudfront-js-2.0"},
        "FunctionCode": "ZnVuY3Rpb24gaGFuZGxlcihlKXt9"});
    let failed = format!("Value '{name}' at 'name' failed to satisfy constraint: Member must");
    assert_eq!(
        sentences("CreateFunction", &params),
        [
            format!("{failed} have length less than or equal to 64"),
            format!("{failed} satisfy regular expression pattern: [a-zA-Z0-9-_]{{1,64}}"),
        ]
    );
    params["Name"] = json!("");
    assert_eq!(sentences("CreateFunction", &params).len(), 2);
}

/// commitdev/zero-aws-eks-stack#59 (2020)
#[test]
fn a_tag_with_a_comma_breaks_its_pattern() {
    let tags = json!({"Items": [{"Key": "k", "Value": "a,b"}]});
    let tagged = json!({"DistributionConfigWithTags": {"DistributionConfig": distribution(), "Tags": tags}});
    assert_eq!(
        sentences("CreateDistributionWithTags", &tagged),
        [[
            "Value 'a,b' at 'distributionConfigWithTags.tags.items.1.member.value' failed to satisfy constraint: ",
            r"Member must satisfy regular expression pattern: ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$",
        ]
        .concat()]
    );
    let keys =
        json!({"Resource": "arn:aws:cloudfront::111122223333:distribution/E1", "TagKeys": {"Items": [""]}});
    let (code, message) = answer("UntagResource", &keys);
    assert_eq!(code, "MalformedXML");
    assert!(
        message.contains("'[]' at 'tagKeys.items' failed to satisfy constraint: Member must satisfy"),
        "{message}"
    );
}

/// Limits that only the documentation has are checked by the service itself.
#[test]
fn documented_limits_have_the_code_of_the_service() {
    for (pointer, value) in
        [("/Comment", json!("c".repeat(129))), ("/Origins/Items/0/Id", json!("i".repeat(129)))]
    {
        let params = with(pointer, value);
        let report = report("CreateDistribution", &params);
        let found =
            report.errors().find(|found| found.pointer().ends_with(pointer)).expect("the text is too long");
        assert_eq!(
            (found.code(), found.is_of_model(), found.service_message()),
            ("InvalidArgument", false, None)
        );
    }
    // All of the model first and alone, then the first of the others.
    let mut params = with("/Comment", json!("c".repeat(129)));
    assert_eq!(answer("CreateDistribution", &params).0, "InvalidArgument");
    params["DistributionConfig"]["PriceClass"] = json!("PriceClass_50");
    let found = sentences("CreateDistribution", &params);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("Value 'PriceClass_50' at 'distributionConfig.priceClass' failed"),
        "{found:?}"
    );
}

/// aws/aws-sdk-ruby#1067 (2016): the service refuses a document that it cannot read before it checks anything in it.
#[test]
fn unreadable_documents_come_first() {
    let mut params = with("/Comment", json!("a\u{1}b"));
    params["DistributionConfig"]["PriceClass"] = json!("PriceClass_50");
    assert_eq!(answer("CreateDistribution", &params).0, "MalformedInput");
    let report = report("CreateDistribution", &params);
    let error = report.to_error::<CreateDistributionError>();
    assert!(
        matches!(error, Some(CreateDistributionError::Common(CommonError::MalformedInput(_)))),
        "{error:?}"
    );
}

/// terraform-aws-modules/terraform-aws-cloudfront#44 (2021): the set of values of the member is smaller than its enum.
#[test]
fn functions_have_a_value_set_of_their_own() {
    let function = "arn:aws:cloudfront::111122223333:function/f";
    let functions =
        json!({"Quantity": 1, "Items": [{"FunctionARN": function, "EventType": "origin-request"}]});
    let (code, _) =
        answer("CreateDistribution", &with("/DefaultCacheBehavior/FunctionAssociations", functions));
    assert_eq!(code, "MalformedXML");
}

/// Places outside of the document.
#[test]
fn headers_and_labels() {
    // aws/aws-sdk#576 (2023)
    let (code, _) = answer("DeleteFunction", &json!({"Name": "f"}));
    assert_eq!(code, "InvalidIfMatchVersion");
    let update = json!({"Name": "a".repeat(65), "IfMatch": "E2QWRUHEXAMPLE"});
    let found = sentences("DeleteFunction", &update);
    assert!(found[0].starts_with("Value 'aaa") && found[0].contains(" at 'name' "), "{found:?}");
    // A request with such a label has another path.
    let (code, _) = answer("GetDistribution", &json!({"Id": ".."}));
    assert_eq!(code, "NoSuchDistribution");
}

#[test]
fn errors_are_matched_without_strings() {
    let error = CreateFunctionRequest::default().validate().to_error::<CreateFunctionError>();
    assert!(matches!(error, Some(CreateFunctionError::Common(CommonError::MalformedXml(_)))), "{error:?}");
    let error = CreateDistributionRequest::default().validate().to_error::<CreateDistributionError>();
    let error = error.expect("there is no configuration");
    assert_eq!((error.code(), error.status(), error.is_retryable()), ("MalformedXML", Some(400), false));
    let service = Error::from(error.clone());
    assert!(matches!(service, Error::Common(CommonError::MalformedXml(_))), "{service:?}");
    assert_eq!(CreateDistributionError::from(service), error);
    // What the operation models itself wins, in both directions.
    let denied = CreateDistributionError::new("AccessDenied", None, Default::default());
    assert!(matches!(denied, CreateDistributionError::AccessDenied(_)), "{denied:?}");
    let denied = CreateFunctionError::new("AccessDenied", None, Default::default());
    assert!(matches!(denied, CreateFunctionError::Common(CommonError::AccessDenied(_))), "{denied:?}");
    let service = Error::from(denied.clone());
    assert!(matches!(service, Error::AccessDenied(_)), "{service:?}");
    assert_eq!(CreateFunctionError::from(service), denied);
    assert_eq!(denied.status(), Some(403));
    let service = Error::Common(CommonError::AccessDenied(Default::default()));
    let denied = CreateDistributionError::from(service);
    assert!(matches!(denied, CreateDistributionError::AccessDenied(_)), "{denied:?}");
}

/// Every violation of a constraint of the model has the words of the service.
#[test]
fn all_constraints_of_the_model_have_words() {
    let silent = |report: &Report| {
        let is_of_model = |found: &&Violation| {
            found.is_of_model() && found.rule_entry().is_some_and(|rule| rule.source == "model")
        };
        let of_model = report.iter().filter(is_of_model).filter(|found| found.service_message().is_none());
        of_model.map(Violation::rule).collect::<Vec<_>>()
    };
    let mut checked = 0;
    for case in shapewright_tests::cases::cases() {
        let report = shapewright_tests::cases::report(&case.base, &case.breaks, case.raw);
        assert_eq!(silent(&report), [""; 0], "{}", case.name);
        checked += report.iter().filter(|found| found.is_of_model()).count();
    }
    assert!(checked > 5, "{checked}");
}
