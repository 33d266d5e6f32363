//! Columns are code points: what stands before the guilty value has characters of several bytes, of two units of
//! UTF-16, and of several code points.

use shapewright_check::{Hints, check};
use shapewright_source::{Position, Source, Unit};

/// Two characters of three bytes, and one that is five code points and eleven units of UTF-16.
const BEFORE: &str = "日本👩\u{200d}👩\u{200d}👧";

/// A file with `BEFORE`, and the guilty value as it is written.
const FILES: [(&str, &str, &str); 7] = [
    (
        "request.json",
        r#"{"OriginAccessControlConfig": {
  "Name": "site", "OriginAccessControlOriginType": "s3", "SigningProtocol": "sigv4",
  "Description": "BEFORE", "SigningBehavior": "often"
}}"#,
        r#""often""#,
    ),
    (
        "request.yaml",
        "OriginAccessControlConfig:
  {Name: site, OriginAccessControlOriginType: s3, SigningProtocol: sigv4,
  Description: BEFORE, SigningBehavior: often}
",
        "often",
    ),
    (
        "request.xml",
        "<OriginAccessControlConfig>
  <Name>site</Name>
  <SigningProtocol>sigv4</SigningProtocol><OriginAccessControlOriginType>s3</OriginAccessControlOriginType>
  <Description>BEFORE</Description><SigningBehavior>often</SigningBehavior>
</OriginAccessControlConfig>",
        "often",
    ),
    (
        "template.json",
        r#"{"Resources": {"Access": {"Type": "AWS::CloudFront::OriginAccessControl", "Properties": {
  "OriginAccessControlConfig": {"Name": "site", "OriginAccessControlOriginType": "s3", "SigningProtocol": "sigv4",
    "Description": "BEFORE", "SigningBehavior": "often"}}}}}"#,
        r#""often""#,
    ),
    (
        "template.yaml",
        "Resources:
  Access:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        {Name: site, OriginAccessControlOriginType: s3, SigningProtocol: sigv4,
        Description: !Sub BEFORE, SigningBehavior: !!str often}
",
        "often",
    ),
    (
        "plan.json",
        r#"{"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [{
  "address": "aws_cloudfront_origin_access_control.site", "mode": "managed",
  "type": "aws_cloudfront_origin_access_control", "name": "site",
  "change": {"actions": ["create"], "before": null, "after_unknown": {"id": true}, "after": {
    "name": "site", "origin_access_control_origin_type": "s3", "signing_protocol": "sigv4",
    "description": "BEFORE", "signing_behavior": "often"}}}]}"#,
        r#""often""#,
    ),
    (
        "main.tf",
        r#"resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "site"
  origin_access_control_origin_type = "s3"
  signing_protocol                  = "sigv4"
  /* BEFORE */ signing_behavior     = "often"
}
"#,
        r#""often""#,
    ),
];

#[test]
fn columns_are_code_points() {
    for (name, text, guilty) in FILES {
        let text = text.replace("BEFORE", BEFORE);
        let findings = check(Source::new(name, text.clone()), &Hints::default());
        let rules: Vec<&str> = findings.findings.iter().map(|finding| finding.rule.as_str()).collect();
        assert_eq!(rules, ["origin-access-control-config-signing-behavior-enum"], "{name}: {}", findings.why);
        let span = findings.findings[0].place.span;
        assert_eq!(findings.source.slice(span), guilty, "{name}");
        let (before, _) = text.split_once(guilty).expect("the guilty value");
        let (lines, line) = before.rsplit_once('\n').expect("lines before it");
        let start = Position {
            line: 2 + lines.matches('\n').count() as u32,
            column: 1 + line.chars().count() as u32,
        };
        let end = Position { column: start.column + guilty.len() as u32, ..start };
        let position = |offset: u32| findings.source.position(offset as usize, Unit::CodePoint);
        assert_eq!((position(span.start), position(span.end)), (start, end), "{name}");
    }
}
