//! What the engine prepares for each operation.

use std::collections::HashMap;

use shapewright_http::Binding;

use crate::api::Api;
use crate::table::{Operation, Resource};

/// An operation with what its rows name.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) operation: &'static Operation,
    pub(crate) binding: &'static Binding,
    /// Its resource.
    pub(crate) resource: Option<&'static Resource>,
    /// The members of its output.
    pub(crate) members: &'static [&'static str],
}

/// The plans of all operations that have a binding.
pub(super) fn all(api: &dyn Api) -> HashMap<&'static str, Plan> {
    let tables = api.lifecycles();
    let plan = |operation: &'static Operation| {
        let binding = api.binding(operation.name)?;
        let members = api.structure(binding.output.shape).map_or(&[][..], |output| output.member_names());
        Some((
            operation.name,
            Plan { operation, binding, resource: tables.resource(operation.resource), members },
        ))
    };
    tables.operations.iter().filter_map(|operation| plan(operation)).collect()
}
