//! The check: from a text to findings.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use shapewright_source::{Kind, Node, NotText, Parsed, Source, Span, decode};

use crate::rules::REQUEST_SIZE;
use crate::{
    Document, DocumentKind, Finding, Findings, Fixes, Hints, Label, Request, Severity, api, cases, document,
    faults, ignore, prove,
};

/// Finds what CloudFront would refuse in a text. It depends on nothing but its arguments.
///
/// ```
/// use shapewright_check::{Hints, check};
/// use shapewright_source::{Source, Unit};
///
/// let text = "Name: assets\nItems: []\nComment: ''\n";
/// let findings = check(Source::new("group.yaml", text.to_owned()), &Hints::default());
/// let found = &findings.findings[0];
/// let start = findings.source.position(found.place.span.start as usize, Unit::CodePoint);
/// assert_eq!((found.rule.as_str(), start.line), ("key-group-config-items-length", 2));
/// ```
pub fn check(source: impl Into<Arc<Source>>, hints: &Hints) -> Findings {
    let mut document = document::read(source, hints);
    let mut found = std::mem::take(&mut document.findings);
    // Of texts without anything of the service, only what prevents reading is of interest.
    let is_concerned = document.concerns_the_service() || !found.is_empty();
    let faults = document.parsed.faults.iter().filter(|fault| is_concerned || fault.is_error());
    found.extend(faults.map(faults::finding));
    found.extend(set_current(&mut document, hints));
    let pen = document.pen().filter(|_| hints.fixes != Fixes::None);
    found.extend(cases::findings(&document.requests, &hints.options, pen));
    if pen.is_none() {
        for finding in &mut found {
            finding.fix = None;
        }
    }
    let is_unreadable = document.is_unreadable() || found.iter().any(|finding| finding.rule == REQUEST_SIZE);
    let Document { source, kind, why, requests, parsed, unknown, format, .. } = document;
    let mut findings = Findings::new(source, kind, why);
    findings.findings = in_order(found);
    findings.checked = cases::resources(&requests);
    findings.unknown = unknown + requests.iter().map(|request| request.unknown).sum::<usize>();
    findings.unknown_at = unknown_at(&requests);
    findings.is_unreadable = is_unreadable;
    if kind != DocumentKind::Other {
        let metadata: Vec<_> = requests.iter().filter_map(|request| metadata(request, &parsed)).collect();
        ignore(&mut findings, &parsed.trees, &parsed.comments, &metadata, |rule| hints.off.contains(rule));
    }
    if let Some(format) = format {
        prove::prove(&mut findings, format, &parsed, hints);
    }
    findings
}

/// Returns the places of values that are only known at deployment, each once, with the reasons.
fn unknown_at(requests: &[Request]) -> Vec<Label> {
    let mut places = BTreeMap::new();
    for node in requests.iter().filter(|request| request.unknown > 0).flat_map(|request| request.tree.nodes())
    {
        if let Kind::Unknown { reason } = node.kind() {
            places.entry(node.span()).or_insert(reason);
        }
    }
    places.into_iter().map(|(span, reason)| Label { span, text: reason.to_owned() }).collect()
}

/// Returns the name of a resource and its metadata.
fn metadata<'d>(request: &'d Request, parsed: &'d Parsed) -> Option<(&'d str, Node<'d>)> {
    let tree = parsed.trees.get(request.origin.tree)?;
    Some((request.resource.as_deref()?, tree.node(request.origin.metadata?)))
}

/// Finds what CloudFront would refuse in the bytes of a file. Bytes that are no text are unreadable.
pub fn check_bytes(name: impl Into<String>, bytes: Vec<u8>, hints: &Hints) -> Findings {
    match decode(name, bytes) {
        Ok(source) => check(source, hints),
        Err(error) => not_text(*error),
    }
}

/// Returns that bytes are no text.
pub fn not_text(error: NotText) -> Findings {
    let mut findings = Findings::new(Arc::new(error.source), DocumentKind::Other, "it is no text");
    findings.findings.push(faults::finding(&error.fault));
    findings.is_unreadable = true;
    findings
}

impl Findings {
    /// Returns that a file cannot be read at all: the rule, why, and what to do.
    pub fn unreadable(
        name: impl Into<String>,
        rule: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Findings {
        let source = Source::new(name, String::new());
        let mut findings = Findings::new(Arc::new(source), DocumentKind::Other, "it cannot be read");
        findings.add_refusal(rule, message.into(), help.into());
        findings
    }

    /// Makes it an error that the text is of another kind, unless another error says already that it cannot be read:
    /// somebody wanted this text to be checked.
    pub fn refuse(&mut self) {
        if self.findings.is_empty() {
            let message = format!("it is not checked: {}", self.why);
            let help = "give a configuration or an output of CloudFront, a template of CloudFormation, a plan of \
                Terraform, or Terraform; or name the operation with --operation";
            self.add_refusal("file-kind", message, help.to_owned());
        }
        self.is_unreadable = true;
    }

    fn add_refusal(&mut self, rule: &str, message: String, help: String) {
        let mut finding = Finding::new(rule, Severity::Error, message, Span::default());
        finding.help = help;
        self.findings.push(finding);
        self.is_unreadable = true;
    }
}

/// Gives requests what is there now. Returns a finding if that cannot be read.
fn set_current(document: &mut Document, hints: &Hints) -> Option<Finding> {
    let current = hints.current.as_ref()?;
    for request in &mut document.requests {
        if request.resource.is_some() {
            return Some(about_current(
                "`--current` works for requests of the API, not for templates".to_owned(),
                "compare both files with `shapewright diff OLD NEW`",
            ));
        }
        if !api::replaces(request.operation) {
            let message = format!("{} replaces nothing that is there now", request.operation);
            let help = "leave the current configuration out, or name the operation that updates";
            return Some(about_current(message, help));
        }
        match current.input(request.operation, hints.limits) {
            Ok(tree) => request.current = Some(tree),
            Err(why) => {
                let message =
                    format!("{} has no configuration of {}: {why}", current.name(), request.operation);
                return Some(about_current(
                    message,
                    "give the output of the operation that reads what is there now",
                ));
            }
        }
    }
    None
}

fn about_current(message: String, help: &str) -> Finding {
    let mut finding = Finding::new("current", Severity::Error, message, Span::default());
    help.clone_into(&mut finding.help);
    finding
}

/// The findings in the order of the text, each once.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|one, other| key(one).cmp(&key(other)));
    let mut seen = HashSet::new();
    let is_new = findings.iter().map(|finding| seen.insert((key(finding), &finding.message)));
    let mut is_new: Vec<bool> = is_new.collect();
    is_new.reverse();
    findings.retain(|_| is_new.pop().unwrap_or(true));
    findings
}

fn key(finding: &Finding) -> (Span, &str, &str) {
    (finding.place.span, &finding.rule, &finding.pointer)
}
