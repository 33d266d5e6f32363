//! Reports for people, in the form of rustc's. The only file that knows the renderer.

use annotate_snippets::{AnnotationKind, Element, Level, Message, Origin, Padding, Renderer, Snippet};
use cloudfront::validators::{RULES, Severity as Kind};
use shapewright_check::{Finding, Findings, Severity};
use shapewright_source::{Source, Span};

use super::escape::shown;
use super::links::documentation;
use super::places::Lines;
use super::summary::summary;
use super::window::{Window, windows};

/// The largest number of other places that are shown.
const OTHERS: usize = 5;

/// How a report looks.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Look {
    /// Whether it has colours, and links on the ids of rules.
    pub is_coloured: bool,
    /// The number of columns to which lines of the text are cut.
    pub width: usize,
}

impl Default for Look {
    /// No colours, 120 columns.
    fn default() -> Self {
        Look { is_coloured: false, width: 120 }
    }
}

/// Returns a report for people: every finding with its lines, and the numbers of errors and warnings. It is empty if
/// nothing was found.
pub fn human(files: &[Findings], look: Look) -> String {
    let renderer = if look.is_coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width);
    let mut report = String::new();
    for file in files {
        for finding in &file.findings {
            let rendered = render(&renderer, &file.source, finding, look);
            let has_lines = has_lines(&file.source);
            for line in rendered.lines().filter(|line| !is_empty_separator(line, has_lines)) {
                report.push_str(line.trim_end());
                report.push('\n');
            }
            report.push('\n');
        }
    }
    let summary = summary(files);
    if !summary.is_empty() {
        report.push_str(&summary);
        report.push('\n');
    }
    report
}

fn render(renderer: &Renderer, source: &Source, finding: &Finding, look: Look) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let is_shown = has_lines(source);
    let named = format!("{}: {}", source.name(), finding.message);
    let message = if is_shown { &finding.message } else { &named };
    let mut title = level.primary_title(shown(message)).id(finding.rule.as_str());
    if let Some(link) = documentation(finding) {
        title = title.id_url(link);
    }
    let places = if is_shown { places(source, finding) } else { Vec::new() };
    let group = title.elements(places).elements(notes(finding, look));
    renderer.render(&[group])
}

/// Returns the lines of the place of the finding and of other places.
fn places<'a>(source: &'a Source, finding: &'a Finding) -> Vec<Element<'a>> {
    let mut labels = vec![(finding.place.span, finding.place.text.as_str())];
    labels.extend(finding.others.iter().take(OTHERS).map(|label| (label.span, label.text.as_str())));
    let spans: Vec<Span> = labels.iter().map(|(span, _)| *span).collect();
    let mut elements: Vec<Element<'a>> = Vec::new();
    for window in windows(source, &spans) {
        if !elements.is_empty() {
            elements.push(Padding.into());
        }
        let first = window.marks.iter().map(|(index, _)| *index).min().unwrap_or_default();
        let start = Lines::of(source, spans.get(first).copied().unwrap_or_default()).start;
        let origin = Origin::path(shown(source.name()));
        elements.push(origin.line(start.line as usize).char_column(start.column as usize).into());
        elements.push(snippet(window, &labels).into());
    }
    elements
}

fn snippet<'a>(window: Window, labels: &[(Span, &'a str)]) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let annotations = window.marks.into_iter().map(|(index, mark)| {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = labels.get(index).map(|(_, text)| *text).filter(|text| !text.is_empty());
        kind.span(mark).label(text.map(|text| shown(text).into_owned()))
    });
    Snippet::source(window.text).line_start(window.line as usize).annotations(annotations)
}

/// Returns what is said below the lines: the answer of the service, where it is, what to do, where it is documented.
fn notes(finding: &Finding, look: Look) -> Vec<Message<'_>> {
    let mut notes = Vec::new();
    let note = |name: &'static str, text: String| Level::NOTE.with_name(name).message(text);
    let hidden = finding.others.len().saturating_sub(OTHERS);
    if hidden > 0 {
        notes.push(note("note", format!("{hidden} more places take part")));
    }
    notes.extend(answer(finding).map(|answer| note("code", shown(&answer).into_owned())));
    let pointer = (!finding.pointer.is_empty()).then(|| finding.pointer.clone());
    let place = match (&finding.resource, pointer) {
        (Some(resource), Some(pointer)) => Some(format!("{resource} at {pointer}")),
        (Some(resource), None) => Some(resource.clone()),
        (None, pointer) => pointer,
    };
    notes.extend(place.map(|place| note("in", shown(&place).into_owned())));
    if !finding.help.is_empty() {
        notes.push(Level::HELP.message(shown(&finding.help)));
    }
    if let Some(fix) = &finding.fix {
        notes.push(note("fix", format!("`--fix` can {}", shown(&fix.title))));
    }
    if let Some(link) = documentation(finding).filter(|_| !look.is_coloured) {
        notes.push(note("see", link.into_owned()));
    }
    notes
}

/// Returns with which error code the service answers. Deprecated values are accepted, and warned ones may be.
fn answer(finding: &Finding) -> Option<String> {
    let code = finding.code.as_ref()?;
    let operation = finding.operation.as_deref();
    let is_deprecated = RULES.find(&finding.rule).is_some_and(|rule| rule.severity == Kind::Deprecated);
    match finding.severity {
        _ if is_deprecated => None,
        Severity::Error => {
            Some(operation.map_or_else(|| code.clone(), |name| format!("{code}, from {name}")))
        }
        Severity::Warning => Some(format!("{code}, if {} refuses it", operation.unwrap_or("the service"))),
    }
}

/// Whether there are lines to show: of a file that cannot be read there are none.
fn has_lines(source: &Source) -> bool {
    !source.text().is_empty()
}

/// Returns whether a line has only the sign that the renderer puts between a path and lines without one, or above notes
/// without lines.
fn is_empty_separator(line: &str, has_lines: bool) -> bool {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\u{1B}[") {
        text.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    let text = text.trim();
    text == ":::" || !has_lines && text == "|"
}
