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

/// Many short values take much more memory than their text.
#[test]
fn texts_of_nothing_but_short_values_are_refused() {
    let hcl = |inner: &str, before: &str, after: &str| {
        format!("a {{\n  {before}{}{after}\n}}\n", inner.repeat(600_000 / inner.len().min(2)))
    };
    for (format, text, id) in [
        (Format::Json, format!("[{}1]", "1,".repeat(600_000)), "json-too-many-values"),
        (Format::Json, format!("[{}1]", "[],".repeat(600_000)), "json-too-many-values"),
        (Format::Yaml, "- 1\n".repeat(600_000), "yaml-too-many-values"),
        (Format::Xml, format!("<a>{}</a>", "<b/>".repeat(600_000)), "xml-too-many-values"),
        (Format::Xml, "<a>".repeat(600_000), "xml-too-many-values"),
        (Format::Hcl, hcl("1,", "a = [", "]"), "hcl-too-many-values"),
        (Format::Hcl, hcl(".b", "a = a", ""), "hcl-too-many-values"),
        (Format::Hcl, hcl("${a}", "a = \"", "\""), "hcl-too-many-values"),
        (Format::Hcl, hcl("b {}\n", "", ""), "hcl-too-many-values"),
    ] {
        let parsed = format.parse(source(&text), &limits());
        let ids: Vec<_> = parsed.faults.iter().map(|fault| fault.id).collect();
        assert_eq!(ids, [id], "{}", text.chars().take(40).collect::<String>());
    }
    // As many values with texts of usual length are read.
    let text = format!("[{}\"\"]", "\"a.example.com\",".repeat(600_000));
    assert!(!Format::Json.parse(source(&text), &limits()).has_errors());
}
