//! Documents of tools that end early, or lack a line: what remains is read, and nothing panics.

use shapewright_check::{Hints, check};
use shapewright_source::Source;

const TEMPLATE: &str = "Resources:
  A:
    Type: AWS::CloudFront::Distribution
    Condition: Here
    Properties:
      DistributionConfig: &config
        Aliases: [a.example.com, !If [C, b.example.com, !Ref AWS::NoValue]]
        DefaultCacheBehavior: {TargetOriginId: !Sub 'a${b}', ViewerProtocolPolicy: https-only, CachePolicyId: x}
        Enabled: 'true'
        Origins:
        - {Id: a, DomainName: !Join ['.', [a, example.com]], CustomOriginConfig: {OriginProtocolPolicy: https-only}}
  B:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {<<: *config, Comment: x}}
";

const CONFIGURATION: &str = "locals {
  id = [\"a\", local.other]
}
resource \"aws_cloudfront_distribution\" \"a\" {
  enabled = true
  origin {
    origin_id   = local.id
    domain_name = \"a.example.com\"
  }
  dynamic \"ordered_cache_behavior\" {
    for_each = var.all
    content {}
  }
}
";

const PLAN: &str = r#"{"format_version": "1.2", "terraform_version": "1.9", "resource_changes": [
{"address": "a.b", "mode": "managed", "type": "aws_cloudfront_distribution", "change": {
"actions": ["update"], "before": {"origin": [{"origin_id": "a"}]},
"after": {"origin": [{"origin_id": "a", "custom_header": []}], "tags": {"a": null}},
"after_unknown": {"origin": [{"domain_name": true}], "aliases": [true], "tags": {"a": true}}}}]}"#;

#[test]
fn texts_without_their_end_or_a_line_are_read() {
    for (name, text) in [("a.yaml", TEMPLATE), ("a.tf", CONFIGURATION), ("a.json", PLAN)] {
        let whole = check(Source::new(name, text.to_owned()), &Hints::default());
        assert!(whole.checked > 0 && !whole.is_unreadable, "{name}");
        let ends = (0..text.len()).map(|end| text.get(..end).unwrap_or_default().to_owned());
        let lines: Vec<&str> = text.lines().collect();
        let without = (0..lines.len()).map(|gap| {
            let kept = lines.iter().enumerate().filter(|(index, _)| *index != gap);
            kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n")
        });
        for broken in ends.chain(without) {
            let findings = check(Source::new(name, broken), &Hints::default());
            let end = findings.source.text().len();
            assert!(findings.findings.iter().all(|finding| finding.place.span.range().end <= end));
        }
    }
}
