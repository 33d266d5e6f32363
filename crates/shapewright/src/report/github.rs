//! Workflow commands, which GitHub shows as annotations of a pull request.

use std::fmt::Write;

use shapewright_check::{Finding, Findings, Severity};
use shapewright_source::Source;

use super::escape::shown_but;
use super::paths::slashed;
use super::places::Lines;
use super::summary::summary;

/// The number of errors, and of warnings, that GitHub shows for a step.
const SHOWN: usize = 10;

/// Returns a workflow command for each finding, errors first, because GitHub shows the first ten of each only. The last
/// one has the numbers if there are more.
pub fn github(files: &[Findings]) -> String {
    let mut commands = String::new();
    for severity in [Severity::Error, Severity::Warning] {
        for file in files {
            let findings = file.findings.iter().filter(|finding| finding.severity == severity);
            for finding in findings {
                command(&mut commands, &file.source, finding);
            }
        }
    }
    let is_over = |severity| files.iter().map(|file| file.count(severity)).sum::<usize>() > SHOWN;
    if is_over(Severity::Error) || is_over(Severity::Warning) {
        let text = format!("{}; GitHub shows the first {SHOWN} of a kind", summary(files));
        // Writing to a `String` does not fail.
        let _ = writeln!(commands, "::notice title=shapewright::{}", data(&text));
    }
    commands
}

fn command(commands: &mut String, source: &Source, finding: &Finding) {
    let Lines { start, end } = Lines::of(source, finding.place.span);
    let name = finding.severity.as_str();
    let file = property(&slashed(source.name()));
    let title = property(&finding.rule);
    // GitHub refuses columns of places with several lines.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let mut text = finding.message.clone();
    if let Some(code) = &finding.code {
        let _ = write!(text, " ({code})");
    }
    if !finding.help.is_empty() {
        let _ = write!(text, "\n{}", finding.help);
    }
    let (line, end) = (start.line, end.line);
    let _ = writeln!(
        commands,
        "::{name} file={file},line={line},endLine={end}{columns},title={title}::{}",
        data(&text)
    );
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    let text = shown_but(text, |c| matches!(c, '\r' | '\n'));
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
