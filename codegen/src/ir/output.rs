//! What the last passes decide for the emitters alone.

use std::collections::BTreeMap;

use super::page::ResourcePage;
use super::recorded::Recorded;
use super::tables::RuleTables;

/// What emitters print as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// All rules as Rust data.
    pub tables: RuleTables,
    /// All rules as pages, by resource.
    pub pages: BTreeMap<String, ResourcePage>,
    /// Service-side defaults and deprecations of requests.
    pub recorded: Recorded,
}
