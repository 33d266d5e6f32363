//! Reads what overlays state about dialects, and the schemas of tools.

use std::collections::BTreeMap;

use crate::formats::Format;
use crate::ir::exceptions::StatedDialects;
use crate::options::GenerateOptions;
use crate::traits::{Dialects, InDialects};
use shapewright_smithy::model::{Model, Shape};
use shapewright_smithy::{Diagnostics, TraitValue};

/// Everything that the passes need to match properties with members.
pub(super) fn stated(
    model: &Model,
    service: &Shape,
    options: &GenerateOptions,
    diagnostics: &mut Diagnostics,
) -> StatedDialects {
    let read = |input| Some((crate::Input::clone(input).name, Format::read(input, diagnostics)?));
    let formats = options.formats.iter().filter_map(read).collect();
    let settings = service.traits.read::<Dialects>().map_or_else(BTreeMap::new, |found| found.0);
    let file_of = |shape: &Shape, id| shape.traits.file_of(id).map(ToString::to_string).unwrap_or_default();
    let exceptions = model.shapes.iter().filter_map(|(id, shape)| {
        let InDialects(found) = shape.traits.read()?;
        Some((id.clone(), (file_of(shape, InDialects::ID), found)))
    });
    StatedDialects {
        file: file_of(service, Dialects::ID),
        settings,
        exceptions: exceptions.collect(),
        formats,
    }
}
