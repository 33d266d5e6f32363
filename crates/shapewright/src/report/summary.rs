//! The last line of a report: how much was found in how many files.

use shapewright_check::{Findings, Severity};

/// Returns how many errors and warnings there are, and in how many files. It is empty if nothing was found.
pub fn summary(files: &[Findings]) -> String {
    let count = |severity| files.iter().map(|file| file.count(severity)).sum::<usize>();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings == 0 {
        return String::new();
    }
    let counts = [(errors, "error"), (warnings, "warning")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, what)| number(count, what)).collect();
    let mut line = counts.join(" and ");
    let with = files.iter().filter(|file| !file.findings.is_empty()).count();
    match files.len() {
        1 => {}
        all if all == with => line += &format!(" in {all} files"),
        all => line += &format!(" in {with} of {all} files"),
    }
    let fixes = files.iter().flat_map(|file| &file.findings).filter(|finding| finding.fix.is_some()).count();
    if fixes > 0 {
        line += &format!("; `--fix` corrects {fixes}");
    }
    let suppressed = files.iter().map(|file| file.suppressed.len()).sum::<usize>();
    if suppressed > 0 {
        line += &format!("; {suppressed} ignored");
    }
    line
}

/// Returns a number and what it counts: `2 errors`.
pub fn number(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
