//! Lists the structures and enums that programs find by name.

use crate::ir::Service;
use crate::naming;
use shapewright_smithy::model::ShapeId;

/// Fills `structures` and `enums` of the output.
pub(super) fn list(service: &mut Service) {
    let named = |id: &ShapeId| (id.name().to_owned(), service.type_name(id).to_owned());
    let structures = naming::by_name(service.structures.keys()).iter().map(named).collect();
    let enums = naming::by_name(service.enums.keys()).iter().map(named).collect();
    (service.output.structures, service.output.enums) = (structures, enums);
}
