//! What a check finds: plain data, which every form of output prints.

use std::sync::Arc;

use shapewright_source::{Edit, FAULTS, Source, Span};

use crate::rules::REQUEST_SIZE;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentKind {
    /// A request, response or configuration of the API in JSON.
    ApiJson,
    /// The same in YAML.
    ApiYaml,
    /// The same in XML.
    ApiXml,
    /// A CloudFormation template.
    CloudFormation,
    /// The output of `terraform show -json` for a plan.
    TerraformPlan,
    /// A Terraform configuration in HCL.
    Terraform,
    /// Something else, which is not checked.
    Other,
}

impl DocumentKind {
    /// Returns its name in reports: `api-json`.
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentKind::ApiJson => "api-json",
            DocumentKind::ApiYaml => "api-yaml",
            DocumentKind::ApiXml => "api-xml",
            DocumentKind::CloudFormation => "cloudformation",
            DocumentKind::TerraformPlan => "terraform-plan",
            DocumentKind::Terraform => "terraform",
            DocumentKind::Other => "other",
        }
    }
}

/// Whether a finding makes a check fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The service refuses it.
    Error,
    /// The service may refuse it, or it does not do what it seems to do.
    Warning,
}

impl Severity {
    /// Returns the word for it in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A place in the text, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What it is. May be empty for the place of the finding itself.
    pub text: String,
}

/// A change of the text that corrects a finding and does not change anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does: `set Quantity to 1`.
    pub title: String,
    /// The changes of the text, which do not overlap.
    pub edits: Vec<Edit>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Id of the rule: `aliases-quantity`, `yaml-duplicate-key`, `unknown-member`.
    pub rule: String,
    /// The error code with which the service would answer; `None` if the service would not see it.
    pub code: Option<String>,
    /// Whether it makes the check fail.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Where it is documented: a URL, `model`, or empty.
    pub source: String,
    /// The logical id of a CloudFormation resource, the address of a Terraform resource.
    pub resource: Option<String>,
    /// The operation that would be called: `CreateDistribution`.
    pub operation: Option<String>,
    /// JSON Pointer in the input of the operation. Without operation, in the file.
    pub pointer: String,
    /// Where it is in the text: the value, the key, or the key of what lacks it.
    pub place: Label,
    /// Other places that take part.
    pub others: Vec<Label>,
    /// How to correct it, if there is one right answer.
    pub fix: Option<Fix>,
}

impl Finding {
    /// Returns a finding of a rule at a place. All that it does not say yet is empty.
    ///
    /// ```
    /// use shapewright_check::{Finding, Severity};
    /// use shapewright_source::Span;
    ///
    /// let mut finding = Finding::new("aliases-quantity", Severity::Error, "must be 1", Span::new(13, 14));
    /// finding.help = "set it to 1".to_owned();
    /// assert_eq!((finding.rule.as_str(), finding.place.text.as_str()), ("aliases-quantity", ""));
    /// ```
    pub fn new(
        rule: impl Into<String>,
        severity: Severity,
        message: impl Into<String>,
        span: Span,
    ) -> Finding {
        Finding {
            rule: rule.into(),
            code: None,
            severity,
            message: message.into(),
            help: String::new(),
            source: String::new(),
            resource: None,
            operation: None,
            pointer: String::new(),
            place: Label { span, text: String::new() },
            others: Vec::new(),
            fix: None,
        }
    }

    /// Returns whether it says that a text, or a part of it, cannot be read. Such a finding cannot be switched off or
    /// ignored, because nobody knows what is in the rest.
    pub fn prevents_reading(&self) -> bool {
        let is_fault = || FAULTS.binary_search_by_key(&self.rule.as_str(), |(id, _)| *id).is_ok();
        self.severity == Severity::Error && (UNREADABLE.contains(&self.rule.as_str()) || is_fault())
    }
}

/// Rules about files that cannot be read or are not what they should be.
const UNREADABLE: [&str; 6] =
    ["current", "file-access", "file-kind", "file-size", REQUEST_SIZE, "terraform-state"];

/// Who says that a finding does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Excuse {
    /// The checked text itself: a comment, or metadata of a resource.
    Text,
    /// The configuration of the check.
    Configuration,
    /// The baseline: it was there before.
    Baseline,
}

/// A finding that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suppressed {
    /// What was found.
    pub finding: Finding,
    /// Who says that it does not count.
    pub excuse: Excuse,
    /// Why it does not count.
    pub because: String,
}

impl Suppressed {
    /// Returns a finding that does not count, with the reason.
    pub fn new(finding: Finding, excuse: Excuse, because: impl Into<String>) -> Suppressed {
        Suppressed { finding, excuse, because: because.into() }
    }
}

/// Everything that was found in one text.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Findings {
    /// The text, from which come the lines and columns of places.
    pub source: Arc<Source>,
    /// What the text is.
    pub kind: DocumentKind,
    /// Why it was taken for that: `it has AWSTemplateFormatVersion`.
    pub why: String,
    /// What was found, in the order of the text.
    pub findings: Vec<Finding>,
    /// What was found and does not count, in the order of the text.
    pub suppressed: Vec<Suppressed>,
    /// How many requests were checked: one for each resource.
    pub checked: usize,
    /// How many values are only known at deployment, so that rules that read them are silent.
    pub unknown: usize,
    /// The places of these values in the order of the text, each once, with the reason: `Fn::GetAtt`.
    pub unknown_at: Vec<Label>,
    /// Whether nothing could be read, or only a part.
    pub is_unreadable: bool,
}

impl Findings {
    /// Returns that nothing was found in a text.
    pub fn new(source: Arc<Source>, kind: DocumentKind, why: impl Into<String>) -> Findings {
        Findings {
            source,
            kind,
            why: why.into(),
            findings: Vec::new(),
            suppressed: Vec::new(),
            checked: 0,
            unknown: 0,
            unknown_at: Vec::new(),
            is_unreadable: false,
        }
    }

    /// Returns how many findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
