//! What standard error says about files: which were not checked, and with `--verbose` what each was taken for.

use shapewright_check::Findings;
use shapewright_source::Unit;

use super::Checked;
use crate::args::Output;
use crate::output::note;

/// Writes the notes.
pub(super) fn write(output: &Output, files: &[Findings], others: &[Checked]) {
    if output.quiet {
        return;
    }
    if output.verbose {
        for file in files {
            note(&about(file));
            unknown(file).for_each(|line| note(&line));
        }
        for other in others {
            let findings = &other.findings;
            note(&format!("note: {}: not checked: {}", findings.source.name(), findings.why));
        }
    } else if !others.is_empty() {
        let count = others.len();
        let (files, are) = if count == 1 { ("file", "is") } else { ("files", "are") };
        note(&format!("note: {count} {files} of another kind {are} not checked (`--verbose` names them)"));
    }
}

/// `note: a.json: api-json: it is the input of CreateDistribution; 1 request checked, 2 values unknown`
fn about(file: &Findings) -> String {
    let Findings { source, kind, why, checked, unknown, .. } = file;
    let requests = if *checked == 1 { "request" } else { "requests" };
    let mut line = format!("note: {}: {}: {why}; {checked} {requests} checked", source.name(), kind.as_str());
    if *unknown > 0 {
        let values = if *unknown == 1 { "value" } else { "values" };
        line += &format!(", {unknown} {values} unknown");
    }
    line
}

/// `note: a.yaml:7:9: unknown: Fn::GetAtt`
fn unknown(file: &Findings) -> impl Iterator<Item = String> + '_ {
    file.unknown_at.iter().map(|place| {
        let start = file.source.position(place.span.start as usize, Unit::CodePoint);
        format!("note: {}:{}:{}: unknown: {}", file.source.name(), start.line, start.column, place.text)
    })
}
