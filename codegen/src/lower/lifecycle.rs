//! Reads what overlays state about resources and operations.

use crate::ir::lifecycle::stated::Stated;
use crate::traits::{Action, Lifecycle, Lifecycles, Managed, Messages};
use shapewright_smithy::model::{Model, Shape};
use shapewright_smithy::{Diagnostics, Place, TraitValue};

/// Everything that is stated; `None` without the settings of the service.
pub(super) fn stated(model: &Model, service: &Shape) -> Option<Stated> {
    let Lifecycles(settings) = service.traits.read()?;
    let file_of = |shape: &Shape, id| shape.traits.file_of(id).map(ToString::to_string).unwrap_or_default();
    let shapes = || model.shapes.iter();
    let resources = shapes().filter_map(|(id, shape)| {
        let Lifecycle(found) = shape.traits.read()?;
        Some((id.clone(), (file_of(shape, Lifecycle::ID), found)))
    });
    let managed = shapes().filter_map(|(id, shape)| {
        let Managed(found) = shape.traits.read()?;
        Some((id.clone(), (file_of(shape, Managed::ID), found)))
    });
    let actions = shapes().filter_map(|(id, shape)| {
        let Action(found) = shape.traits.read()?;
        Some((id.name().to_owned(), (file_of(shape, Action::ID), id.clone(), found)))
    });
    let messages = service.traits.read().map(|Messages(found)| found).unwrap_or_default();
    Some(Stated {
        file: file_of(service, Lifecycles::ID),
        settings,
        resources: resources.collect(),
        managed: managed.collect(),
        actions: actions.collect(),
        messages: (file_of(service, Messages::ID), messages),
    })
}

/// Reports what is stated of resources and operations without the settings of the service.
pub(crate) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    if model.service().is_some_and(|(_, service, _)| service.traits.contains_key(Lifecycles::ID)) {
        return;
    }
    for (id, shape) in &model.shapes {
        for name in [Action::ID, Lifecycle::ID, Managed::ID, Messages::ID] {
            let Some(found) = shape.traits.get(name) else { continue };
            diagnostics.error(
                Place::shape(&*found.file, id),
                format!("`{name}` has no effect: the service has no `{}`", Lifecycles::ID),
                format!("add `{}` to the service, or remove it", Lifecycles::ID),
            );
        }
    }
}
