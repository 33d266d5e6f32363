//! Models of botocore beyond the committed one: older versions of CloudFront, and services of every protocol.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::PathBuf;

use crate::common::{accept, root};
use codegen::{FileTree, GenerateOptions, Input, Layout, Service, analyse, generate};
use shapewright_smithy::diagnostics::{Diagnostics, Severity};

/// Version, operations, structures with the errors among them, errors.
const VERSIONS: &[(&str, usize, usize, usize)] = &[
    ("2014-05-31", 21, 126, 45),
    ("2014-10-21", 21, 128, 46),
    ("2014-11-06", 21, 128, 46),
    ("2015-04-17", 21, 130, 48),
    ("2015-07-27", 22, 133, 49),
    ("2015-09-17", 22, 133, 49),
    ("2016-01-13", 22, 137, 50),
    ("2016-01-28", 22, 137, 50),
    ("2016-08-01", 27, 152, 52),
    ("2016-08-20", 27, 155, 54),
    ("2016-09-07", 27, 155, 54),
    ("2016-09-29", 27, 155, 54),
    ("2016-11-25", 27, 160, 57),
    ("2017-03-25", 28, 164, 60),
    ("2017-10-30", 45, 237, 80),
    ("2018-06-18", 45, 237, 80),
    ("2018-11-05", 45, 244, 81),
    ("2019-03-26", 45, 245, 81),
];

#[test]
#[ignore = "needs the Python package botocore: cargo xtask ci python"]
fn all_versions_of_cloudfront_generate() {
    let data = data();
    for (version, operations, structures, errors) in VERSIONS {
        let service = service(&data, &format!("cloudfront/{version}"));
        assert_eq!(service.version, *version);
        assert_eq!(service.operations.len(), *operations, "operations of {version}");
        assert_eq!(service.errors.len(), *errors, "errors of {version}");
        assert_eq!(service.structures.len() + errors, *structures, "structures of {version}");
        parse(version, &tree(&data, &format!("cloudfront/{version}")));
    }
}

/// Neighbours that differ by a member differ in the output by what belongs to that member, and nothing else.
#[test]
#[ignore = "needs the Python package botocore: cargo xtask ci python"]
fn neighbours_differ_by_their_members() {
    let data = data();
    let cases = [("2016-01-13", "2016-01-28"), ("2016-09-07", "2016-09-29"), ("2017-10-30", "2018-06-18")];
    let mut text = String::new();
    for (old, new) in cases {
        text.push_str(&format!("{old} -> {new}\n"));
        let [before, after] = [old, new].map(|version| {
            let tree = tree(&data, &format!("cloudfront/{version}"));
            let plain = |(name, text): (String, String)| (name, text.replace(version, "VERSION"));
            tree.into_iter().map(plain).collect::<BTreeMap<_, _>>()
        });
        assert!(before.keys().eq(after.keys()), "the same files from {old} and {new}");
        for (name, after) in &after {
            for change in accept::changes(&before[name], after) {
                text.push_str(&format!("  {name}: {change}\n"));
            }
        }
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/cloudfront-neighbours.txt");
    accept::report(&Vec::from_iter(accept::difference(&path, &text)), "with_botocore -- --ignored");
}

#[test]
#[ignore = "needs the Python package botocore: cargo xtask ci python"]
fn services_of_every_protocol_generate() {
    let data = data();
    for service in [
        "route53/2013-04-01",
        "s3/2006-03-01",
        "s3control/2018-08-20",
        "dynamodb/2012-08-10",
        "sqs/2012-11-05",
        "lambda/2015-03-31",
        "sts/2011-06-15",
        "ec2/2016-11-15",
    ] {
        assert!(tree(&data, service).len() > 20, "{service}");
    }
}

/// The directory of botocore's models.
fn data() -> PathBuf {
    let named = std::env::var_os("SHAPEWRIGHT_BOTOCORE");
    let packages = root().join(named.map_or_else(|| PathBuf::from("target/python"), PathBuf::from));
    let data = packages.join("botocore/data");
    assert!(data.is_dir(), "{} is no directory: run `cargo xtask ci python`", data.display());
    data
}

fn input(data: &std::path::Path, service: &str) -> Input {
    let path = data.join(service).join("service-2.json.gz");
    let packed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(&*packed).read_to_end(&mut bytes).expect("models are gzip files");
    Input { name: service.to_owned(), bytes }
}

fn service(data: &std::path::Path, name: &str) -> Service {
    let mut diagnostics = Diagnostics::default();
    let service = analyse(&input(data, name), &[], &GenerateOptions::default(), &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "", "{name}");
    service.expect("a model without findings can be analysed")
}

/// What is generated; warnings, about patterns and members of errors, are to be expected.
fn tree(data: &std::path::Path, name: &str) -> FileTree {
    let mut diagnostics = Diagnostics::default();
    let tree =
        generate(&input(data, name), &[], &GenerateOptions::default(), &Layout::Workspace, &mut diagnostics);
    let errors: Vec<_> = diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    tree.unwrap_or_else(|| panic!("{name} generates"))
}

fn parse(service: &str, tree: &FileTree) {
    for (name, text) in tree.iter().filter(|(name, _)| name.ends_with(".rs")) {
        assert!(syn::parse_file(text).is_ok(), "{service}: {name} is Rust");
    }
}
