//! JUnit XML: a test suite for each file and a failed test for each finding.

use std::fmt::Write;

use shapewright_check::{Finding, Findings};
use shapewright_runtime::text::is_xml_char;
use shapewright_source::Source;

use super::escape::{is_hidden, push};
use super::paths::slashed;
use super::places::Lines;

/// Returns the report of a test run: a file without findings is a suite with one test that passed. Errors and warnings
/// are failures, with `error` or `warning` as type, because the format has nothing less.
pub fn junit(files: &[Findings]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let failures = files.iter().map(|file| file.findings.len()).sum::<usize>();
    let tests = files.iter().map(|file| file.findings.len().max(1)).sum::<usize>();
    // Writing to a `String` does not fail.
    let _ = writeln!(
        xml,
        "<testsuites name=\"shapewright\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    );
    for file in files {
        suite(&mut xml, file);
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, file: &Findings) {
    let name = escape(&slashed(file.source.name()));
    let failures = file.findings.len();
    let tests = failures.max(1);
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
    );
    if file.findings.is_empty() {
        let _ = writeln!(xml, "    <testcase name=\"{name}\" classname=\"{}\"/>", file.kind.as_str());
    }
    for finding in &file.findings {
        case(xml, &file.source, finding);
    }
    xml.push_str("  </testsuite>\n");
}

fn case(xml: &mut String, source: &Source, finding: &Finding) {
    let start = Lines::of(source, finding.place.span).start;
    let file = escape(&slashed(source.name()));
    let rule = escape(&finding.rule);
    let (line, column) = (start.line, start.column);
    let _ = writeln!(
        xml,
        "    <testcase name=\"{rule} at {line}:{column}\" classname=\"{file}\" file=\"{file}\" line=\"{line}\">"
    );
    let (kind, message) = (finding.severity.as_str(), escape(&finding.message));
    let _ = write!(xml, "      <failure type=\"{kind}\" message=\"{message}\">");
    let facts = [
        ("at", Some(format!("{}:{line}:{column}", slashed(source.name())))),
        ("code", finding.code.clone()),
        ("resource", finding.resource.clone()),
        ("operation", finding.operation.clone()),
        ("pointer", Some(finding.pointer.clone()).filter(|pointer| !pointer.is_empty())),
        ("help", Some(finding.help.clone()).filter(|help| !help.is_empty())),
    ];
    let facts = facts.into_iter().filter_map(|(name, text)| Some(format!("{name}: {}", escape(&text?))));
    let facts: Vec<String> = facts.collect();
    let _ = writeln!(xml, "{}</failure>", facts.join("\n"));
    xml.push_str("    </testcase>\n");
}

/// Escapes a text for content and attributes. Characters that XML cannot carry are shown as escape sequences, white
/// space that attributes lose is written as references.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(escaped, "&#{};", u32::from(c));
            }
            c => push(&mut escaped, c, is_hidden(c) || !is_xml_char(c)),
        }
    }
    escaped
}
