//! What a text is, by what is in it.

use shapewright_source::{Format, Kind, Node, Parsed};

use crate::terraform::{configuration, plan};
use crate::{DocumentKind, Hints, cloudformation};

/// What a text is, and why.
pub(super) struct Recognised {
    pub(super) kind: DocumentKind,
    pub(super) why: String,
}

impl DocumentKind {
    /// Whether it is an input, a configuration or an output of the API.
    pub(crate) fn is_of_api(self) -> bool {
        matches!(self, DocumentKind::ApiJson | DocumentKind::ApiYaml | DocumentKind::ApiXml)
    }
}

/// The only format that a kind has.
pub(super) fn format(kind: DocumentKind) -> Option<Format> {
    match kind {
        DocumentKind::ApiJson | DocumentKind::TerraformPlan => Some(Format::Json),
        DocumentKind::ApiYaml => Some(Format::Yaml),
        DocumentKind::ApiXml => Some(Format::Xml),
        DocumentKind::Terraform => Some(Format::Hcl),
        _ => None,
    }
}

/// Recognises a text in a format.
pub(super) fn of(parsed: &Parsed, format: Format, hints: &Hints) -> Recognised {
    let is = |kind, why: &str| Recognised { kind, why: why.to_owned() };
    if let Some(kind) = hints.kind {
        return is(kind, "it was said to be that");
    }
    let kind = match format {
        Format::Json => DocumentKind::ApiJson,
        Format::Yaml => DocumentKind::ApiYaml,
        Format::Xml => return is(DocumentKind::ApiXml, "it is XML"),
        Format::Hcl => return is(DocumentKind::Terraform, "it is HCL"),
        _ => return is(DocumentKind::Other, "its format is not read here"),
    };
    let roots = parsed.trees.iter().map(|tree| tree.root().resolved());
    roots
        .filter(|root| root.kind() == Kind::Object)
        .find_map(of_tool)
        .unwrap_or_else(|| is(kind, format.name()))
}

/// Recognises what tools other than the API read and write.
fn of_tool(root: Node<'_>) -> Option<Recognised> {
    let is = |kind, why: &str| Recognised { kind, why: why.to_owned() };
    let template = || cloudformation::recognise(root).map(|why| is(DocumentKind::CloudFormation, why));
    let plan = || plan::recognise(root).map(|why| is(DocumentKind::TerraformPlan, why));
    let state = || plan::state(root).map(|_| is(DocumentKind::TerraformPlan, "it is the state of Terraform"));
    let configuration = || configuration::recognise(root).map(|why| is(DocumentKind::Terraform, why));
    template().or_else(plan).or_else(state).or_else(configuration)
}
