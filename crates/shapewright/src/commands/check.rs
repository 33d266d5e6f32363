//! `shapewright check`.

mod corrections;
mod known;
mod notes;
mod progress;
mod settings;
mod work;

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use shapewright::report::{self, Look};
use shapewright_check::{Current, DocumentKind, Finding, Findings, Fixes, Hints, Severity};
use shapewright_source::{NotText, Source, decode};

use self::corrections::{Corrected, Mode, correct};
use self::known::Known;
use self::settings::{Settings, location};
use crate::args::{Check, Color, Format, Output};
use crate::files::{self, Entry, Refusal};
use crate::output::{fail, note, print};

/// Exit status: something could not be read, or the arguments are wrong.
const UNREADABLE: u8 = 2;

/// What was found in a file, and whether the file was named.
#[derive(Debug)]
struct Checked {
    findings: Findings,
    is_named: bool,
    corrected: Option<Corrected>,
}

/// Checks the files, and prints what was found.
pub(crate) fn run(args: &Check) -> io::Result<ExitCode> {
    let hints = match hints(args) {
        Ok(hints) => hints,
        Err(message) => {
            let _ = fail(&message);
            return Ok(ExitCode::from(UNREADABLE));
        }
    };
    let entries = files::find(&args.paths, args.files.no_exclude);
    if entries.is_empty() {
        let _ =
            fail("there is no file to check; name files, or a directory with JSON, YAML, XML or HCL in it");
        return Ok(ExitCode::from(UNREADABLE));
    }
    let (settings, known) = match rules(args, &entries, &hints) {
        Ok(rules) => rules,
        Err(problems) => {
            print_problems(&problems, &args.output);
            return Ok(ExitCode::from(UNREADABLE));
        }
    };
    let entries = included(entries, &settings, args);
    let checked = work::run(&entries, &|entry| check(entry, args, &settings), !args.output.quiet);
    let (checked, others): (Vec<Checked>, Vec<Checked>) = checked
        .into_iter()
        .partition(|checked| checked.is_named || checked.findings.kind != DocumentKind::Other);
    let mut corrected = Vec::new();
    let mut files = Vec::with_capacity(checked.len());
    for checked in checked {
        corrected.extend(checked.corrected);
        files.push(checked.findings);
    }
    once(&mut files);
    notes::write(&args.output, &files, &others);
    files.extend(settings.unused());
    if let Some(known) = known {
        known.apply(&mut files);
    }
    if let Some(file) = args.known.baseline.as_deref().filter(|_| args.known.write_baseline) {
        known::write(file, &files)?;
        files.retain_mut(|file| {
            file.findings.retain(Finding::prevents_reading);
            file.is_unreadable
        });
    }
    let mode = Mode::of(args);
    if mode != Mode::Show {
        // A corrected standard input is the output.
        let is_taken = mode == Mode::Write && corrected.iter().any(|corrected| corrected.is_stdin);
        write(&args.output, &files, is_taken)?;
    }
    corrections::finish(&corrected, mode, &files, &args.output)?;
    Ok(status(&files, mode == Mode::Show && corrected.iter().any(|corrected| !corrected.fixed.is_empty())))
}

/// Keeps the first of equal findings about the current configuration, which is the same for all files.
fn once(files: &mut [Findings]) {
    let mut seen = HashSet::new();
    for file in files {
        file.findings.retain(|finding| finding.rule != "current" || seen.insert(finding.message.clone()));
    }
}

/// Reads what decides about findings: configurations and the baseline.
fn rules(
    args: &Check,
    entries: &[Result<Entry, Refusal>],
    hints: &Hints,
) -> Result<(Settings, Option<Known>), Vec<Findings>> {
    let read = entries.iter().flatten();
    let stdin = args.stdin_filename.as_deref();
    let settings = Settings::load(args.known.config.as_deref(), read, stdin, hints)?;
    let baseline = args.known.baseline.as_deref().filter(|_| !args.known.write_baseline);
    let known = baseline.map(Known::load).transpose().map_err(|problems| vec![*problems])?;
    Ok((settings, known))
}

/// Leaves out the baseline, and the files that a configuration excludes. Of those that were named it is said.
fn included(
    entries: Vec<Result<Entry, Refusal>>,
    settings: &Settings,
    args: &Check,
) -> Vec<Result<Entry, Refusal>> {
    let mut included = Vec::with_capacity(entries.len());
    let baseline = args.known.baseline.as_deref().map(files::absolute);
    let is_baseline = |entry: &Entry| match &entry.from {
        files::From::File(path) => !entry.is_named && Some(files::absolute(path)) == baseline,
        files::From::StandardInput => false,
    };
    for entry in entries {
        if baseline.is_some() && entry.as_ref().is_ok_and(is_baseline) {
            continue;
        }
        let excluded = entry.as_ref().ok().filter(|_| !args.files.no_exclude).and_then(|entry| {
            let path = location(entry, args.stdin_filename.as_deref());
            Some((settings.excluded(&path)?, path, entry.is_named))
        });
        match excluded {
            None => included.push(entry),
            Some((because, path, is_named)) if is_named && !args.output.quiet || args.output.verbose => {
                note(&format!("note: {}: not checked, because {because}", files::shown(&path)));
            }
            Some(_) => {}
        }
    }
    included
}

/// Says what is wrong with configurations or the baseline.
fn print_problems(problems: &[Findings], output: &Output) {
    // Standard error may be closed.
    let report = report::human(problems, look(output, io::stderr().is_terminal()));
    let _ = io::stderr().write_all(report.as_bytes());
}

/// What the arguments say about all files.
fn hints(args: &Check) -> Result<Hints, String> {
    let mut hints = Hints::default();
    // Others apply the corrections of machine formats one at a time.
    hints.fixes = match args.output.format {
        Format::Json | Format::Jsonl | Format::Sarif => Fixes::Proven,
        Format::Human | Format::Github | Format::Junit => Fixes::Together,
    };
    hints.limits.size = usize::try_from(args.files.max_file_size).unwrap_or(usize::MAX);
    if let Some(operation) = &args.operation {
        let known = shapewright::operation_named(operation).map_err(|error| error.to_string())?;
        hints.operation = Some(known.to_owned());
    }
    if let Some(path) = &args.current {
        let about = |what: String| format!("{}: {what}", files::shown(path));
        let bytes = files::read(path, args.files.max_file_size);
        let bytes = bytes.map_err(|refusal| about(format!("{}; {}", refusal.message, refusal.help)))?;
        let source: Result<Source, Box<NotText>> = decode(files::shown(path), bytes);
        let source =
            source.map_err(|error| about(format!("{}; {}", error.fault.message, error.fault.help)))?;
        hints.current = Some(Current::new(source));
    }
    Ok(hints)
}

/// Reads and checks one file, and corrects it if that is wanted.
fn check(entry: &Result<Entry, Refusal>, args: &Check, settings: &Settings) -> Checked {
    let read = entry.as_ref().map_err(Refusal::clone).and_then(|entry| Ok((entry, contents(entry, args)?)));
    let (entry, (name, bytes)) = match read {
        Ok(read) => read,
        Err(refusal) => {
            let Refusal { name, rule, message, help } = refusal;
            let findings = Findings::unreadable(name, rule, message, help);
            return Checked { findings, is_named: true, corrected: None };
        }
    };
    let is_named = entry.is_named;
    let path = location(entry, args.stdin_filename.as_deref());
    let (mut findings, corrected) = match Mode::of(args) {
        Mode::Off => (shapewright_check::check_bytes(name, bytes, settings.hints(&path)), None),
        mode => match decode(name, bytes) {
            Ok(source) => correct(source, &entry.from, &path, settings, mode),
            Err(error) => (shapewright_check::not_text(*error), None),
        },
    };
    if is_named && findings.kind == DocumentKind::Other {
        findings.refuse();
    }
    settings.apply(&path, &mut findings);
    if findings.findings.is_empty() && findings.suppressed.is_empty() && !args.output.verbose {
        // The text is only needed to show places.
        findings.source = Arc::new(Source::new(findings.source.name(), String::new()));
    }
    Checked { findings, is_named, corrected }
}

/// Reads the name and the bytes of a text.
fn contents(entry: &Entry, args: &Check) -> Result<(String, Vec<u8>), Refusal> {
    let most = args.files.max_file_size;
    match &entry.from {
        files::From::StandardInput => {
            let name = args.stdin_filename.as_deref().unwrap_or("<stdin>");
            Ok((name.to_owned(), files::read_standard_input(name, most)?))
        }
        files::From::File(path) => Ok((files::shown(path), files::read(path, most)?)),
    }
}

/// Writes the report to standard output, or to a file. If standard output is taken, it goes to standard error.
fn write(output: &Output, files: &[Findings], is_taken: bool) -> io::Result<()> {
    let is_terminal = if is_taken { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
    let mut text = match output.format {
        Format::Human => report::human(files, look(output, output.file.is_none() && is_terminal)),
        Format::Json => report::json(files),
        Format::Jsonl => report::jsonl(files),
        Format::Sarif => report::sarif(files),
        Format::Github => report::github(files),
        Format::Junit => report::junit(files),
    };
    if output.statistics && output.format == Format::Human {
        text += &report::statistics(files);
    } else if output.statistics {
        report::statistics(files).trim_end().lines().for_each(note);
    }
    match &output.file {
        Some(path) => files::write(path, &text),
        None if is_taken => io::stderr().write_all(text.as_bytes()),
        None => print(&text),
    }
}

/// How reports look, on a terminal or elsewhere.
fn look(output: &Output, is_terminal: bool) -> Look {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let mut look = Look::default();
    look.is_coloured = match output.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb(),
    };
    look
}

/// 0 without errors, 1 with errors or differences, 2 if something could not be read or written.
fn status(files: &[Findings], differs: bool) -> ExitCode {
    if files.iter().any(|file| file.is_unreadable) {
        ExitCode::from(UNREADABLE)
    } else if differs || files.iter().any(|file| file.count(Severity::Error) > 0) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
