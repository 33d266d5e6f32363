//! Measures `check`: the library by format, and the command as a process.
//!
//! `cargo bench --package shapewright --bench check`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use serde_json::{Value, json};
use shapewright::convert::{Target, convert};
use shapewright::diff::Text;
use shapewright_check::{Findings, Hints, check};
use shapewright_source::Source;

fn main() {
    divan::main();
}

/// A request with this number of cache behaviors, and an origin for every second one.
fn request(behaviors: usize) -> Value {
    let behavior = |index: usize| {
        json!({
            "PathPattern": format!("/section-{index}/*"),
            "TargetOriginId": format!("origin-{}", index / 2),
            "ViewerProtocolPolicy": "redirect-to-https",
            "AllowedMethods": {
                "Quantity": 2,
                "Items": ["GET", "HEAD"],
                "CachedMethods": {"Quantity": 2, "Items": ["GET", "HEAD"]},
            },
            "Compress": true,
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
        })
    };
    let origin = |index: usize| {
        json!({
            "Id": format!("origin-{index}"),
            "DomainName": format!("origin-{index}.example.com"),
            "CustomOriginConfig": {
                "HTTPPort": 80,
                "HTTPSPort": 443,
                "OriginProtocolPolicy": "https-only",
                "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2"]},
            },
        })
    };
    let behaviors: Vec<Value> = (0..behaviors).map(behavior).collect();
    let origins: Vec<Value> = (0..behaviors.len().div_ceil(2)).map(origin).collect();
    json!({
        "DistributionConfig": {
            "CallerReference": "2026-11-30",
            "Comment": "Sections of the site",
            "Enabled": true,
            "Origins": {"Quantity": origins.len(), "Items": origins},
            "DefaultCacheBehavior": {
                "TargetOriginId": "origin-0",
                "ViewerProtocolPolicy": "redirect-to-https",
                "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
            },
            "CacheBehaviors": {"Quantity": behaviors.len(), "Items": behaviors},
        }
    })
}

/// The request in a form, with the ending of its file.
fn text(behaviors: usize, form: &str) -> String {
    let json = format!("{:#}", request(behaviors));
    let target = match form {
        "json" => return json,
        "yaml" => Target::Yaml,
        "xml" => Target::Xml,
        "cloudformation" => Target::CloudFormation,
        _ => Target::Terraform,
    };
    let text = Text { name: "request.json".to_owned(), bytes: json.into_bytes() };
    convert(text, Some("CreateDistribution"), None, target).expect("the request has every form").text
}

const FORMS: [&str; 5] = ["json", "yaml", "xml", "cloudformation", "terraform"];

fn checked(form: &str, text: &str) -> Findings {
    check(Source::new(form, text.to_owned()), &Hints::default())
}

/// A text of 70 behaviors, 25 to 60 kB.
#[divan::bench(args = FORMS)]
fn library(bencher: Bencher<'_, '_>, form: &str) {
    let text = text(70, form);
    let findings = checked(form, &text);
    assert_eq!((findings.checked, findings.findings.as_slice()), (1, [].as_slice()));
    bencher.counter(BytesCount::of_str(&text)).bench(|| checked(form, black_box(&text)));
}

/// A directory with files of 14 kB.
fn directory(files: usize) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("check-{files}"));
    fs::create_dir_all(&directory).expect("a directory");
    let text = text(22, "json");
    for index in 0..files {
        fs::write(directory.join(format!("{index}.json")), &text).expect("a file");
    }
    directory
}

/// The command over so many files of 14 kB, from start to end.
#[divan::bench(args = [1, 1000], sample_count = 50, sample_size = 1)]
fn process(bencher: Bencher<'_, '_>, files: usize) {
    let directory = directory(files);
    bencher.bench_local(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shapewright"));
        let status = command.args(["check", "--quiet"]).arg(&directory).stdout(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()));
    });
}
