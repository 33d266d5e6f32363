//! The requests that a document leads to: what its readers find, whatever tool the document is for.

use std::sync::Arc;

use shapewright_dialect::Resource;
use shapewright_source::{Id, Options, Tree};

use crate::Finding;

/// A request that would be sent: the document itself, or one for each resource in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The logical id of a CloudFormation resource, the address of a Terraform resource.
    pub resource: Option<String>,
    /// The type of the resource, as the tables of its tool describe it; `None` in documents of the API.
    pub resource_type: Option<&'static Resource>,
    /// The operation: `CreateDistributionWithTags`.
    pub operation: &'static str,
    /// The input of the operation, as the API spells it. Each value has its place in the document, so that
    /// [`Node::locate`](shapewright_source::Node::locate) finds the place of a violation.
    pub tree: Tree,
    /// How the values of both trees are read.
    pub options: Options,
    /// Whether the document is an output of the service, which can have members that are newer than the model.
    pub is_stored: bool,
    /// Whether the document has a summary of what is stored, whose values of enums can be spelled in another way:
    /// `HTTP1_1` in place of `http1.1`.
    pub is_summary: bool,
    /// What is there now, as input of the same operation.
    pub current: Option<Arc<Tree>>,
    /// The conditions under which it is sent: `IsProduction is true`. A document with conditions leads to several
    /// requests for a resource, which have most values in common: what is wrong with these is one finding.
    pub assumed: Vec<String>,
    /// How many values are only known at deployment. Of several requests for a resource, the first has the number.
    pub unknown: usize,
    /// What is wrong with the resource before it is a request: properties that do not exist, for instance. They are not
    /// in `tree`.
    pub findings: Vec<Finding>,
    /// Where the resource is in the document.
    pub origin: Origin,
}

/// Where a resource is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// The index of the tree in [`Parsed::trees`](shapewright_source::Parsed::trees).
    pub tree: usize,
    /// The resource in that tree.
    pub node: Id,
    /// Its `Metadata`, if it is a resource of CloudFormation and has some.
    pub metadata: Option<Id>,
}
