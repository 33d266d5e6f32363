//! How often each rule was broken.

use std::collections::BTreeMap;
use std::fmt::Write;

use shapewright_check::{Findings, Severity};

/// Returns a table of the rules that were broken: the most frequent first, those with equal counts by name. It is empty
/// if nothing was found.
pub fn statistics(files: &[Findings]) -> String {
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for finding in files.iter().flat_map(|file| &file.findings) {
        let column = usize::from(finding.severity == Severity::Warning);
        counts.entry(&finding.rule).or_default()[column] += 1;
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|(_, [errors, warnings])| std::cmp::Reverse(errors + warnings));
    let mut table = String::new();
    if !rows.is_empty() {
        table.push_str("errors  warnings  rule\n");
    }
    for (rule, [errors, warnings]) in rows {
        // Writing to a `String` does not fail.
        let _ = writeln!(table, "{errors:>6}  {warnings:>8}  {rule}");
    }
    table
}
