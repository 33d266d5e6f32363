//! `--fix` and `--diff`: what is corrected in which text, and what is done with the corrected text.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;

use shapewright::report;
use shapewright_check::{Finding, Findings, Fixed, Severity, fix};
use shapewright_source::{Source, Span};

use super::look;
use super::settings::Settings;
use crate::args::{Check, Output};
use crate::files::{self, From};
use crate::output::{note, print};

/// What becomes of corrected texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing is corrected.
    Off,
    /// Files are replaced, and standard input is printed as it should be.
    Write,
    /// The differences are printed.
    Show,
}

impl Mode {
    pub(super) fn of(args: &Check) -> Mode {
        match (args.corrections.fix, args.corrections.diff) {
            (true, _) => Mode::Write,
            (_, true) => Mode::Show,
            _ => Mode::Off,
        }
    }
}

/// A text that was corrected, or could be.
#[derive(Debug)]
pub(super) struct Corrected {
    pub(super) is_stdin: bool,
    pub(super) before: Arc<Source>,
    pub(super) after: Arc<Source>,
    pub(super) fixed: Vec<Finding>,
}

/// Corrects a text, and replaces its file if that is wanted. Returns what remains, and the text if it is needed later.
pub(super) fn correct(
    source: Source,
    from: &From,
    path: &Path,
    settings: &Settings,
    mode: Mode,
) -> (Findings, Option<Corrected>) {
    let before = Arc::new(source);
    let check = |source, hints: &shapewright_check::Hints| {
        let mut findings = shapewright_check::check(source, hints);
        settings.apply(path, &mut findings);
        findings
    };
    let Fixed { mut findings, fixed, .. } = fix(Arc::clone(&before), settings.hints(path), &check);
    let after = Arc::clone(&findings.source);
    if let (Mode::Write, From::File(file), false) = (mode, from, fixed.is_empty())
        && let Err(error) = files::replace(file, before.text(), after.text())
    {
        // The file is as it was.
        findings = check(before, settings.hints(path));
        findings.findings.insert(0, unwritten(&error));
        findings.is_unreadable = true;
        return (findings, None);
    }
    let is_stdin = *from == From::StandardInput;
    let is_needed = is_stdin || !fixed.is_empty();
    (findings, is_needed.then_some(Corrected { is_stdin, before, after, fixed }))
}

fn unwritten(error: &io::Error) -> Finding {
    let message = format!("the corrections cannot be written: {error}");
    let mut finding = Finding::new("file-access", Severity::Error, message, Span::default());
    "correct this, or use --diff to see the corrections".clone_into(&mut finding.help);
    finding
}

/// Prints differences, or the corrected text of standard input, and says how much was corrected.
///
/// # Errors
///
/// If that cannot be written.
pub(super) fn finish(
    corrected: &[Corrected],
    mode: Mode,
    files: &[Findings],
    output: &Output,
) -> io::Result<()> {
    match mode {
        Mode::Off => return Ok(()),
        Mode::Show => show(corrected, output)?,
        Mode::Write => {
            for corrected in corrected.iter().filter(|corrected| corrected.is_stdin) {
                print(corrected.after.text())?;
            }
        }
    }
    if !output.quiet {
        say(corrected, mode, files, output);
    }
    Ok(())
}

fn show(corrected: &[Corrected], output: &Output) -> io::Result<()> {
    let is_terminal = output.file.is_none() && io::stdout().is_terminal();
    let look = look(output, is_terminal);
    let changed = corrected.iter().filter(|corrected| !corrected.fixed.is_empty());
    let text: String =
        changed.map(|file| report::changes(&file.before, file.after.text(), look, is_terminal)).collect();
    match &output.file {
        Some(path) => files::write(path, &text),
        None => print(&text),
    }
}

/// Says how much was corrected and what remains.
fn say(corrected: &[Corrected], mode: Mode, files: &[Findings], output: &Output) {
    let changed: Vec<_> = corrected.iter().filter(|corrected| !corrected.fixed.is_empty()).collect();
    if output.verbose {
        for file in &changed {
            for fix in file.fixed.iter().filter_map(|finding| finding.fix.as_ref()) {
                note(&format!("note: {}: {}", file.before.name(), fix.title));
            }
        }
    }
    if changed.is_empty() && !output.verbose {
        return;
    }
    let count = changed.iter().map(|corrected| corrected.fixed.len()).sum::<usize>();
    let [were, remain] = if mode == Mode::Show { ["can be", "would remain"] } else { ["were", "remain"] };
    let were = if count == 1 { were.replace("were", "was") } else { were.to_owned() };
    let mut line = format!("note: {} {were} corrected", report::number(count, "finding"));
    if !changed.is_empty() {
        line += &format!(" in {}", report::number(changed.len(), "file"));
    }
    let left = |severity| files.iter().map(|file| file.count(severity)).sum::<usize>();
    let errors = report::number(left(Severity::Error), "error");
    let warnings = report::number(left(Severity::Warning), "warning");
    note(&format!("{line}; {errors} and {warnings} {remain}"));
}
