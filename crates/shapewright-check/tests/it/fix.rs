//! Corrections of texts: what becomes of them, and what stays.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use shapewright_check::{Current, Fixed, Fixes, Hints, check, fix};
use shapewright_source::{Source, apply};

fn hints() -> Hints {
    Hints::default()
}

fn fixed(name: &str, text: &str) -> Fixed {
    let source = Source::new(name, text.to_owned());
    fix(source, &hints(), &|source: Arc<Source>, hints: &Hints| check(source, hints))
}

/// The text after corrections.
fn text(fixed: &Fixed) -> &str {
    fixed.findings.source.text()
}

fn golden() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/fix");
    let entries = std::fs::read_dir(directory).expect("the golden cases");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| !path.to_string_lossy().contains(".fixed")).collect();
    paths.sort();
    paths
}

/// `UPDATE=1` writes the texts as they are now.
#[test]
fn texts_are_corrected_and_their_form_stays() {
    let paths = golden();
    assert_eq!(paths.len(), 5);
    for path in paths {
        let before = std::fs::read_to_string(&path).expect("a text");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let fixed = fixed(&name, &before);
        let expected = path.with_file_name(name.replace('.', ".fixed."));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected, text(&fixed)).expect("it can be written");
        }
        assert_eq!(text(&fixed), std::fs::read_to_string(&expected).expect("the text after it"), "{name}");
        let remain = fixed.findings.findings.iter().map(|finding| &*finding.rule);
        let remain: Vec<_> = remain.filter(|rule| *rule != "json-comment").collect();
        assert!(remain.is_empty(), "{name}: {remain:?}");
    }
}

#[test]
fn a_corrected_text_stays_as_it_is() {
    for path in golden() {
        let before = std::fs::read_to_string(&path).expect("a text");
        let name = path.file_name().expect("a name").to_string_lossy();
        let once = fixed(&name, &before);
        let twice = fixed(&name, text(&once));
        assert_eq!(text(&once), text(&twice));
        assert!(twice.fixed.is_empty() && !once.fixed.is_empty(), "{name}");
    }
}

/// Each correction that a check shows is proven: applied alone, it removes its finding and adds none.
#[test]
fn each_correction_alone_removes_one_finding() {
    let mut count = 0;
    for path in golden() {
        let before = std::fs::read_to_string(&path).expect("a text");
        let name = path.file_name().expect("a name").to_string_lossy();
        let found = check(Source::new(&*name, before.clone()), &hints());
        for finding in &found.findings {
            let Some(fix) = &finding.fix else { continue };
            let edited = apply(&before, &fix.edits);
            assert!(edited.skipped.is_empty());
            let now = check(Source::new(&*name, edited.text), &hints());
            assert!(now.findings.len() < found.findings.len(), "{name}: {finding:?}");
            let is_it = |other: &&shapewright_check::Finding| {
                (&other.rule, &other.pointer) == (&finding.rule, &finding.pointer)
            };
            let times = |findings: &[_]| findings.iter().filter(is_it).count();
            assert_eq!(times(&now.findings), times(&found.findings) - 1, "{name}: {finding:?}");
            count += 1;
        }
    }
    assert!(count >= 25, "{count} corrections");
}

#[test]
fn what_has_no_place_in_the_text_is_not_corrected() {
    let paths = |items: &str| format!("CallerReference: a\nPaths: {items}\n");
    let cases = [
        // Both names are there.
        ("both", paths("{Quantity: 1, quantity: 2, Items: [/a]}")),
        // Another letter is another value.
        (
            "letters",
            "Name: a\nSigningProtocol: sigv5\nSigningBehavior: always\nOriginAccessControlOriginType: s3\n"
                .to_owned(),
        ),
        // A value behind an alias is used elsewhere too.
        ("alias", paths("{Quantity: &n 2, Items: [/a, *n]}")),
        // More than the case of letters.
        ("name", paths("{Quantty: 1, Items: [/a]}")),
        // The correction would show another fault.
        ("hidden", paths("{quantity: 2, Items: [/a]}")),
        // It is escaped, so that its text is not the value.
        ("escape", paths("{Quantity: 1, Items: [\"\\x69mages\"]}")),
        ("block", paths("{Quantity: 1, Items: [images*/*]}")),
    ];
    for (name, before) in cases {
        let fixed = fixed(&format!("{name}.yaml"), &before);
        assert_eq!(text(&fixed), before, "{name}: {:?}", fixed.fixed);
        assert!(!fixed.findings.findings.is_empty(), "{name} has a fault");
    }
}

#[test]
fn empty_members_do_not_remove_what_is_there_now() {
    let member = |aliases: &str| {
        format!(
            "CallerReference: a\nComment: ''\nEnabled: true\n{aliases}CacheBehaviors: {{Quantity: 0}}\n\
            CustomErrorResponses: {{Quantity: 0}}\nDefaultRootObject: ''\nHttpVersion: http2\n\
            PriceClass: PriceClass_All\nWebACLId: ''\nViewerCertificate: {{CloudFrontDefaultCertificate: true}}\n\
            Logging: {{Enabled: false, IncludeCookies: false, Bucket: '', Prefix: ''}}\n\
            Restrictions: {{GeoRestriction: {{RestrictionType: none, Quantity: 0}}}}\n\
            DefaultCacheBehavior: {{TargetOriginId: web, ViewerProtocolPolicy: allow-all,\n  \
            FieldLevelEncryptionId: '', LambdaFunctionAssociations: {{Quantity: 0}},\n  \
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6}}\n\
            Origins: {{Quantity: 1, Items: [{{Id: web, DomainName: www.example.com, OriginPath: '',\n  \
            CustomHeaders: {{Quantity: 0}}, CustomOriginConfig: {{HTTPPort: 80, HTTPSPort: 443,\n  \
            OriginProtocolPolicy: https-only, OriginReadTimeout: 30, OriginKeepaliveTimeout: 5,\n  \
            OriginSslProtocols: {{Quantity: 1, Items: [TLSv1.2]}}}}}}]}}\n"
        )
    };
    let with = |aliases: Option<&str>| {
        let mut hints = hints();
        hints.operation = Some("UpdateDistribution".to_owned());
        hints.current = aliases.map(|aliases| Current::new(Source::new("now.yaml", member(aliases))));
        fix(Source::new("new.yaml", member("")), &hints, &|source, hints| check(source, hints))
    };
    let rules = |fixed: &Fixed| fixed.fixed.iter().map(|finding| finding.rule.clone()).collect::<Vec<_>>();
    let added = "update-distribution-request-aliases-required";
    assert_eq!(rules(&with(None)), [added]);
    assert_eq!(rules(&with(Some("Aliases: {Quantity: 0}\n"))), [added]);
    assert!(rules(&with(Some("Aliases: {Quantity: 1, Items: [a.example.com]}\n"))).is_empty());
}

#[test]
fn ignored_findings_stay() {
    let before = "CallerReference: a\nPaths:\n  # shapewright: ignore paths-quantity because it is a test\n  \
        Quantity: 2\n  Items: [/a]\n";
    let fixed = fixed("batch.yaml", before);
    assert_eq!((text(&fixed), fixed.findings.suppressed.len()), (before, 1));
}

#[test]
fn a_check_can_leave_corrections_out() {
    let mut hints = hints();
    let source =
        || Source::new("batch.yaml", "CallerReference: a\nPaths: {Quantity: 2, Items: [/a]}\n".to_owned());
    assert!(check(source(), &hints).findings[0].fix.is_some());
    hints.fixes = Fixes::None;
    assert!(check(source(), &hints).findings[0].fix.is_none());
}

/// Plans are outputs: whoever corrects one corrects nothing.
#[test]
fn plans_are_not_corrected() {
    let before = r#"{"format_version": "1.2", "resource_changes": [{"address": "aws_cloudfront_origin_access_control.a",
      "type": "aws_cloudfront_origin_access_control", "change": {"actions": ["create"], "after": {"name": "a",
      "signing_behavior": "Always", "signing_protocol": "sigv4", "origin_access_control_origin_type": "s3"}}}]}"#;
    let fixed = fixed("plan.json", before);
    assert_eq!((text(&fixed), fixed.findings.findings.len()), (before, 1));
}

/// A report holds 1,000 findings, and a check proves 32 corrections. All are corrected nevertheless.
#[test]
fn any_number_of_findings_is_corrected() {
    let batch = |slash: &str, count: usize| {
        let path = |index: usize| format!("  - {slash}images/{index}\n");
        let items: String = (0..count).map(path).collect();
        format!("CallerReference: a\nPaths:\n  Quantity: {count}\n  Items:\n{items}")
    };
    let fixes = |count| {
        let found = check(Source::new("batch.yaml", batch("", count)), &hints()).findings;
        found.iter().filter(|finding| finding.fix.is_some()).count()
    };
    assert_eq!([fixes(20), fixes(40), fixes(1200)], [20, 32, 0]);
    let fixed = fixed("batch.yaml", &batch("", 1200));
    assert_eq!((text(&fixed), fixed.fixed.len()), (batch("/", 1200).as_str(), 1200));
}

#[test]
fn new_lines_end_as_the_others() {
    let before = "CallerReference: a\r\nPaths:\r\n  Items:\r\n  - /a\r\n";
    let after = "CallerReference: a\r\nPaths:\r\n  Quantity: 1\r\n  Items:\r\n  - /a\r\n";
    assert_eq!(text(&fixed("batch.yaml", before)), after);
}

/// The first member of an item stands behind its dash, that of an object in braces behind its brace.
#[test]
fn members_are_added_behind_dashes_and_braces() {
    for (before, after) in [
        (
            "{CallerReference: a, Paths: {Items: [/a]}}\n",
            "{CallerReference: a, Paths: {Quantity: 1, Items: [/a]}}\n",
        ),
        (
            r#"{"CallerReference":"a","Paths":{"Items":["/a"]}}"#,
            r#"{"CallerReference":"a","Paths":{"Quantity":1,"Items":["/a"]}}"#,
        ),
    ] {
        assert_eq!(text(&fixed("batch.yaml", before)), after);
    }
    let mut hints = hints();
    hints.operation = Some("UpdateDistribution".to_owned());
    let before = "CallerReference: a\nOrigins:\n  Quantity: 1\n  Items:\n  - S3OriginConfig:\n      \
        OriginAccessIdentity: ''\n    Id: web\n    DomainName: a.s3.amazonaws.com\n";
    let source = Source::new("distribution.yaml", before.to_owned());
    let fixed = fix(source, &hints, &|source, hints| check(source, hints));
    let added = "  - CustomHeaders:\n      Quantity: 0\n    OriginPath: \"\"\n    S3OriginConfig:\n      \
        OriginAccessIdentity: ''\n    Id: web\n";
    assert!(text(&fixed).contains(added), "{}", text(&fixed));
}

/// Corrections that are proven together are those that are made, and more than are proven alone.
#[test]
fn a_check_can_prove_corrections_together() {
    let mut hints = hints();
    hints.fixes = Fixes::Together;
    for path in golden() {
        let before = std::fs::read_to_string(&path).expect("a text");
        let name = path.file_name().expect("a name").to_string_lossy();
        let found = check(Source::new(&*name, before.clone()), &hints).findings;
        let edits = found.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| fix.edits.clone());
        let edited = apply(&before, &edits.collect::<Vec<_>>());
        assert!(edited.skipped.is_empty() && edited.text != before, "{name}");
        // What touches others is corrected later.
        assert_eq!(text(&fixed(&name, &edited.text)), text(&fixed(&name, &before)), "{name}");
    }
    let items: String = (0..40).map(|index| format!(" images/{index},")).collect();
    let batch = format!("CallerReference: a\nPaths: {{Quantity: 40, Items: [{items}]}}\n");
    let found = check(Source::new("batch.yaml", batch), &hints).findings;
    assert_eq!(found.iter().filter(|finding| finding.fix.is_some()).count(), 40);
}
