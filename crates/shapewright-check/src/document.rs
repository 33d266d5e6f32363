//! Reads a text: what it is, and to which requests it leads.

mod kind;
mod unreadable;

use std::sync::Arc;

use cloudfront_dialects::{AWSCC, CLOUDFORMATION, TERRAFORM};
use shapewright_source::{Format, Parsed, Source};

use crate::api::{self, Wanted};
use crate::fix::Pen;
use crate::terraform::{configuration, plan};
use crate::{DocumentKind, Finding, Hints, Request, cloudformation};

/// A text that was read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Document {
    /// The text.
    pub source: Arc<Source>,
    /// What it is.
    pub kind: DocumentKind,
    /// Why it was taken for that: `it has AWSTemplateFormatVersion`.
    pub why: String,
    /// The format in which it was read.
    pub format: Option<Format>,
    /// Its values, comments and faults.
    pub parsed: Parsed,
    /// The requests to which it leads: one, or one for each resource.
    pub requests: Vec<Request>,
    /// What is wrong with the document beside its requests.
    pub findings: Vec<Finding>,
    /// How many places can have resources that are only known at deployment.
    pub unknown: usize,
}

impl Document {
    /// What is known about the text that corrections change; nothing if it is not corrected, because it is the output
    /// of a program.
    pub(crate) fn pen(&self) -> Option<Pen<'_>> {
        let format = self.format.filter(|_| self.kind != DocumentKind::TerraformPlan)?;
        Some(Pen { format, source: &self.source, comments: &self.parsed.comments })
    }

    /// Returns whether nothing could be read, or it is a state of Terraform in place of a plan.
    pub fn is_unreadable(&self) -> bool {
        let is_state = || self.parsed.trees.iter().any(|tree| plan::state(tree.root()).is_some());
        let is_empty = || self.parsed.trees.iter().all(|tree| tree.root().size() == 1);
        self.parsed.has_errors() && is_empty() || self.kind == DocumentKind::TerraformPlan && is_state()
    }

    /// Whether it has something of CloudFront, as far as it can be read.
    pub(crate) fn concerns_the_service(&self) -> bool {
        !self.requests.is_empty() || self.unknown > 0 || self.is_unreadable()
    }
}

/// Reads a text.
///
/// ```
/// use shapewright_check::{Hints, read};
/// use shapewright_source::Source;
///
/// let text = r#"{"Name": "assets", "Items": ["K2XMPL"], "Comment": ""}"#;
/// let document = read(Source::new("group.json", text.to_owned()), &Hints::default());
/// assert_eq!(document.requests[0].operation, "CreateKeyGroup");
/// assert_eq!(document.why, "it is the KeyGroupConfig of CreateKeyGroup");
/// ```
pub fn read(source: impl Into<Arc<Source>>, hints: &Hints) -> Document {
    let source = source.into();
    let detected = shapewright_source::detect(&source);
    let format = hints.kind.and_then(kind::format).or(detected.format);
    let empty = |kind, why: &str, parsed| Document {
        source: Arc::clone(&source),
        kind,
        why: why.to_owned(),
        format,
        parsed,
        requests: Vec::new(),
        findings: Vec::new(),
        unknown: 0,
    };
    let Some(format) = format else { return empty(DocumentKind::Other, detected.why, Parsed::default()) };
    let parsed = format.parse(Arc::clone(&source), &hints.limits);
    let mut document = empty(DocumentKind::Other, detected.why, parsed);
    let recognised = kind::of(&document.parsed, format, hints);
    (document.kind, document.why) = (recognised.kind, recognised.why);
    if document.kind.is_of_api() {
        read_api(&mut document, hints);
    } else {
        read_tool(&mut document);
    }
    if let Some(why) = unreadable::of_no_concern(&document).filter(|_| hints.kind.is_none()) {
        document.kind = DocumentKind::Other;
        why.clone_into(&mut document.why);
    }
    document
}

/// Reads the values of a text, as [`read`] does.
pub(crate) fn parse(source: &Arc<Source>, hints: &Hints) -> Option<(Format, Parsed)> {
    let format = hints.kind.and_then(kind::format).or_else(|| shapewright_source::detect(source).format)?;
    Some((format, format.parse(Arc::clone(source), &hints.limits)))
}

/// Reads the requests of documents of tools.
fn read_tool(document: &mut Document) {
    let parsed = &document.parsed;
    let found = match document.kind {
        DocumentKind::CloudFormation => cloudformation::requests(parsed, &CLOUDFORMATION),
        DocumentKind::TerraformPlan => plan::requests(parsed, &[&TERRAFORM, &AWSCC]),
        DocumentKind::Terraform => configuration::requests(parsed, &[&TERRAFORM, &AWSCC]),
        _ => return,
    };
    document.requests = found.requests;
    document.findings = found.findings;
    document.unknown = found.unknown;
    if document.kind == DocumentKind::TerraformPlan {
        document.findings.extend(parsed.trees.iter().find_map(|tree| plan::state(tree.root())));
    }
}

/// Reads the requests of documents of the API. Without any, the text is something else.
fn read_api(document: &mut Document, hints: &Hints) {
    let wanted = Wanted {
        operation: hints.operation.as_deref(),
        is_update: hints.current.is_some(),
        is_certain: hints.kind.is_some(),
    };
    let mut reasons = Vec::new();
    for (index, tree) in document.parsed.trees.iter().enumerate() {
        match api::read(tree, index, wanted) {
            Ok(found) => {
                document.requests.extend(found.requests);
                reasons.push(found.why);
            }
            Err(why) if document.requests.is_empty() && reasons.is_empty() => document.why = why,
            Err(_) => {}
        }
    }
    match reasons.into_iter().next() {
        Some(why) => document.why = why,
        None if document.is_unreadable() => {}
        None => document.kind = DocumentKind::Other,
    }
}
