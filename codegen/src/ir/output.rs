//! What the last passes decide for the emitters alone.

use std::collections::BTreeMap;

use super::check::ValidatorFile;
use super::elements::{Document, ElementFile};
use super::package::Facade;
use super::page::{EvidenceCounts, ResourcePage};
use super::recorded::Recorded;
use super::setters::SetterFile;
use super::tables::RuleTables;
use super::wire::WireFile;

/// What emitters print as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// All rules as Rust data.
    pub tables: RuleTables,
    /// All rules as pages, by resource.
    pub pages: BTreeMap<String, ResourcePage>,
    /// How the codes of errors and quotas are known.
    pub evidence: EvidenceCounts,
    /// Service-side defaults and deprecations of requests.
    pub recorded: Recorded,
    /// What the facade re-exports.
    pub facade: Facade,
    /// Structures that are not errors, by name in the model, with their Rust types.
    pub structures: Vec<(String, String)>,
    /// Enums, by name in the model, with their Rust types.
    pub enums: Vec<(String, String)>,
    /// Files of names on the wire by path.
    pub wire: BTreeMap<String, WireFile>,
    /// Files of setters by path.
    pub setters: BTreeMap<String, SetterFile>,
    /// Files of validators by path.
    pub validators: BTreeMap<String, ValidatorFile>,
    /// Operations that have an input, by name, with its Rust type.
    pub inputs: Vec<(String, String)>,
    /// Rust types of the operations that have an HTTP binding.
    pub routed: Vec<String>,
    /// Files of tables of XML elements by path.
    pub elements: BTreeMap<String, ElementFile>,
    /// Structures that can be documents by themselves, sorted by name.
    pub documents: Vec<Document>,
    /// Error code for a missing body.
    pub missing_body: String,
    /// Variants of errors that have a summary, with the sentence.
    pub error_summaries: Vec<(String, String)>,
}
