//! What a text is, by what is in it.

use shapewright_source::{Format, Kind, Node, Parsed};

use crate::{DocumentKind, Hints};

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
    let has = |name| root.get(name).is_some();
    let is = |kind, why: &str| Some(Recognised { kind, why: why.to_owned() });
    if has("AWSTemplateFormatVersion") {
        is(DocumentKind::CloudFormation, "it has AWSTemplateFormatVersion")
    } else if root.get("Resources").is_some_and(has_resource) {
        is(DocumentKind::CloudFormation, "it has Resources with a Type")
    } else if has("planned_values") || has("resource_changes") {
        is(DocumentKind::TerraformPlan, "it has planned_values or resource_changes")
    } else if has("terraform_version") && (has("lineage") || has("values")) {
        is(DocumentKind::Other, STATE)
    } else {
        None
    }
}

/// Why a Terraform state is not read.
const STATE: &str = "it is a Terraform state, which says what is there and not what is planned; write a plan with \
    `terraform plan -out plan`, then `terraform show -json plan`";

/// Whether one of the members is a resource.
fn has_resource(resources: Node<'_>) -> bool {
    let is_resource = |node: Node<'_>| {
        let ty = node.get("Type");
        ty.is_some_and(|ty| ty.kind() == Kind::String && ty.text().contains("::"))
    };
    resources.members().into_iter().any(is_resource)
}
