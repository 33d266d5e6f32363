//! Documents of other services and programs that share names with CloudFront, and small documents of CloudFront.

use shapewright_check::{DocumentKind, Hints, check};
use shapewright_source::Source;

fn kind(name: &str, text: &str) -> DocumentKind {
    check(Source::new(name, text.to_owned()), &Hints::default()).kind
}

/// Parameters of stacks, outputs of other services, settings of programs and lists of words.
#[test]
fn members_with_other_values_show_nothing() {
    let cases = [
        r#"{"Parameters": {"DistributionId": "E1", "PriceClass": "a"}, "Tags": {"team": "a"}}"#,
        r#"{"Parameters": {"A": "b"}, "Tags": {"a": "b"}, "StackPolicy": {"Statement": []}}"#,
        r#"{"Parameters": [{"ParameterKey": "a", "ParameterValue": "b"}], "Tags": [{"Key": "a", "Value": "b"}]}"#,
        r#"{"Parameters": [{"Name": "/a", "Value": "b"}]}"#,
        r#"{"DocumentName": "a", "Parameters": {"a": ["b"]}}"#,
        r#"{"Origins": ["https://a.example.com"]}"#,
        r#"{"Origins": {"web": "https://a.example.com"}, "Comment": "a", "Logging": {"Enabled": true}}"#,
        r#"{"Restrictions": {"MaxUsers": 3}}"#,
        r#"{"Aliases": {}, "extends": ["a"]}"#,
        r#"{"Aliases": {"a": "b"}, "Enabled": true}"#,
        r#"{"Aliases": ["a"], "Enabled": true, "Comment": "a", "Logging": {"Level": "debug"}}"#,
        r#"{"Comment": "Kommentar", "Origins": "Herkunft", "Enabled": "Aktiv", "PriceClass": "Preisklasse"}"#,
        r#"{"Name": "a", "Domains": ["example.com"], "Enabled": true}"#,
        r#"{"Name": "a", "FunctionConfig": {"Memory": 128}}"#,
        r#"{"EndPoints": [{"StreamType": "Kinesis"}]}"#,
        r#"{"Name": "a", "Stage": "prod"}"#,
        r#"{"Name": "a", "Items": ["b"]}"#,
        r#"{"Name": "a", "Comment": "b"}"#,
        r#"[{"Id": "a", "DomainName": "b", "Comment": "c"}]"#,
    ];
    for text in cases {
        assert_eq!(kind("a.json", text), DocumentKind::Other, "{text}");
    }
    assert_eq!(kind("tags.xml", "<Tags><Tag>a</Tag></Tags>"), DocumentKind::Other);
}

#[test]
fn small_documents_of_the_service_are_recognised() {
    let cases = [
        r#"{"DistributionConfig": {"Enabled": true}}"#,
        r#"{"DistributionConfig": {"Enabled": true}, "Other": 1}"#,
        r#"{"Comment": "", "Runtime": "cloudfront-js-2.0"}"#,
        r#"{"CallerReference": "a", "Comment": "b"}"#,
        r#"{"Name": "a", "IpCount": 3}"#,
        r#"{"Name": "a", "Items": ["K1"], "Comment": ""}"#,
        r#"{"DistributionId": "E1", "Alias": "a.example.com"}"#,
        r#"{"Resource": "arn:aws:cloudfront::111122223333:distribution/E1", "TagKeys": {"Items": ["a"]}}"#,
        r#"{"CallerReference": "a", "Paths": {"Quantity": 1, "Items": ["/*"]}}"#,
        r#"{"DistributionId": "E1", "Name": "a", "Domains": [{"Domain": "a.example.com"}]}"#,
        r#"{"ETag": "E", "KeyGroup": {"Id": "a", "KeyGroupConfig": {"Name": "a", "Items": []}}}"#,
        r#"{"Enabled": true, "Origins": [], "DefaultCacheBehavior": {"TargetOriginId": "a"}}"#,
    ];
    for text in cases {
        assert_eq!(kind("a.json", text), DocumentKind::ApiJson, "{text}");
    }
}

/// Templates of texts, logs, property lists: what cannot be read is of interest only if it is about CloudFront.
#[test]
fn unreadable_texts_are_of_interest_if_they_are_about_the_service() {
    let others = [
        (
            "chart.yaml",
            "{{- if .Values.cdn }}\nkind: Distribution\nspec:\n  {{- toYaml .Values.DistributionConfig }}\n",
        ),
        ("chart.yaml", "name: {{ include \"a\" . }}-cloudfront\nDistributionConfig: {{ .Values.config }}\n"),
        (
            "a.yaml",
            "Resources:\n{% for a in b %}\n  {{ a }}:\n    Type: AWS::CloudFront::Distribution\n{% endfor %}\n",
        ),
        ("a.yaml", "DistributionConfig:\n  Enabled: <%= a %>\n  <% if b %>\n  Comment: c\n  <% end %>\n"),
        (
            "a.json",
            "{\"DistributionConfig\": {\n  {% if a %}\"Enabled\": true,{% endif %}\n  \"Comment\": \"\"\n}}\n",
        ),
        ("a.json", "{\"CallerReference\": \"a\", \"DistributionConfig\": {\"Enabled\": {{ enabled }}}}"),
        ("a.json", "{\"DistributionConfig\": {\"Enabled\": ${ENABLED}, \"CallerReference\": \"${REF}\"}}"),
        ("a.json", "{\"CallerReference\": \"a\", \"DistributionConfig\": {\"Enabled\": $ENABLED}}"),
        ("a.json", "{\"DistributionConfig\": {\"Enabled\": __ENABLED__}}"),
        ("a.yaml", "KeyGroupConfig:\n  Name: a\n  Items: @ITEMS@\n"),
        ("a.yaml", "# AWS::CloudFront::Distribution\n"),
        ("a.json", "{\"host\": \"d1.cloudfront.net\"}\n{\"host\": \"d2.cloudfront.net\"}\n"),
        ("a.yaml", "a:\n\tb: cloudfront\n"),
        ("a.yaml", "Policies:\n\tPolicyDocument: a\n\tDescription: b\n"),
        ("a.template", "Dear reader,\n\nthe DistributionConfig of cloudfront is here.\n"),
        ("a.xml", "<!DOCTYPE plist PUBLIC \"a\" \"b\">\n<plist><key>cloudfront</key></plist>\n"),
    ];
    for (name, text) in others {
        assert_eq!(kind(name, text), DocumentKind::Other, "{text}");
    }
    let ours = [
        ("a.yaml", "Resources:\n  A:\n\tType: AWS::CloudFront::Distribution\n"),
        ("a.yaml", "Password: '{{resolve:ssm:a}}'\nDistributionConfig: {Comment: [}\n"),
        ("a.json", "{\"DistributionConfig\": {"),
        ("a.json", "{\"DistributionConfig\": {\"Enabled\": @, \"CallerReference\": $}}"),
        ("a.json", "{\"DistributionConfig\": {\"Enabled\": _, \"CallerReference\": ${"),
        ("a.xml", "<DistributionConfig><Enabled></DistributionConfig>"),
    ];
    for (name, text) in ours {
        assert_ne!(kind(name, text), DocumentKind::Other, "{text}");
    }
}

#[test]
fn states_of_terraform_are_other_documents() {
    let text = r#"{"terraform_version": "1", "values": {"outputs": {"a": {"value": "d1.cloudfront.net"}}}}"#;
    let findings = check(Source::new("state.json", text.to_owned()), &Hints::default());
    assert_eq!((findings.kind, findings.findings[0].rule.as_str()), (DocumentKind::Other, "terraform-state"));
}
