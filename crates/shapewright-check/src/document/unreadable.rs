//! Texts that cannot be read: which of them nobody wants to be told about.

use shapewright_source::Fault;

use crate::{Document, api};

/// How the languages begin in which templates of texts are written: Go and Jinja, ERB.
const DIRECTIVES: [&str; 3] = ["{{", "{%", "<%"];

/// Returns why an unreadable text is of no concern, if it is of none: it was not written to be read as it is, or has
/// nothing of CloudFront.
pub(super) fn of_no_concern(document: &Document) -> Option<&'static str> {
    if !document.is_unreadable() {
        return None;
    }
    let mut errors = document.parsed.faults.iter().filter(|fault| fault.is_error());
    let Some(first) = errors.next() else { return Some("it is the state of Terraform, not a plan") };
    if first.id.ends_with("-empty") {
        return Some("there is no value in it");
    }
    if is_rendered_first(document.source.text(), first) {
        return Some("it is a template of a text, and is read after it was rendered");
    }
    (!api::mentions(document.source.text())).then_some("it cannot be read, and has no word of CloudFront")
}

/// Whether a text has to be rendered before it can be read: a line begins with a directive, or the fault is beside one
/// or at a variable: `${name}`, `$name`, `@name@`, `__name__`.
fn is_rendered_first(text: &str, fault: &Fault) -> bool {
    let has_directive = |line: &str| {
        let line = line.replace("{{resolve:", "");
        DIRECTIVES.iter().any(|directive| line.contains(directive))
    };
    let at = (fault.span.start as usize).min(text.len());
    let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let start = before.rsplit('\n').next().unwrap_or_default();
    let end = behind.lines().next().unwrap_or_default();
    has_directive(&format!("{start}{end}"))
        || is_variable(end)
        || text
            .lines()
            .any(|line| DIRECTIVES.iter().any(|directive| line.trim_start().starts_with(directive)))
}

/// Whether a text begins with a variable of a program that replaces texts.
fn is_variable(text: &str) -> bool {
    const FORMS: [(&str, &str); 4] = [("${", "}"), ("@", "@"), ("__", "__"), ("$", "")];
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    FORMS.iter().any(|(begin, end)| {
        let Some(rest) = text.strip_prefix(begin) else { return false };
        let name: &str = rest.split(|c: char| !is_name(c)).next().unwrap_or_default();
        let behind = rest.get(name.len()..).unwrap_or_default();
        let is_closed = behind.starts_with(end) || name.len() > end.len() && name.ends_with(end);
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && is_closed
    })
}
