//! `cargo xtask inspect`: what is known of a shape or operation.

use ::codegen::lower::Selection;
use shapewright_smithy::Diagnostics;

use crate::flags::Inspect;
use crate::workspace::{self, ServiceFiles};

/// Runs the command.
pub(crate) fn run(flags: &Inspect) -> Result<(), String> {
    let mut found = false;
    for ServiceFiles { package, model, overlays } in
        workspace::selected(flags.model.as_deref(), &flags.overlays)?
    {
        let mut diagnostics = Diagnostics::default();
        let selection = Selection { package, ..Selection::default() };
        let Some(service) = ::codegen::analyse(&model, &overlays, &selection, &mut diagnostics) else {
            return Err(diagnostics.to_string());
        };
        if let Some(text) = ::codegen::ir::dump::named(&service, &flags.name) {
            print!("{text}");
            found = true;
        }
    }
    match found {
        true => Ok(()),
        false => Err(format!(
            "error: no shape or operation is called `{}`\n  help: spell it as the model does, `DistributionConfig` for instance",
            flags.name
        )),
    }
}
