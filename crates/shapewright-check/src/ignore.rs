//! Findings that do not count: comments, metadata and configurations name a rule and say why.

mod comment;
mod index;
mod metadata;

use std::collections::BTreeMap;

use shapewright_source::{Comment, Node, Source, Span, Tree, Unit};

use self::index::Index;
use crate::{Excuse, Finding, Findings, Severity, Suppressed, cases};

/// The rule of an ignore that matches no finding.
pub const UNUSED: &str = "unused-ignore";

/// The rule of an ignore that cannot be read or has no reason. It does not hide anything.
pub const INVALID: &str = "invalid-ignore";

/// The largest number of ignores that are reported, because they cannot be read or match nothing.
const PROBLEMS: usize = 1_000;

/// Says that findings of a rule do not count at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exemption {
    /// The id of the rule.
    pub rule: String,
    /// The resource; `None` is any.
    pub resource: Option<String>,
    /// The JSON Pointer of a value, in the input of the operation: findings about it and about what is in it. Empty for
    /// all.
    pub pointer: String,
    /// Why they do not count.
    pub because: String,
    /// Who says so.
    pub excuse: Excuse,
}

impl Exemption {
    /// Returns an exemption from a rule in all places.
    pub fn new(rule: impl Into<String>, because: impl Into<String>, excuse: Excuse) -> Self {
        let (rule, because) = (rule.into(), because.into());
        Exemption { rule, resource: None, pointer: String::new(), because, excuse }
    }

    /// Returns whether it is about a finding.
    pub fn matches(&self, finding: &Finding) -> bool {
        self.rule == finding.rule
            && self.resource.as_ref().is_none_or(|resource| finding.resource.as_ref() == Some(resource))
            && is_at(&finding.pointer, &self.pointer)
    }
}

/// Returns whether a pointer is another one, or leads to something inside it.
fn is_at(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Moves the findings for which there is an exemption to [`Findings::suppressed`]. Returns which exemptions were used.
pub fn exempt(findings: &mut Findings, exemptions: &[Exemption]) -> Vec<bool> {
    let all: Vec<_> = exemptions.iter().map(|exemption| (exemption, None)).collect();
    excuse(findings, &all)
}

/// Moves the findings for which there is an exemption in a part of the text. Returns which exemptions were used.
fn excuse(findings: &mut Findings, exemptions: &[(&Exemption, Option<Span>)]) -> Vec<bool> {
    let index = Index::new(exemptions.iter().copied());
    let mut used = vec![false; exemptions.len()];
    suppress(findings, |finding| {
        let about = index.about(finding);
        // An exemption that another one anticipates is used too.
        for number in &about {
            used[*number] = true;
        }
        let (exemption, _) = exemptions.get(*about.first()?)?;
        Some((exemption.excuse, exemption.because.clone()))
    });
    for (number, first) in index.first_of_same() {
        used[number] = used[first];
    }
    used
}

/// Applies what comments and metadata of resources say: `# shapewright: ignore RULE, RULE because REASON`, and
/// `{shapewright: {ignore: [{rule, because, pointer}]}}`.
///
/// A comment is about the value that it stands beside, with all that is inside. `metadata` has the name and the
/// metadata of each resource. An ignore without reason hides nothing and is a finding, and so is one that matches
/// nothing, unless its rule is off or parts of the text could not be read.
pub fn ignore(
    findings: &mut Findings,
    trees: &[Tree],
    comments: &[Comment],
    metadata: &[(&str, Node<'_>)],
    is_off: impl Fn(&str) -> bool,
) {
    let source = findings.source.clone();
    let mut problems = Vec::new();
    let mut ignores = comment::read(&source, trees, comments, &mut problems);
    ignores.extend(metadata::read(metadata, &mut problems));
    let exemptions: Vec<_> = ignores.iter().map(|ignore| (&ignore.exemption, ignore.scope)).collect();
    let used = excuse(findings, &exemptions);
    if !findings.is_unreadable && !findings.findings.iter().any(Finding::prevents_reading) {
        let elsewhere = Elsewhere::of(&findings.findings, &source);
        let is_unused = |ignore: &Ignore, is_used: bool| !is_used && !is_off(&ignore.exemption.rule);
        let unused = ignores.iter().zip(used).filter(|(ignore, is_used)| is_unused(ignore, *is_used));
        let room = PROBLEMS.saturating_sub(problems.len()) + 1;
        problems.extend(unused.take(room).map(|(ignore, _)| ignore.unused(&elsewhere)));
    }
    if problems.len() > PROBLEMS {
        problems.truncate(PROBLEMS);
        problems.push(cases::more());
    }
    if !problems.is_empty() {
        findings.findings.append(&mut problems);
        findings.findings.sort_by_key(|finding| finding.place.span.start);
    }
}

/// An ignore in the text.
struct Ignore {
    exemption: Exemption,
    /// The part of the text that it is about; `None` is all.
    scope: Option<Span>,
    /// Where it names the rule.
    place: Span,
}

impl Ignore {
    /// Returns that it matches nothing.
    fn unused(&self, elsewhere: &Elsewhere<'_>) -> Finding {
        let Exemption { rule, .. } = &self.exemption;
        let message = format!("nothing here breaks the rule `{rule}`, which is ignored");
        let mut finding = Finding::new(UNUSED, Severity::Warning, message, self.place);
        finding.resource.clone_from(&self.exemption.resource);
        finding.help = match (elsewhere.place(&self.exemption), elsewhere.nearest(rule)) {
            (Some(place), _) => format!("move it: the finding is at {place}"),
            (None, Some(name)) => format!("did you mean `{name}`? Otherwise remove `{rule}`"),
            (None, None) => format!("remove `{rule}`"),
        };
        finding
    }
}

/// The findings of a text that no ignore is about, by their rules.
struct Elsewhere<'f> {
    findings: BTreeMap<&'f str, Vec<&'f Finding>>,
    source: &'f Source,
}

impl<'f> Elsewhere<'f> {
    fn of(findings: &'f [Finding], source: &'f Source) -> Self {
        let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            by_rule.entry(&finding.rule).or_default().push(finding);
        }
        Elsewhere { findings: by_rule, source }
    }

    /// Returns where the rule of an ignore is broken: in its resource, if it names one.
    fn place(&self, exemption: &Exemption) -> Option<String> {
        let mut findings = self.findings.get(&*exemption.rule)?.iter();
        let finding = match &exemption.resource {
            Some(resource) => findings.find(|finding| finding.resource.as_ref() == Some(resource)),
            None => findings.next(),
        }?;
        let line = self.source.position(finding.place.span.start as usize, Unit::CodePoint).line;
        let pointer = &finding.pointer;
        Some(if pointer.is_empty() { format!("line {line}") } else { format!("{pointer} (line {line})") })
    }

    /// Returns the rule that is broken and has a similar id.
    fn nearest(&self, rule: &str) -> Option<&'f str> {
        let others = self.findings.keys().copied().filter(|other| *other != rule);
        shapewright_runtime::text::nearest(rule, others)
    }
}

/// Returns that an ignore cannot be read.
fn invalid(message: impl Into<String>, help: impl Into<String>, place: Span) -> Finding {
    let mut finding = Finding::new(INVALID, Severity::Warning, message, place);
    finding.help = help.into();
    finding
}

/// Moves the findings for which there is an excuse.
fn suppress(findings: &mut Findings, mut excuse: impl FnMut(&Finding) -> Option<(Excuse, String)>) {
    let mut kept = Vec::with_capacity(findings.findings.len());
    for finding in findings.findings.drain(..) {
        let by = if finding.prevents_reading() { None } else { excuse(&finding) };
        match by {
            Some((by, because)) => findings.suppressed.push(Suppressed::new(finding, by, because)),
            None => kept.push(finding),
        }
    }
    findings.findings = kept;
    findings.suppressed.sort_by_key(|suppressed| suppressed.finding.place.span.start);
}
