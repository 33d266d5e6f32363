//! The forms of documents of the API: which operations they lead to, and what is demanded of them.

use std::time::Instant;

use serde_json::{Value, json};
use shapewright_check::{Current, Document, DocumentKind, Findings, Hints, Severity, check, read};
use shapewright_source::Source;

/// A configuration of a streaming distribution without faults.
fn streaming() -> Value {
    json!({
        "CallerReference": "2026-11-20",
        "S3Origin": { "DomainName": "media.s3.amazonaws.com", "OriginAccessIdentity": "" },
        "Comment": "Lectures",
        "TrustedSigners": { "Enabled": false, "Quantity": 0 },
        "Enabled": true,
    })
}

fn key_group() -> Value {
    json!({ "Name": "readers", "Items": ["K2JCJMDEHXQW5F"], "Comment": "" })
}

/// The document, with YAML 1.2 also as that.
fn documents(text: &str, hints: &Hints) -> [Document; 2] {
    let mut of_yaml = hints.clone();
    of_yaml.kind = Some(DocumentKind::ApiYaml);
    let source = |name: &str| Source::new(name, text.to_owned());
    [read(source("a.json"), hints), read(source("a.yaml"), &of_yaml)]
}

fn checked(name: &str, text: &str) -> Findings {
    check(Source::new(name, text.to_owned()), &Hints::default())
}

/// Rule and pointer of each finding.
fn found(findings: &Findings) -> Vec<(&str, &str)> {
    findings.findings.iter().map(|finding| (finding.rule.as_str(), finding.pointer.as_str())).collect()
}

#[test]
fn forms_lead_to_operations() {
    let (streaming, group) = (streaming(), key_group());
    let stored = json!({ "Id": "E1", "StreamingDistributionConfig": streaming, "Status": "Deployed" });
    let summary = json!({ "Id": "E2", "Name": "a", "EncodedKey": "", "CreatedTime": "2026-11-20T00:00:00Z" });
    let function =
        json!({ "Name": "f", "FunctionConfig": { "Comment": "", "Runtime": "cloudfront-js-2.0" } });
    let cases: [(Value, &[&str]); 14] = [
        (streaming.clone(), &["CreateStreamingDistribution"]),
        (json!({ "StreamingDistributionConfig": streaming }), &["CreateStreamingDistribution"]),
        (json!({ "ETag": "E", "StreamingDistributionConfig": streaming }), &["UpdateStreamingDistribution"]),
        (json!({ "Id": "E", "StreamingDistributionConfig": streaming }), &["UpdateStreamingDistribution"]),
        (
            json!({ "IfMatch": "E", "StreamingDistributionConfig": streaming }),
            &["UpdateStreamingDistribution"],
        ),
        (
            json!({ "StreamingDistributionConfigWithTags": { "StreamingDistributionConfig": streaming } }),
            &["CreateStreamingDistributionWithTags"],
        ),
        (
            json!({ "StreamingDistributionConfig": streaming, "Tags": { "Items": [] } }),
            &["CreateStreamingDistributionWithTags"],
        ),
        (json!({ "ETag": "E", "StreamingDistribution": stored }), &["UpdateStreamingDistribution"]),
        (stored.clone(), &["UpdateStreamingDistribution"]),
        (group.clone(), &["CreateKeyGroup"]),
        (
            json!({ "KeyGroupList": { "Quantity": 2, "Items": [
                { "KeyGroup": { "Id": "a", "KeyGroupConfig": group } },
                { "KeyGroup": { "Id": "b", "KeyGroupConfig": group } },
            ] } }),
            &["UpdateKeyGroup", "UpdateKeyGroup"],
        ),
        (json!({ "PublicKeyList": { "Items": [summary] } }), &["UpdatePublicKey"]),
        (json!([{ "KeyGroup": { "Id": "a", "KeyGroupConfig": group } }]), &["UpdateKeyGroup"]),
        (json!({ "FunctionList": { "Items": [function] } }), &["UpdateFunction"]),
    ];
    for (document, expected) in cases {
        for read in documents(&document.to_string(), &Hints::default()) {
            let operations: Vec<&str> = read.requests.iter().map(|request| request.operation).collect();
            assert_eq!(operations, expected, "{document}: {}", read.why);
        }
    }
}

#[test]
fn nothing_is_demanded_that_a_form_cannot_have() {
    let (streaming, group) = (streaming(), key_group());
    let cases = [
        streaming.clone(),
        json!({ "ETag": "E", "StreamingDistributionConfig": streaming }),
        json!({ "StreamingDistributionConfig": streaming, "Tags": { "Items": [] } }),
        json!({ "StreamingDistributionList": { "Items": [{ "Id": "E1", "Comment": "", "Enabled": true,
            "S3Origin": streaming["S3Origin"], "TrustedSigners": streaming["TrustedSigners"] }] } }),
        group.clone(),
        json!({ "KeyGroupList": { "Items": [{ "KeyGroup": { "Id": "a", "KeyGroupConfig": group } }] } }),
        json!({ "Comment": "", "Runtime": "cloudfront-js-2.0" }),
    ];
    for document in cases {
        let mut findings = checked("a.json", &document.to_string());
        findings.findings.retain(|finding| !finding.rule.ends_with("-deprecated"));
        assert_eq!((findings.kind, found(&findings)), (DocumentKind::ApiJson, Vec::new()), "{document}");
        assert_eq!(findings.unknown, 0, "{document}");
    }
}

#[test]
fn xml_is_read_by_its_outermost_element() {
    let group =
        "<KeyGroupConfig><Name>a</Name><Items><PublicKey>K2JCJMDEHXQW5F</PublicKey></Items></KeyGroupConfig>";
    let cases = [
        (group.to_owned(), "CreateKeyGroup", vec![]),
        (format!("<KeyGroup><Id>a</Id>{group}</KeyGroup>"), "UpdateKeyGroup", vec![]),
        (
            group.replace("K2JCJMDEHXQW5F", "").replace("<PublicKey></PublicKey>", ""),
            "CreateKeyGroup",
            vec![("key-group-config-items-length", "/KeyGroupConfig/Items")],
        ),
        (
            "<InvalidationBatch><Paths><Quantity>two</Quantity><Items><Path>/a</Path></Items></Paths>\
                <CallerReference>a</CallerReference></InvalidationBatch>"
                .to_owned(),
            "CreateInvalidation",
            vec![("wrong-type", "/InvalidationBatch/Paths/Quantity")],
        ),
    ];
    for (text, operation, expected) in cases {
        let document = read(Source::new("a.xml", text.clone()), &Hints::default());
        assert_eq!(
            document.requests.iter().map(|request| request.operation).collect::<Vec<_>>(),
            [operation]
        );
        let findings = checked("a.xml", &text);
        assert_eq!((findings.kind, found(&findings)), (DocumentKind::ApiXml, expected), "{text}");
    }
}

#[test]
fn the_operation_can_be_given() {
    let mut hints = Hints::default();
    hints.operation = Some("UpdateKeyGroup".to_owned());
    let [document, _] = documents(&key_group().to_string(), &hints);
    assert_eq!(document.requests[0].operation, "UpdateKeyGroup");

    let findings = check(Source::new("a.json", r#"{"Colour": "red"}"#.to_owned()), &hints);
    let rules = [
        "unknown-member",
        "update-key-group-request-id-required",
        "update-key-group-request-key-group-config-required",
    ];
    let mut sorted: Vec<&str> = findings.findings.iter().map(|finding| finding.rule.as_str()).collect();
    sorted.sort_unstable();
    assert!(rules.iter().all(|rule| sorted.contains(rule)), "{sorted:?}");
}

#[test]
fn an_update_is_compared_with_what_is_there() {
    let mut hints = Hints::default();
    let current = json!({ "ETag": "E", "StreamingDistributionConfig": streaming() });
    hints.current = Some(Current::new(Source::new("current.json", current.to_string())));
    let mut proposed = streaming();
    proposed["CallerReference"] = json!("another");
    let findings = check(Source::new("a.json", proposed.to_string()), &hints);
    assert_eq!(
        found(&findings),
        [(
            "streaming-distribution-config-caller-reference-immutable",
            "/StreamingDistributionConfig/CallerReference",
        )]
    );

    let findings = check(Source::new("a.json", key_group().to_string()), &hints);
    assert_eq!(found(&findings), [("current", "")]);
}

#[test]
fn other_documents_are_not_checked() {
    let cases = [
        ("package.json", r#"{"name": "a", "version": "1.0.0"}"#),
        ("policy.json", r#"{"Version": "2012-10-17", "Statement": []}"#),
        (
            "zone.json",
            r#"{"Name": "example.com", "CallerReference": "1", "HostedZoneConfig": {"Comment": "a"}}"#,
        ),
        (
            "certificate.json",
            r#"{"DomainName": "example.com", "SubjectAlternativeNames": [], "ValidationMethod": "DNS"}"#,
        ),
        ("bucket.xml", "<ListBucketResult><Name>a</Name></ListBucketResult>"),
        ("broken.yaml", "a: {{ .Values.a }}\nb: [\n"),
        ("page.html", "<!doctype html><title>502</title>"),
        ("notes", "some words"),
        ("number.json", "1"),
    ];
    for (name, text) in cases {
        assert_eq!(checked(name, text).kind, DocumentKind::Other, "{name}");
    }
}

#[test]
fn faults_of_texts_are_findings() {
    let findings = checked("a.json", r#"{"Name": "a", "Items": ["K"], "Comment": "", "Name": "b",}"#);
    assert_eq!(found(&findings), [("json-duplicate-key", ""), ("json-trailing-comma", "")]);
    assert_eq!(findings.findings[0].others[0].text, "the first one");
    assert!(!findings.is_unreadable);

    let findings = checked("a.json", r#"{"DistributionConfig": "#);
    assert_eq!((found(&findings), findings.is_unreadable), (vec![("json-unclosed", "")], true));
}

/// Outputs of a newer service have members that the model does not have. Requests with these are refused.
#[test]
fn outputs_can_have_newer_members() {
    let with_newer = |mut config: Value| {
        config["Flavour"] = json!({ "Name": 1 });
        config
    };
    let group = with_newer(key_group());
    let stored = json!({ "Id": "G1", "LastModifiedTime": "2026-11-20T00:00:00Z", "KeyGroupConfig": group });
    let outputs = [
        json!({ "ETag": "E", "KeyGroupConfig": group, "Newer": 1 }),
        json!({ "ETag": "E", "KeyGroup": stored }),
        json!({ "KeyGroupList": { "MaxItems": 1, "Quantity": 1, "Items": [{ "KeyGroup": stored, "Newer": 1 }] } }),
    ];
    let expect = |name: &str, text: &str, severity| {
        let findings = checked(name, text);
        assert_eq!(found(&findings), [("unknown-member", "/KeyGroupConfig/Flavour")], "{text}");
        assert_eq!(findings.findings[0].severity, severity, "{text}");
    };
    for output in outputs {
        expect("a.json", &output.to_string(), Severity::Warning);
    }
    for request in
        [json!({ "KeyGroupConfig": group }), json!({ "Id": "G1", "IfMatch": "E", "KeyGroupConfig": group })]
    {
        expect("a.json", &request.to_string(), Severity::Error);
    }
    let config = "<KeyGroupConfig><Name>a</Name><Items><PublicKey>K</PublicKey></Items><Comment/><Flavour/></KeyGroupConfig>";
    let whole = format!(
        "<KeyGroup><Id>G1</Id><LastModifiedTime>2026-11-20T00:00:00Z</LastModifiedTime>{config}</KeyGroup>"
    );
    expect("a.xml", &whole, Severity::Warning);
    expect("a.xml", config, Severity::Error);
    let found = checked("a.xml", &whole);
    assert_eq!(found.findings[0].code, None, "the service has written it");
    // What is misspelt by hand in an output is a warning too.
    let found =
        checked("a.json", r#"{"ETag": "E", "KeyGroupConfig": {"Name": "a", "Items": ["K"], "Coment": ""}}"#);
    assert!(found.findings[0].help.starts_with("did you mean Comment? "), "{:?}", found.findings);
}

/// An element without elements inside is an empty list, whatever white space is in it.
#[test]
fn elements_without_elements_are_empty_lists() {
    for items in ["<Items></Items>", "<Items/>", "<Items>  </Items>", "<Items>\n  <!-- none -->\n</Items>"] {
        let text = format!("<KeyGroupConfig><Name>a</Name>{items}<Comment></Comment></KeyGroupConfig>");
        let findings = checked("a.xml", &text);
        assert_eq!(found(&findings), [("key-group-config-items-length", "/KeyGroupConfig/Items")], "{text}");
        let text = format!(
            "<StreamingDistributionConfig><CallerReference>a</CallerReference><S3Origin><DomainName>\
             a.s3.amazonaws.com</DomainName><OriginAccessIdentity></OriginAccessIdentity></S3Origin><Aliases>\
             <Quantity>0</Quantity>{items}</Aliases><Comment></Comment><TrustedSigners><Enabled>false</Enabled>\
             <Quantity>0</Quantity>{items}</TrustedSigners><Enabled>true</Enabled></StreamingDistributionConfig>"
        );
        let deprecated = ("create-streaming-distribution-request-deprecated", "");
        assert_eq!(found(&checked("a.xml", &text)), [deprecated], "{text}");
    }
    let findings = checked("a.xml", "<KeyGroupConfig><Name>a</Name><Items>K</Items></KeyGroupConfig>");
    assert_eq!(found(&findings), [("wrong-type", "/KeyGroupConfig/Items")]);
}

/// The current configuration is read once, however many texts are checked.
#[test]
fn what_is_there_is_read_once() {
    let spaces = " ".repeat(2 << 20);
    let now = format!("{{\"ETag\": \"E\",{spaces}\"KeyGroupConfig\": {}}}", key_group());
    let mut hints = Hints::default();
    hints.current = Some(Current::new(Source::new("now.json", now)));
    let time = |count: usize| {
        let start = Instant::now();
        for _ in 0..count {
            let findings = check(Source::new("a.json", key_group().to_string()), &hints);
            assert_eq!((found(&findings), findings.checked), (vec![], 1));
        }
        start.elapsed()
    };
    let (first, others) = (time(1), time(20));
    assert!(others < 10 * first, "{first:?} for the first, {others:?} for 20 others");
}

#[test]
fn rules_do_not_judge_what_does_not_fit() {
    // The misspelt member is not missing too, and the count of a list that is none is not wrong.
    let text = r#"{"Name": "a", "Itmes": ["K"], "Comment": 5}"#;
    let mut hints = Hints::default();
    hints.kind = Some(DocumentKind::ApiJson);
    let findings = check(Source::new("a.json", text.to_owned()), &hints);
    assert_eq!(
        findings.findings.iter().map(|finding| finding.rule.as_str()).collect::<Vec<_>>(),
        ["unknown-member", "wrong-type"]
    );
}

#[test]
fn other_places_take_part() {
    let text = r#"{"CallerReference": "a", "Comment": "", "Enabled": true,
        "Origins": {"Quantity": 2, "Items": [
            {"Id": "one", "DomainName": "a.example.com", "CustomOriginConfig":
                {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"}},
            {"Id": "one", "DomainName": "b.example.com", "CustomOriginConfig":
                {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"}}]},
        "DefaultCacheBehavior": {"TargetOriginId": "two", "ViewerProtocolPolicy": "https-only",
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6", "MinTTL": 0}}"#;
    let findings = checked("a.json", text);
    let labels = |rule: &str| -> Vec<(&str, &str)> {
        let finding = findings.findings.iter().find(|finding| finding.rule == rule).expect(rule);
        let shown =
            finding.others.iter().map(|other| (findings.source.slice(other.span), other.text.as_str()));
        shown.collect()
    };
    assert_eq!(
        labels("distribution-config-behavior-targets"),
        [("\"one\"", "this Id exists"), ("\"one\"", "this Id exists")]
    );
    let policy = ("\"658327ea-f89d-4fab-a63d-7e88639e58f6\"", "CachePolicyId is set here");
    assert_eq!(labels("default-cache-behavior-min-ttl-with-cache-policy"), [policy]);
    let repeated = findings.findings.iter().find(|finding| finding.pointer.ends_with("/Origins/Items/1/Id"));
    let repeated = repeated.expect("the second one is reported");
    assert_eq!(repeated.others.len(), 1, "{repeated:?}");
}

#[test]
fn a_report_that_does_not_hold_everything_says_so() {
    let items = vec!["a"; 1_100];
    let text = json!({ "CallerReference": "a", "Paths": { "Quantity": 1_100, "Items": items } }).to_string();
    let findings = checked("a.json", &text);
    assert_eq!(findings.findings[0].rule, "more-findings");
    assert!(findings.findings.len() > 900, "{}", findings.findings.len());
}
