//! How many faults are kept of a text with more.

use shapewright_source::{Format, Level, Limits};

use crate::support::{limits, source};

#[test]
fn faults_beyond_the_limit_are_counted() {
    let limits = Limits { faults: 3, ..limits() };
    let cases = [
        (Format::Json, format!("[{}0]", "{\"a\": 1,},".repeat(10)), 3, 7),
        (Format::Json, format!("{{{}\"a\": 1}}", "\"a\": 1, ".repeat(10)), 3, 7),
        (Format::Yaml, format!("b: 1\n{}", "a: 1\n".repeat(11)), 3, 7),
        (Format::Yaml, format!("b: 1\n{}", "? [a]\n: 1\n".repeat(10)), 3 + 3, 7 + 6),
        (Format::Yaml, "--- text\n".repeat(10), 3, 7),
        (Format::Hcl, "a = [\n]]\n".repeat(10), 3, 7),
        (Format::Hcl, "a = 1\n".repeat(11), 3, 7),
        (Format::Xml, format!("<a>{}</a>", "<b/>x".repeat(10)), 3, 7),
    ];
    for (format, text, kept, omitted) in cases {
        let parsed = format.parse(source(&text), &limits);
        assert_eq!((parsed.faults.len(), parsed.omitted), (kept, omitted), "{text:?}: {:?}", parsed.faults);
    }
}

#[test]
fn warnings_do_not_displace_errors() {
    let limits = Limits { faults: 2, ..limits() };
    let text = format!("a: 1\n{}---\n[\n", "a: 1\n".repeat(5));
    let parsed = Format::Yaml.parse(source(&text), &limits);
    let levels: Vec<_> = parsed.faults.iter().map(|fault| fault.level).collect();
    assert_eq!(levels, [Level::Warning, Level::Warning, Level::Error]);
    assert!(parsed.has_errors());
}
