//! What is at a place of a text, and what can be written there. The cursor is `|`.

use shapewright_check::{Candidate, Completion, Hints, Meaning, Spot, complete, read, spot};
use shapewright_source::Source;

/// The text without the cursor, and where that was.
fn place(name: &str, text: &str) -> (Source, usize) {
    let offset = text.find('|').expect("a cursor");
    (Source::new(name, text.replacen('|', "", 1)), offset)
}

fn completion(name: &str, text: &str) -> Option<Completion> {
    let (source, offset) = place(name, text);
    complete(&source, &Hints::default(), offset)
}

/// The texts of the candidates.
fn texts(name: &str, text: &str) -> Vec<String> {
    let candidates = completion(name, text).map(|completion| completion.candidates).unwrap_or_default();
    candidates.into_iter().map(|candidate| candidate.text).collect()
}

fn is_member(candidate: &Candidate) -> bool {
    candidate.meaning != Meaning::Value
}

const PRICES: [&str; 4] = ["PriceClass_100", "PriceClass_200", "PriceClass_All", "None"];

#[test]
fn values_of_enums_are_completed() {
    let quoted = PRICES.map(|price| format!("\"{price}\""));
    let cases = [
        ("a.json", r#"{"DistributionConfig": {"PriceClass": "|"}}"#, false),
        ("a.json", r#"{"DistributionConfig": {"PriceClass": "Price|Class_100", "Comment": ""}}"#, false),
        ("a.json", r#"{"DistributionConfig": {"PriceClass": |}}"#, true),
        ("a.json", r#"{"DistributionConfig": {"PriceClass": |, "Comment": ""}}"#, true),
        ("a.json", r#"{"DistributionConfig": {"Comment": "日本 👩‍👩‍👧", "PriceClass": "|"#, false),
        ("a.yaml", "DistributionConfig:\n  PriceClass: |\n  Comment: ''\n", false),
        ("a.yaml", "DistributionConfig:\n  Comment: ''\n  PriceClass: Pr|", false),
        ("a.yaml", "DistributionConfig:\n  PriceClass: '|'\n", false),
        ("a.xml", "<DistributionConfig><PriceClass>|</PriceClass></DistributionConfig>", false),
    ];
    for (name, text, is_quoted) in cases {
        let expected = if is_quoted { quoted.to_vec() } else { PRICES.map(str::to_owned).to_vec() };
        assert_eq!(texts(name, text), expected, "{text}");
    }
}

#[test]
fn values_in_lists_and_booleans_are_completed() {
    let methods =
        r#"{"DistributionConfig": {"DefaultCacheBehavior": {"AllowedMethods": {"Items": ["GET", "|"]}}}}"#;
    assert_eq!(texts("a.json", methods), ["GET", "HEAD", "POST", "PUT", "PATCH", "OPTIONS", "DELETE"]);
    assert_eq!(texts("a.json", r#"{"DistributionConfig": {"Enabled": |}}"#), ["true", "false"]);
    assert_eq!(texts("a.json", r#"{"DistributionConfig": {"Comment": "|"}}"#), [] as [&str; 0]);
}

/// Those that a request must have come first.
#[test]
fn members_that_are_absent_are_completed() {
    let cases = [
        ("a.json", r#"{"DistributionConfig": {"Origins": {"Items": [{"Id": "a", |}]}}}"#, "\"DomainName\": "),
        ("a.json", r#"{"DistributionConfig": {"Origins": {"Items": [{"Id": "a", "|"#, "DomainName"),
        (
            "a.json",
            r#"{"DistributionConfig": {"Origins": {"Items": [{"Id": "a", "Dom|": 1}]}}}"#,
            "DomainName",
        ),
        ("a.yaml", "DistributionConfig:\n  Origins:\n    Items:\n    - Id: a\n      |\n", "DomainName: "),
        (
            "a.yaml",
            "DistributionConfig:\n  Origins:\n    Items:\n    - Id: a\n      D|\n  Comment: ''\n",
            "DomainName: ",
        ),
    ];
    for (name, text, first) in cases {
        let candidates = completion(name, text).expect(text).candidates;
        assert_eq!(candidates[0].text, first, "{text}");
        assert_eq!(
            (candidates[0].structure.as_str(), candidates[0].member.as_str()),
            ("Origin", "DomainName")
        );
        assert!(candidates.iter().all(is_member), "{text}");
        let required = candidates.iter().take_while(|one| one.meaning == Meaning::Required).count();
        assert_eq!(required, 1, "{text}: {candidates:?}");
        let labels: Vec<&str> = candidates.iter().map(|candidate| candidate.label.as_str()).collect();
        assert!(labels.contains(&"OriginPath") && !labels.contains(&"Id"), "{text}: {labels:?}");
    }
}

/// The word at the cursor is replaced, without its quotes.
#[test]
fn the_word_at_the_cursor_is_replaced() {
    let text = r#"{"DistributionConfig": {"Comment": "日本", "PriceClass": "Price|Class_100"}}"#;
    let span = completion("a.json", text).expect("candidates").span;
    let (source, _) = place("a.json", text);
    assert_eq!(source.slice(span), "PriceClass_100");
}

#[test]
fn nothing_is_completed_where_nothing_is_known() {
    let cases = [
        ("a.json", "|"),
        ("a.json", r#"{"name": "|"}"#),
        ("a.json", r#"{"DistributionConfig": {"Comment": "", "Nothing": {"|"}}}"#),
        ("a.yaml", "a: |\n"),
        ("a.txt", "|"),
    ];
    for (name, text) in cases {
        assert_eq!(completion(name, text), None, "{text}");
    }
}

fn spot_in(name: &str, text: &str) -> Option<Spot> {
    let (source, offset) = place(name, text);
    spot(&read(source, &Hints::default()), offset)
}

#[test]
fn keys_and_values_have_spots() {
    let cases = [
        (
            "a.json",
            r#"{"DistributionConfig": {"Ori|gins": {"Items": [{"Id": "a"}]}}}"#,
            "/DistributionConfig/Origins",
        ),
        (
            "a.json",
            r#"{"DistributionConfig": {"Origins": {"Items": [{"Id": "|a"}]}}}"#,
            "/DistributionConfig/Origins/Items/0/Id",
        ),
        ("a.yaml", "DistributionConfig:\n  Enabled: t|rue\n", "/DistributionConfig/Enabled"),
        (
            "a.xml",
            "<DistributionConfig><Comment>|a</Comment></DistributionConfig>",
            "/DistributionConfig/Comment",
        ),
    ];
    for (name, text, pointer) in cases {
        let spot = spot_in(name, text).expect(text);
        assert_eq!((spot.operation, spot.pointer.as_str()), ("CreateDistribution", pointer), "{text}");
    }
    assert_eq!(spot_in("a.json", r#"{"DistributionConfig": | {"Enabled": true}}"#), None);
    assert_eq!(spot_in("a.json", r#"{"name": "|a"}"#), None);
}

const TEMPLATE: &str = "AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
";

const BLOCK: &str = "resource \"aws_cloudfront_distribution\" \"site\" {\n";

/// The values of properties are those of the API.
#[test]
fn values_in_templates_and_configurations_are_completed() {
    let cases = [
        ("a.yaml", format!("{TEMPLATE}        PriceClass: |\n"), "PriceClass_100"),
        (
            "a.yaml",
            format!("{TEMPLATE}        PriceClass: !If [IsLarge, PriceClass_All, |]\n"),
            "PriceClass_100",
        ),
        (
            "a.yaml",
            format!("{TEMPLATE}        DefaultCacheBehavior:\n          AllowedMethods: [GET, |]\n"),
            "GET",
        ),
        (
            "a.yaml",
            format!("{TEMPLATE}        ViewerCertificate:\n          MinimumProtocolVersion: TLS|\n"),
            "SSLv3",
        ),
        ("a.tf", format!("{BLOCK}  price_class = \"|\"\n}}\n"), "PriceClass_100"),
        ("a.tf", format!("{BLOCK}  price_class = |\n}}\n"), "\"PriceClass_100\""),
        ("a.tf", format!("{BLOCK}  enabled = t|"), "true"),
        (
            "a.tf",
            format!("{BLOCK}  default_cache_behavior {{\n    viewer_protocol_policy = \"|\"\n  }}\n}}\n"),
            "allow-all",
        ),
        (
            "a.tf",
            format!("{BLOCK}  default_cache_behavior {{\n    allowed_methods = [\"GET\", \"|\"]\n  }}\n}}\n"),
            "GET",
        ),
    ];
    for (name, text, first) in cases {
        assert_eq!(texts(name, &text).first().map(String::as_str), Some(first), "{text}");
    }
}

/// Names are those of the tool. What is a block there is written as one.
#[test]
fn properties_of_templates_and_configurations_are_completed() {
    let cases = [
        ("a.yaml", format!("{TEMPLATE}        |\n"), "DefaultCacheBehavior:", "PriceClass: ", "Quantity: "),
        (
            "a.yaml",
            format!("{TEMPLATE}        Comment: ''\n        Origins:\n        - Id: a\n          |\n"),
            "DomainName: ",
            "CustomOriginConfig:",
            "Id: ",
        ),
        (
            "a.tf",
            format!("{BLOCK}  enabled = true\n  |\n}}\n"),
            "default_cache_behavior {\n}",
            "price_class = ",
            "enabled = ",
        ),
        (
            "a.tf",
            format!("{BLOCK}  origin {{\n    origin_id = \"a\"\n    |\n  }}\n}}\n"),
            "domain_name = ",
            "custom_origin_config {\n}",
            "origin_id = ",
        ),
    ];
    for (name, text, required, optional, absent) in cases {
        let candidates = completion(name, &text).expect(&text).candidates;
        let find = |text: &str| candidates.iter().find(|candidate| candidate.text == text);
        assert_eq!(
            find(required).map(|found| found.meaning),
            Some(Meaning::Required),
            "{text}: {candidates:?}"
        );
        assert_eq!(
            find(optional).map(|found| found.meaning),
            Some(Meaning::Optional),
            "{text}: {candidates:?}"
        );
        assert_eq!(find(absent), None, "{text}");
        assert!(candidates.is_sorted_by_key(|candidate| candidate.meaning != Meaning::Required), "{text}");
    }
}

#[test]
fn keys_and_values_of_tools_lead_to_members_of_the_api() {
    let config = "/DistributionConfig";
    let cases = [
        ("a.yaml", format!("{TEMPLATE}        Price|Class: PriceClass_All\n"), "/PriceClass"),
        ("a.yaml", format!("{TEMPLATE}        Aliases: [|a.example.com]\n"), "/Aliases/Items/0"),
        ("a.yaml", format!("{TEMPLATE}        Ali|ases: [a.example.com]\n"), "/Aliases"),
        ("a.tf", format!("{BLOCK}  price_class = \"Price|Class_All\"\n}}\n"), "/PriceClass"),
        ("a.tf", format!("{BLOCK}  ali|ases = [\"a.example.com\"]\n}}\n"), "/Aliases"),
        ("a.tf", format!("{BLOCK}  orig|in {{\n    origin_id = \"a\"\n  }}\n}}\n"), "/Origins"),
    ];
    for (name, text, pointer) in cases {
        let spot = spot_in(name, &text).expect(&text);
        let expected = ("CreateDistribution", format!("{config}{pointer}"));
        assert_eq!((spot.operation, spot.pointer), expected, "{text}");
    }
}
